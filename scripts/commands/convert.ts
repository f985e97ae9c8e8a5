import { dirname, join } from 'node:path';
import { readConfig } from '../config/read-config.ts';
import { type Effects, reportsPath } from '../effects.ts';
import { describeDocuments } from '../output/describe-documents.ts';
import { assertApart, assertReplaceable } from '../output/output-folder.ts';
import { replaceDataFolder } from '../output/write-files.ts';
import { type Arguments, parseArguments, UsageError } from './arguments.ts';
import { visible } from './code-frame.ts';
import { type Compile, choosing, convertDocument, convertDocuments } from './convert-documents.ts';
import { EXIT, type ExitStatus, type Program, showProblems } from './program.ts';
import { findOpen, summarise } from './summary.ts';
import { listErrors, showErrors } from './tell-errors.ts';

const USAGE = `Usage: tieout convert [--documents DIR] [--out DIR] [--no-tags]
       tieout convert FILE [--out DIR] [--no-tags]

Converts documents to facts.csv, checks.csv, checks.sarif and coverage.json.

  --documents DIR  folder with one folder of releases per issuer (default: documents)
  --out DIR        where the files go (default: dist/data)
  --no-tags        reads inline XBRL as if its numbers had no tags
  FILE             one document: tells what was read in it and what cannot be so, and writes files only with --out`;

const FLAGS = { values: ['documents', 'out'], switches: ['no-tags'] } as const;
type Given = Arguments<(typeof FLAGS.values)[number], (typeof FLAGS.switches)[number]>;

/** The program `convert`: documents in, data files out. */
export const convertWith = (compile: Compile): Program => ({
  usage: USAGE,
  async run(args, effects) {
    const given = parseArguments(args, FLAGS);
    const file = findFile(given, effects);
    const chosen = choosing(compile, { ignoresTags: given.switches.has('no-tags') });
    return file === undefined
      ? convertAll(given, effects, chosen)
      : convertOne(file, given.values.out, effects, chosen);
  },
});

function findFile({ operands, values }: Given, effects: Effects): string | undefined {
  const [file, ...more] = operands;
  if (file === undefined) return undefined;
  if (more.length > 0) throw new UsageError(`one FILE is expected, not ${operands.length}`);
  if (values.documents !== undefined)
    throw new UsageError('either FILE or --documents DIR is expected, not both');
  if (effects.kindOf(file) === 'folder') throw new UsageError(`${file} is a folder. Say --documents ${file}`);
  return file;
}

async function convertAll({ values }: Given, effects: Effects, compile: Compile): Promise<ExitStatus> {
  const { config } = await readConfig(reportsPath('.'), effects);
  const documents = values.documents ?? config.documents ?? reportsPath('documents');
  const { out = config.out ? join(config.out, 'data') : reportsPath('dist/data') } = values;
  assertApart(documents, out, effects);
  assertReplaceable(out, 'data', effects);
  const { corpus, sources } = await convertDocuments(documents, effects, compile);
  showProblems([...corpus.leftOut, ...(corpus.notices ?? [])], effects);
  await replaceDataFolder(out, corpus, effects);
  listErrors(findOpen(corpus), sources, effects);
  effects.say(`Converted to ${out}: ${summarise(corpus)}`);
  return corpus.leftOut.length > 0 ? EXIT.documentsLeftOut : EXIT.done;
}

async function convertOne(
  file: string,
  out: string | undefined,
  effects: Effects,
  compile: Compile,
): Promise<ExitStatus> {
  if (out !== undefined) {
    assertApart(dirname(dirname(effects.realPath(file))), out, effects);
    assertReplaceable(out, 'data', effects);
  }
  const { corpus, sources } = await convertDocument(file, effects, compile);
  for (const data of corpus.issuers) for (const line of describeDocuments(data)) effects.say(visible(line));
  showErrors(findOpen(corpus), { corpus, sources }, effects.say);
  if (out !== undefined) await replaceDataFolder(out, corpus, effects);
  effects.say(`Converted${out === undefined ? '' : ` to ${out}`}: ${summarise(corpus)}`);
  return EXIT.done;
}
