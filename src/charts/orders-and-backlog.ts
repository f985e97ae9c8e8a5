import { conceptsBelow } from '../concepts/added-concepts.ts';
import { type ConceptId, conceptById } from '../concepts/index.ts';
import { lowerFirst, upperFirst } from '../model/format.ts';
import { certainSign, printedQuantity } from '../model/quantity.ts';
import { printedGrowth } from '../view/printed-growth.ts';
import type { Chart } from './chart.ts';
import { composeChart } from './compose-chart.ts';
import { rateRows } from './forms/rate-rows.ts';
import { withoutTotals } from './reading/breakdown.ts';
import { type Growth, growthFrom, type MeasuredAmount } from './reading/measured.ts';
import type { PageFigures } from './reading/page.ts';
import { scaleFor } from './scale.ts';
import { grewBy, growthText, listed, movedBy, percentCell, signedPercent } from './wording.ts';

const RECEIVED: ConceptId = 'OrdersReceived';
/** Orders won in the period and orders in hand at its end; the vocabulary knows their parts. */
const ORDERS: readonly ConceptId[] = [RECEIVED, 'OrderBacklog', 'RevenueRemainingPerformanceObligation'];
const WON: ReadonlySet<string> = new Set([RECEIVED, ...conceptsBelow(RECEIVED)]);

interface Order {
  /** Orders won, else orders in hand. */
  readonly isFlow: boolean;
  readonly label: string;
  readonly amount: MeasuredAmount;
  readonly growth: Growth | undefined;
}

/** Orders received and backlog with their growth, often told in prose alone: the rate as printed, else worked out. */
export const ordersAndBacklog: Chart = (page) => {
  const rows = readOrders(page);
  if (rows.length < 2 || rows.every(({ growth }) => !growth)) return undefined;
  const scale = scaleFor(
    rows.map(({ amount }) => amount),
    page.facts,
  );
  const fastest = rows.reduce((best, row) => (speed(row) > speed(best) ? row : best));
  return composeChart({
    name: 'orders',
    question: 'operations',
    title: ordersTitle(rows, fastest),
    unit: `${unitOf(rows, page.label)}: change on the year, and ${scale.name}`,
    rows,
    scale,
    columns: [
      [scale.name, ({ amount }) => scale.cell(amount)],
      ['In %', ({ growth }) => percentCell(growth, signedPercent)],
    ],
    summary: {
      lead: `${tellKinds(rows, 'orders', 'backlog')}, ${scale.name}, and change on the year`,
      each: ({ label, amount, growth }) =>
        `${lowerFirst(label)} ${scale.figure(amount)}${growth ? `, ${movedBy(growth)}` : ''}`,
    },
    plot: rateRows(
      rows.map((row) => ({
        label: row.label,
        value: row.growth?.value,
        text: growthText(row.growth),
        cells: [scale.figure(row.amount)],
        strong: row === fastest,
        derived: row.amount.derived,
      })),
      { heads: [scale.name] },
    ),
  });
};

/** The measures of orders and all that they are the sum of, without totals whose parts are all told. */
function readOrders({ facts, earlier, read }: PageFigures): Order[] {
  const ids = new Set(ORDERS.flatMap((id) => [id, ...conceptsBelow(id)]));
  const all = [...ids].flatMap((id) => conceptById.get(id) ?? []);
  return withoutTotals(all, (id) => read(id) !== undefined).map(({ id, label }): Order => {
    const isFlow = WON.has(id);
    const amount = read(id) as MeasuredAmount;
    const before = read(id, earlier);
    if (before) return { isFlow, label, amount, growth: growthFrom(amount, before) };
    const rate = amount.fact && printedGrowth(facts, amount.fact, earlier);
    return { isFlow, label, amount, growth: rate && { ...printedQuantity(rate), rate } };
  });
}

const speed = ({ growth }: Order): number => Math.abs(growth?.value ?? 0);

function ordersTitle(rows: readonly Order[], lead: Order): string {
  const told = lead.growth ? `${lead.label} ${grewBy(lead.growth, ['rose', 'fell'])}` : lead.label;
  const signs = new Set(rows.map(({ growth }) => growth && certainSign(growth)));
  const [sign] = signs;
  if (rows.length < 2 || signs.size > 1 || !sign) return told;
  return `${tellKinds(rows, 'orders', 'backlog')} ${sign === 1 ? 'rose' : 'fell'}; ${lowerFirst(told)}`;
}

const unitOf = (rows: readonly Order[], period: string): string =>
  tellKinds(
    rows,
    `orders received in ${period}`,
    `backlog at ${rows.some(({ isFlow }) => isFlow) ? 'its end' : `the end of ${period}`}`,
  );

/** What is drawn: orders won, orders in hand, or both. */
function tellKinds(rows: readonly Order[], won: string, inHand: string): string {
  const kinds = [rows.some(({ isFlow }) => isFlow) && won, rows.some(({ isFlow }) => !isFlow) && inHand];
  return upperFirst(listed(kinds.filter((kind) => kind !== false)));
}
