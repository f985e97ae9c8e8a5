import { conceptsBelow } from '../concepts/added-concepts.ts';
import type { Concept } from '../model/concept.ts';
import type { Fact } from '../model/fact.ts';
import { lowerFirst } from '../model/format.ts';
import { closing, type Period } from '../model/period.ts';
import { certainSign, growthRate, printedQuantity, type Quantity } from '../model/quantity.ts';
import type { Settled } from '../model/settled.ts';
import { periodBefore } from '../model/year-before.ts';
import type { Chart } from './chart.ts';
import { composeChart } from './compose-chart.ts';
import { rateRows } from './forms/rate-rows.ts';
import type { MeasuredAmount } from './reading/measured.ts';
import { findAmount } from './reading/reader.ts';
import { findConceptById } from './reading/vocabulary.ts';
import { scaleFor } from './scale.ts';
import { grewBy, movedBy, percentCell, signedPercent } from './wording.ts';

/** Orders won in the period and orders in hand at its end; the vocabulary knows their parts. */
const ORDERS = ['OrdersReceived', 'OrderBacklog', 'RevenueRemainingPerformanceObligation'];

interface Order {
  readonly label: string;
  readonly amount: MeasuredAmount;
  readonly growth: Quantity | undefined;
  readonly rate: Fact | undefined;
}

/** Orders received and backlog with their growth, often told in prose alone: the rate as printed, else worked out. */
export const ordersAndBacklog: Chart = (facts, period, issuer) => {
  const unit = issuer.reportingCurrency;
  const periods = { now: period.period, before: periodBefore(issuer, period.period) };
  const rows = leaves([...new Set(ORDERS.flatMap(withParts))], facts, period.period, unit).flatMap(
    (concept) => readOrder(facts, concept, periods, unit),
  );
  if (rows.length < 2 || rows.every(({ growth }) => !growth)) return undefined;
  const scale = scaleFor(
    rows.map(({ amount }) => amount),
    facts,
  );
  const fastest = findFastest(rows);
  return composeChart({
    name: 'orders',
    question: 'operations',
    size: 'half',
    title: ordersTitle(rows, fastest),
    unit: `Orders received in ${period.label} and backlog at its end: change on the year, and ${scale.name}`,
    rows,
    scale,
    columns: [
      [scale.name, ({ amount }) => scale.cell(amount)],
      ['In %', ({ rate, growth }) => rate ?? percentCell(growth, formatGrowth(growth))],
    ],
    summary: {
      lead: `Orders and backlog, ${scale.name}, and change on the year`,
      each: ({ label, amount, growth }) =>
        `${lowerFirst(label)} ${scale.figure(amount)}${growth ? `, ${movedBy(growth)}` : ''}`,
      hasCommas: true,
    },
    plot: (width) =>
      rateRows(
        rows.map((row) => ({
          label: row.label,
          rate: row.growth?.value,
          text: formatGrowth(row.growth),
          cells: [scale.figure(row.amount)],
          strong: row === fastest,
          derived: row.amount.derived,
        })),
        { width, heads: [scale.name], narrowHead: scale.name },
      ),
  });
};

/** A measure and all that it is the sum of, parts of parts too. */
function withParts(id: string): readonly Concept[] {
  const concept = findConceptById(id);
  return concept ? [concept, ...conceptsBelow(id).flatMap((part) => findConceptById(part) ?? [])] : [];
}

/** Without totals whose parts are all told. */
function leaves(
  concepts: readonly Concept[],
  facts: Settled,
  period: Period,
  unit: string,
): readonly Concept[] {
  const isKnown = (id: string): boolean => amountAt(facts, findConceptById(id), period, unit) !== undefined;
  return concepts.filter(
    ({ id, sums = [] }) => isKnown(id) && !sums.some((weights) => Object.keys(weights).every(isKnown)),
  );
}

function amountAt(
  facts: Settled,
  concept: Concept | undefined,
  period: Period,
  unit: string,
): MeasuredAmount | undefined {
  return (
    concept &&
    findAmount(facts, {
      concept: concept.id,
      period: concept.periodType === 'instant' ? closing(period) : period,
      unit,
    })
  );
}

function readOrder(
  facts: Settled,
  concept: Concept,
  periods: { readonly now: Period; readonly before: Period },
  unit: string,
): Order[] {
  const amount = amountAt(facts, concept, periods.now, unit);
  if (!amount) return [];
  const before = amountAt(facts, concept, periods.before, unit);
  const rate = facts.findAll({
    concept: concept.id,
    period: amount.fact?.period ?? periods.now,
    aspect: 'changePercent',
  })[0];
  const growth = rate ? printedQuantity(rate) : before && growthRate(amount, before);
  return [{ label: concept.label, amount, growth, rate }];
}

const formatGrowth = (growth: Quantity | undefined): string => (growth ? signedPercent(growth) : '–');

/** The row that the title speaks of. */
const findFastest = (rows: readonly Order[]): Order =>
  rows.reduce((best, row) =>
    Math.abs(row.growth?.value ?? 0) > Math.abs(best.growth?.value ?? 0) ? row : best,
  );

function ordersTitle(rows: readonly Order[], lead: Order): string {
  const known = rows.filter(({ growth }) => growth) as (Order & { growth: Quantity })[];
  const told = lead.growth ? `${lead.label} ${grewBy(lead.growth, ['rose', 'fell'])}` : lead.label;
  const up = known.filter(({ growth }) => certainSign(growth) === 1).length;
  if (known.length > 1 && up === rows.length) return `Orders and backlog rose; ${lowerFirst(told)}`;
  if (known.length > 1 && known.length === rows.length && up === 0)
    return `Orders and backlog did not rise; ${lowerFirst(told)}`;
  return told;
}
