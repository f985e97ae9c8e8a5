import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Printed } from '../../src/model/fact.ts';
import { firstDay, lastDay } from '../../src/model/period.ts';
import { convertText, textSource } from '../text-source.ts';
import { alikeItems, DOCUMENTS, type ExpectedRow, expectedRows } from './expand.ts';

/** The repository's transcriptions, and the published text where it lies beside the checkout. */
const EDITIONS = [
  ['transcription', new URL('../../documents/iij/', import.meta.url)],
  ['published', new URL('../../../shared/documents/iij/', import.meta.url)],
] as const;

const factsOf = (folder: URL, id: string): readonly Printed[] =>
  convertText(
    textSource('iij', `${id}.txt`, readFileSync(new URL(`${id}.txt`, folder), 'utf8')),
  ).facts.filter(({ origin }) => origin === 'table');

/** A fact in the fields and spelling of the answer key; values are compared as numbers. */
const answerOf = (fact: Printed): Record<string, unknown> => ({
  column: fact.column,
  raw: fact.raw,
  value: numberOf(fact.value),
  unit: fact.unit,
  period_start: firstDay(fact.period),
  period_end: lastDay(fact.period),
  aspect: fact.aspect,
  basis: fact.basis,
  compared_start: fact.compared && firstDay(fact.compared),
  compared_end: fact.compared && lastDay(fact.compared),
  decimals: fact.decimals ?? '',
  polarity: fact.polarity,
  dimensions: fact.dimensions,
  qualifier: fact.qualifier,
});

const numberOf = (value: string): number | '' => (value === '' ? '' : Number(value));

/** The fields of an expected row that are not left open. */
function expectedFields(row: ExpectedRow): Record<string, unknown> {
  const { id: _id, line: _line, cell: _cell, item: _item, open, ...fields } = row;
  const settled = Object.entries({ ...fields, value: numberOf(row.value) }).filter(
    ([field]) => !open.includes(field),
  );
  return Object.fromEntries(settled);
}

describe.each(EDITIONS)('%s', (_edition, folder) => {
  describe.skipIf(!existsSync(folder)).each(DOCUMENTS)('%s', (id) => {
    const expected = expectedRows(id);
    const facts = existsSync(folder)
      ? new Map(factsOf(folder, id).map((fact) => [fact.id, fact]))
      : new Map<string, Printed>();

    it('states what the answer key states, no more and no less', () => {
      expect([...facts.keys()].sort()).toEqual(expected.map((row) => row.id).sort());
    });

    it('reads every field of every figure as the answer key does', () => {
      const wrong = expected.flatMap((row) => {
        const fact = facts.get(row.id);
        const got = fact ? answerOf(fact) : {};
        return Object.entries(expectedFields(row))
          .filter(([field, value]) => got[field] !== value)
          .map(([field, value]) => `${row.id} ${field}: expected ${value}, got ${got[field]}`);
      });
      expect(wrong).toEqual([]);
    });
  });

  it.skipIf(!existsSync(folder))('gives one line item one concept and two line items two', () => {
    const alike = new Map(alikeItems().map(([a, b]) => [b, a]));
    const concepts = new Map<string, Set<string>>();
    const items = new Map<string, Set<string>>();
    for (const id of DOCUMENTS) {
      const facts = new Map(factsOf(folder, id).map((fact) => [fact.id, fact]));
      for (const row of expectedRows(id)) {
        const item = alike.get(row.item) ?? row.item;
        const concept = facts.get(row.id)?.concept ?? 'missing';
        concepts.set(item, (concepts.get(item) ?? new Set()).add(concept));
        items.set(concept, (items.get(concept) ?? new Set()).add(item));
      }
    }
    const isAlike = (item: string) => [...alike.values()].includes(item);
    expect(
      [...concepts]
        .filter(([item, found]) => found.size > 1 && !isAlike(item))
        .map(([item, found]) => `${item}: ${[...found]}`),
    ).toEqual([]);
    expect(
      [...items].filter(([, found]) => found.size > 1).map(([concept, found]) => `${concept}: ${[...found]}`),
    ).toEqual([]);
  });
});
