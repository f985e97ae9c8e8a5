import type { Issuer } from '../data/index.ts';
import type { PeriodRecord } from '../model/document.ts';
import { type Fact, isPrinted, type Printed } from '../model/fact.ts';
import type { Finding, Verdict } from '../model/finding.ts';
import { closing } from '../model/period.ts';
import { GRADES, type Grade } from '../model/verification.ts';
import { findIntervals, type IntervalPair } from './checks-intervals.ts';
import { byPlace, countByVerdict, listNotable } from './checks-lists.ts';
import { type CheckStory, makeStory } from './checks-stories.ts';
import { BY_WEIGHT } from './checks-verdicts.ts';
import type { TableView } from './table.ts';

/** How the figures of a page were verified. */
export interface PeriodChecks {
  readonly findings: readonly Finding[];
  readonly counts: Readonly<Record<Verdict, number>>;
  /** Of each verdict one that shows what it means. */
  readonly examples: Readonly<Partial<Record<Verdict, VerdictExample>>>;
  /** Those of the page's findings that are no plain pass, worst first. */
  readonly stories: readonly CheckStory[];
  readonly grades: Readonly<Record<Grade, number>>;
}

export interface VerdictExample {
  readonly finding: Finding;
  readonly fact: Printed;
  readonly intervals: IntervalPair;
}

/** The checks that concern a period: of figures about it, and of all lines of the tables that its page shows. */
export function periodChecks(
  issuer: Issuer,
  period: PeriodRecord,
  tables: readonly TableView[],
): PeriodChecks {
  const isAbout = (fact: Fact | undefined) =>
    fact?.period === period.period || fact?.period === closing(period.period);
  const isShown = ({ document, line }: Finding) =>
    tables.some(
      (table) =>
        table.document.id === document &&
        table.blocks.some(({ lines: [first, last] }) => first <= line && line <= last),
    );
  const findings = issuer.findings.filter(
    (finding) => isAbout(issuer.facts.byId(finding.facts[0] ?? '')) || isShown(finding),
  );
  return {
    findings,
    counts: countByVerdict(findings),
    examples: findExamples(issuer, findings),
    stories: listNotable(findings)
      .sort((a, b) => BY_WEIGHT.indexOf(a.verdict) - BY_WEIGHT.indexOf(b.verdict) || byPlace(a, b))
      .map((finding) => makeStory(issuer, finding)),
    grades: countByGrade(
      issuer,
      issuer.facts.statements.filter((fact) => fact.origin !== 'derived' && isAbout(fact)),
    ),
  };
}

export function countByGrade({ verification }: Issuer, facts: readonly Fact[]): Record<Grade, number> {
  const counts = Object.fromEntries(GRADES.map((grade) => [grade, 0])) as Record<Grade, number>;
  for (const { id } of facts) {
    const grade = verification.facts[id]?.grade;
    if (grade) counts[grade]++;
  }
  return counts;
}

/** How many times wider the wider of two intervals may be for an example that can be seen at a glance. */
const TELLING = 40;

export function findExamples(
  issuer: Issuer,
  findings: readonly Finding[],
): Partial<Record<Verdict, VerdictExample>> {
  const examples: Partial<Record<Verdict, VerdictExample>> = {};
  for (const finding of findings) {
    const fact = issuer.facts.byId(finding.facts[0] ?? '');
    if (!fact || !isPrinted(fact) || finding.actual === '') continue;
    const intervals = findIntervals(finding, fact);
    if (!intervals) continue;
    if (finding.verdict !== 'exact' && !isApart(intervals)) continue;
    const known = examples[finding.verdict];
    if (!known || (!isTelling(known.intervals) && isTelling(intervals)))
      examples[finding.verdict] = { finding, fact, intervals };
  }
  return examples;
}

/** Two equal numbers show nothing of what is no plain pass. */
const isApart = ({ printed, expected }: IntervalPair): boolean =>
  Math.abs(printed.value - expected.value) > 1e-9 * Math.abs(printed.value);

function isTelling({ printed, expected }: IntervalPair): boolean {
  const [a, b] = [printed.high - printed.low, expected.high - expected.low];
  return Math.max(a, b) < TELLING * Math.min(a, b);
}
