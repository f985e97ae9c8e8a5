import { expect, test } from 'vitest';
import type { DocumentRecord } from '../../src/model/document.ts';
import type { Finding, Verdict } from '../../src/model/finding.ts';
import { readingDoubt } from '../../src/view/reading-doubt.ts';

const findings = (counts: Partial<Record<Verdict, number>>): Finding[] =>
  Object.entries(counts).flatMap(([verdict, count]) =>
    Array.from({ length: count }, () => ({ verdict, document: 'a', rule: 'sum' }) as Finding),
  );

test.each([
  [{ exact: 20, doubt: 3 }, /3 of 23 comparisons/],
  [{ exact: 40, doubt: 3 }, /^$/],
  [{ exact: 1, doubt: 1 }, /^$/],
  [{ exact: 5, error: 5 }, /^$/],
])('%o', (counts, said) => {
  expect(readingDoubt({ findings: findings(counts), coverage: {} }, { id: 'a' } as DocumentRecord)).toMatch(
    said,
  );
});

test.each([
  [19, 20, /^Most of this release could not be read: 20 of its numbers/],
  [20, 20, /^$/],
  [0, 19, /^$/],
])('%i figures, %i unread', (facts, left, said) => {
  const unread = Array.from({ length: left }, () => ({ line: 1, column: 1, text: '1', reason: '' }));
  const coverage = { a: { tokens: facts + left, facts, other: {}, unknown: 0, unread } };
  expect(readingDoubt({ findings: [], coverage }, { id: 'a' } as DocumentRecord)).toMatch(said);
});
