import type { Finding, Verdict } from '../../src/model/finding.ts';
import type { Restatement } from '../../src/model/verification.ts';
import type { Judged } from './judge.ts';

/** Verdicts by which two documents give different figures. */
const RESTATED: ReadonlySet<Verdict> = new Set(['footing', 'basis', 'error']);

/** Numbers for which documents of different dates give different figures; all statements stay. */
export function restatements(judged: readonly Judged[], findings: readonly Finding[]): Restatement[] {
  return judged.flatMap(({ relation, verdict }, index): Restatement[] => {
    if (relation.rule !== 'documents' || !RESTATED.has(verdict)) return [];
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
