import { drawColumns, type Slot } from '../grammar/columns.ts';
import { type Label, measure, measureAll, stackLines } from '../grammar/labels.ts';
import { type Drawing, frame, type Tile, tiles } from '../grammar/marks.ts';
import { spread } from '../grammar/places.ts';
import { wrap } from '../grammar/text.ts';
import { barFill, LINE, SMALL, TEXT, tone } from '../grammar/type.ts';

export interface StackedColumn extends Slot {
  /** One for each series, with what it says when it is pointed at; empty where nothing is known of the period. */
  readonly parts: readonly { readonly value: number; readonly title?: string }[];
  /** The total. */
  readonly text: string;
}

export interface StackedSeries {
  readonly name: string;
  readonly tone: string;
  /** Its figure in the last column. */
  readonly text: string;
}

export interface StackedRequest {
  readonly series: readonly StackedSeries[];
  /** Over the series' figures: the period that they are of. */
  readonly head: string;
}

/** Names stand beside the last column where each column keeps at least this much room, else below. */
const LEAST_PITCH = 56;
const SWATCH = 26;
const MOST_NAME = 150;
const GAP_FIGURE = 14;

/** Stacked columns over time, the first series at the bottom; names beside the last column, below it when narrow. */
export const stackedColumns =
  (columns: readonly StackedColumn[], request: StackedRequest): Drawing =>
  (width) => {
    const { series, head } = request;
    const names = series.map(({ name }) => wrap(name, MOST_NAME, TEXT));
    const figures = Math.max(measure(head, 'smallQuiet'), measureAll(series.map(({ text }) => text)));
    const side = SWATCH + measureAll(names.flat()) + GAP_FIGURE + figures;
    const isNarrow = (width - side) / columns.length < LEAST_PITCH;
    const drawn = drawColumns(
      columns.map(({ parts, ...column }) => ({
        ...column,
        strong: true,
        parts: parts.map((part, index) => ({
          ...part,
          fill: barFill(series[index]?.tone ?? '', column.derived === true),
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
    const key = isNarrow
      ? listBelow(request, width, drawn.bottom + 14)
      : namesBeside(request, names, last, {
          left: drawn.edge,
          right: drawn.edge + side,
          bottom: drawn.bottom,
        });
    return frame(width, key.bottom, {
      marks: [...drawn.marks, tiles(key.swatches)],
      labels: [...drawn.labels, ...key.labels],
    });
  };

interface Key {
  readonly labels: readonly Label[];
  readonly swatches: readonly Tile[];
  readonly bottom: number;
}

/** A square before a name. */
const swatch = (x: number, y: number, name: string): Tile => ({
  left: x - 4.5,
  right: x + 4.5,
  top: y - 4.5,
  bottom: y + 4.5,
  fill: tone(name),
});

/** A swatch, the name and the last figure of each series, as near to its part of the last column as there is room. */
function namesBeside(
  { series, head }: StackedRequest,
  names: readonly (readonly string[])[],
  last: readonly Tile[],
  { left, right, bottom }: { readonly left: number; readonly right: number; readonly bottom: number },
): Key {
  const wishes = names.map((lines, index) => {
    const { top = 0, bottom: foot = 0 } = last[index] ?? {};
    return { at: (top + foot) / 2 - index * 1e-6, size: 5 + lines.length * LINE };
  });
  const places = spread(wishes, 40, bottom);
  const top = Math.min(...places.map((place, index) => place - (wishes[index]?.size ?? 0) / 2));
  const labels = series.flatMap(({ text }, index): Label[] => {
    const y = places[index] ?? 0;
    return [
      ...stackLines(names[index] ?? [], { x: left + SWATCH, y }),
      { x: right, y, text, anchor: 'end', style: 'quiet' },
    ];
  });
  return {
    labels: [...labels, { x: right, y: top - 8, text: head, anchor: 'end', style: 'smallQuiet' }],
    swatches: series.map(({ tone: name }, index) => swatch(left + 14, places[index] ?? 0, name)),
    bottom,
  };
}

/** The same as a list under the columns, the uppermost series first. */
function listBelow({ series, head }: StackedRequest, width: number, top: number): Key {
  const labels: Label[] = [{ x: width - 1, y: top, text: head, anchor: 'end', style: 'smallQuiet' }];
  const swatches: Tile[] = [];
  let y = top + 20;
  for (const { name, text, tone: of } of series.toReversed()) {
    const lines = wrap(name, width - 20 - GAP_FIGURE - measure(text), TEXT, 'regular', 3);
    lines.forEach((line, n) => void labels.push({ x: 20, y: y + n * LINE, text: line }));
    labels.push({ x: width - 1, y, text, anchor: 'end', style: 'quiet' });
    swatches.push(swatch(6, y, of));
    y += 4 + lines.length * LINE;
  }
  return { labels, swatches, bottom: y - SMALL / 2 };
}
