import { dodge, type Movable } from './dodge.ts';
import type { Rectangle } from './frame.ts';
import { centred, keptWithin, type Label, measure } from './labels.ts';
import { spread } from './spread.ts';
import { SMALL } from './type.ts';
import { wrap } from './wrap.ts';

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
const MOST_COLUMN = 92;
const FILL = 0.86;

/** Divides a width among columns, with a gap where one group ends and the next begins. */
export function layColumns(
  slots: readonly Slot[],
  left: number,
  right: number,
  most = MOST_COLUMN,
): readonly ColumnPlace[] {
  const gaps = slots.map((slot, index): number =>
    index > 0 && slot.group !== slots[index - 1]?.group ? GROUP_GAP : 0,
  );
  const room = right - left - gaps.reduce((sum, gap) => sum + gap, 0);
  const pitch = Math.min(most / FILL, room / Math.max(1, slots.length));
  let edge = left;
  return gaps.map((gap) => {
    edge += gap;
    const middle = edge + pitch / 2;
    edge += pitch;
    return { left: middle - (pitch * FILL) / 2, right: middle + (pitch * FILL) / 2, middle, pitch };
  });
}

/** Right edge of the last column. */
export const lastEdge = (columns: readonly ColumnPlace[]): number => columns.at(-1)?.right ?? 0;

/** What stands at the end of a column: its figure, which is small in all columns where one of them has no room for it. */
export interface EndText {
  readonly text: string;
  readonly y: number;
  readonly strong: boolean;
}

/** Figures at the ends of columns, the last first, as many as have room. */
export function labelsAtEnds(
  ends: readonly EndText[],
  columns: readonly ColumnPlace[],
  { width, drawn }: { readonly width: number; readonly drawn: readonly Rectangle[] },
): Label[] {
  const isWide = ends.every(({ text }, index) => measure(text, 'strong') + 4 <= (columns[index]?.pitch ?? 0));
  const [plain, bold] = isWide ? (['text', 'strong'] as const) : (['small', 'smallStrong'] as const);
  const labels = ends.map(({ text, y, strong }, index): Movable => {
    const label = centred(text, columns[index]?.middle ?? 0, y, strong ? bold : plain);
    return { label: keptWithin(label, width), away: 0 };
  });
  return dodge(labels.reverse(), drawn);
}

export interface Under {
  readonly labels: readonly Label[];
  readonly height: number;
}

/** What stands under the columns: each one's name, the word where it was worked out, the names of groups. */
export function labelsUnder(
  slots: readonly Slot[],
  columns: readonly ColumnPlace[],
  base: number,
  right: number,
): Under {
  const lines = slots.map((slot, index) =>
    wrap(slot.label, (columns[index]?.pitch ?? 0) - 3, SMALL, 'regular', 3),
  );
  const deepest = Math.max(1, ...lines.map((line) => line.length));
  const labels = slots.flatMap((_, index) =>
    (lines[index] ?? []).map((text, line) =>
      centred(text, columns[index]?.middle ?? 0, base + 15 + line * 15, 'small'),
    ),
  );
  let y = base + 15 * deepest;
  const derived = derivedLabels(slots, columns, y + 16);
  if (derived.length > 0) y += 16;
  const groups = groupLabels(slots, columns, y + 20, right);
  return { labels: [...labels, ...derived, ...groups], height: y - base + (groups.length > 0 ? 32 : 10) };
}

/** `derived` under each such column, or under the first of a run where the columns are narrower than the word. */
function derivedLabels(slots: readonly Slot[], columns: readonly ColumnPlace[], y: number): Label[] {
  const width = measure('derived', 'derived') + 3;
  let free = Number.NEGATIVE_INFINITY;
  return slots.flatMap((slot, index) => {
    const x = columns[index]?.middle ?? 0;
    if (!slot.derived || x - width / 2 < free) return [];
    free = x + width / 2;
    return [centred('derived', x, y, 'derived')];
  });
}

function groupLabels(
  slots: readonly Slot[],
  columns: readonly ColumnPlace[],
  y: number,
  right: number,
): Label[] {
  const firsts = slots.flatMap((slot, index) =>
    slot.group !== '' && slot.group !== slots[index - 1]?.group ? [index] : [],
  );
  const widths = firsts.map((index) => measure(slots[index]?.group ?? '', 'strong') + 8);
  const wishes = firsts.map((index, n) => ({
    at: (columns[index]?.left ?? 0) + (widths[n] ?? 0) / 2,
    size: widths[n] ?? 0,
  }));
  const places = spread(wishes, 0, right + 8);
  return firsts.map((index, n): Label => {
    const x = (places[n] ?? 0) - (widths[n] ?? 0) / 2;
    return { x, y, text: slots[index]?.group ?? '', style: 'strong' };
  });
}
