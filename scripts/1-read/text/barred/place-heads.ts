import { isNoteHead } from '../../../grammar/note-heads.ts';
import { isTimeHead, seenTextIn } from '../cell-lines/cell-groups.ts';
import {
  type HeadLayout,
  isChangeHead,
  layOutHeads,
  type PlacedHead,
  placeInOrder,
  segmentsIn,
} from '../cell-lines/cell-heads.ts';
import type { LineCell } from '../cell-lines/line-cells.ts';
import { type BarredLine, isFrame } from './barred-lines.ts';

interface Tier {
  readonly heads: readonly PlacedHead[];
  /** What stands beside the heads, above the labels: `(in millions)`. */
  readonly corner: LineCell | undefined;
}

/**
 * The heads over `count` columns: a line with as many stands one over each; one with fewer is shared out over equal
 * spans, or over what comes again below it (`2026 | 2025 | Change | 2026 | 2025`). Undefined where neither fits.
 */
export function placeHeads(lines: readonly BarredLine[], count: number): HeadLayout | undefined {
  const note = lines.flatMap(({ cells }) => cells).find((cell) => isNoteHead(seenTextIn(cell)));
  const rows = lines
    .map(({ cells }) => cells.filter((cell) => cell !== note))
    .filter(({ length }) => length > 0);
  const tiers = placeTiers(rows, count);
  if (!tiers) return layOutHeads(rows.flat(), count);
  return { tiers: tiers.map(({ heads }) => heads), corners: tiers.map(({ corner }) => corner), note };
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
  return below.length > 0 ? tiers : undefined;
}

function placeRow(row: readonly LineCell[], below: readonly PlacedHead[], count: number): Tier | undefined {
  const [first, ...others] = row;
  const isCorner = first && (row.length === count + 1 || (isFrame(first) && !isTimeHead(first)));
  const heads = isCorner ? others : row;
  const spans = heads.length === count ? heads.map(() => 1) : spansOver(heads, below, count);
  const placed = spans && placeInOrder(heads, spans);
  return placed && changesStandOver(placed, below)
    ? { heads: placed, corner: isCorner ? first : undefined }
    : undefined;
}

function spansOver(
  heads: readonly LineCell[],
  below: readonly PlacedHead[],
  count: number,
): readonly number[] | undefined {
  if (heads.length === 0) return [];
  if (below.length === 0) return undefined;
  const segments = segmentsIn(below.map(({ cell }) => cell));
  if (segments.length === heads.length && below.length === count) return segments;
  const share = count / heads.length;
  return heads.length > 1 && Number.isInteger(share) && segments.length === 1
    ? heads.map(() => share)
    : undefined;
}

/** A head of changes stands over no years. */
const changesStandOver = (heads: readonly PlacedHead[], below: readonly PlacedHead[]): boolean =>
  heads.every(
    ({ cell, column, span }) =>
      !isChangeHead(cell) ||
      below.every((head) => head.column < column || head.column >= column + span || !isTimeHead(head.cell)),
  );
