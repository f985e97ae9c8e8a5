import type { Finding } from '../../src/model/finding.ts';
import { formatCounted } from '../../src/model/format.ts';
import { toJson } from '../compare/as-json.ts';
import { formatAsMarkdown } from '../compare/as-markdown.ts';
import { formatAsText } from '../compare/as-text.ts';
import type { Comparison } from '../compare/changes.ts';
import { readConfig } from '../config/read-config.ts';
import { type Effects, reportsPath } from '../effects.ts';
import { CHECKS_SARIF } from '../output/checks-sarif.ts';
import { formatAnnotation, formatProblemAnnotation } from '../output/findings-github.ts';
import { formatFindingsJson } from '../output/findings-json.ts';
import { formatFindingsMarkdown } from '../output/findings-markdown.ts';
import { type Contradiction, listOpen, makeBrief } from '../output/issuer-brief.ts';
import { formatJoined } from '../output/joined-file.ts';
import { CACHE_FLAGS, CACHE_USAGE, ofThisProgram, openResults } from '../results/open-results.ts';
import { type Arguments, parseArguments, UsageError } from './arguments.ts';
import { checkAgainst, readGiven } from './check-against.ts';
import { compareSince, countNew, leaveOld } from './check-since.ts';
import { visible } from './code-frame.ts';
import { convertCommit } from './convert-commit.ts';
import {
  assertDocument,
  type Compile,
  type Converted,
  choosing,
  convertDocument,
  convertDocuments,
} from './convert-documents.ts';
import { EXIT, type Program, showProblems } from './program.ts';
import { summarise } from './summary.ts';
import { showErrors } from './tell-errors.ts';

const USAGE = `Usage: tieout check [--documents DIR] [--since COMMIT] [--strict=slip] [--json | --sarif | --markdown]
                    [--annotate] [--no-tags] [--config FILE] [--cache DIR | --no-cache]
       tieout check FILE [--strict=slip] [--json | --sarif | --markdown] [--annotate] [--no-tags]
       tieout check [FILE | --documents DIR] --against DATA [--json | --markdown]

Tells what cannot be right in documents and nobody has answered in answers.csv. Writes nothing.

  --documents DIR  folder with one folder of releases per issuer (default: documents)
  FILE             one document in its issuer's folder
  --since COMMIT   tells only what is not so yet at a Git commit (origin/main, HEAD~1), and which figures are new, other
                   or gone since
  --against DATA   tells instead which figures from elsewhere documents tell too: xBRL-JSON, a facts.csv, or any
                   table with the columns concept, period_start, period_end, unit, value;
                   status 3 where one is another number
  --strict=slip    exit status 3 for open slips of words too, not only for open errors of figures
  --json           every finding as JSON, answered ones included
  --sarif          the same as SARIF 2.1.0, for code hosts and editors
  --markdown       the open ones as a table, for a comment on a pull request
  --annotate       tells open ones on the error stream too, as lines that GitHub shows at the lines of the releases
  --config FILE    settings, which may name the folder of documents (default: tieout.config.ts, if there is one)
  --no-tags        reads inline XBRL as if its numbers had no tags
${CACHE_USAGE}

Exit status: 0 nothing open, 1 the input cannot be read, 3 an open error or another number, 4 documents were left out.`;

/** Figures that are listed for a person. */
const MOST = 50;

const FORMATS = ['json', 'sarif', 'markdown'] as const;
const FLAGS = {
  values: ['documents', 'since', 'against', 'config', ...CACHE_FLAGS.values],
  switches: ['strict', 'strict=slip', 'no-tags', 'annotate', ...FORMATS, ...CACHE_FLAGS.switches],
} as const;
type Given = Arguments<(typeof FLAGS.values)[number], (typeof FLAGS.switches)[number]>;

/** The program `check`: documents in, findings out, for machines that decide by its exit status. */
export const checkWith = (compile: Compile): Program => ({
  usage: USAGE,
  async run(args, effects) {
    const given = parseArguments(args, FLAGS);
    const { switches, values } = given;
    const [format, ...others] = FORMATS.filter((name) => switches.has(name));
    if (others.length > 0)
      throw new UsageError(`one of ${FORMATS.map((name) => `--${name}`).join(', ')} is expected, not more`);
    if (values.against !== undefined && (values.since !== undefined || format === 'sarif'))
      throw new UsageError('--against takes neither --since nor --sarif');
    const against = values.against === undefined ? undefined : readGiven(values.against, effects);
    const quiet: Effects = format ? { ...effects, say: () => {} } : effects;
    const documents = await readFolder(given, quiet);
    const before =
      values.since === undefined
        ? undefined
        : await convertCommit(values.since, documents, effects, choosing(compile, readChoices(given)));
    const converted = await convertGiven(given, documents, quiet, compile);
    if (against)
      return checkAgainst(converted.corpus, against, { file: values.against ?? '', format, effects });
    const told = before ? leaveOld(converted, before) : converted;
    const open = findOpen(told);
    const since = before && compareSince(before, converted, documents, effects);
    const counts =
      before && since
        ? `Since ${values.since}: ${countNew(converted, before, since)}, ${formatCounted(open.length, 'new finding')}`
        : `Checked: ${summarise({ issuers: makeBriefs(converted), leftOut: converted.corpus.leftOut })}`;
    if (switches.has('annotate')) annotate(open, converted, effects);
    if (format === 'json')
      effects.say(formatFindingsJson(told.corpus, told.sources, since && { since: toJson(since) }));
    else if (format === 'sarif') effects.say([...formatJoined(CHECKS_SARIF, told.corpus)].join('').trimEnd());
    else if (format === 'markdown')
      for (const line of [...formatOpen(open, counts), ...formatNew(since)]) effects.say(line);
    else {
      for (const line of since ? formatAsText(since, MOST) : []) effects.say(visible(line));
      tell(open, counts, effects);
    }
    const isCounted = ({ finding }: Contradiction) =>
      finding.verdict === 'error' || switches.has('strict=slip');
    if (open.some(isCounted)) return EXIT.errorsFound;
    return converted.corpus.leftOut.length > 0 ? EXIT.documentsLeftOut : EXIT.done;
  },
});

const readChoices = ({ switches }: Given) => ({ ignoresTags: switches.has('no-tags') });

/** The folder of documents that is meant where no file is. */
async function readFolder({ values }: Given, effects: Effects): Promise<string> {
  if (values.documents !== undefined) return values.documents;
  const { config } = await readConfig(reportsPath('.'), effects, values.config);
  return config.documents ?? reportsPath('documents');
}

/** Answers that answer nothing are told where all documents are there to look for their findings in. */
async function convertGiven(
  given: Given,
  documents: string,
  effects: Effects,
  compile: Compile,
): Promise<Converted> {
  const { operands, values, switches } = given;
  const [file, ...more] = operands;
  if (more.length > 0) throw new UsageError(`one FILE is expected, not ${operands.length}`);
  if (file !== undefined && (values.documents !== undefined || values.since !== undefined))
    throw new UsageError('either FILE or --documents DIR and --since COMMIT are expected, not both');
  if (file !== undefined) assertDocument(file, effects);
  if (file !== undefined) return convertDocument(file, effects, choosing(compile, readChoices(given)));
  const results = ofThisProgram(openResults({ values, switches }, documents, effects), effects);
  const converted = await convertDocuments(
    documents,
    effects,
    choosing(compile, readChoices(given), results),
  );
  showProblems([...converted.corpus.leftOut, ...(converted.corpus.notices ?? [])], effects);
  return converted;
}

const formatNew = (since: Comparison | undefined): string[] =>
  since && since.changes.length > 0 ? ['', ...formatAsMarkdown(since)] : [];

function annotate(open: readonly Contradiction[], { corpus }: Converted, { complain }: Effects): void {
  for (const problem of corpus.leftOut) complain(formatProblemAnnotation(problem));
  for (const one of open) complain(formatAnnotation(one));
}

const makeBriefs = ({ corpus, sources }: Converted) => corpus.issuers.map((data) => makeBrief(data, sources));

const findOpen = (converted: Converted): Contradiction[] => listOpen(makeBriefs(converted));

function formatOpen(open: readonly Contradiction[], counts: string): string[] {
  const places = new Map(open.map(({ finding, file }) => [finding, file]));
  const tellPlace = (finding: Finding) => `${places.get(finding) ?? finding.issuer}, line ${finding.line}`;
  return formatFindingsMarkdown([...places.keys()], tellPlace, counts);
}

function tell(open: readonly Contradiction[], counts: string, effects: Effects): void {
  showErrors(open, effects.say, ({ finding }) => `  id: ${finding.id}`);
  const some = open.length > 0 ? ' Answer them in answers.csv by their ids.' : '';
  effects.say(`${counts}.${some}`);
}
