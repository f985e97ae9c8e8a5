import { type Label, measureAll } from '../grammar/labels.ts';
import { type Drawing, frame, plumb, strokes, type Tile, tiles } from '../grammar/marks.ts';
import { extentFromZero, linear, lying } from '../grammar/places.ts';
import { type LabelledRow, layRows } from '../grammar/rows.ts';
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
      rows.map((row) => ({ ...row, strong: false, isDark: row.strong })),
      {
        heads,
        narrowHead,
        styles: heads.map((_, column) => (column === heads.length - 1 ? 'strong' : undefined)),
        pitch: 29,
        stackedPitch: 46,
      },
      width,
    );
    const room = (isLeft: boolean): number => {
      const texts = rows.filter(({ value = 0 }) => value < 0 === isLeft).map(({ text }) => text);
      return AWAY + measureAll(texts, 'small');
    };
    const extent = extentFromZero(rows.map(({ value = 0 }) => value));
    const left = layout.left + (extent[0] < 0 ? room(true) : 0);
    const scale = linear(extent, [left, layout.right - room(false)]);
    const bars = layout.rows.flatMap(({ value, isDark, derived = false, top, bottom }): Tile[] => {
      if (value === undefined) return [];
      return [{ ...lying(scale, 0, value), top, bottom, fill: barFill(isDark ? 'now' : 'before', derived) }];
    });
    const texts = layout.rows.map(({ value = 0, text, middle: y }): Label => {
      const [away, anchor] = value < 0 ? ([-AWAY, 'end'] as const) : ([AWAY, 'start'] as const);
      return { x: scale(value) + away, y, text, anchor, style: 'small' };
    });
    const [first, last] = [layout.rows[0], layout.rows.at(-1)];
    /** One line beside labels; a piece at each bar where labels stand over the bars. */
    const zeros = layout.stacked ? layout.rows : [{ top: first?.top ?? 0, bottom: last?.bottom ?? 0 }];
    return frame(width, layout.height, {
      marks: [tiles(bars), strokes(zeros.map(({ top, bottom }) => plumb(scale(0), top - 3, bottom + 3)))],
      labels: [...layout.labels, ...texts],
    });
  };
