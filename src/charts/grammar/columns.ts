import * as Plot from '@observablehq/plot';
import { type Drawn, scaleFromZero } from './frame.ts';
import { centred, dodge, type Label, measure } from './labels.ts';
import { labelsUnder } from './labels-under.ts';
import { type ColumnPlace, type ColumnsRoom, layColumns, type Slot } from './lay-columns.ts';
import { extentFromZero, stack } from './places.ts';
import { type Tile, tiles, upright } from './tiles.ts';
import { INK } from './type.ts';

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
}

/** Where a set of columns stands in a picture. */
export interface ColumnsPlace extends ColumnsRoom {
  readonly top: number;
  /** Height of the tallest column, in pixels. */
  readonly height: number;
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
