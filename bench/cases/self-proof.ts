import { issuerData } from '../../scripts/convert-corpus.ts';
import type { ConvertedDocument } from '../../scripts/convert-document.ts';
import type { IssuerData, SourceText } from '../../src/model/corpus.ts';
import { type Fact, isInTable, type Printed } from '../../src/model/fact.ts';
import type { Verdict } from '../../src/model/finding.ts';
import { InputError } from '../../src/model/problem.ts';
import { convertText, textOf } from '../../test/text-source.ts';
import { readCorpus } from '../corpus.ts';
import type { Bench, Line } from '../measure.ts';
import { seededRandom } from '../seeded-random.ts';

/** Changes to try; more give a closer estimate. */
const { TIEOUT_CHANGES = '300' } = process.env;

interface Count {
  tried: number;
  noticed: number;
  /** Those that an error names. */
  accused: number;
  readonly missed: string[];
}

interface Change {
  readonly kind: string;
  readonly fact: Printed;
  /** The document with the digit altered. */
  readonly source: SourceText;
  readonly digits: string;
}

/**
 * Alters one random digit of one random proven figure of a table, converts and checks anew, and looks whether a new error
 * or doubt names the altered figure. The share noticed is what the checks are worth; how many are errors is told too.
 */
export const selfProof: Bench = {
  name: 'self-proof',
  run() {
    const { sources } = readCorpus();
    const slug = sources[0]?.issuer ?? '';
    const own = sources.filter((source) => source.issuer === slug);
    const documents = own.map((source) => convertText(source));
    const issuer = issuerData(slug, documents);
    const before = new Set(findingsOf(issuer).map(({ text }) => text));
    const random = seededRandom(20130515);
    const kinds = new Map<string, Count>();
    for (let i = 0; i < Number(TIEOUT_CHANGES); i++) {
      const change = changeOf(issuer, own, random);
      const count = kinds.get(change.kind) ?? { tried: 0, noticed: 0, accused: 0, missed: [] };
      kinds.set(change.kind, count);
      count.tried++;
      const found = findAnew(change, documents, before);
      if (found.includes('error')) count.accused++;
      if (found.length > 0) count.noticed++;
      else count.missed.push(`${change.fact.id} ${change.fact.raw} as ${change.digits}`);
    }
    return [...kinds]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([kind, count]) => linesOf(kind, count))
      .concat(total([...kinds.values()]));
  },
};

function changeOf(issuer: IssuerData, sources: readonly SourceText[], random: () => number): Change {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const isProven = ({ id }: Fact): boolean => issuer.verification.facts[id]?.grade === 'proven';
  const fact = pick(issuer.facts.filter(isInTable).filter((one) => /\d/.test(one.raw) && isProven(one)));
  const places = [...fact.raw.matchAll(/\d/g)].map(({ index }) => index);
  const at = pick(places);
  const digit = pick([...'0123456789'].filter((other) => other !== fact.raw[at]));
  const digits = fact.raw.slice(0, at) + digit + fact.raw.slice(at + 1);
  const source = sources.find(({ id }) => id === fact.document) as SourceText;
  return { kind: kindOf(issuer, fact), fact, digits, source: altered(source, fact, digits) };
}

function altered(source: SourceText, { line, column, raw }: Printed, digits: string): SourceText {
  const lines = textOf(source).split('\n');
  const points = [...(lines[line - 1] ?? '')];
  points.splice(column - 1, [...raw].length, ...digits);
  lines[line - 1] = points.join('');
  return { ...source, bytes: new TextEncoder().encode(lines.join('\n')) };
}

/** The statement that most rows of the table belong to, and whether it prints thousands or a summary in millions. */
function kindOf(issuer: IssuerData, fact: Printed): string {
  const document = issuer.documents.find(({ id }) => id === fact.document);
  const block = document?.blocks.find(
    ({ kind, lines: [first, last] }) => kind === 'table' && first <= fact.line && fact.line <= last,
  );
  const statement = block?.kind === 'table' ? block.statement : '';
  const isSummary = fact.decimals === null || fact.decimals < -3 || fact.unit === 'percent';
  return `${statement || 'other'}${isSummary ? ', summaries' : ''}`;
}

/** The verdicts of the new findings that name the altered figure; a document that cannot be read is an error. */
function findAnew(
  { source, fact }: Change,
  documents: readonly ConvertedDocument[],
  before: ReadonlySet<string>,
): Verdict[] {
  try {
    const changed = convertText(source);
    const issuer = issuerData(
      fact.issuer,
      documents.map((document) => (document.record.id === source.id ? changed : document)),
    );
    return findingsOf(issuer)
      .filter(({ text }) => !before.has(text) && text.split(' ').includes(fact.id))
      .map(({ verdict }) => verdict);
  } catch (error) {
    return error instanceof InputError ? ['error'] : [];
  }
}

/** An error or a doubt is another one when it speaks of other numbers. */
const findingsOf = ({ findings }: IssuerData): { readonly verdict: Verdict; readonly text: string }[] =>
  findings
    .filter(({ verdict }) => verdict === 'error' || verdict === 'doubt')
    .map(({ verdict, id, expected, actual, facts }) => ({
      verdict,
      text: [id, expected, actual, ...facts].join(' '),
    }));

function linesOf(kind: string, { tried, noticed, missed }: Count): Line[] {
  const share = { what: `${kind}: noticed of ${tried}`, value: (100 * noticed) / tried, unit: '%' };
  return [share, ...missed.map((what) => ({ what: `  missed ${what}`, value: 0, unit: '' }))];
}

function total(counts: readonly Count[]): Line[] {
  const sum = (of: (count: Count) => number): number => counts.reduce((n, count) => n + of(count), 0);
  const tried = sum((count) => count.tried);
  const share = (of: (count: Count) => number): number => (100 * sum(of)) / tried;
  return [
    { what: `all tables: errors of ${tried}`, value: share(({ accused }) => accused), unit: '%' },
    {
      what: `all tables: not noticed of ${tried}`,
      value: 100 - share(({ noticed }) => noticed),
      unit: '%',
      atMost: 5,
    },
  ];
}
