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

/** A period that has a name of its own too: `2Q12`. */
export interface NamedSlot extends Slot {
  readonly name: string;
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
const MOST = 112;

/** Divides a width among columns, from edge to edge, with a gap where one group ends and the next begins. */
export function layColumns<Of extends Slot>(
  slots: readonly Of[],
  { left, right, most = MOST, fill = FILL }: Pick<ColumnsPlace, 'left' | 'right' | 'most' | 'fill'>,
): (Of & ColumnPlace)[] {
  const gapBefore = ({ group }: Slot, index: number): number =>
    index > 0 && group !== slots[index - 1]?.group ? GROUP_GAP : 0;
  const room = right - left - slots.map(gapBefore).reduce((sum, gap) => sum + gap, 0);
  const pitch = Math.min(most / fill, room / Math.max(1, slots.length - 1 + fill));
  const half = (pitch * fill) / 2;
  let middle = left + half - pitch;
  return slots.map((slot, index) => {
    middle += gapBefore(slot, index) + pitch;
    return { ...slot, left: middle - half, right: middle + half, middle, pitch };
  });
}

/** A part of a column, from zero or from the part before it on. */
export interface ColumnPart {
  readonly value: number;
  readonly fill: string;
  readonly title?: string;
}

/** A column of one part or of several, its figure at its end. */
export interface Column<Part extends ColumnPart = ColumnPart> extends Slot {
  /** None where nothing is known: a dash stands in their place. */
  readonly parts: readonly Part[];
  readonly text: string;
  readonly strong: boolean;
  /** Ends in a black tick. */
  readonly isTarget?: boolean;
  /** A figure under its name, such as a ratio. */
  readonly beneath?: string;
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
  /** Share of its room that a column fills. */
  readonly fill?: number;
  /** Paper between the parts of a column. */
  readonly inset?: number;
  /** What the scale reaches to, where it is not these columns alone. */
  readonly values?: readonly number[];
  /** What the figures under the names are called, left of them. */
  readonly head?: string;
}

export interface DrawnColumns<Part> extends Drawn {
  readonly bottom: number;
  /** The parts of each column, and the right edge of the last. */
  readonly stacks: readonly (readonly (Part & Tile)[])[];
  readonly edge: number;
}

/** For a number that nobody states. */
export const MISSING = '–';
const TOP = 26;

/** Columns from zero with their figures, names and groups, on a scale of their own. */
export function drawColumns<Part extends ColumnPart>(
  columns: readonly Column<Part>[],
  place: ColumnsPlace,
): DrawnColumns<Part> {
  const { right, top, height, inset = 0, values, head = '' } = place;
  const left = place.left + (head === '' ? 0 : measure(head, 'smallQuiet') + 10);
  const laid = layColumns(columns, { ...place, left }).map((column) => {
    const parts = stack(column.parts);
    return { ...column, parts, extent: extentFromZero(parts.map(({ to }) => to)) };
  });
  const base = top + TOP + height;
  const y = scaleFromZero(values ?? laid.flatMap(({ extent }) => extent), [base, top + TOP]);
  const stacks = laid.map(({ left, right, parts }) =>
    parts.map((part) => ({ ...part, left, right, ...upright(y, part.from, part.to) })),
  );
  const targets = stacks.filter((_, index) => laid[index]?.isTarget).flat();
  const ends = laid.map((column) => {
    const [low, high] = column.extent;
    const isBelow = high === 0 && low < 0;
    const text = column.parts.length === 0 ? MISSING : column.text;
    return { ...column, text, y: isBelow ? y.apply(low) + 10 : y.apply(high) - 10, isBelow };
  });
  const foot = base + (ends.some(({ isBelow }) => isBelow) ? 18 : 0);
  const under = labelsUnder(laid, foot, place);
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

type Placed = Slot & Pick<Column, 'beneath'> & ColumnPlace;

/** What stands under the columns, line by line: names, the figures beneath them, the word where one was worked out, groups. */
export function labelsUnder(
  columns: readonly Placed[],
  base: number,
  { left = 0, right, head = '' }: Partial<ColumnsPlace> & Pick<ColumnsPlace, 'right'>,
): { readonly labels: readonly Label[]; readonly height: number } {
  const names = columns.map(({ label, pitch }) => fold(label, pitch - 3, 'small', 3));
  const labels = columns.map(({ middle }, index) => {
    const name = names[index] ?? [];
    return centred(name, middle, base + 15 + (name.length - 1) * 7.5, 'small');
  });
  let y = base + 15 * Math.max(1, ...names.map(({ length }) => length));
  /** A line of texts, the last first, as many as have room. */
  const addLine = (texts: readonly Label[]): void => {
    y = texts[0]?.y ?? y;
    labels.push(...dodge(texts.toReversed(), [], columns.at(-1)?.right ?? 0));
  };
  if (head !== '') {
    labels.push({ x: left, y: y + 22, text: head, style: 'smallQuiet' });
    addLine(columns.map(({ beneath = '', middle }) => centred(beneath, middle, y + 22, 'small')));
  }
  const derived = columns.filter((column) => column.derived);
  addLine(derived.map(({ middle }) => centred('derived', middle, y + 16, 'derived')));
  const groups = groupLabels(columns, y + 20, right);
  return { labels: [...labels, ...groups.labels], height: y - base + 10 + groups.height };
}

/** No name of a group is folded narrower than this. */
const LEAST_GROUP = 60;

/** The name of each group under the middle of its columns. */
function groupLabels(
  columns: readonly Placed[],
  y: number,
  right: number,
): { readonly labels: readonly Label[]; readonly height: number } {
  const groups = [...Map.groupBy(columns, ({ group }) => group)].flatMap(([group, members]) => {
    const [start, end] = [members[0]?.left ?? 0, members.at(-1)?.right ?? 0];
    const text = fold(group, Math.max(end - start, LEAST_GROUP), 'smallStrong', 3);
    return group === '' ? [] : [{ text, at: (start + end) / 2, size: measure(text, 'smallStrong') + 8 }];
  });
  const places = spread(groups, -4, right + 4);
  return {
    labels: groups.map(({ text }, n) =>
      centred(text, places[n] ?? 0, y + (text.length - 1) * 7.5, 'smallStrong'),
    ),
    height: groups.length > 0 ? 7 + 15 * Math.max(...groups.map(({ text }) => text.length)) : 0,
  };
}
