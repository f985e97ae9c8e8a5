import { formatDate, upperFirst } from '../model/format.ts';
import { closing, opening, type Period } from '../model/period.ts';
import { certainSign, meets } from '../model/quantity.ts';
import type { Chart } from './chart.ts';
import { composeChart, sumBelow } from './compose-chart.ts';
import { type BridgeRow, bridge } from './forms/bridge.ts';
import { findParts, listWays } from './reading/breakdown.ts';
import { type Addend, added, changeFrom, type MeasuredAmount, weighted } from './reading/measured.ts';
import { moneyReader, type Reader } from './reading/reader.ts';
import { findConceptById } from './reading/vocabulary.ts';
import { type AmountScale, scaleFor } from './scale.ts';
import { hatchNote, isAllZero } from './wording.ts';

const CHANGE = 'CashAndCashEquivalentsPeriodIncreaseDecrease';
const CASH = [
  'CashAndCashEquivalentsAtCarryingValue',
  'CashCashEquivalentsRestrictedCashAndRestrictedCashEquivalents',
];
const OPERATING = 'NetCashProvidedByUsedInOperatingActivities';
const INVESTING = 'NetCashProvidedByUsedInInvestingActivities';
const FINANCING = 'NetCashProvidedByUsedInFinancingActivities';
/** Rows of a kind of activity that are told by themselves; the rest of it is one row. */
const MOST_TOLD = 2;

interface Flow {
  readonly label: string;
  readonly amount: MeasuredAmount;
  /** The cash itself, at either end. */
  readonly strong?: boolean;
}

/** From the cash at the start to the cash at the end: operations, then the largest payments of each other kind. */
export const cashBridge: Chart = (facts, period, issuer) => {
  const read = moneyReader(facts, issuer.reportingCurrency);
  const [start, end] = [opening(period.period), closing(period.period)];
  const cash = CASH.find((id) => read(id, end));
  const [from, to] = [cash && read(cash, start), cash && read(cash, end)];
  const [operating, investing, financing] = [OPERATING, INVESTING, FINANCING].map((id) =>
    read(id, period.period),
  );
  if (!from || !to || !operating || !investing || !financing) return undefined;
  const activities = { operating, investing, financing };
  const flows = findFlows(period.period, read, changeFrom(to, from), activities);
  if (isAllZero(flows.map(({ amount }) => amount))) return undefined;
  const rows: Flow[] = [
    { label: `Cash, ${formatDate(start)}`, amount: from, strong: true },
    ...flows,
    { label: `Cash, ${formatDate(end)}`, amount: to, strong: true },
  ];
  const scale = scaleFor([from, to, ...flows.map(({ amount }) => amount)], facts);
  return composeChart({
    name: 'cash-bridge',
    question: 'cash',
    size: 'half',
    title: flowsTitle(activities, changeFrom(to, from), scale),
    unit: `Change in cash, ${period.label}, ${scale.name}`,
    rows,
    scale,
    columns: [[period.label, ({ amount }) => scale.cell(amount)]],
    sums: [sumBelow(0, flows.length + 1, [0])],
    summary: {
      lead: `Bridge of cash in ${scale.name}, from ${scale.figure(from)} on ${formatDate(start)} to ${scale.figure(to)} on ${formatDate(end)}`,
      each: ({ label, amount, strong }) => (strong ? '' : `${label} ${scale.signed(amount)}`),
    },
    hatched: hatchNote(flows),
    plot: (width) =>
      bridge(
        rows.map((row) => drawFlow(row, scale)),
        { width, heads: [''] },
      ),
  });
};

const drawFlow = ({ label, amount, strong = false }: Flow, scale: AmountScale): BridgeRow => ({
  kind: strong ? 'total' : 'step',
  label,
  value: amount.value,
  cells: [strong ? scale.figure(amount) : scale.signed(amount)],
  strong,
  derived: strong && amount.derived,
  hatched: amount.derived,
});

interface Activities {
  readonly operating: MeasuredAmount;
  readonly investing: MeasuredAmount;
  readonly financing: MeasuredAmount;
}

/** Operations, the largest flows of investing and financing with what remains of each, exchange rates, the unexplained. */
function findFlows(
  period: Period,
  read: Reader,
  change: MeasuredAmount,
  { operating, investing, financing }: Activities,
): Flow[] {
  const others = (listWays(CHANGE, period, read)[0] ?? []).filter(
    ({ concept }) => ![OPERATING, INVESTING, FINANCING].includes(concept.id),
  );
  const flows = [
    { label: 'Operating activities', amount: operating },
    ...findLargest(INVESTING, investing, 'investing', period, read),
    ...findLargest(FINANCING, financing, 'financing', period, read),
    ...others.flatMap(({ concept, weight }): Flow[] => {
      const amount = read(concept.id, period);
      return amount && amount.value !== 0
        ? [{ label: concept.label.replace(/ on cash.*$/, ''), amount: weighted(amount, weight) }]
        : [];
    }),
  ];
  const sum = added(flows.map(({ amount }): Addend => [amount, 1]));
  return meets(sum, change)
    ? flows
    : [...flows, { label: 'Not in the lines above', amount: changeFrom(change, sum) }];
}

/** The largest flows of a kind of activity that its vocabulary and the statement tell, and what remains. */
function findLargest(
  concept: string,
  total: MeasuredAmount,
  kind: string,
  period: Period,
  read: Reader,
): Flow[] {
  const whole = [{ label: `${upperFirst(kind)} activities`, amount: total }];
  const parts = findParts(concept, [period], read) ?? statedParts(concept, period, read);
  const flows = parts.flatMap(({ concept: of, weight }): Flow[] => {
    const amount = read(of.id, period);
    return amount && amount.value !== 0 ? [{ label: of.label, amount: weighted(amount, weight) }] : [];
  });
  const largest = [...flows]
    .sort((a, b) => Math.abs(b.amount.value) - Math.abs(a.amount.value))
    .slice(0, MOST_TOLD);
  if (largest.length === 0) return whole;
  const rest = changeFrom(total, added(largest.map(({ amount }): Addend => [amount, 1])));
  return certainSign(rest) === 0 ? largest : [...largest, { label: `Other ${kind}`, amount: rest }];
}

/** Parts that the statement tells although they do not make up the total: what they leave is a row of its own. */
const statedParts = (concept: string, period: Period, read: Reader) =>
  Object.entries(findConceptById(concept)?.sums?.[0] ?? {}).flatMap(([id, weight]) => {
    const part = findConceptById(id);
    return part && read(id, period) ? [{ concept: part, weight }] : [];
  });

/** Whether operations paid for investment, what financing did, and where cash went. */
function flowsTitle(
  { operating, investing, financing }: Activities,
  change: MeasuredAmount,
  scale: AmountScale,
): string {
  const free = added([
    [operating, 1],
    [investing, 1],
  ]);
  const [earned, left, raised] = [certainSign(operating), certainSign(free), certainSign(financing)];
  const rest = scale.money(free);
  const financed =
    raised === 0 ? '' : `; financing ${raised === 1 ? 'brought in' : 'took'} ${scale.money(financing)}`;
  if (earned === -1) return `Operations used ${scale.money(operating)} of cash${financed}`;
  if (left === 0) return `Operations just paid for investment${financed}`;
  if (left === 1 && certainSign(investing) === -1) return `${rest} was left after investment${financed}`;
  if (left === 1) return `Operations and investing brought in ${rest}${financed}`;
  const went =
    certainSign(change) === 0
      ? ''
      : `; cash ${change.value < 0 ? 'fell by' : 'rose by'} ${scale.money(change)}`;
  return `Investment took ${rest} more than operations brought in${raised === 1 ? financed : went}`;
}
