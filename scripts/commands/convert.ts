import { dirname, join } from 'node:path';
import type { SourceText } from '../../src/model/corpus.ts';
import { InputError } from '../../src/model/problem.ts';
import { EXTENSIONS } from '../1-read/formats.ts';
import type { RawDocument } from '../1-read/raw-document.ts';
import type { ReadingChoices } from '../1-read/read-source.ts';
import { readConfig } from '../config/read-config.ts';
import { type Effects, reportsPath } from '../effects.ts';
import { formatPin } from '../input/pin.ts';
import { readDocument } from '../input/read-documents.ts';
import { describeDocuments } from '../output/describe-documents.ts';
import { listOpen, makeBrief } from '../output/issuer-brief.ts';
import { assertApart, assertReplaceable } from '../output/output-folder.ts';
import { joinIssuers, replaceDataFolder, writeSiteData } from '../output/write-files.ts';
import { CACHE_FLAGS, CACHE_USAGE, ofThisProgram, openResults } from '../results/open-results.ts';
import { type Arguments, parseArguments, UsageError } from './arguments.ts';
import { visible } from './code-frame.ts';
import { assertDocument, type Compile, choosing, convertDocument } from './convert-documents.ts';
import { EXIT, type ExitStatus, type Program, showProblems } from './program.ts';
import { summarise } from './summary.ts';
import { listErrors, listHardlyRead, showErrors } from './tell-errors.ts';
import { writeIssuers } from './write-issuers.ts';

const USAGE = `Usage: tieout convert [--documents DIR] [--out DIR] [--no-tags] [--cache DIR | --no-cache]
       tieout convert FILE [--out DIR] [--no-tags] [--pin]
       tieout convert --text FILE

Converts documents to facts.csv, checks.csv, checks.sarif and coverage.json.

  --documents DIR  folder with one folder of releases per issuer (default: documents)
  --out DIR        where the files go (default: dist/data)
  --no-tags        reads inline XBRL as if its numbers had no tags
  --text           prints the reading text of FILE, which lines and cells of facts refer to, and nothing else
  --pin            keeps how FILE is read beside it, as <id>.reading.json, to be used instead of reading it anew
  FILE             one document: tells what was read in it and what cannot be right, and writes files only with --out
${CACHE_USAGE}`;

const FLAGS = {
  values: ['documents', 'out', ...CACHE_FLAGS.values],
  switches: ['no-tags', 'pin', 'text', ...CACHE_FLAGS.switches],
} as const;
type Given = Arguments<(typeof FLAGS.values)[number], (typeof FLAGS.switches)[number]>;

/** The program `convert`: documents in, data files out. */
export const convertWith = (compile: Compile): Program => ({
  usage: USAGE,
  async run(args, effects) {
    const given = parseArguments(args, FLAGS);
    const file = findFile(given, effects);
    if (given.switches.has('text')) return showText(file, effects);
    if (given.switches.has('pin')) await pin(file, effects);
    return file === undefined
      ? convertAll(given, effects, compile)
      : convertOne(file, given, effects, compile);
  },
});

/** What a document says as it is read: a pinned reading as it was pinned. */
async function showText(file: string | undefined, effects: Effects): Promise<ExitStatus> {
  if (file === undefined) throw new UsageError('--text expects the FILE whose reading text is to be printed');
  const { raw } = await readOne(file, effects);
  for (const line of raw.lines) effects.say(line.split('\t').map(visible).join('\t'));
  return EXIT.done;
}

/** Keeps the reading of a document beside it: what is published of it survives a better reader. */
async function pin(file: string | undefined, effects: Effects): Promise<void> {
  if (file === undefined) throw new UsageError('--pin expects the FILE whose reading is to be kept');
  const { source, raw } = await readOne(file, effects, { ignoresPins: true });
  const kept = join(dirname(source.file), `${source.id}.reading.json`);
  effects.write(kept, [formatPin(source, raw)]);
  effects.say(`Kept the reading of ${file} as ${kept}`);
}

async function readOne(
  file: string,
  effects: Effects,
  choices: { readonly ignoresPins?: boolean } = {},
): Promise<{ source: SourceText; raw: RawDocument }> {
  const { readSource } = await import('../1-read/read-source.ts');
  const { sources, problems } = readDocument(file, { effects, extensions: EXTENSIONS, ...choices });
  const [source] = sources;
  if (!source) throw new InputError(problems);
  return { source, raw: await readSource(source) };
}

function findFile({ operands, values }: Given, effects: Effects): string | undefined {
  const [file, ...more] = operands;
  if (file === undefined) return undefined;
  if (more.length > 0) throw new UsageError(`one FILE is expected, not ${operands.length}`);
  if (values.documents !== undefined)
    throw new UsageError('either FILE or --documents DIR is expected, not both');
  assertDocument(file, effects);
  return file;
}

const readingChoices = ({ switches }: Given): ReadingChoices => ({ ignoresTags: switches.has('no-tags') });

async function convertAll(given: Given, effects: Effects, compile: Compile): Promise<ExitStatus> {
  const { values } = given;
  const { config } = await readConfig(reportsPath('.'), effects);
  const documents = values.documents ?? config.documents ?? reportsPath('documents');
  const { out = config.out ? join(config.out, 'data') : reportsPath('dist/data') } = values;
  assertApart(documents, out, effects);
  assertReplaceable(out, 'data', effects);
  const results = ofThisProgram(openResults(given, documents, effects), effects);
  const writing = { compile, choices: readingChoices(given), results };
  let status: ExitStatus = EXIT.done;
  await replaceDataFolder(out, effects, async (folder) => {
    const converted = await writeIssuers({ folder: documents }, folder, effects, writing);
    const { leftOut, notices, edition } = converted;
    const issuers = converted.issuers.map(({ brief }) => brief);
    showProblems([...leftOut, ...notices], effects);
    joinIssuers(folder, issuers, { edition }, effects);
    listErrors(listOpen(issuers), effects);
    listHardlyRead(issuers, effects);
    effects.say(`Converted to ${out}: ${summarise({ issuers, leftOut })}`);
    if (leftOut.length > 0) status = EXIT.documentsLeftOut;
  });
  return status;
}

async function convertOne(
  file: string,
  given: Given,
  effects: Effects,
  compile: Compile,
): Promise<ExitStatus> {
  const { out } = given.values;
  if (out !== undefined) {
    assertApart(dirname(dirname(effects.realPath(file))), out, effects);
    assertReplaceable(out, 'data', effects);
  }
  const { corpus, sources } = await convertDocument(file, effects, choosing(compile, readingChoices(given)));
  for (const data of corpus.issuers) for (const line of describeDocuments(data)) effects.say(visible(line));
  const issuers = corpus.issuers.map((data) => makeBrief(data, sources));
  showErrors(listOpen(issuers), effects.say);
  if (out !== undefined)
    await replaceDataFolder(out, effects, (folder) => writeSiteData(folder, corpus, effects));
  const { leftOut } = corpus;
  effects.say(`Converted${out === undefined ? '' : ` to ${out}`}: ${summarise({ issuers, leftOut })}`);
  return EXIT.done;
}
