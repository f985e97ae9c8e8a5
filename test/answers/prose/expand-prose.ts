import { existsSync, readFileSync } from 'node:fs';
import { formatDimensions } from '../../../src/model/fact.ts';
import { parseAnswers } from '../parse-answers.ts';
import { type NumberToken, numberTokens } from './number-tokens.ts';
import { type Entry, type Kind, type ProseAnswers, parseProse, type Statement } from './parse-prose.ts';

/** A number of the prose: `line`, `raw` and `n` find it in either edition, `column` in the published one. */
interface Place {
  readonly line: number;
  readonly column: number;
  readonly raw: string;
  /** Which occurrence of `raw` on its line, from 1. */
  readonly n: number;
  readonly open: readonly string[];
}

/** A number that states nothing. */
export interface ExpectedOther extends Place {
  readonly kind: Kind;
}

/** A row of `facts.csv` as it should be, as far as the key answers for it. */
export interface ExpectedProse extends Place {
  readonly id: string;
  /** The key's own name of the line item: one per concept. */
  readonly item: string;
  readonly value: string;
  readonly unit: string;
  readonly period: string;
  readonly compared: string;
  readonly aspect: string;
  readonly basis: string;
  readonly qualifier: string;
  readonly polarity: number;
  readonly decimals: number;
  readonly dimensions: string;
}

/** The repository's transcription of a document, or what the issuer published: the same numbers on the same lines. */
export const EDITIONS = ['transcription', 'published'] as const;
export type Edition = (typeof EDITIONS)[number];

const ISSUER = 'iij';
const ROOTS = { transcription: '../../../', published: '../../../../shared/' } as const;

/** Every statement of the document's prose in reading order. */
export const expectedProse = (documentId: string): ExpectedProse[] =>
  numbered(documentId).flatMap(({ statements, ...place }) =>
    statements.map((statement, index) => expected(documentId, place, statement, index + 1)),
  );

/** Every number of the document's prose that states nothing. */
export const expectedOther = (documentId: string): ExpectedOther[] =>
  numbered(documentId).flatMap(({ line, column, raw, n, open, other }) =>
    other === undefined ? [] : [{ line, column, raw, n, open, kind: other }],
  );

/** Pairs of items that may share a concept. */
export const alikeInProse = (documentId: string): ProseAnswers['alike'] => readProse(documentId).alike;

/** Where a document stands in an edition; the published text is beside the checkout, or nowhere. */
export const editionOf = (documentId: string, edition: Edition): URL =>
  new URL(`${ROOTS[edition]}documents/${ISSUER}/${documentId}.txt`, import.meta.url);

export const hasEdition = (documentId: string, edition: Edition): boolean =>
  existsSync(editionOf(documentId, edition));

/** The numbers of an edition's prose, found without the key. */
export function tokensOf(documentId: string, edition: Edition): NumberToken[] {
  const layout = readFileSync(new URL(`../${ISSUER}/${documentId}.answers`, import.meta.url), 'utf8');
  return numberTokens(readFileSync(editionOf(documentId, edition), 'utf8'), parseAnswers(layout).tables);
}

/** What tells numbers of one line apart in both editions. */
export const keyOf = ({ line, raw, n }: Pick<Place, 'line' | 'raw' | 'n'>): string => `${line} ${raw} ${n}`;

function numbered(documentId: string): (Entry & Place)[] {
  const seen = new Map<string, number>();
  return readProse(documentId).entries.map((entry) => {
    const key = `${entry.line} ${entry.raw}`;
    const n = (seen.get(key) ?? 0) + 1;
    seen.set(key, n);
    return { ...entry, n };
  });
}

const readProse = (documentId: string): ProseAnswers =>
  parseProse(readFileSync(new URL(`${ISSUER}/${documentId}.answers`, import.meta.url), 'utf8'));

function expected(documentId: string, place: Place, statement: Statement, index: number): ExpectedProse {
  const { line, column, raw, n } = place;
  const { scale, value, down, dimensions, ...rest } = statement;
  const digits = value ?? raw.replace(/[^\d.]/g, '');
  const fraction = digits.split('.')[1] ?? '';
  return {
    ...rest,
    id: `${ISSUER}/${documentId}#L${line}@${column}:${index}`,
    line,
    column,
    raw,
    n,
    value: (down ? '-' : '') + timesPowerOfTen(digits, scale),
    decimals: fraction.length - scale,
    dimensions: formatDimensions(dimensions),
  };
}

/** `6.2` and 9 make `6200000000`. */
function timesPowerOfTen(digits: string, power: number): string {
  const [whole = '', fraction = ''] = digits.split('.');
  const moved = whole + fraction.slice(0, power).padEnd(power, '0');
  const rest = fraction.slice(power);
  return moved.replace(/^0+(?=\d)/, '') + (rest === '' ? '' : `.${rest}`);
}
