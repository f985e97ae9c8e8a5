import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSource } from '../../scripts/1-read/read-source.ts';
import type { Render } from '../../scripts/render-site.ts';
import type { Corpus, SourceText } from '../../src/model/corpus.ts';
import type { DocumentRecord, Edition } from '../../src/model/document.ts';
import type { Printed } from '../../src/model/fact.ts';
import type { Finding, Verdict } from '../../src/model/finding.ts';
import { InputError, type Problem } from '../../src/model/problem.ts';

/** A word that the stub compiler stumbles over. */
const STUMBLING_BLOCK = 'MISPRINT';
/** A word that gives a finding with the verdict `error`. */
const ERROR = 'MISTAKE';
/** A word that gives one with the verdict `slip`. */
const SLIP = 'MISNOMER';

/** Stands in for the compiler where a test is about disk and terminal: one fact a document, taken from its last line. */
export async function compileStub(files: readonly SourceText[], edition: Edition): Promise<Corpus> {
  const sources = await Promise.all(files.map(readStub));
  const leftOut = sources.flatMap(findProblem);
  const kept = sources.filter((source) => findProblem(source).length === 0);
  const issuers = Map.groupBy(kept, ({ issuer }) => issuer);
  return { edition, leftOut, issuers: [...issuers].map(([slug, own]) => issuerOf(slug, own, edition)) };
}

/** A document with its reading text, or why it has none. */
interface Stub extends SourceText {
  readonly text: string;
  readonly problems: readonly Problem[];
}

async function readStub(source: SourceText): Promise<Stub> {
  try {
    const { lines } = await readSource(source);
    return { ...source, text: lines.join('\n'), problems: [] };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { ...source, text: '', problems: error.problems };
  }
}

function findProblem({ file, text, problems }: Stub): readonly Problem[] {
  if (problems.length > 0) return problems;
  const [line, column] = placeOf(text, STUMBLING_BLOCK);
  if (line === 0) return [];
  return [{ file, line, column, found: 'a misprint', expected: 'none', mend: 'take it out' }];
}

const NOTHING_VERIFIED: Corpus['issuers'][number]['verification'] = {
  facts: {},
  derived: {},
  verdicts: { exact: 0, rounding: 0, footing: 0, basis: 0, doubt: 0, slip: 0, error: 0 },
  rules: {},
  refusals: [],
  ledger: [],
  restatements: [],
};

function issuerOf(slug: string, sources: readonly Stub[], edition: Edition): Corpus['issuers'][number] {
  return {
    issuer: {
      slug,
      name: slug.toUpperCase(),
      shortName: slug.toUpperCase(),
      listings: [],
      reportingCurrency: 'JPY',
      documents: sources.map(({ id }) => id),
      periods: [],
    },
    documents: sources.map((source) => documentOf(source, edition)),
    facts: sources.map(factOf),
    replaced: [],
    settled: [],
    periods: [],
    findings: sources.flatMap((source) => [
      ...findingsOf(source, ERROR, 'error'),
      ...findingsOf(source, SLIP, 'slip'),
    ]),
    coverage: Object.fromEntries(
      sources.map(({ id }) => [id, { tokens: 1, facts: 1, other: {}, unknown: 0, unread: [] }]),
    ),
    explanations: [],
    verification: NOTHING_VERIFIED,
    highlights: {},
  };
}

const documentOf = ({ issuer, id, name, text }: Stub, edition: Edition): DocumentRecord => ({
  issuer,
  id,
  file: name,
  edition,
  title: text.split('\n', 1)[0] ?? '',
  released: id.slice(0, 10),
  period: '2012-04-01/2013-03-31',
  periodSlug: 'fy2012',
  basis: { accounting: '', scope: 'consolidated', audit: 'unaudited' },
  lines: text.split('\n'),
  blocks: [],
});

function factOf({ issuer, id, text }: Stub): Printed {
  const lines = text.trimEnd().split('\n');
  const [label = '', raw = ''] = (lines.at(-1) ?? '').split('\t');
  return {
    id: `${issuer}/${id}#L${lines.length}.1:1`,
    issuer,
    document: id,
    origin: 'table',
    line: lines.length,
    column: [...label].length + 2,
    cell: 1,
    table: '',
    section: [],
    label,
    header: [],
    concept: 'Revenues',
    aspect: 'amount',
    basis: 'reported',
    dimensions: '',
    period: '2012-04-01/2013-03-31',
    compared: '',
    unit: 'JPY',
    value: raw,
    polarity: 1,
    qualifier: 'exact',
    decimals: 0,
    raw,
    place: '',
    doubt: '',
  };
}

const findingsOf = (source: Stub, word: string, verdict: Verdict): Finding[] =>
  source.text.includes(word) ? [findingOf(source, word, verdict)] : [];

function findingOf(source: Stub, word: string, verdict: Verdict): Finding {
  const [line, column] = placeOf(source.text, word);
  return {
    id: `${source.issuer}/${source.id}/stub/L${line}.1`,
    rule: 'stub',
    verdict,
    issuer: source.issuer,
    document: source.id,
    line,
    column,
    cell: 1,
    expected: '1',
    actual: '2',
    difference: '1',
    tolerance: '0',
    message: 'There is a mistake.',
    facts: [factOf(source).id],
  };
}

function placeOf(text: string, word: string): [line: number, column: number] {
  const lines = text.split('\n');
  const index = lines.findIndex((line) => line.includes(word));
  return index < 0 ? [0, 0] : [index + 1, (lines[index] ?? '').indexOf(word) + 1];
}

/** Stands in for Astro: one page that tells what it was rendered for. */
export const renderStub: Render = async ({ out, base, site }) => {
  writeFileSync(join(out, 'index.html'), `${base} ${site}`);
};
