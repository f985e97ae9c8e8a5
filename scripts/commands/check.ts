import type { Finding, Verdict } from '../../src/model/finding.ts';
import { type Effects, reportsPath } from '../effects.ts';
import { formatChecksSarif } from '../output/checks-sarif.ts';
import { formatFindingsJson } from '../output/findings-json.ts';
import { CACHE_FLAGS, CACHE_USAGE, ofThisProgram, openResults } from '../results/open-results.ts';
import { type Arguments, parseArguments, UsageError } from './arguments.ts';
import {
  type Compile,
  type Converted,
  choosing,
  convertDocument,
  convertDocuments,
} from './convert-documents.ts';
import { EXIT, type ExitStatus, type Program, showProblems } from './program.ts';
import { findOpen, summarise } from './summary.ts';
import { showErrors } from './tell-errors.ts';

const USAGE = `Usage: tieout check [--documents DIR] [--strict=slip] [--json | --sarif] [--no-tags] [--cache DIR | --no-cache]
       tieout check FILE [--strict=slip] [--json | --sarif] [--no-tags]

Tells what cannot be so in documents and nobody has answered in answers.csv. Writes nothing.

  --documents DIR  folder with one folder of releases per issuer (default: documents)
  FILE             one document in its issuer's folder
  --strict=slip    exit status 3 for open slips of words too, not only for open errors of figures
  --json           every finding as JSON, answered ones included
  --sarif          the same as SARIF 2.1.0, for code hosts and editors
  --no-tags        reads inline XBRL as if its numbers had no tags
${CACHE_USAGE}

Exit status: 0 nothing open, 1 the input cannot be read, 3 an open error, 4 documents were left out.`;

const FLAGS = {
  values: ['documents', ...CACHE_FLAGS.values],
  switches: ['strict', 'strict=slip', 'json', 'sarif', 'no-tags', ...CACHE_FLAGS.switches],
} as const;
type Given = Arguments<(typeof FLAGS.values)[number], (typeof FLAGS.switches)[number]>;

/** The program `check`: documents in, findings out, for machines that decide by its exit status. */
export const checkWith = (compile: Compile): Program => ({
  usage: USAGE,
  async run(args, effects) {
    const given = parseArguments(args, FLAGS);
    const { switches } = given;
    if (switches.has('json') && switches.has('sarif'))
      throw new UsageError('either --json or --sarif is expected, not both');
    const isForMachines = switches.has('json') || switches.has('sarif');
    const quiet: Effects = isForMachines ? { ...effects, say: () => {} } : effects;
    const converted = await convertGiven(given, quiet, compile);
    if (switches.has('json')) effects.say(formatFindingsJson(converted.corpus, converted.sources));
    else if (switches.has('sarif')) effects.say([...formatChecksSarif(converted.corpus)].join('').trimEnd());
    else tell(converted, effects);
    return statusOf(converted, switches.has('strict=slip') ? ['error', 'slip'] : ['error']);
  },
});

/** Answers that answer nothing are told where all documents are there to look for their findings in. */
async function convertGiven(
  { operands, values, switches }: Given,
  effects: Effects,
  compile: Compile,
): Promise<Converted> {
  const [file, ...more] = operands;
  if (more.length > 0) throw new UsageError(`one FILE is expected, not ${operands.length}`);
  if (file !== undefined && values.documents !== undefined)
    throw new UsageError('either FILE or --documents DIR is expected, not both');
  if (file !== undefined && effects.kindOf(file) === 'folder')
    throw new UsageError(`${file} is a folder. Say --documents ${file}`);
  const choices = { ignoresTags: switches.has('no-tags') };
  if (file !== undefined) return convertDocument(file, effects, choosing(compile, choices));
  const documents = values.documents ?? reportsPath('documents');
  const results = ofThisProgram(openResults({ values, switches }, documents, effects), effects);
  const converted = await convertDocuments(documents, effects, choosing(compile, choices, results));
  showProblems([...converted.corpus.leftOut, ...(converted.corpus.notices ?? [])], effects);
  return converted;
}

function tell(converted: Converted, effects: Effects): void {
  const open = findOpen(converted.corpus);
  showErrors(open, converted, effects.say, ({ id }) => `  id: ${id}`);
  const some = open.length > 0 ? ' Answer them in answers.csv by their ids.' : '';
  effects.say(`Checked: ${summarise(converted.corpus)}.${some}`);
}

function statusOf({ corpus }: Converted, verdicts: readonly Verdict[]): ExitStatus {
  const counts = ({ verdict }: Finding): boolean => verdicts.includes(verdict);
  if (findOpen(corpus).some(counts)) return EXIT.errorsFound;
  return corpus.leftOut.length > 0 ? EXIT.documentsLeftOut : EXIT.done;
}
