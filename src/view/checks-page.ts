import type { Issuer } from '../data/index.ts';
import type { Finding, Verdict } from '../model/finding.ts';
import { formatCounted, upperFirst } from '../model/format.ts';
import type { Grade } from '../model/verification.ts';
import { byPlace, type CheckList, countVerdicts, ruleLists } from './checks-lists.ts';
import { type Story, storyOf } from './checks-stories.ts';
import { isNotable } from './checks-verdicts.ts';
import { examplesOf, gradesOf, type VerdictExample } from './verification-period.ts';

/** All that the page of an issuer's checks shows. */
export interface ChecksView {
  readonly lead: string;
  readonly counts: Readonly<Record<Verdict, number>>;
  readonly examples: Readonly<Partial<Record<Verdict, VerdictExample>>>;
  readonly grades: Readonly<Record<Grade, number>>;
  readonly errors: readonly Story[];
  readonly slips: readonly Story[];
  readonly doubts: readonly Story[];
  readonly basis: readonly Story[];
  readonly footing: readonly Story[];
  /** Checks that passed, by rule. */
  readonly passes: readonly CheckList[];
  /** Its sections, for the list at the top. */
  readonly parts: readonly { readonly id: string; readonly title: string }[];
}

export function checksView(issuer: Issuer): ChecksView {
  const { findings, facts, verification } = issuer;
  const stories = (verdict: Verdict) =>
    findings
      .filter((finding) => finding.verdict === verdict)
      .sort(byPlace)
      .map((finding) => storyOf(issuer, finding));
  const [errors, slips, doubts] = [stories('error'), stories('slip'), stories('doubt')];
  const [basis, footing] = [stories('basis'), stories('footing')];
  const passes = ruleLists(issuer)
    .map((list) => ({ ...list, findings: list.findings.filter(isPass) }))
    .filter((list) => list.findings.length > 0);
  const parts = [
    { id: 'verdicts', title: 'Verdicts', has: true },
    { id: 'errors', title: 'Errors', has: errors.length > 0 },
    { id: 'slips', title: 'Slips', has: slips.length > 0 },
    { id: 'doubts', title: 'Doubts', has: doubts.length > 0 },
    { id: 'on-another-basis', title: 'On another basis', has: basis.length > 0 },
    { id: 'moved-digits', title: 'Moved digits', has: footing.length > 0 },
    { id: 'restated', title: 'Restated', has: verification.restatements.length > 0 },
    { id: 'targets', title: 'Targets', has: verification.ledger.length > 0 },
    { id: 'not-given', title: 'Not given', has: verification.refusals.length > 0 },
    { id: 'passed', title: 'Passed', has: passes.length > 0 },
  ];
  return {
    lead: leadOf(issuer),
    counts: countVerdicts(findings),
    examples: examplesOf(issuer, findings),
    grades: gradesOf(issuer, facts.statements),
    errors,
    slips,
    doubts,
    basis,
    footing,
    passes,
    parts: parts.filter(({ has }) => has),
  };
}

const isPass = ({ verdict }: Finding): boolean => !isNotable(verdict);

/** What was done and what came of it, in two sentences. */
function leadOf({ findings, documents }: Issuer): string {
  const { error, slip } = countVerdicts(findings);
  const done = `${upperFirst(formatCounted(findings.length, 'comparison'))} of figures and words within and between ${formatCounted(documents.length, 'release')}, passes included.`;
  if (error + slip === 0) return `${done} Nothing was found that cannot be so.`;
  const figures = error > 0 ? ` ${upperFirst(formatCounted(error, 'figure'))} cannot be so as printed.` : '';
  const words =
    slip > 0
      ? ` ${upperFirst(formatCounted(slip, 'slip'))} ${slip === 1 ? 'is' : 'are'} in words, labels, dates or headings.`
      : '';
  return `${done}${figures}${words}`;
}
