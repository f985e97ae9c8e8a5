import { concepts } from '../concepts/index.ts';
import type { Issuer } from '../data/index.ts';
import { areRangeEnds, type Fact, isPrinted, type Printed } from '../model/fact.ts';
import { formatAmount, formatDate, formatUnit, printedScale, upperFirst } from '../model/format.ts';
import type { LedgerEntry, RelationOutcome } from '../model/verification.ts';
import { periodBefore } from '../model/year-before.ts';
import { figureNames } from './names.ts';
import { shortPeriodName } from './periods.ts';

/** A target and what came of it, as a row of the record. */
export interface LedgerRow {
  readonly measure: string;
  readonly unit: string;
  readonly period: string;
  readonly targets: readonly LedgerTarget[];
  readonly actual: Fact | undefined;
  readonly scale: number;
  /** Decimal places of the target in its unit. */
  readonly places: number;
  readonly outcome: RelationOutcome;
  /** Actual less target, in the target's unit, and in percent of it. */
  readonly difference: string;
  readonly percent: string;
  readonly remainder: LedgerRest | undefined;
}

/** A target as it was given: one figure, or a range from one to another. */
export interface LedgerTarget {
  /** Facts, and the words around them. */
  readonly parts: readonly (string | Fact)[];
  readonly given: string;
}

/** What the rest of the year had to bring, in the target's unit. */
export interface LedgerRest {
  readonly period: string;
  readonly needed: string;
  readonly brought: Fact | undefined;
  readonly yearBefore: Fact | undefined;
  /** The same months of the year before: `2H11`. */
  readonly before: string;
}

/** Targets by the period that they are for, the latest first. */
export interface LedgerPeriod {
  readonly period: string;
  readonly rows: readonly LedgerRow[];
}

export function makeLedger(issuer: Issuer): LedgerPeriod[] {
  const byPeriod = Map.groupBy(issuer.verification.ledger, ({ period }) => period);
  return [...byPeriod]
    .sort(([a], [b]) => (a.slice(-10) < b.slice(-10) ? 1 : a.slice(-10) > b.slice(-10) ? -1 : a < b ? -1 : 1))
    .map(([period, entries]) => ({
      period: shortPeriodName(issuer.record, period),
      rows: entries.toSorted(byVocabulary).flatMap((entry) => findRow(issuer, entry) ?? []),
    }))
    .filter(({ rows }) => rows.length > 0);
}

const ORDER: ReadonlyMap<string, number> = new Map(concepts.map(({ id }, index) => [id, index]));

/** Measures as the statements have them, those that the vocabulary does not know last; of one, the whole first. */
function byVocabulary(a: LedgerEntry, b: LedgerEntry): number {
  const order = ({ concept }: LedgerEntry): number => ORDER.get(concept) ?? ORDER.size;
  return order(a) - order(b) || a.dimensions.split(';').length - b.dimensions.split(';').length;
}

function findRow(issuer: Issuer, entry: LedgerEntry): LedgerRow | undefined {
  const all = entry.statements.flatMap(({ fact, given: day }) => {
    const found = issuer.facts.byId(fact);
    return found && isPrinted(found) ? [{ fact: found, given: day === '' ? EARLIER : formatDate(day) }] : [];
  });
  const given = all.filter((one) => !isToldBefore(one, all));
  const first = given[0]?.fact;
  if (!first) return undefined;
  /** What a target was before a revision is part of it, not of its name. */
  const named = given.find((one) => one.given !== EARLIER)?.fact ?? first;
  const scale = printedScale(first);
  const places = Math.max(0, (first.decimals ?? 0) + scale);
  const told = (value: string) => (value === '' ? '' : formatAmount(value, scale, places));
  const { remainder, period, unit } = entry;
  return {
    measure: upperFirst(figureNames(issuer.facts, named).join(', ')),
    unit: formatUnit(unit, scale),
    period: shortPeriodName(issuer.record, period),
    targets: listTargets(given),
    actual: issuer.facts.byId(entry.actual),
    scale,
    places,
    outcome: entry.outcome,
    difference: told(entry.difference),
    percent: entry.differencePercent === '' ? '' : formatAmount(entry.differencePercent, 0, 1),
    remainder: remainder
      ? {
          period: shortPeriodName(issuer.record, remainder.period),
          needed: told(remainder.needed),
          brought: issuer.facts.byId(remainder.brought),
          yearBefore: issuer.facts.byId(remainder.yearBefore),
          before: shortPeriodName(issuer.record, periodBefore(issuer.record, remainder.period)),
        }
      : undefined,
  };
}

interface Given {
  readonly fact: Printed;
  readonly given: string;
}

/** Of a target whose day is not known. */
const EARLIER = 'Earlier';

/** Words before a figure that is no more than a bound. */
const BOUNDS: Readonly<Partial<Record<Fact['qualifier'], string>>> = {
  approximate: 'about ',
  over: 'over ',
  under: 'under ',
  from: 'from ',
  to: 'up to ',
};

/** The two ends of a range that stand in one line are one target, in whatever order they come. */
function listTargets(given: readonly Given[]): LedgerTarget[] {
  const endOf = ({ fact }: Given): Given | undefined =>
    given.find((end) => areRangeEnds(fact, end.fact) && fact.cell === end.fact.cell);
  const ends = new Set(given.map(endOf));
  return given
    .filter((one) => !ends.has(one))
    .map((one): LedgerTarget => {
      const end = endOf(one);
      const parts = end ? [one.fact, ' to ', end.fact] : [BOUNDS[one.fact.qualifier] ?? '', one.fact];
      return { parts, given: one.given };
    });
}

/** What a release calls its target before is told once, with the day on which it was given. */
const isToldBefore = ({ fact, given: day }: Given, all: readonly Given[]): boolean =>
  day === EARLIER &&
  all.some(
    (other) =>
      other.given !== EARLIER && other.fact.value === fact.value && other.fact.qualifier === fact.qualifier,
  );
