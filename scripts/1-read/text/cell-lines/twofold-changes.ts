import { readCell } from '../../../grammar/cells.ts';
import type { HeadLayout } from './cell-heads.ts';
import type { FittedRow } from './fit-rows.ts';
import { isChangeHead } from './head-kinds.ts';
import { type LineCell, seenTextIn } from './line-cells.ts';

/**
 * Whether heads of changes over two figures, the amount and the percentage, stand where the figures say: most amounts are
 * the difference of the two figures before them.
 */
export const changesHold = (heads: HeadLayout, rows: readonly FittedRow[]): boolean =>
  twofoldColumns(heads).every((column) => {
    const known = rows.flatMap((row) => differenceAt(row, column));
    return known.length > 0 && known.filter(Boolean).length * 2 > known.length;
  });

/** Columns of the amounts under heads of changes that hold two figures. */
const twofoldColumns = ({ tiers }: HeadLayout): number[] => [
  ...new Set(
    tiers.flatMap((tier, i) =>
      tier.heads
        .filter(({ cell, span }) => span === 2 && isChangeHead(cell))
        .map(({ column }) => column)
        .filter(
          (column) => !tiers.slice(i + 1).some((lower) => lower.heads.some((head) => head.column === column)),
        ),
    ),
  ),
];

/** Whether the figure in a column is the difference of those before it; nothing where one of them is no number. */
function differenceAt({ values, columns }: FittedRow, column: number): boolean[] {
  const figures = [column - 2, column - 1, column].map((at) => {
    const cell = values[columns ? columns.indexOf(at) : at];
    return cell && readNumber(cell);
  });
  const [now, before, change] = figures;
  if (!now || !before || !change) return [];
  const last = 10 ** -Math.min(now.places, before.places, change.places);
  return [Math.abs(now.value - before.value - change.value) <= last * LEEWAY];
}

/** Each of three rounded figures may be half a digit off. */
const LEEWAY = 1.51;

function readNumber(cell: LineCell): { readonly value: number; readonly places: number } | undefined {
  const [figure] = readCell(seenTextIn(cell));
  if (!figure?.token || figure.token.percent) return undefined;
  return {
    value: Number(figure.token.digits) * (figure.isNegative ? -1 : 1),
    places: figure.token.places,
  };
}
