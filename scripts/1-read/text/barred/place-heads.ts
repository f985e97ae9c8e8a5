import { isNoteHead } from '../../../grammar/note-heads.ts';
import {
  type HeadLayout,
  layOutHeads,
  type PlacedHead,
  placeInOrder,
  segmentsIn,
  type Tier,
} from '../cell-lines/cell-heads.ts';
import { isChangeHead, isTimeHead } from '../cell-lines/head-kinds.ts';
import { type LineCell, seenTextIn } from '../cell-lines/line-cells.ts';
import { type BarredLine, isFrame } from './barred-lines.ts';

/**
 * The heads over `count` columns: a line with as many stands one over each; one with fewer is shared out over equal
 * spans, or over what comes again below it (`2026 | 2025 | Change | 2026 | 2025`); a head of changes may hold two figures,
 * the amount and the percentage. Undefined where none fits.
 */
export function placeHeads(lines: readonly BarredLine[], count: number): HeadLayout | undefined {
  const note = lines.flatMap(({ cells }) => cells).find((cell) => isNoteHead(seenTextIn(cell)));
  const rows = lines
    .map(({ cells }) => cells.filter((cell) => cell !== note))
    .filter(({ length }) => length > 0);
  const tiers = placeTiers(rows, count);
  if (tiers) return { tiers, note };
  const layout = layOutHeads(rows.flat(), count);
  return layout && areOfOwnLines(layout) ? layout : undefined;
}

/** No two rows of heads share a line: `2026 | 2025 | Change | %` over three columns is no year above three heads. */
function areOfOwnLines({ tiers }: HeadLayout): boolean {
  const lines = tiers.map(({ heads }) => new Set(heads.flatMap(({ cell }) => cell.lines)));
  return lines.every((own, i) => lines.slice(i + 1).every((others) => own.isDisjointFrom(others)));
}

function placeTiers(rows: readonly (readonly LineCell[])[], count: number): Tier[] | undefined {
  const tiers: Tier[] = [];
  let below: readonly PlacedHead[] = [];
  for (const row of rows.toReversed()) {
    const tier = placeRow(row, below, count);
    if (!tier) return undefined;
    tiers.unshift(tier);
    if (tier.heads.length > 0) below = tier.heads;
  }
  const isTold = tiers.every(({ heads }) =>
    heads.every((head) => !isOverTwo(head) || isUnderChange(head, tiers)),
  );
  return below.length > 0 && isTold ? tiers.map(overPercentages) : undefined;
}

/** `Highlights | Quarter Ended June 30, | Six Months Ended June 30,`: what stands beside nothing but times is no head. */
const areTimes = (cells: readonly LineCell[]): boolean => cells.length > 1 && cells.every(isTimeHead);

function placeRow(row: readonly LineCell[], below: readonly PlacedHead[], count: number): Tier | undefined {
  const [first, ...others] = row;
  const isCorner =
    first &&
    row.length !== count &&
    (row.length === count + 1 || (!isTimeHead(first) && (isFrame(first) || areTimes(others))));
  const heads = isCorner ? others : row;
  const spans = waysToSpan(heads, below, count).find(
    (way) => way.length === heads.length && changesStandOver(placeInOrder(heads, way), below),
  );
  return spans && { heads: placeInOrder(heads, spans), corner: isCorner ? first : undefined };
}

/** How many columns each head of a row may cover. */
function waysToSpan(
  heads: readonly LineCell[],
  below: readonly PlacedHead[],
  count: number,
): readonly (readonly number[])[] {
  if (heads.length === 0) return [[]];
  if (heads.length === count) return [heads.map(() => 1)];
  if (below.length === 0) return [withTwoFigures(heads, count)];
  const cells = below.map(({ cell }) => cell);
  const widths = (sizes: readonly number[]): number[] =>
    sizes.map((size, i) => {
      const from = sizes.slice(0, i).reduce((sum, before) => sum + before, 0);
      return below.slice(from, from + size).reduce((sum, { span }) => sum + span, 0);
    });
  const segments = segmentsIn(cells);
  const share = count / heads.length;
  const isAlike = segments.length === 1 || (below.length === count && repeats(cells, share));
  const isEven = heads.length > 1 && Number.isInteger(share) && isAlike;
  return [
    widths(segments),
    widths(runsIn(cells, isTimeHead)),
    widths(runsIn(cells, isChangeHead)),
    isEven ? heads.map(() => share) : [],
  ];
}

/** The same heads again and again, so many each time. */
const repeats = (cells: readonly LineCell[], size: number): boolean =>
  cells.every((cell, i) => i < size || seenTextIn(cell) === seenTextIn(cells[i - size] ?? cell));

/** `2026 | 2025 | %` over four figures: every change is told in an amount and in percent. */
function withTwoFigures(heads: readonly LineCell[], count: number): number[] {
  const changes = heads.filter(isChangeHead).length;
  return changes > 0 && heads.length + changes === count
    ? heads.map((head) => (isChangeHead(head) ? 2 : 1))
    : [];
}

/**
 * How many heads of one kind stand side by side: `2026 2025 % 2026 2025 %` are two, one, two and one, `2026 2025 Amount %`
 * two times and two others.
 */
const runsIn = (cells: readonly LineCell[], isOfKind: (cell: LineCell) => boolean): number[] =>
  cells.reduce<number[]>((runs, cell, i) => {
    const before = cells[i - 1];
    if (before && isOfKind(before) === isOfKind(cell)) runs[runs.length - 1] = (runs.at(-1) ?? 0) + 1;
    else runs.push(1);
    return runs;
  }, []);

/** `%` over an amount and its percentage tells the second alone: what stands above them says that both are changes. */
const isOverTwo = ({ cell, span }: PlacedHead): boolean => span === 2 && /^[%％]$/.test(seenTextIn(cell));

const isUnderChange = ({ cell, column }: PlacedHead, tiers: readonly Tier[]): boolean =>
  tiers.some(({ heads }) =>
    heads.some(
      (head) => head.cell !== cell && head.column === column && head.span === 2 && isChangeHead(head.cell),
    ),
  );

const overPercentages = (tier: Tier): Tier => ({
  ...tier,
  heads: tier.heads.map((head) => (isOverTwo(head) ? { ...head, column: head.column + 1, span: 1 } : head)),
});

/** A head of changes stands over no years. */
const changesStandOver = (heads: readonly PlacedHead[], below: readonly PlacedHead[]): boolean =>
  heads.every(
    ({ cell, column, span }) =>
      !isChangeHead(cell) ||
      below.every((head) => head.column < column || head.column >= column + span || !isTimeHead(head.cell)),
  );
