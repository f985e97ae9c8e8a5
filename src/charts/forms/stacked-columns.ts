import { drawColumns, MISSING, type Slot } from '../grammar/columns.ts';
import { type Drawing, frame } from '../grammar/frame.ts';
import { fold, type Label, measure } from '../grammar/labels.ts';
import { spread } from '../grammar/places.ts';
import { type Tile, tiles } from '../grammar/tiles.ts';
import { barFill, LINE, partTone, type ShownAmount, SMALL, tone } from '../grammar/type.ts';

export interface StackedColumn extends Omit<Slot, 'derived'> {
  /** Of its period by itself. */
  readonly name: string;
  /** Undefined where nothing is known of the period. */
  readonly total: ShownAmount | undefined;
  /** One for each series; a missing one is nil. */
  readonly parts: readonly (ShownAmount | undefined)[];
}

/** A part of the columns by its name, and its figure in the last one. */
interface Series {
  readonly name: string;
  readonly tone: string;
  readonly text: string;
}

/** Names stand beside the last column where each column keeps at least this much room, else below. */
const LEAST_PITCH = 56;
const SWATCH = 26;
const MOST_NAME = 150;
const GAP_FIGURE = 14;

/** Stacked columns over time, the first part at the bottom; names beside the last column, below it when narrow. */
export const stackedColumns =
  (columns: readonly StackedColumn[], parts: readonly string[]): Drawing =>
  (width) => {
    const known = columns.findLast(({ total }) => total);
    const head = known?.name ?? '';
    const series = parts.map((name, index): Series => {
      return { name, tone: partTone(index), text: known?.parts[index]?.text ?? MISSING };
    });
    const names = parts.map((name) => fold(name, MOST_NAME));
    const figures = Math.max(measure(head, 'smallQuiet'), measure(series.map(({ text }) => text)));
    const side = SWATCH + measure(names.flat()) + GAP_FIGURE + figures;
    const isNarrow = (width - side) / columns.length < LEAST_PITCH;
    const drawn = drawColumns(
      columns.map(({ label, group, name: period, total, parts }) => ({
        label,
        group,
        derived: total?.derived === true,
        text: total?.text ?? '',
        strong: true,
        parts: (total ? series : []).map(({ name, tone: of }, index) => ({
          value: parts[index]?.value ?? 0,
          fill: barFill(of, total?.derived === true),
          title: `${name}, ${period}: ${parts[index]?.text ?? MISSING}`,
        })),
      })),
      {
        left: 1,
        right: width - (isNarrow ? 1 : side + 2),
        top: 0,
        height: isNarrow ? 240 : 310,
        inset: 0.75,
      },
    );
    const last = drawn.stacks.findLast((parts) => parts.length > 0) ?? [];
    const { places, left, indent, right, top, bottom } = isNarrow
      ? listBelow(series, width, drawn.bottom + 14)
      : placeBeside(names, last, drawn.edge, drawn.edge + side, drawn.bottom);
    const key = places.flatMap(({ y, name, middle }, index): Label[] => [
      { x: left + indent, y: middle, text: name },
      { x: right, y, text: series[index]?.text ?? '', anchor: 'end', style: 'quiet' },
    ]);
    const swatches = places.map(({ y }, index): Tile => {
      const square = { left: left - 4.5, right: left + 4.5, top: y - 4.5, bottom: y + 4.5 };
      return { ...square, fill: tone(series[index]?.tone ?? '') };
    });
    return frame(width, bottom, {
      marks: [...drawn.marks, tiles(swatches)],
      labels: [...drawn.labels, ...key, { x: right, y: top, text: head, anchor: 'end', style: 'smallQuiet' }],
    });
  };

/** Where the swatch, the name and the last figure of each series stand. */
interface Key {
  readonly places: readonly {
    /** Of swatch and figure. */
    readonly y: number;
    readonly name: readonly string[];
    /** Of the lines of the name. */
    readonly middle: number;
  }[];
  /** Middle of the swatches, names so far from it, and the right edge of the figures. */
  readonly left: number;
  readonly indent: number;
  readonly right: number;
  /** Of the head of the figures. */
  readonly top: number;
  readonly bottom: number;
}

/** Each series as near to its part of the last column as there is room. */
function placeBeside(
  names: readonly (readonly string[])[],
  last: readonly Tile[],
  edge: number,
  right: number,
  bottom: number,
): Key {
  const wishes = names.map((lines, index) => {
    const { top = 0, bottom: foot = 0 } = last[index] ?? {};
    return { at: (top + foot) / 2 - index * 1e-6, size: 5 + lines.length * LINE };
  });
  const middles = spread(wishes, 40, bottom);
  const places = names.map((name, index) => {
    const y = middles[index] ?? 0;
    return { y, name, middle: y };
  });
  const top = Math.min(...middles.map((middle, index) => middle - (wishes[index]?.size ?? 0) / 2)) - 8;
  return { places, left: edge + 14, indent: SWATCH - 14, right, top, bottom };
}

/** The same as a list under the columns, the uppermost series first. */
function listBelow(series: readonly Series[], width: number, top: number): Key {
  let y = top + 20;
  const places = series.toReversed().map(({ name, text }) => {
    const lines = fold(name, width - 20 - GAP_FIGURE - measure(text), 'text', 3);
    const place = { y, name: lines, middle: y + ((lines.length - 1) * LINE) / 2 };
    y += 4 + lines.length * LINE;
    return place;
  });
  return { places: places.toReversed(), left: 6, indent: 14, right: width - 1, top, bottom: y - SMALL / 2 };
}
