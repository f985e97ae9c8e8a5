import type { Finding } from '../../src/model/finding.ts';
import type { Restatement } from '../../src/model/verification.ts';
import type { Judged } from './judge.ts';

/** Numbers for which documents of different dates give different figures; all statements stay. */
export function restatements(judged: readonly Judged[], findings: readonly Finding[]): Restatement[] {
  return judged.flatMap(({ relation, verdict }, index): Restatement[] => {
    if (relation.rule !== 'documents' || verdict === 'exact' || verdict === 'rounding') return [];
    const { concept, period, dimensions, unit } = relation.target;
    const facts = [relation.target, ...relation.inputs].sort((a, b) => (a.document < b.document ? -1 : 1));
    return [
      {
        concept,
        period,
        dimensions,
        unit,
        facts: facts.map(({ id }) => id),
        finding: findings[index]?.id ?? '',
      },
    ];
  });
}
