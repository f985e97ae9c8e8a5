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
  expect(readingDoubt({ findings: findings(counts) }, { id: 'a' } as DocumentRecord)).toMatch(said);
});
