import type { Issuer } from '../data/index.ts';
import type { Fact } from '../model/fact.ts';
import { rememberLast } from '../model/remember.ts';
import { isAt } from './checks-marks.ts';
import { isNotable } from './checks-verdicts.ts';

/** Rules that add up figures which stand beside their total. */
const ADDING: ReadonlySet<string> = new Set(['sum', 'members']);

/** Whether a printed figure is, to its last digit, what others add up to, and no check says otherwise. */
export const isProvenSum = (issuer: Issuer, { id }: Fact): boolean => provenSums(issuer).has(id);

const provenSums = rememberLast(({ findings, facts }: Issuer): ReadonlySet<string> => {
  const doubted = new Set(
    findings.flatMap(({ verdict, facts: [id = ''] }) => (isNotable(verdict) ? [id] : [])),
  );
  return new Set(
    findings
      .filter(({ rule, verdict }) => ADDING.has(rule) && verdict === 'exact')
      .flatMap((finding) => finding.facts.slice(0, 1).filter((id) => isAt(finding, facts.byId(id))))
      .filter((id) => !doubted.has(id)),
  );
});
