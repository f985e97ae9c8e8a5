import type { Period } from '../model/period.ts';
import { certainSign, minus, percentage, type Quantity } from '../model/quantity.ts';
import type { Chart, TableSum } from './chart.ts';
import { composeChart } from './compose-chart.ts';
import { type BridgeRow, bridge } from './forms/bridge.ts';
import { findParts, finestParts, listWays, remainder, type WeightedPart } from './reading/breakdown.ts';
import { type Addend, added, type MeasuredAmount, weighted } from './reading/measured.ts';
import { moneyReader, type Reader } from './reading/reader.ts';
import { findConceptById } from './reading/vocabulary.ts';
import { type AmountScale, scaleFor } from './scale.ts';
import { formatPercent, hatchNote, percentCell, sizePercent } from './wording.ts';

const TOP = 'Revenues';
/** Where a statement may end, the line that belongs to the shareholders first. */
const BOTTOMS = ['NetIncomeLoss', 'ProfitLoss'];
/** Costs that the statement takes off revenue before a total that many leave out and readers ask for. */
const COST = 'CostOfRevenue';
const GROSS = 'GrossProfit';
const MOST_PARTS = 5;
/** The lines from a total on are drawn larger where they all stay within this share of revenue. */
const ENLARGED = 0.4;

interface Line {
  readonly concept: string;
  readonly label: string;
  readonly amount: MeasuredAmount;
  readonly kind: 'total' | 'step';
}

/** From revenue to net income: the income statement as a bridge, costs in parts, with the totals it has. */
export const revenueToNetIncome: Chart = (facts, period, issuer) => {
  const read = moneyReader(facts, issuer.reportingCurrency);
  const bottom = BOTTOMS.find((id) => read(id, period.period));
  const revenue = read(TOP, period.period);
  const lines = bottom && findLines(bottom, period.period, read);
  if (!lines || !revenue || certainSign(revenue) !== 1) return undefined;
  const scale = scaleFor(
    lines.map(({ amount }) => amount),
    facts,
  );
  const perHundred = `Of each ${issuer.reportingCurrency} 100`;
  return composeChart({
    name: 'revenue-to-net-income',
    question: 'profit',
    size: 'half',
    title: hundredTitle(lines, revenue, issuer.reportingCurrency),
    unit: `From revenue to net income, ${period.label}, ${scale.name}`,
    rows: lines.map((line) => ({ ...line, strong: line.kind === 'total' })),
    scale,
    columns: [
      [period.label, ({ amount }) => scale.cell(amount)],
      [perHundred, ({ amount }) => percentCell(percentage(amount, revenue), shareText(amount, revenue))],
    ],
    sums: findSums(lines),
    summary: {
      lead: `Bridge from revenue to net income in ${scale.name}`,
      each: ({ label, amount }) => `${label} ${scale.figure(amount)}`,
    },
    hatched: hatchNote(lines),
    plot: (width) =>
      bridge(drawLines(lines, revenue, scale), { width, heads: [scale.name, perHundred], quiet: [1] }),
  });
};

/**
 * The lines of the statement from the top down to a total, each total after the steps that lead to it; of several
 * ways down the one that passes most totals.
 */
function findLines(total: string, period: Period, read: Reader): Line[] | undefined {
  const amount = read(total, period);
  if (!amount) return undefined;
  const end: Line = { concept: total, label: conceptName(total), amount, kind: 'total' };
  if (total === TOP) return [end];
  const ways = listWays(total, period, read).flatMap((parts) =>
    parts.flatMap((from) => {
      const above = from.weight === 1 ? findLines(from.concept.id, period, read) : undefined;
      if (!above) return [];
      const others = parts.filter((part) => part !== from);
      const steps =
        from.concept.id === TOP
          ? costLines(others, total, above, period, read)
          : others.flatMap((part) => makeStep(part, period, read));
      return [[...above, ...steps, ...findRest(amount, parts, period, read), end]];
    }),
  );
  return ways.reduce<Line[] | undefined>(
    (best, way) => (best && countTotals(best) >= countTotals(way) ? best : way),
    undefined,
  );
}

/** Each total is the one before it with the steps between. */
const findSums = (lines: readonly Line[]): TableSum[] =>
  lines.flatMap(({ kind }, total): TableSum[] => {
    const from = lines.findLastIndex((line, index) => index < total && line.kind === 'total');
    if (kind !== 'total' || from < 0) return [];
    const parts = Array.from({ length: total - from }, (_, step) => [from + step, 1] as const);
    return [{ total, parts, columns: [0, 1] }];
  });

const countTotals = (lines: readonly Line[]): number => lines.filter(({ kind }) => kind === 'total').length;

/** Costs in their parts, with the gross profit after the cost of revenue where that is not the total they lead to. */
function costLines(
  parts: readonly WeightedPart[],
  total: string,
  above: readonly Line[],
  period: Period,
  read: Reader,
): Line[] {
  const flat = parts.flatMap((part) =>
    part.concept.id === COST ? [part] : within(part, findParts(part.concept.id, [period], read)),
  );
  return flat.flatMap((part) => {
    const finer = within(part, finestParts(part.concept.id, [period], read, MOST_PARTS));
    const steps = finer.flatMap((of) => makeStep(of, period, read));
    const isWanted = part.concept.id === COST && total !== GROSS;
    return isWanted ? [...steps, grossProfit([...above, ...steps], period, read)] : steps;
  });
}

/** The parts of a part with its own sign, or itself where it has none. */
const within = (part: WeightedPart, parts: readonly WeightedPart[] | undefined): readonly WeightedPart[] =>
  parts?.map(({ concept, weight }) => ({ concept, weight: (weight * part.weight) as 1 | -1 })) ?? [part];

function makeStep({ concept, weight }: WeightedPart, period: Period, read: Reader): Line[] {
  const amount = read(concept.id, period);
  return amount
    ? [{ concept: concept.id, label: concept.label, amount: weighted(amount, weight), kind: 'step' }]
    : [];
}

const grossProfit = (lines: readonly Line[], period: Period, read: Reader): Line => ({
  concept: GROSS,
  label: conceptName(GROSS),
  amount: read(GROSS, period) ?? added(lines.map(({ amount }): Addend => [amount, 1])),
  kind: 'total',
});

/** What the parts leave of a total that they do not make up. */
function findRest(
  total: MeasuredAmount,
  parts: readonly WeightedPart[],
  period: Period,
  read: Reader,
): Line[] {
  const stated = parts.flatMap(({ concept, weight }): Addend[] => {
    const amount = read(concept.id, period);
    return amount ? [[amount, weight]] : [];
  });
  const rest = remainder(total, stated);
  return rest ? [{ concept: '', label: 'Not in the lines above', amount: rest, kind: 'step' }] : [];
}

const conceptName = (concept: string): string => findConceptById(concept)?.label ?? concept;

const shareText = (amount: MeasuredAmount, revenue: MeasuredAmount): string =>
  formatPercent(percentage(amount, revenue) ?? amount).replace('%', '');

function drawLines(lines: readonly Line[], revenue: MeasuredAmount, scale: AmountScale): BridgeRow[] {
  const enlarged = findEnlarged(lines, revenue);
  return lines.flatMap(({ label, amount, kind }, index): BridgeRow[] => {
    const row: BridgeRow = {
      kind,
      label,
      value: amount.value,
      cells: [scale.figure(amount), shareText(amount, revenue)],
      strong: kind === 'total',
      derived: kind === 'total' && amount.derived,
      hatched: amount.derived,
      ...(kind === 'step' && { tone: amount.value < 0 ? 'before' : 'up' }),
    };
    return index === enlarged ? [row, { ...row, enlarged: true }] : [row];
  });
}

/** The first total from which on all lines are small beside revenue, if enough of them follow. */
function findEnlarged(lines: readonly Line[], revenue: MeasuredAmount): number {
  return lines.findIndex(({ kind, amount }, index) => {
    const totals = lines.slice(index).filter((line) => line.kind === 'total');
    const small = totals.every((total) => Math.abs(total.amount.value) < ENLARGED * revenue.value);
    return kind === 'total' && index > 0 && amount.value > 0 && small && lines.length - index > 3;
  });
}

/** What was left of each hundred of revenue; right for profits, losses and for losses that operations did not make. */
function hundredTitle(lines: readonly Line[], revenue: MeasuredAmount, currency: string): string {
  const profit = lines.at(-1) as Line;
  const gross = lines.find(({ concept }) => concept === GROSS);
  const operating = lines.find(({ concept }) => concept === 'OperatingIncomeLoss');
  const hundred = `each ${currency} 100 of revenue`;
  const left = percentage(profit.amount, revenue) as Quantity;
  const owners = profit.concept === 'NetIncomeLoss' ? 'reached the shareholders' : 'remained as net income';
  if (certainSign(profit.amount) === 0) return `Nothing was left of revenue after costs and taxes`;
  if (left.value < 0 && operating && operating.amount.value > 0)
    return `Operations earned ${whole(percentage(operating.amount, revenue))} of ${hundred}, and yet the bottom line is a loss of ${whole(left)}`;
  if (left.value < 0) return `For ${hundred} the bottom line is a loss of ${whole(left)}`;
  if (operating && operating.amount.value < 0)
    return `Operations lost ${whole(percentage(operating.amount, revenue))} on ${hundred}; other income turned it into a profit of ${whole(left)}`;
  const cost = gross && percentage(minus(revenue, gross.amount), revenue);
  if (!cost) return `Of ${hundred}, ${whole(left)} ${owners}`;
  return `Of ${hundred}, ${whole(cost)} went on providing it and ${whole(left)} ${owners}`;
}

/** A share of a hundred, without its sign: whole, or a tenth where it is less than two. */
function whole(share: Quantity | undefined): string {
  if (!share) return 'some';
  return sizePercent(share, Math.abs(share.value) < 2 ? 1 : 0).replace('%', '');
}
