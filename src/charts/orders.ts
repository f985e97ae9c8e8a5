import type { Concept } from '../model/concept.ts';
import type { Fact } from '../model/fact.ts';
import { closing, type Period } from '../model/period.ts';
import { exactly, growthOf, type Quantity, quantityOf, signOf } from '../model/quantity.ts';
import type { Settled } from '../model/settled.ts';
import { periodBefore } from '../model/year-before.ts';
import type { Cell, Chart, ChartSpec } from './chart.ts';
import { rateRows } from './forms/rate-rows.ts';
import type { Measured } from './reading/measured.ts';
import { findAmount } from './reading/reader.ts';
import { conceptOf } from './reading/vocabulary.ts';
import {
  cellOf,
  figure,
  grewBy,
  inSentence,
  listedLong,
  movedBy,
  percentCell,
  type Scale,
  scaleFor,
  signedPercent,
  unitOf,
} from './wording.ts';

/** Orders won in the period and orders in hand at its end; the vocabulary knows their parts. */
const ORDERS = ['OrdersReceived', 'OrderBacklog', 'RevenueRemainingPerformanceObligation'];

interface Order {
  readonly name: string;
  readonly amount: Measured;
  readonly growth: Quantity | undefined;
  readonly rate: Fact | undefined;
}

/** Orders received and backlog with their growth, often told in prose alone: the rate as printed, else worked out. */
export const orders: Chart = (facts, period, issuer): ChartSpec | undefined => {
  const unit = issuer.reportingCurrency;
  const rows = leaves([...new Set(ORDERS.flatMap(withParts))], facts, period.period, unit).flatMap(
    (concept) =>
      orderOf(facts, concept, { now: period.period, before: periodBefore(issuer, period.period) }, unit),
  );
  if (rows.length < 2 || rows.every(({ growth }) => !growth)) return undefined;
  const scale = scaleFor(
    rows.map(({ amount }) => amount),
    facts,
  );
  return {
    name: 'orders',
    question: 'operations',
    size: 'half',
    title: titleOf(rows),
    unit: `Orders received in ${period.label} and backlog at its end: change on the year, and ${unitOf(scale)}`,
    summary: `Orders and backlog, ${unitOf(scale)}, and change on the year: ${listedLong(rows.map((row) => `${inSentence(row.name)} ${figure(row.amount, scale)}${row.growth ? `, ${movedBy(row.growth)}` : ''}`))}.`,
    table: {
      header: ['', unitOf(scale), 'In %'],
      rows: rows.map((row) => ({ label: row.name, cells: [cellOf(row.amount, scale), rateCell(row)] })),
      scale: scale.power,
      places: scale.places,
    },
    note: '',
    sources: rows.flatMap(({ amount, rate }) => [...amount.facts, ...(rate ? [rate] : [])]),
    plot: (width) =>
      rateRows(
        rows.map((row, index) => drawn(row, index, rows, scale)),
        {
          width,
          heads: [unitOf(scale)],
          narrow: {
            head: unitOf(scale),
            cell: (index) => figure(rows[index]?.amount ?? exactly(0), scale),
          },
        },
      ),
  };
};

/** A measure and all that it is the sum of, parts of parts too. */
function withParts(id: string): readonly Concept[] {
  const concept = conceptOf(id);
  const parts = new Set((concept?.sums ?? []).flatMap((weights) => Object.keys(weights)));
  return concept ? [concept, ...[...parts].flatMap(withParts)] : [];
}

/** Without totals whose parts are all told. */
function leaves(
  concepts: readonly Concept[],
  facts: Settled,
  period: Period,
  unit: string,
): readonly Concept[] {
  const isKnown = (id: string): boolean => amountAt(facts, conceptOf(id), period, unit) !== undefined;
  return concepts.filter(
    ({ id, sums = [] }) => isKnown(id) && !sums.some((weights) => Object.keys(weights).every(isKnown)),
  );
}

function amountAt(
  facts: Settled,
  concept: Concept | undefined,
  period: Period,
  unit: string,
): Measured | undefined {
  return (
    concept &&
    findAmount(facts, {
      concept: concept.id,
      period: concept.periodType === 'instant' ? closing(period) : period,
      unit,
    })
  );
}

function orderOf(
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
  const growth = rate ? quantityOf(rate) : before && growthOf(amount, before);
  return [{ name: concept.label, amount, growth, rate }];
}

const textOf = ({ growth }: Order): string => (growth ? signedPercent(growth) : '–');
const rateCell = (row: Order): Cell => row.rate ?? percentCell(row.growth, textOf(row));

const drawn = (row: Order, index: number, rows: readonly Order[], scale: Scale) => ({
  label: row.name,
  rate: row.growth?.value,
  text: textOf(row),
  cells: [figure(row.amount, scale)],
  strong: index === fastest(rows),
  derived: row.amount.derived,
});

/** Index of the row that the title speaks of. */
const fastest = (rows: readonly Order[]): number =>
  rows.reduce(
    (best, { growth }, index) =>
      Math.abs(growth?.value ?? 0) > Math.abs(rows[best]?.growth?.value ?? 0) ? index : best,
    0,
  );

function titleOf(rows: readonly Order[]): string {
  const known = rows.filter(({ growth }) => growth) as (Order & { growth: Quantity })[];
  const lead = rows[fastest(rows)] as Order;
  const told = lead.growth ? `${lead.name} ${grewBy(lead.growth, ['rose', 'fell'])}` : lead.name;
  const up = known.filter(({ growth }) => signOf(growth) === 1).length;
  if (known.length > 1 && up === rows.length) return `Orders and backlog rose; ${inSentence(told)}`;
  if (known.length > 1 && known.length === rows.length && up === 0)
    return `Orders and backlog did not rise; ${inSentence(told)}`;
  return told;
}
