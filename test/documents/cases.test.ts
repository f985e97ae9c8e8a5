import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import { conceptById } from '../../src/concepts/index.ts';
import type { Fact } from '../../src/model/fact.ts';
import { describeCases } from '../suite.ts';
import { convertText } from '../text-source.ts';
import { type ExpectedFact, parseExpectedFacts } from './expected-facts.ts';
import { documentOf } from './one-document.ts';

describeCases('releases of invented issuers', fileURLToPath(new URL('cases/', import.meta.url)), (one) => {
  const { facts: stated, coverage } = convertText(documentOf(one));
  const tableFacts = stated.filter(({ origin }) => origin === 'table');
  const facts = new Map(tableFacts.map((fact) => [fact.id.split('#L')[1] ?? '', fact]));
  const expected = parseExpectedFacts(one.read('expected.facts'));
  const wrong = expected.flatMap((want) => differences(want, facts.get(want.place)));
  const places = new Set(expected.map(({ place }) => place));
  const extra = [...facts]
    .filter(([place]) => !places.has(place))
    .map(([place, { raw }]) => `${place} ${raw}: not expected`);
  expect([...wrong, ...extra, ...mixedUp(expected, facts)]).toEqual([]);
  expect(coverage.unread).toEqual([]);
});

function differences(want: ExpectedFact, fact: Fact | undefined): string[] {
  if (!fact) return [`${want.place} (${want.concept ?? ''} ${want.value}): missing`];
  const got: Readonly<Record<string, unknown>> = {
    ...fact,
    value: fact.value === '' ? '' : Number(fact.value),
  };
  return Object.entries(want)
    .filter(([field, value]) => field !== 'place' && !(field === 'concept' && String(value).startsWith('?')))
    .filter(([field, value]) => (field === 'value' ? !isClose(value, got[field]) : got[field] !== value))
    .map(([field, value]) => `${want.place} ${fact.label}: ${field} is ${got[field]}, not ${value}`);
}

const isClose = (a: unknown, b: unknown): boolean =>
  a === b || (typeof a === 'number' && typeof b === 'number' && Math.abs(a - b) <= 1e-9 * Math.abs(a));

/** Line items that the vocabulary does not know: one id for one name, another for another. */
function mixedUp(expected: readonly ExpectedFact[], facts: ReadonlyMap<string, Fact>): string[] {
  const ids = new Map<string, string>();
  return expected.flatMap(({ place, concept = '' }) => {
    const id = facts.get(place)?.concept;
    if (!concept.startsWith('?') || id === undefined) return [];
    const other = [...ids].find(([name, known]) => (name === concept) !== (known === id));
    ids.set(concept, ids.get(concept) ?? id);
    return other || conceptById.has(id)
      ? [`${place}: ${concept} got the id ${id}${other ? `, as ${other[0]} has ${other[1]}` : ''}`]
      : [];
  });
}
