import type { ConceptId } from '../concepts/index.ts';
import { certainSign, minus, percentage, type Quantity } from '../model/quantity.ts';
import { conceptLabel } from '../view/names.ts';
import type { Chart } from './chart.ts';
import { composeChart } from './compose-chart.ts';
import { type BridgeRow, bridge } from './forms/bridge.ts';
import { findParts, finestParts, listWays, type Parts, splitPart, statedIn } from './reading/breakdown.ts';
import { added, total as addUp, findRest, type MeasuredAmount, weighted } from './reading/measured.ts';
import type { PageFigures } from './reading/page.ts';
import { type AmountScale, scaleFor } from './scale.ts';
import { formatPercent, hatchNote, percentCell, sizePercent } from './wording.ts';

const TOP: ConceptId = 'Revenues';
const OPERATING: ConceptId = 'OperatingIncomeLoss';
const NET: ConceptId = 'NetIncomeLoss';
/** Where a statement may end, the line that belongs to the shareholders first. */
const BOTTOMS: readonly ConceptId[] = [NET, 'ProfitLoss'];
/** Costs that the statement takes off revenue before a total that many leave out and readers ask for. */
const COST: ConceptId = 'CostOfRevenue';
const GROSS: ConceptId = 'GrossProfit';
const MOST_PARTS = 5;
/** The lines from a total on are drawn larger where they all stay within this share of revenue. */
const ENLARGED = 0.4;

interface Line {
  readonly concept: string;
  readonly label: string;
  readonly amount: MeasuredAmount;
  /** A total, not a step that leads to one. */
  readonly strong: boolean;
}

/** From revenue to net income: the income statement as a bridge, costs in parts, with the totals it has. */
export const revenueToNetIncome: Chart = (page) => {
  const { facts, issuer, label: period, read } = page;
  const bottom = BOTTOMS.find((id) => read(id));
  const revenue = read(TOP);
  const rows = bottom && findLines(bottom, page);
  if (!rows || !revenue || certainSign(revenue) !== 1) return undefined;
  const amounts = rows.map(({ amount }) => amount);
  const scale = scaleFor(amounts, facts);
  const currency = issuer.reportingCurrency;
  const perHundred = `Of each ${currency} 100`;
  return composeChart({
    name: 'revenue-to-net-income',
    question: 'profit',
    title: hundredTitle(rows, revenue, `each ${currency} 100 of revenue`),
    unit: `From revenue to net income, ${period}, ${scale.name}`,
    rows,
    scale,
    columns: [
      [period, ({ amount }) => scale.cell(amount)],
      [perHundred, ({ amount }) => percentCell(percentage(amount, revenue), withoutMark)],
    ],
    sums: { columns: [0, 1], isRunning: true },
    summary: {
      lead: `Bridge from revenue to net income in ${scale.name}`,
      each: ({ label, amount }) => `${label} ${scale.figure(amount)}`,
    },
    hatched: hatchNote(amounts, 'amounts', 'other lines or other periods'),
    plot: bridge(drawLines(rows, revenue, scale), {
      heads: [scale.name, perHundred],
      styles: [undefined, 'quiet'],
      fall: 'before',
    }),
  });
};

const makeLine = (concept: string, amount: MeasuredAmount, strong: boolean): Line => ({
  concept,
  label: conceptLabel(concept),
  amount,
  strong,
});

/**
 * The lines of the statement from the top down to a total, each total after the steps that lead to it; of several
 * ways down the one that passes most totals.
 */
function findLines(total: string, page: PageFigures): Line[] | undefined {
  const amount = page.read(total);
  if (!amount) return undefined;
  const end = makeLine(total, amount, true);
  if (total === TOP) return [end];
  const ways = listWays(total, page.now, page.read).flatMap((parts) =>
    parts.flatMap((from) => {
      const above = from.weight === 1 ? findLines(from.concept.id, page) : undefined;
      if (!above) return [];
      const others = parts.filter((part) => part !== from);
      const steps = from.concept.id === TOP ? costLines(others, total, above, page) : readSteps(others, page);
      const told = added(statedIn(parts, page.now, page.read));
      const rest = findRest(amount, [told]);
      const left = rest
        ? [{ concept: '', label: 'Not in the lines above', amount: rest, strong: false }]
        : [];
      return [[...above, ...steps, ...left, end]];
    }),
  );
  const countTotals = (lines: readonly Line[]): number => lines.filter(({ strong }) => strong).length;
  return ways.toSorted((a, b) => countTotals(b) - countTotals(a))[0];
}

/** Costs in their parts, with the gross profit after the cost of revenue where that is not the total they lead to. */
function costLines(parts: Parts, total: string, above: readonly Line[], page: PageFigures): Line[] {
  const { now, read } = page;
  const flat = parts.flatMap((part) =>
    part.concept.id === COST ? [part] : splitPart(part, findParts(part.concept.id, [now], read)),
  );
  return flat.flatMap((part) => {
    const finer = splitPart(part, finestParts(part.concept.id, [now], read, MOST_PARTS));
    const steps = readSteps(finer, page);
    if (part.concept.id !== COST || total === GROSS) return steps;
    const gross = read(GROSS) ?? addUp([...above, ...steps].map(({ amount }) => amount));
    return [...steps, makeLine(GROSS, gross, true)];
  });
}

const readSteps = (parts: Parts, { read }: PageFigures): Line[] =>
  parts.flatMap(({ concept: { id }, weight }): Line[] => {
    const amount = read(id);
    return amount ? [makeLine(id, weighted(amount, weight), false)] : [];
  });

const withoutMark = (share: Quantity): string => formatPercent(share).replace('%', '');

/** As a bridge; from the first total on from which all lines are small beside revenue, drawn again and larger. */
function drawLines(lines: readonly Line[], revenue: MeasuredAmount, scale: AmountScale): BridgeRow[] {
  const isSmall = ({ strong, amount }: Line): boolean =>
    !strong || Math.abs(amount.value) < ENLARGED * revenue.value;
  const enlarged = lines.findIndex(
    ({ strong, amount }, index) =>
      strong &&
      index > 0 &&
      amount.value > 0 &&
      lines.length - index > 3 &&
      lines.slice(index).every(isSmall),
  );
  return lines.flatMap(({ label, amount, strong }, index): BridgeRow[] => {
    const row: BridgeRow = {
      label,
      value: amount.value,
      cells: [scale.figure(amount), withoutMark(percentage(amount, revenue) ?? amount)],
      strong,
      derived: amount.derived,
    };
    return index === enlarged ? [row, { ...row, enlarged: true }] : [row];
  });
}

/** What was left of each hundred of revenue; right for profits, losses and for losses that operations did not make. */
function hundredTitle(lines: readonly Line[], revenue: MeasuredAmount, hundred: string): string {
  const profit = lines.at(-1) as Line;
  const gross = lines.find(({ concept }) => concept === GROSS);
  const operating = lines.find(({ concept }) => concept === OPERATING)?.amount;
  const left = percentage(profit.amount, revenue) as Quantity;
  if (certainSign(profit.amount) === 0) return `Nothing was left of revenue after costs and taxes`;
  if (left.value < 0 && operating && operating.value > 0)
    return `Operations earned ${whole(percentage(operating, revenue))} of ${hundred}, and yet the bottom line is a loss of ${whole(left)}`;
  if (left.value < 0) return `For ${hundred} the bottom line is a loss of ${whole(left)}`;
  if (operating && operating.value < 0)
    return `Operations lost ${whole(percentage(operating, revenue))} on ${hundred}; other income turned it into a profit of ${whole(left)}`;
  const owners = profit.concept === NET ? 'reached the shareholders' : 'remained as net income';
  const cost = gross && percentage(minus(revenue, gross.amount), revenue);
  if (!cost) return `Of ${hundred}, ${whole(left)} ${owners}`;
  return `Of ${hundred}, ${whole(cost)} went on providing it and ${whole(left)} ${owners}`;
}

/** A share of a hundred, without its sign: whole, or a tenth where it is less than two. */
function whole(share: Quantity | undefined): string {
  if (!share) return 'some';
  return sizePercent(share, Math.abs(share.value) < 2 ? 1 : 0).replace('%', '');
}
