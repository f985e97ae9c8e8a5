import { agree, bestStatement, type Standing } from '../../src/model/best-statement.ts';
import {
  areRangeEnds,
  documentOf,
  type Fact,
  factKey,
  isPrinted,
  latestFirst,
  type Printed,
} from '../../src/model/fact.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { IsoDate } from '../../src/model/period.ts';
import { isBounded, meets, printedQuantity, type Quantity } from '../../src/model/quantity.ts';
import type { SettledFact } from '../../src/model/settled.ts';
import type { FactVerification, Grade, LedgerEntry } from '../../src/model/verification.ts';

/** What checking found out about statements, and how their digits are to be taken. */
export interface Checks {
  readonly findings: readonly Finding[];
  readonly grades: Readonly<Record<string, Pick<FactVerification, 'grade'>>>;
  readonly ledger: readonly LedgerEntry[];
  readonly interval: (fact: Fact) => Quantity;
  /** Of a unit into which amounts are only translated: each document does so at its own rate. */
  readonly isTranslated: (unit: string) => boolean;
}

/** Where nothing was checked. */
export const NO_CHECKS: Checks = {
  findings: [],
  grades: {},
  ledger: [],
  interval: (fact) => printedQuantity(fact),
  isTranslated: () => false,
};

/** The end of checking: for each fact its one best statement, how well it is known, and all that is said of it. */
export function settle(facts: readonly Fact[], checks: Checks): SettledFact[] {
  const standing = makeStanding(checks, facts);
  const findGrade = gradeFinder(facts, checks.grades);
  const refuted = (fact: Fact): number => Number(standing.isRefuted(fact));
  const given = daysGiven(checks.ledger, facts);
  const restated = new Set(checks.findings.flatMap((one) => (isRestated(one) ? one.facts : [])));
  const settled = [...Map.groupBy(facts, factKey).values()].flatMap((statements) => {
    const best = bestStatement(statements, standing);
    if (!best) return [];
    const isOpen = !checks.isTranslated(best.unit) && isDisputed(best, statements, standing, restated);
    const others = statements.filter((fact) => fact !== best);
    const ids = [best, ...others.toSorted((a, b) => refuted(a) - refuted(b))].map(({ id }) => id);
    return [
      {
        best,
        settled: { statements: ids, grade: findGrade(best), isOpen, given: given.get(factKey(best)) ?? '' },
      },
    ];
  });
  return settled.sort((a, b) => byPlace(a.best, b.best)).map(({ settled: one }) => one);
}

/** What checking holds of each statement. */
export function makeStanding(
  { findings, grades, ledger, interval }: Checks,
  facts: readonly Fact[],
): Standing {
  const replaced = replacedTargets(ledger, facts, interval);
  return {
    interval,
    isRefuted: ({ id }) => grades[id]?.grade === 'disputed' || replaced.has(id),
    isProven: ({ id }) => grades[id]?.grade === 'proven',
    isMoved: hasIdAmong(new Set(findings.flatMap((one) => (isMoved(one) ? (one.facts[0] ?? []) : [])))),
  };
}

/** Holds nothing but the ids, however long it is asked. */
export const hasIdAmong =
  (ids: ReadonlySet<string>): ((fact: Fact) => boolean) =>
  ({ id }) =>
    ids.has(id);

/** Rules that compare statements of one number. */
const SAME: ReadonlySet<string> = new Set(['statements', 'scale', 'prose', 'documents', 'total']);

/** Whether a comparison shows that the last digit of its first figure was moved. */
export const isMoved = ({ rule, verdict }: Pick<Finding, 'rule' | 'verdict'>): boolean =>
  verdict === 'footing' && SAME.has(rule);
const isRestated = ({ rule, verdict }: Finding): boolean => verdict === 'basis' && SAME.has(rule);

/** Statements of a target that a later one has taken the place of. */
function replacedTargets(
  ledger: readonly LedgerEntry[],
  facts: readonly Fact[],
  interval: Checks['interval'],
): ReadonlySet<string> {
  const byId = new Map(facts.filter(isPrinted).map((fact) => [fact.id, fact]));
  const holding = new Map<string, readonly Printed[]>();
  for (const { statements } of ledger) {
    const given = statements.flatMap(({ fact }) => byId.get(fact) ?? []);
    const last = given.slice(areRangeEnds(given.at(-2), given.at(-1)) ? -2 : -1);
    if (last[0]?.basis === 'target') holding.set(factKey(last[0]), last);
  }
  const replaced = facts.filter((fact) => {
    const last = fact.basis === 'target' ? holding.get(factKey(fact)) : undefined;
    return last && !last.some((one) => Number(one.value) === Number(fact.value) || meet(one, fact));
  });
  return new Set(replaced.map(({ id }) => id));

  function meet(a: Fact, b: Fact): boolean {
    const [first, second] = [interval(a), interval(b)];
    return isBounded(first) && isBounded(second) && meets(first, second);
  }
}

/** The days on which targets were given as they now hold, by the key of the fact. */
function daysGiven(ledger: readonly LedgerEntry[], facts: readonly Fact[]): ReadonlyMap<string, IsoDate> {
  const byId = new Map(facts.map((fact) => [fact.id, fact]));
  return new Map(
    ledger.flatMap(({ statements }) => {
      const last = statements.at(-1);
      const fact = last && byId.get(last.fact);
      return fact?.basis === 'target' ? [[factKey(fact), last?.given ?? ''] as const] : [];
    }),
  );
}

/** A statement that stands gives another number, and no restatement explains it. */
const isDisputed = (
  best: Fact,
  statements: readonly Fact[],
  standing: Standing,
  restated: ReadonlySet<string>,
): boolean =>
  best.basis !== 'target' &&
  statements.some(
    (fact) =>
      !standing.isRefuted(fact) &&
      !(restated.has(fact.id) && documentOf(fact) !== documentOf(best)) &&
      !agree(fact, best, standing),
  );

/** From worst to best; what is worked out is as good as the worst of what it rests on, and never proven. */
const ORDER: readonly Grade[] = ['unsure', 'disputed', 'single', 'supported', 'proven'];

/** The grade of a statement: a printed one's own, of a derived one the least of its inputs', at most `supported`. */
export function gradeFinder(facts: readonly Fact[], grades: Checks['grades']): (fact: Fact) => Grade {
  const byId = new Map(facts.map((fact) => [fact.id, fact]));
  const findGrade = (fact: Fact): Grade => {
    if (fact.doubt !== '') return 'unsure';
    if (fact.origin !== 'derived') return grades[fact.id]?.grade ?? 'single';
    const inputs = fact.inputs.flatMap((id) => byId.get(id) ?? []).map(findGrade);
    return (
      ORDER[Math.min(ORDER.indexOf('supported'), ...inputs.map((grade) => ORDER.indexOf(grade)))] ?? 'single'
    );
  };
  return findGrade;
}

/** Printed before derived, the latest document first, in the order of the text. */
const byPlace = (a: Fact, b: Fact): number => latestFirst(a, b) || compare(a.id, b.id);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
