import type { Printed } from '../../../src/model/fact.ts';
import { alikeItems, DOCUMENTS, expectedRows } from '../expand.ts';
import {
  alikeInProse,
  type Edition,
  type ExpectedProse,
  expectedOther,
  expectedProse,
  keyOf,
  tokensOf,
} from './expand-prose.ts';
import type { NumberToken } from './number-tokens.ts';

/**
 * In what a fact and the key differ. `missing`: no fact for a statement; `surplus`: a fact where the key has no
 * statement; `measure`: the concept is not the one of the item's other statements, or is another item's.
 */
export type ProseField =
  | 'missing'
  | 'surplus'
  | 'measure'
  | (typeof FIELDS)[number]
  | (typeof NUMBERS)[number]
  | 'column';

export interface ProseDifference {
  /** Of the key's statement, or of the fact where there is none. */
  readonly id: string;
  readonly line: number;
  readonly raw: string;
  readonly field: ProseField;
  readonly expected: string;
  readonly actual: string;
}

export interface ProseComparison {
  /** How many statements the key has. */
  readonly statements: number;
  readonly differences: readonly ProseDifference[];
}

interface Match {
  readonly token: NumberToken;
  readonly expected: ExpectedProse;
  readonly fact: Printed | undefined;
}

const FIELDS = ['raw', 'unit', 'period', 'compared', 'aspect', 'basis', 'qualifier', 'dimensions'] as const;
const NUMBERS = ['value', 'polarity', 'decimals'] as const;

/**
 * Holds the document's prose facts against the key. Facts are found by where they stand in the edition they were
 * read from. Table facts, of this document or others, may come along: they help to tell what an item's concept is.
 */
export function compareProse(
  facts: readonly Printed[],
  documentId: string,
  edition: Edition = 'transcription',
): ProseComparison {
  const prose = facts.filter(({ origin, document }) => origin === 'prose' && document === documentId);
  const expected = expectedProse(documentId);
  const tokens = tokensOf(documentId, edition);
  const matches = matchAll(prose, expected, tokens);
  const matched = new Set(matches.map(({ fact }) => fact));
  return {
    statements: expected.length,
    differences: [
      ...matches.flatMap(fieldDifferences),
      ...measureDifferences(matches, facts),
      ...prose.filter((fact) => !matched.has(fact) && !isOpen(fact, documentId, tokens)).map(surplus),
    ],
  };
}

/** Share of the key's statements, from 0 to 1, whose fact is there and right in all these fields. */
export function shareRight(
  { statements, differences }: ProseComparison,
  fields: readonly ProseField[],
): number {
  const asked = new Set<ProseField>(['missing', ...fields]);
  const wrong = differences.filter(({ field }) => field !== 'surplus' && asked.has(field));
  return 1 - new Set(wrong.map(({ id }) => id)).size / statements;
}

function matchAll(
  prose: readonly Printed[],
  expected: readonly ExpectedProse[],
  tokens: readonly NumberToken[],
) {
  const tokenByKey = new Map(tokens.map((token) => [keyOf(token), token]));
  const left = new Set(prose);
  return expected.map((statement): Match => {
    const token = tokenByKey.get(keyOf(statement));
    if (token === undefined) throw new Error(`${statement.id}: ${statement.raw} is not on its line`);
    const here = [...left].filter((fact) => standsAt(fact, token));
    const fact = here.find(({ period }) => period === statement.period) ?? here[0];
    if (fact !== undefined) left.delete(fact);
    return { token, expected: statement, fact };
  });
}

const standsAt = ({ line, column, raw }: Printed, token: NumberToken): boolean =>
  line === token.line && column < token.end && token.column < column + Math.max([...raw].length, 1);

/** A number that the key calls something else, but leaves to the reader. */
function isOpen(fact: Printed, documentId: string, tokens: readonly NumberToken[]): boolean {
  const open = new Set(
    expectedOther(documentId)
      .filter((other) => other.open.includes('kind'))
      .map(keyOf),
  );
  return tokens.some((token) => open.has(keyOf(token)) && standsAt(fact, token));
}

function surplus({ id, line, raw, value }: Printed): ProseDifference {
  return { id, line, raw, field: 'surplus', expected: '', actual: value };
}

function fieldDifferences({ token, expected, fact }: Match): ProseDifference[] {
  const { id, line, raw, open } = expected;
  const differ = (field: ProseField, wanted: unknown, actual: unknown): ProseDifference[] =>
    wanted === actual || open.includes(field)
      ? []
      : [{ id, line, raw, field, expected: String(wanted), actual: String(actual) }];
  if (fact === undefined) return differ('missing', expected.value, '');
  const column = open.includes('raw') ? fact.column : token.column;
  return [
    ...differ('column', column, fact.column),
    ...FIELDS.flatMap((field) => differ(field, expected[field], fact[field])),
    ...NUMBERS.flatMap((field) => differ(field, Number(expected[field]), Number(fact[field] ?? Number.NaN))),
  ];
}

/** Statements whose concept is not the one most statements of their item have, or is more often another item's. */
function measureDifferences(matches: readonly Match[], facts: readonly Printed[]) {
  const found = matches.flatMap(({ expected, fact }) => (fact === undefined ? [] : [{ expected, fact }]));
  const pairs = [
    ...tablePairs(facts),
    ...found.map(({ expected, fact }) => ({ item: expected.item, concept: fact.concept })),
  ];
  const conceptOf = mostFrequent(pairs.map(({ item, concept }) => [item, concept]));
  const itemOf = mostFrequent(pairs.map(({ item, concept }) => [concept, item]));
  const alike = [...alikeItems(), ...DOCUMENTS.flatMap(alikeInProse)];
  return found.flatMap(({ expected: { id, line, raw, item }, fact: { concept } }): ProseDifference[] => {
    const [usual = '', owner = ''] = [conceptOf.get(item), itemOf.get(concept)];
    const shared = owner === item || alike.some((pair) => pair.includes(owner) && pair.includes(item));
    if (usual === concept && shared) return [];
    const expected = shared ? `${item}: ${usual}` : `${item}, not ${owner}`;
    return [{ id, line, raw, field: 'measure', expected, actual: concept }];
  });
}

function tablePairs(facts: readonly Printed[]): { item: string; concept: string }[] {
  const items = new Map(DOCUMENTS.flatMap(expectedRows).map(({ id, item }) => [id, item]));
  return facts.flatMap(({ id, concept }) => {
    const item = items.get(id);
    return item === undefined ? [] : [{ item, concept }];
  });
}

/** Of all pairs with one first member, the second member most of them have; the earliest where some tie. */
function mostFrequent(pairs: readonly (readonly [string, string])[]): Map<string, string> {
  const groups = Map.groupBy(pairs, ([first]) => first);
  return new Map(
    [...groups].map(([first, group]) => {
      const counts = [...Map.groupBy(group, ([, second]) => second)];
      const [best = ''] = counts.reduce((a, b) => (b[1].length > a[1].length ? b : a));
      return [first, best];
    }),
  );
}
