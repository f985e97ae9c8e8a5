import * as Plot from '@observablehq/plot';
import { type Drawn, scaleFromZero } from './frame.ts';
import { centred, dodge, fold, type Label, measure } from './labels.ts';
import { extentFromZero, spread, stack } from './places.ts';
import { type Tile, tiles, upright } from './tiles.ts';
import { INK } from './type.ts';

/** A place for a column on a line of periods. */
export interface Slot {
  readonly label: string;
  /** What several neighbours have in common, such as their fiscal year; may be empty. */
  readonly group: string;
  readonly derived?: boolean;
}

export interface ColumnPlace {
  readonly left: number;
  readonly right: number;
  readonly middle: number;
  /** From the middle of one column to that of the next. */
  readonly pitch: number;
}

const GROUP_GAP = 14;
const FILL = 0.86;

/** Divides a width among columns, with a gap where one group ends and the next begins. */
export function layColumns<Of extends Slot>(
  slots: readonly Of[],
  left: number,
  right: number,
  most: number,
): (Of & ColumnPlace)[] {
  const gapBefore = ({ group }: Slot, index: number): number =>
    index > 0 && group !== slots[index - 1]?.group ? GROUP_GAP : 0;
  const room = right - left - slots.map(gapBefore).reduce((sum, gap) => sum + gap, 0);
  const pitch = Math.min(most / FILL, room / Math.max(1, slots.length));
  const half = (pitch * FILL) / 2;
  let edge = left;
  return slots.map((slot, index) => {
    edge += gapBefore(slot, index) + pitch;
    const middle = edge - pitch / 2;
    return { ...slot, left: middle - half, right: middle + half, middle, pitch };
  });
}

/** A column of one part or of several, its figure at its end. */
export interface Column extends Slot {
  /** From zero on; none where nothing is known: a dash stands in their place. */
  readonly parts: readonly { readonly value: number; readonly fill: string; readonly title?: string }[];
  readonly text: string;
  readonly strong: boolean;
  /** Ends in a black tick. */
  readonly target?: boolean;
}

/** Where a set of columns stands in a picture. */
export interface ColumnsPlace {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  /** Height of the tallest column, in pixels. */
  readonly height: number;
  /** Width that no column exceeds. */
  readonly most?: number;
  /** Paper between the parts of a column. */
  readonly inset?: number;
}

export interface DrawnColumns extends Drawn {
  readonly bottom: number;
  /** The parts of each column, and the right edge of the last. */
  readonly stacks: readonly (readonly Tile[])[];
  readonly edge: number;
}

/** For a number that nobody states. */
export const MISSING = '–';
const TOP = 26;

/** Columns from zero with their figures, names and groups, on a scale of their own. */
export function drawColumns(
  columns: readonly Column[],
  { left, right, top, height, most = 112, inset = 0 }: ColumnsPlace,
): DrawnColumns {
  const laid = layColumns(columns, left, right, most).map((column) => {
    const parts = stack(column.parts);
    return { ...column, parts, extent: extentFromZero(parts.map(({ to }) => to)) };
  });
  const base = top + TOP + height;
  const y = scaleFromZero(
    laid.flatMap(({ extent }) => extent),
    [base, top + TOP],
  );
  const stacks = laid.map(({ left, right, parts }) =>
    parts.map((part) => ({ ...part, left, right, ...upright(y, part.from, part.to) })),
  );
  const targets = stacks.filter((_, index) => laid[index]?.target).flat();
  const ends = laid.map((column) => {
    const [low, high] = column.extent;
    const isBelow = high === 0 && low < 0;
    const text = column.parts.length === 0 ? MISSING : column.text;
    return { ...column, text, y: isBelow ? y.apply(low) + 10 : y.apply(high) - 10, isBelow };
  });
  const foot = base + (ends.some(({ isBelow }) => isBelow) ? 18 : 0);
  const under = labelsUnder(laid, foot, right);
  const edge = laid.at(-1)?.right ?? 0;
  return {
    marks: [
      tiles(stacks.flat(), inset),
      Plot.ruleY(targets, {
        y: ({ to }) => y.apply(to),
        x1: 'left',
        x2: 'right',
        inset: -2,
        stroke: INK,
        strokeWidth: 3,
      }),
      Plot.ruleY([y.apply(0)], { x1: laid[0]?.left ?? 1, x2: edge, stroke: INK }),
    ],
    labels: [...labelsAtEnds(ends, stacks.flat(), right + 1), ...under.labels],
    bottom: foot + under.height,
    stacks,
    edge,
  };
}

/** Figures at the ends of columns, the last first, as many as have room; all small where one of them has none. */
function labelsAtEnds(
  ends: readonly (ColumnPlace & Pick<Column, 'text' | 'strong'> & { readonly y: number })[],
  drawn: readonly Tile[],
  width: number,
): Label[] {
  const isWide = ends.every(({ text, pitch }) => measure(text, 'strong') + 4 <= pitch);
  const [plain, bold] = isWide ? (['text', 'strong'] as const) : (['small', 'smallStrong'] as const);
  const labels = ends.map(({ text, middle, y, strong }) => centred(text, middle, y, strong ? bold : plain));
  return dodge(labels.reverse(), drawn, width);
}

type Placed = Slot & ColumnPlace;

/** What stands under the columns: each one's name, the word where it was worked out, the names of groups. */
export function labelsUnder(
  columns: readonly Placed[],
  base: number,
  right: number,
): { readonly labels: readonly Label[]; readonly height: number } {
  const names = columns.map(({ label, pitch }) => fold(label, pitch - 3, 'small', 3));
  const labels = columns.map(({ middle }, index) => {
    const name = names[index] ?? [];
    return centred(name, middle, base + 15 + (name.length - 1) * 7.5, 'small');
  });
  let y = base + 15 * Math.max(1, ...names.map(({ length }) => length));
  const derived = derivedLabels(columns, y + 16);
  if (derived.length > 0) y += 16;
  const groups = groupLabels(columns, y + 20, right);
  return { labels: [...labels, ...derived, ...groups], height: y - base + (groups.length > 0 ? 32 : 10) };
}

/** `derived` under each such column, or under the first of a run where the columns are narrower than the word. */
function derivedLabels(columns: readonly Placed[], y: number): Label[] {
  const width = measure('derived', 'derived') + 3;
  let free = Number.NEGATIVE_INFINITY;
  return columns.flatMap(({ middle, derived }) => {
    if (!derived || middle - width / 2 < free) return [];
    free = middle + width / 2;
    return [centred('derived', middle, y, 'derived')];
  });
}

/** The name of each group from the left edge of its first column on. */
function groupLabels(columns: readonly Placed[], y: number, right: number): Label[] {
  const groups = columns.flatMap(({ group, left }, index) => {
    if (group === '' || group === columns[index - 1]?.group) return [];
    const size = measure(group, 'strong') + 8;
    return [{ text: group, size, at: left + size / 2 }];
  });
  const places = spread(groups, 0, right + 8);
  return groups.map(({ text, size }, n): Label => {
    return { x: (places[n] ?? 0) - size / 2, y, text, style: 'strong' };
  });
}
