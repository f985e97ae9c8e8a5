import { centred, dodge, keptWithin, type Label, type Movable, measure } from './labels.ts';
import { type Drawn, level, strokes, type Tile, tiles } from './marks.ts';
import { extentFromZero, linear, spread, stack, upright } from './places.ts';
import { wrap } from './text.ts';
import { INK, SMALL } from './type.ts';

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
export function layColumns(
  slots: readonly Slot[],
  left: number,
  right: number,
  most: number,
): readonly ColumnPlace[] {
  const gaps = slots.map(({ group }, index) =>
    index > 0 && group !== slots[index - 1]?.group ? GROUP_GAP : 0,
  );
  const room = right - left - gaps.reduce<number>((sum, gap) => sum + gap, 0);
  const pitch = Math.min(most / FILL, room / Math.max(1, slots.length));
  let edge = left;
  return gaps.map((gap) => {
    edge += gap + pitch;
    const middle = edge - pitch / 2;
    return { left: middle - (pitch * FILL) / 2, right: middle + (pitch * FILL) / 2, middle, pitch };
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

const MISSING = '–';
const TOP = 26;

/** Columns from zero with their figures, names and groups, on a scale of their own. */
export function drawColumns(
  columns: readonly Column[],
  { left, right, top, height, most = 112, inset = 0 }: ColumnsPlace,
): DrawnColumns {
  const laid = layColumns(columns, left, right, most);
  const values = columns.map(({ parts }) => stack(parts.map(({ value }) => value)));
  const extents = values.map((ends) => extentFromZero(ends.map(({ to }) => to)));
  const base = top + TOP + height;
  const scale = linear(extentFromZero(extents.flat()), [base, top + TOP]);
  const stacks = columns.map(({ parts }, index) =>
    (values[index] ?? []).map((ends, part) => ({
      ...(laid[index] as ColumnPlace),
      ...upright(scale, ends.from, ends.to),
      end: scale(ends.to),
      fill: parts[part]?.fill ?? '',
      title: parts[part]?.title,
    })),
  );
  const aims = stacks.filter((_, index) => columns[index]?.target).flat();
  const figures = columns.map(({ parts, text, strong }, index) => {
    const [low, high] = extents[index] as [number, number];
    const isBelow = high === 0 && low < 0;
    const y = isBelow ? scale(low) + 10 : scale(high) - 10;
    return { text: parts.length === 0 ? MISSING : text, y, strong, isBelow };
  });
  const foot = base + (figures.some(({ isBelow }) => isBelow) ? 18 : 0);
  const under = labelsUnder(columns, laid, foot, right);
  const edge = laid.at(-1)?.right ?? 0;
  return {
    marks: [
      tiles(stacks.flat(), inset),
      strokes(
        aims.map((aim) => level(aim.end, aim.left - 2, aim.right + 2)),
        INK,
        3,
      ),
      strokes([level(scale(0), laid[0]?.left ?? 1, edge)]),
    ],
    labels: [...labelsAtEnds(figures, laid, stacks.flat(), right + 1), ...under.labels],
    bottom: foot + under.height,
    stacks,
    edge,
  };
}

/** What stands at the end of a column. */
interface EndText {
  readonly text: string;
  readonly y: number;
  readonly strong: boolean;
}

/** Figures at the ends of columns, the last first, as many as have room; all small where one of them has none. */
function labelsAtEnds(
  ends: readonly EndText[],
  columns: readonly ColumnPlace[],
  drawn: readonly Tile[],
  width: number,
): Label[] {
  const isWide = ends.every(({ text }, index) => measure(text, 'strong') + 4 <= (columns[index]?.pitch ?? 0));
  const [plain, bold] = isWide ? (['text', 'strong'] as const) : (['small', 'smallStrong'] as const);
  const labels = ends.map(({ text, y, strong }, index): Movable => {
    const label = centred(text, columns[index]?.middle ?? 0, y, strong ? bold : plain);
    return { label: keptWithin(label, width), away: 0 };
  });
  return dodge(labels.reverse(), drawn);
}

/** What stands under the columns: each one's name, the word where it was worked out, the names of groups. */
export function labelsUnder(
  slots: readonly Slot[],
  columns: readonly ColumnPlace[],
  base: number,
  right: number,
): { readonly labels: readonly Label[]; readonly height: number } {
  const lines = slots.map(({ label }, index) =>
    wrap(label, (columns[index]?.pitch ?? 0) - 3, SMALL, 'regular', 3),
  );
  const names = lines.flatMap((texts, index) =>
    texts.map((text, line) => centred(text, columns[index]?.middle ?? 0, base + 15 + line * 15, 'small')),
  );
  let y = base + 15 * Math.max(1, ...lines.map(({ length }) => length));
  const derived = derivedLabels(slots, columns, y + 16);
  if (derived.length > 0) y += 16;
  const groups = groupLabels(slots, columns, y + 20, right);
  return { labels: [...names, ...derived, ...groups], height: y - base + (groups.length > 0 ? 32 : 10) };
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

/** The name of each group from the left edge of its first column on. */
function groupLabels(
  slots: readonly Slot[],
  columns: readonly ColumnPlace[],
  y: number,
  right: number,
): Label[] {
  const groups = slots.flatMap(({ group }, index) => {
    if (group === '' || group === slots[index - 1]?.group) return [];
    const size = measure(group, 'strong') + 8;
    return [{ text: group, size, at: (columns[index]?.left ?? 0) + size / 2 }];
  });
  const places = spread(groups, 0, right + 8);
  return groups.map(({ text, size }, n): Label => {
    return { x: (places[n] ?? 0) - size / 2, y, text, style: 'strong' };
  });
}
