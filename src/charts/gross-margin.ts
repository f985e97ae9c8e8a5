import type { Concept } from '../model/concept.ts';
import { lowerFirst } from '../model/format.ts';
import type { Period } from '../model/period.ts';
import { certainSign, minus, percentage, type Quantity } from '../model/quantity.ts';
import type { Settled } from '../model/settled.ts';
import { findYearBefore, periodBefore } from '../model/year-before.ts';
import type { Chart, ChartCell } from './chart.ts';
import { composeChart } from './compose-chart.ts';
import { isFact } from './figures-csv.ts';
import { dumbbell } from './forms/dumbbell.ts';
import { partLabel, statedParts } from './reading/breakdown.ts';
import { changeFrom, type MeasuredAmount } from './reading/measured.ts';
import { findAmount, moneyReader, type Reader } from './reading/reader.ts';
import { conceptsWhere } from './reading/vocabulary.ts';
import { scaleFor } from './scale.ts';
import { formatPercent, percentCell } from './wording.ts';

const REVENUE = 'Revenues';
const COST = 'CostOfRevenue';

interface Margin {
  readonly label: string;
  /** What was earned, and what it cost. */
  readonly concepts: readonly [revenue: string, cost: string];
  readonly before: Ratio | undefined;
  readonly now: Ratio | undefined;
  readonly strong: boolean;
}

interface Ratio extends Quantity {
  readonly cell: ChartCell;
  readonly text: string;
  readonly facts: MeasuredAmount['facts'];
}

/** Gross margin of each service, this year and last: for every part of revenue whose cost is told. */
export const grossMargin: Chart = (facts, period, issuer) => {
  const read = moneyReader(facts, issuer.reportingCurrency);
  const known = rankKnown(readServices(facts, read, [periodBefore(issuer, period.period), period.period]));
  if (known.length < 2) return undefined;
  const isCompared = known.some(({ before }) => before !== undefined);
  const rows = [
    ...known,
    ...readTotal(facts, read, [isCompared ? periodBefore(issuer, period.period) : '', period.period]),
  ];
  const amount = ({ concepts }: Margin, which: 0 | 1) => read(concepts[which], period.period);
  const amounts = rows.flatMap((row) => [amount(row, 0), amount(row, 1)]).filter((one) => one !== undefined);
  const scale = scaleFor(amounts, facts);
  const names = [findYearBefore(issuer, period)?.label ?? 'Year before', period.label] as const;
  const years = isCompared ? `${names[0]} and ${names[1]}` : names[1];
  return composeChart({
    name: 'gross-margin',
    question: 'profit',
    size: 'half',
    title: isCompared ? changeTitle(known) : singleTitle(known),
    unit: `Gross margin, % of revenue, ${years}`,
    rows,
    scale,
    columns: [
      [names[0], ({ before }) => before?.cell ?? ''],
      [names[1], ({ now }) => now?.cell ?? ''],
      [`Revenue, ${names[1]}, ${scale.name}`, (row) => scale.cell(amount(row, 0))],
      [`Cost, ${names[1]}, ${scale.name}`, (row) => scale.cell(amount(row, 1))],
    ],
    summary: {
      lead: `Gross margin in percent of revenue, ${years}`,
      each: ({ label, before, now }) =>
        [lowerFirst(label), before?.text, before && 'and', now?.text].filter(Boolean).join(' '),
      hasCommas: true,
    },
    note: rows.some(isWorkedOut)
      ? 'Margins that no document prints are worked out from revenue and cost.'
      : '',
    sources: rows.flatMap(({ before, now }) => [...(before?.facts ?? []), ...(now?.facts ?? [])]),
    plot: (width) => dumbbell(rows, { width, names, zero: '0%' }),
  });
};

type BothDates = readonly [earlier: Period, now: Period];

/** The margin of each service at both dates. */
const readServices = (facts: Settled, read: Reader, [earlier, now]: BothDates): Margin[] =>
  findServices(
    [earlier, now].filter((at) => read(REVENUE, at)),
    read,
  ).map(({ service, profit, cost }) => ({
    label: partLabel(service),
    concepts: [service.id, cost],
    before: marginAt(facts, read, { profit, revenue: service }, earlier),
    now: marginAt(facts, read, { profit, revenue: service }, now),
    strong: false,
  }));

/** The margin of the whole, where it is known as far as that of its parts. */
function readTotal(facts: Settled, read: Reader, [earlier, at]: BothDates): Margin[] {
  const before = earlier === '' ? undefined : totalMargin(facts, read, earlier);
  const now = totalMargin(facts, read, at);
  if (!now || (earlier !== '' && !before)) return [];
  return [{ label: 'All services', concepts: [REVENUE, COST], before, now, strong: true }];
}

/** Services known of both years, those that gained most first; if none are, those of this year, the widest first. */
function rankKnown(services: readonly Margin[]): Margin[] {
  const both = services.filter(({ before, now }) => before && now).sort((a, b) => moved(b) - moved(a));
  if (both.length > 0) return both;
  const now = services.filter((row) => row.now).map((row) => ({ ...row, before: undefined }));
  return now.sort((a, b) => (b.now?.value ?? 0) - (a.now?.value ?? 0));
}

/** The widest and the narrowest margin, where there is nothing to compare with. */
function singleTitle(rows: readonly Margin[]): string {
  const [best, worst] = [rows[0] as Margin, rows.at(-1) as Margin];
  const widest = `Gross margin was widest in ${lowerFirst(best.label)}, at ${best.now?.text}`;
  return worst.now && certainSign(worst.now) === -1
    ? `${widest}; ${lowerFirst(worst.label)} made a gross loss`
    : widest;
}

const isWorkedOut = ({ before, now }: Margin): boolean =>
  [before, now].some((ratio) => ratio && !isFact(ratio.cell));

const moved = ({ before, now }: Margin): number => (before && now ? now.value - before.value : 0);

interface Service {
  readonly service: Concept;
  readonly profit: Concept;
  readonly cost: string;
}

/** Parts of revenue of which the vocabulary has a profit: revenue of the part less a part of the cost of revenue. */
function findServices(periods: readonly Period[], read: Reader): Service[] {
  const revenues = statedParts(REVENUE, periods, read);
  const costs = new Set(statedParts(COST, periods, read).map(({ concept }) => concept.id));
  return revenues.flatMap(({ concept: service }) => {
    const [profit] = conceptsWhere(({ sums = [] }) =>
      sums.some((weights) => weights[service.id] === 1 && findCost(weights, costs) !== undefined),
    );
    const cost = profit?.sums?.flatMap((weights) => findCost(weights, costs) ?? [])[0];
    return profit && cost !== undefined ? [{ service, profit, cost }] : [];
  });
}

const findCost = (
  weights: Readonly<Record<string, 1 | -1>>,
  costs: ReadonlySet<string>,
): string | undefined =>
  Object.keys(weights).length === 2
    ? Object.keys(weights).find((id) => weights[id] === -1 && costs.has(id))
    : undefined;

/** The ratio that a document states, else the profit over the revenue, the profit itself worked out if need be. */
function marginAt(
  facts: Settled,
  read: Reader,
  { profit, revenue }: { profit: Concept; revenue: Concept },
  at: Period,
): Ratio | undefined {
  const [ratio] = conceptsWhere(({ ratio: of }) => of?.of === profit.id && of.to === revenue.id);
  return (
    findStatedRatio(facts, ratio, at) ??
    workedOut(read(profit.id, at) ?? lessCost(profit, revenue.id, at, read), read(revenue.id, at))
  );
}

function totalMargin(facts: Settled, read: Reader, at: Period): Ratio | undefined {
  const [ratio] = conceptsWhere(({ ratio: of }) => of?.of === 'GrossProfit' && of.to === REVENUE);
  const [revenue, cost] = [read(REVENUE, at), read(COST, at)];
  return (
    findStatedRatio(facts, ratio, at) ??
    workedOut(read('GrossProfit', at) ?? (revenue && cost && changeFrom(revenue, cost)), revenue)
  );
}

function findStatedRatio(facts: Settled, concept: Concept | undefined, at: Period): Ratio | undefined {
  const stated =
    concept &&
    (findAmount(facts, { concept: concept.id, period: at, aspect: 'ratio', unit: 'percent' }) ??
      findAmount(facts, { concept: concept.id, period: at, unit: 'percent' }));
  return stated?.fact && { ...stated, cell: stated.fact, text: formatPercent(stated) };
}

function lessCost(profit: Concept, revenue: string, at: Period, read: Reader): MeasuredAmount | undefined {
  const cost = profit.sums?.flatMap((weights) =>
    Object.keys(weights).filter((id) => weights[id] === -1 && weights[revenue] === 1),
  )[0];
  const [earned, spent] = [read(revenue, at), cost === undefined ? undefined : read(cost, at)];
  return earned && spent && changeFrom(earned, spent);
}

function workedOut(
  profit: MeasuredAmount | undefined,
  revenue: MeasuredAmount | undefined,
): Ratio | undefined {
  const ratio = profit && revenue && certainSign(revenue) === 1 ? percentage(profit, revenue) : undefined;
  if (!profit || !revenue || !ratio) return undefined;
  const text = formatPercent(ratio);
  return {
    ...ratio,
    text,
    cell: percentCell(ratio, text),
    facts: [...new Set([...profit.facts, ...revenue.facts])],
  };
}

/** What moved most; a margin that turned from loss to profit, or back, before all else. */
function changeTitle(rows: readonly Margin[]): string {
  const turned = rows.find(
    ({ before, now }) => before && now && certainSign(before) * certainSign(now) === -1,
  );
  const [best, worst] = [rows[0] as Margin, rows.at(-1) as Margin];
  if (turned) {
    const away = (turned.now as Ratio).value > 0;
    const other = away ? worst : best;
    const told = `${turned.label} ${away ? 'left its gross loss behind' : 'slipped into a gross loss'}`;
    if (other === turned || !changed(other)) return told;
    return moved(other) < 0
      ? `${told}; ${lowerFirst(other.label)} slipped`
      : `${told}; ${lowerFirst(other.label)} gained`;
  }
  if (!changed(best) && !changed(worst)) return 'Gross margins of all services stayed where they were';
  if (moved(worst) >= 0)
    return `Gross margin widened most in ${lowerFirst(best.label)}, to ${best.now?.text}`;
  if (moved(best) <= 0)
    return `Gross margin narrowed most in ${lowerFirst(worst.label)}, to ${worst.now?.text}`;
  return `Gross margin widened in ${lowerFirst(best.label)} and narrowed in ${lowerFirst(worst.label)}`;
}

/** Whether the printed ratios differ. */
const changed = ({ before, now }: Margin): boolean =>
  before !== undefined &&
  now !== undefined &&
  certainSign(minus(now, before)) !== 0 &&
  before.text !== now.text;
