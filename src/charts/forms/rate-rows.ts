import { type Label, measureAll } from '../grammar/labels.ts';
import { type Drawing, frame, plumb, strokes, type Tile, tiles } from '../grammar/marks.ts';
import { extentFromZero, linear, lying } from '../grammar/places.ts';
import { type Band, type LabelledRow, layRows } from '../grammar/rows.ts';
import { barFill } from '../grammar/type.ts';

export interface RateRow extends LabelledRow {
  /** What the bar shows, such as growth in percent; undefined where it cannot be told. */
  readonly value: number | undefined;
  readonly text: string;
}

export interface RateRequest {
  readonly heads: readonly string[];
  /** Where it is not the first head. */
  readonly narrowHead?: string;
}

const AWAY = 6;

/** A rate or a share of several things on one scale, with the numbers it is made of in columns; the strong row's bar is dark. */
export const rateRows =
  (rows: readonly RateRow[], { heads, narrowHead = heads[0] ?? '' }: RateRequest): Drawing =>
  (width) => {
    const layout = layRows(
      rows.map((row) => ({ ...row, strong: false })),
      {
        heads,
        narrowHead,
        styles: heads.map((_, column) => (column === heads.length - 1 ? 'strong' : undefined)),
        pitch: 29,
        stackedPitch: 46,
      },
      width,
    );
    const { bands } = layout;
    const room = (isLeft: boolean): number =>
      AWAY +
      measureAll(
        rows.filter(({ value = 0 }) => value < 0 === isLeft).map(({ text }) => text),
        'small',
      );
    const extent = extentFromZero(rows.map(({ value = 0 }) => value));
    const left = layout.left + (extent[0] < 0 ? room(true) : 0);
    const scale = linear(extent, [left, layout.right - room(false)]);
    const bars = rows.flatMap(({ value, strong = false, derived = false }, index): Tile[] => {
      if (value === undefined) return [];
      const fill = barFill(strong ? 'now' : 'before', derived);
      return [{ ...(bands[index] as Band), ...lying(scale, 0, value), fill }];
    });
    const texts = rows.map(({ value = 0, text }, index): Label => {
      const place = { y: bands[index]?.middle ?? 0, text, style: 'small' } as const;
      return value < 0
        ? { ...place, x: scale(value) - AWAY, anchor: 'end' }
        : { ...place, x: scale(value) + AWAY };
    });
    /** One line beside labels; a piece at each bar where labels stand over the bars. */
    const zeros = layout.stacked ? bands : [{ top: bands[0]?.top ?? 0, bottom: bands.at(-1)?.bottom ?? 0 }];
    return frame(width, layout.height, {
      marks: [tiles(bars), strokes(zeros.map(({ top, bottom }) => plumb(scale(0), top - 3, bottom + 3)))],
      labels: [...layout.labels, ...texts],
    });
  };
