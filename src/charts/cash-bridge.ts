import type { ConceptId } from '../concepts/index.ts';
import { formatDate, upperFirst } from '../model/format.ts';
import { closing, opening } from '../model/period.ts';
import { certainSign } from '../model/quantity.ts';
import type { Chart } from './chart.ts';
import { composeChart } from './compose-chart.ts';
import { bridge } from './forms/bridge.ts';
import { findParts, listWays, type Parts, statedWays } from './reading/breakdown.ts';
import { changeFrom, findRest, type MeasuredAmount, total, weighted } from './reading/measured.ts';
import type { PageFigures } from './reading/page.ts';
import { type AmountScale, scaleFor } from './scale.ts';
import { hatchNote, isAllZero } from './wording.ts';

const CHANGE: ConceptId = 'CashAndCashEquivalentsPeriodIncreaseDecrease';
const CASH: readonly ConceptId[] = [
  'CashAndCashEquivalentsAtCarryingValue',
  'CashCashEquivalentsRestrictedCashAndRestrictedCashEquivalents',
];
const OPERATING: ConceptId = 'NetCashProvidedByUsedInOperatingActivities';
const INVESTING: ConceptId = 'NetCashProvidedByUsedInInvestingActivities';
const FINANCING: ConceptId = 'NetCashProvidedByUsedInFinancingActivities';
/** Rows of a kind of activity that are told by themselves; the rest of it is one row. */
const MOST_TOLD = 2;

interface Flow {
  readonly label: string;
  readonly amount: MeasuredAmount;
  /** The cash itself, at either end. */
  readonly strong?: boolean;
}

type Activities = Readonly<Record<'operating' | 'investing' | 'financing', MeasuredAmount>>;

/** From the cash at the start to the cash at the end: operations, then the largest payments of each other kind. */
export const cashBridge: Chart = (page) => {
  const { facts, label: period, now, read } = page;
  const [start, end] = [opening(now), closing(now)];
  const cash = CASH.find((id) => read(id, end)) ?? '';
  const [from, to] = [read(cash, start), read(cash, end)];
  const [operating, investing, financing] = [read(OPERATING), read(INVESTING), read(FINANCING)];
  if (!from || !to || !operating || !investing || !financing) return undefined;
  const activities = { operating, investing, financing };
  const change = changeFrom(to, from);
  const flows = findFlows(change, activities, page);
  const amounts = flows.map(({ amount }) => amount);
  if (isAllZero(amounts)) return undefined;
  const rows: Flow[] = [
    { label: `Cash, ${formatDate(start)}`, amount: from, strong: true },
    ...flows,
    { label: `Cash, ${formatDate(end)}`, amount: to, strong: true },
  ];
  const scale = scaleFor([from, to, ...amounts], facts);
  return composeChart({
    name: 'cash-bridge',
    question: 'cash',
    title: flowsTitle(activities, change, scale),
    unit: `Change in cash, ${period}, ${scale.name}`,
    rows,
    scale,
    columns: [[period, ({ amount }) => scale.cell(amount)]],
    sums: { columns: [0], isRunning: true },
    summary: {
      lead: `Bridge of cash in ${scale.name}, from ${scale.figure(from)} on ${formatDate(start)} to ${scale.figure(to)} on ${formatDate(end)}`,
      each: ({ label, amount, strong }) => (strong ? '' : `${label} ${scale.signed(amount)}`),
    },
    hatched: hatchNote(amounts, 'amounts', 'other lines or other periods'),
    plot: bridge(
      rows.map(({ label, amount, strong = false }) => ({
        label,
        value: amount.value,
        cells: [strong ? scale.figure(amount) : scale.signed(amount)],
        strong,
        derived: amount.derived,
      })),
      { heads: [''] },
    ),
  });
};

/** Operations, the largest flows of investing and financing with what remains of each, exchange rates, the unexplained. */
function findFlows(
  change: MeasuredAmount,
  { operating, investing, financing }: Activities,
  page: PageFigures,
): Flow[] {
  const others = (listWays(CHANGE, page.now, page.read)[0] ?? []).filter(
    ({ concept }) => ![OPERATING, INVESTING, FINANCING].some((id) => id === concept.id),
  );
  const flows = [
    { label: 'Operating activities', amount: operating },
    ...findLargest(INVESTING, investing, 'investing', page),
    ...findLargest(FINANCING, financing, 'financing', page),
    ...readFlows(others, page).map((flow) => ({ ...flow, label: flow.label.replace(/ on cash.*$/, '') })),
  ];
  return withRest(flows, change, 'Not in the lines above');
}

/** With what the flows leave of their whole. */
function withRest(flows: readonly Flow[], whole: MeasuredAmount, label: string): Flow[] {
  const amounts = flows.map(({ amount }) => amount);
  const rest = findRest(whole, amounts);
  return rest ? [...flows, { label, amount: rest }] : [...flows];
}

/**
 * The largest flows of a kind of activity that its vocabulary and the statement tell, whether or not they make up the
 * total, and what remains.
 */
function findLargest(concept: string, whole: MeasuredAmount, kind: string, page: PageFigures): Flow[] {
  const periods = [page.now];
  const parts =
    findParts(concept, periods, page.read) ?? statedWays(concept, periods, page.read, 1)[0]?.parts ?? [];
  const largest = readFlows(parts, page)
    .sort((a, b) => Math.abs(b.amount.value) - Math.abs(a.amount.value))
    .slice(0, MOST_TOLD);
  if (largest.length === 0) return [{ label: `${upperFirst(kind)} activities`, amount: whole }];
  return withRest(largest, whole, `Other ${kind}`);
}

const readFlows = (parts: Parts, { read }: PageFigures): Flow[] =>
  parts.flatMap(({ concept, weight }): Flow[] => {
    const amount = read(concept.id);
    return amount && amount.value !== 0 ? [{ label: concept.label, amount: weighted(amount, weight) }] : [];
  });

/** Whether operations paid for investment, what financing did, and where cash went. */
function flowsTitle(
  { operating, investing, financing }: Activities,
  change: MeasuredAmount,
  scale: AmountScale,
): string {
  const free = total([operating, investing]);
  const [earned, left, raised] = [certainSign(operating), certainSign(free), certainSign(financing)];
  const rest = scale.money(free);
  const financed =
    raised === 0 ? '' : `; financing ${raised === 1 ? 'brought in' : 'took'} ${scale.money(financing)}`;
  if (earned === -1) return `Operations used ${scale.money(operating)} of cash${financed}`;
  if (left === 0) return `Operations just paid for investment${financed}`;
  if (left === 1 && certainSign(investing) === -1)
    return upperFirst(`${rest} was left after investment${financed}`);
  if (left === 1) return `Operations and investing brought in ${rest}${financed}`;
  const went =
    certainSign(change) === 0
      ? ''
      : `; cash ${change.value < 0 ? 'fell by' : 'rose by'} ${scale.money(change)}`;
  return `Investment took ${rest} more than operations brought in${raised === 1 ? financed : went}`;
}
