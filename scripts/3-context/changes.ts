import type { Aspect } from '../../src/model/fact.ts';
import { isDuration, lastDay, monthsIn, type Period, shift } from '../../src/model/period.ts';
import type { Grid } from '../2-tables/grid.ts';
import type { CellFigure } from '../grammar/cells.ts';
import { headTime } from './head-times.ts';
import type { ReadColumn } from './read-column.ts';

export const isChange = (aspect: Aspect | undefined): boolean =>
  aspect === 'change' || aspect === 'changePercent';

/** Changes and shares of a total get their periods from the amounts they stand beside. */
export function besideAmounts(columns: readonly ReadColumn[], grid: Grid): ReadColumn[] {
  const filled = columns.filter(({ cell }) => grid.columns[cell - 1]?.hasFigures);
  return columns.map((column) => {
    const i = filled.indexOf(column);
    if (i < 0) return column;
    if (!column.isHeaded) return provenChange(column, filled, grid);
    if (isBarePercent(column)) return changeOrShare(column, filled, i, grid);
    if (isChange(column.aspect))
      return settled(
        column,
        asFiguresShow(changeBeside(column, filled, i), column, filled, grid),
        filled,
        grid,
      );
    if (column.aspect !== 'ratio') return column;
    const nearest = amountsIn(filled.slice(0, i)).at(-1) ?? amountsIn(filled.slice(i + 1))[0];
    if (column.period && !(nearest && isBelowOneHead(column, nearest))) return column;
    return nearest?.period ? { ...column, period: nearest.period } : column;
  });
}

/** `June 2025`, `% of sales`, `June 2024`, `% of sales` below `Three months ended`: the day is told once for both. */
const isBelowOneHead = (share: ReadColumn, amount: ReadColumn): boolean =>
  share.header.length > 1 &&
  headTime([share.header.at(-1) ?? '']) === undefined &&
  headTime([amount.header.at(-1) ?? '']) !== undefined &&
  share.header.slice(0, -1).join() === amount.header.slice(0, -1).join();

/** `%` under nothing but a measure's name, if that: the head leaves open what the percentages are. */
const isBarePercent = ({ header, aspect, period }: ReadColumn): boolean =>
  aspect === 'ratio' && !period && /^\(?(?:in )?[%％]\)?$/.test(header.at(-1) ?? '');

/** Changes where the two amounts at their left prove it, those of the same measure where heads name some; else shares. */
function changeOrShare(
  column: ReadColumn,
  columns: readonly ReadColumn[],
  i: number,
  grid: Grid,
): ReadColumn {
  const left = amountsIn(columns.slice(0, i));
  const own = left.filter(({ header }) => header.length > 1 && header[0] === column.header[0]);
  const amounts = own.length > 0 ? own : left;
  const change = changeBeside({ ...column, aspect: 'changePercent' }, amounts, amounts.length);
  if (aspectByFigures(change, [...amounts, column], grid) === 'changePercent') return change;
  const period = amounts.at(-1)?.period ?? amountsIn(columns.slice(i + 1))[0]?.period;
  return { ...column, period };
}

const amountsIn = (columns: readonly ReadColumn[]): ReadColumn[] =>
  columns.filter(({ period, aspect }) => period && !isChange(aspect) && aspect !== 'ratio');

/** A change stands right of the amounts it compares: the later of the two nearest columns, measured against the earlier. */
function changeBeside(change: ReadColumn, columns: readonly ReadColumn[], i: number): ReadColumn {
  const left = amountsIn(columns.slice(0, i));
  if (change.period && !change.compared && !isInherited(change, left)) return change;
  const amounts = left.length > 0 ? left : amountsIn(columns.slice(i + 1));
  if (change.compared) return { ...change, period: change.period ?? heldAgainst(change.compared, amounts) };
  const months = monthsBack(change.header.join(' '));
  const length = amounts.at(-1)?.period;
  const near =
    months === 0 || amounts.length < 3
      ? (besideItsBase(amounts, columns) ?? amounts.slice(-2))
      : amounts.filter(({ period }) => period && length && monthsIn(period) === monthsIn(length));
  const ordered = [...new Set(near.map(({ period }) => period).filter((p) => p !== undefined))].sort(
    (a, b) => (lastDay(a) < lastDay(b) ? -1 : 1),
  );
  const current = ordered.at(-1);
  if (current === undefined) return change;
  const before = months === 0 || near.length < 3 ? ordered[0] : nearestTo(shift(current, -months), ordered);
  const compared =
    before !== undefined && before !== current && isDuration(before) === isDuration(current)
      ? before
      : undefined;
  return { ...change, period: current, compared };
}

/** The newest of the amounts that are as long as the one that a change is measured against. */
function heldAgainst(compared: Period, amounts: readonly ReadColumn[]): Period | undefined {
  const periods = amounts.map(({ period = '' }) => period);
  const alike = periods.filter(
    (period) =>
      period !== compared &&
      isDuration(period) === isDuration(compared) &&
      monthsIn(period) === monthsIn(compared),
  );
  return (alike.length > 0 ? alike : periods).toSorted((a, b) => (lastDay(a) < lastDay(b) ? -1 : 1)).at(-1);
}

/** A change that stands under the head of the amount at its left, the older of those that it compares. */
const isInherited = ({ period }: ReadColumn, left: readonly ReadColumn[]): boolean =>
  left.length > 1 &&
  left.at(-1)?.period === period &&
  left.slice(0, -1).every((other) => lastDay(other.period ?? '') > lastDay(period ?? ''));

/**
 * Columns that each have their change behind them are held against the newest: `June 2025`, `June 2024`, `%`,
 * `December 2024`, `%`.
 */
function besideItsBase(
  amounts: readonly ReadColumn[],
  columns: readonly ReadColumn[],
): ReadColumn[] | undefined {
  const [before, base] = amounts.slice(-2);
  if (
    !before ||
    !base ||
    !columns.some(({ cell, aspect }) => isChange(aspect) && cell > before.cell && cell < base.cell)
  )
    return undefined;
  const newest = amounts
    .filter(({ period }) => isDuration(period ?? '') === isDuration(base.period ?? ''))
    .reduce((one, other) => (lastDay(other.period ?? '') > lastDay(one.period ?? '') ? other : one));
  return newest === base ? undefined : [newest, base];
}

/** Among several amounts those two that the figures show to be compared, where the nearest ones are not. */
function asFiguresShow(
  placed: ReadColumn,
  change: ReadColumn,
  columns: readonly ReadColumn[],
  grid: Grid,
): ReadColumn {
  if (change.period || change.compared || aspectByFigures(placed, columns, grid)) return placed;
  const amounts = amountsIn(columns.filter(({ cell }) => cell < change.cell));
  const pairs = amounts.flatMap(({ period }) =>
    amounts.map((other) => ({ ...change, period, compared: other.period })),
  );
  return (
    pairs.find(
      ({ period = '', compared = '' }) =>
        lastDay(period) > lastDay(compared) &&
        aspectByFigures({ ...change, period, compared }, columns, grid),
    ) ?? placed
  );
}

/** How far back the words of a change look; 0 where they do not say. */
function monthsBack(words: string): number {
  if (
    /\bq(?:o|\/)q\b|sequential|\blinked\b|quarter[- ]o(?:ver|n)[- ]quarter|(?:prior|previous|preceding) quarter/i.test(
      words,
    )
  )
    return 3;
  return /\by(?:o|\/)y\b|\bpcp\b|corresponding (?:quarter|period)|year[- ]o(?:ver|n)[- ]year|(?:prior|previous|last)[- ]year/i.test(
    words,
  )
    ? 12
    : 0;
}

const DAY = 86_400_000;

/** Years of 52 weeks do not end on the same day. */
const nearestTo = (wanted: Period, periods: readonly Period[]): Period | undefined =>
  periods.find(
    (period) =>
      isDuration(period) === isDuration(wanted) &&
      Math.abs(monthsIn(period) - monthsIn(wanted)) <= 1 &&
      Math.abs(Date.parse(lastDay(period)) - Date.parse(lastDay(wanted))) <= 10 * DAY,
  );

/** Where the head leaves open whether changes are in percent and no sign is printed, the figures tell. */
function settled(
  change: ReadColumn,
  placed: ReadColumn,
  columns: readonly ReadColumn[],
  grid: Grid,
): ReadColumn {
  if (change.aspect !== 'change' || change.unit !== undefined) return placed;
  const hasSigns = grid.rows.some(({ cells }) =>
    cells[change.cell]?.figures.some(({ unit }) => unit?.measure === 'percent'),
  );
  return !hasSigns && aspectByFigures(placed, columns, grid) === 'changePercent'
    ? { ...placed, aspect: 'changePercent' }
    : placed;
}

/** A column without any head is a change where the figures prove it. */
function provenChange(column: ReadColumn, columns: readonly ReadColumn[], grid: Grid): ReadColumn {
  const placed = changeBeside(column, columns, columns.indexOf(column));
  const aspect = placed.period === undefined ? undefined : aspectByFigures(placed, columns, grid);
  return aspect ? { ...placed, aspect } : column;
}

/** Whether a column's figures are the changes of the amounts that they stand beside: in two rows at least, and in most. */
function aspectByFigures(
  change: ReadColumn,
  columns: readonly ReadColumn[],
  grid: Grid,
): 'change' | 'changePercent' | undefined {
  const amounts = columns.filter(
    ({ aspect, cell }) => !isChange(aspect) && aspect !== 'ratio' && cell < change.cell,
  );
  const now = amounts.findLast(({ period }) => period === change.period);
  const before = amounts.findLast(({ period }) => period === change.compared);
  if (!now || !before) return undefined;
  let [percent, plain, rows] = [0, 0, 0];
  for (const { cells, role } of grid.rows) {
    const [a, b, c] = [now.cell, before.cell, change.cell].map((cell) => cells[cell]?.figures[0]);
    if (role !== 'item' || !a?.token || !b?.token || !c?.token || c.unit?.measure === 'points') continue;
    const [x, y, z] = [signed(a), signed(b), signed(c)];
    const last = 10 ** -c.token.places;
    rows++;
    if (y !== 0 && Math.abs((100 * (x - y)) / Math.abs(y) - z) <= last) percent++;
    if (Math.abs(x - y - z) <= last * 1.01) plain++;
  }
  const most = Math.max(percent, plain);
  if (most < 2 || most * 2 <= rows) return undefined;
  return percent > plain ? 'changePercent' : 'change';
}

/** Whether a column tells the amounts at its left in percent of the row that stands at 100. */
export function areShares(share: ReadColumn, columns: readonly ReadColumn[], grid: Grid): boolean {
  const amount = columns.findLast(
    ({ aspect, cell }) => cell < share.cell && !isChange(aspect) && aspect !== 'ratio',
  );
  const pairs = grid.rows.flatMap(({ cells, role }) => {
    const [part, rate] = [amount?.cell ?? 0, share.cell].map((cell) => cells[cell]?.figures[0]);
    return role === 'item' && part?.token && rate?.token
      ? [{ amount: signed(part), share: signed(rate), last: 10 ** -rate.token.places }]
      : [];
  });
  const whole = pairs.find((pair) => pair.share === 100)?.amount;
  if (!whole) return false;
  const parts = pairs.filter((pair) => pair.share !== 100);
  const right = parts.filter((pair) => Math.abs((100 * pair.amount) / whole - pair.share) <= pair.last);
  return right.length >= 2 && right.length * 2 > parts.length;
}

const signed = ({ token, isNegative }: CellFigure): number =>
  Number(token?.digits ?? Number.NaN) * (isNegative ? -1 : 1);
