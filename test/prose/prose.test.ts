import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { expectedLine, factLine, readCases, readProse } from './read-cases.ts';

const cases = readCases(join(import.meta.dirname, 'cases'));

describe.each([...new Set(cases.map(({ file }) => file))])('%s', (file) => {
  test.each(cases.filter((one) => one.file === file))('$title', (one) => {
    const { facts, explanations, other, lines } = readProse(one);
    expect(facts.map(factLine)).toEqual(one.facts.map(expectedLine));
    for (const { line, column, raw } of facts)
      expect((lines[line - 1] ?? '').slice(column - 1), 'where it stands').toMatch(startingWith(raw));
    expect(reasonsOf(explanations, facts)).toEqual(one.reasons);
    if (one.said) expect(explanations.map(({ speaker, role }) => `${speaker} | ${role}`)).toContain(one.said);
    expect(countKinds(other)).toMatchObject(one.other);
  });
});

test('holds at least eighty cases, each named once', () => {
  const titles = cases.map(({ title }) => title);
  expect(titles.length).toBeGreaterThanOrEqual(80);
  expect(new Set(titles).size).toBe(titles.length);
});

test('a case that expects something wrong fails', () => {
  const [one] = cases.filter(({ title }) => title === 'amount, change and period before');
  if (!one) throw new Error('the case is gone');
  const wrong = one.facts.map((line) => line.replace('412.6', '412.7'));
  expect(readProse(one).facts.map(factLine)).not.toEqual(wrong.map(expectedLine));
});

/** Marks of bold type may stand within. */
const startingWith = (raw: string): RegExp =>
  new RegExp(`^${[...raw].map((character) => RegExp.escape(character)).join('[\\\\*]*')}`);

/** Reasons as cases write them: the words, and the numbers of the facts they explain. */
function reasonsOf(
  explanations: ReturnType<typeof readProse>['explanations'],
  facts: ReturnType<typeof readProse>['facts'],
): string[] {
  const ids = facts.map(({ id }) => id);
  const reasons = explanations.filter(({ kind }) => kind === 'reason');
  return reasons.map(
    ({ text, facts: about }) => `${text} | ${about.map((id) => ids.indexOf(id) + 1).join(' ')}`,
  );
}

function countKinds(other: ReturnType<typeof readProse>['other']): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { kind } of other) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}
