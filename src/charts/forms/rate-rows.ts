import * as Plot from '@observablehq/plot';
import { type Drawing, frame, scaleFromZero } from '../grammar/frame.ts';
import { type Label, measure } from '../grammar/labels.ts';
import { type LabelledRow, layRows, type RowsRequest } from '../grammar/rows.ts';
import { barFill, INK } from '../grammar/type.ts';

export interface RateRow extends LabelledRow {
  /** What the bar shows, such as growth in percent; undefined where it cannot be told. */
  readonly value: number | undefined;
  readonly text: string;
}

const AWAY = 6;

/** A rate or a share of several things on one scale, with the numbers it is made of in columns; the strong row's bar is dark. */
export const rateRows =
  (rows: readonly RateRow[], { heads, isRange }: Pick<RowsRequest, 'heads' | 'isRange'>): Drawing =>
  (width) => {
    const layout = layRows(
      rows.map(({ strong = false, derived = false, ...row }) => {
        return { ...row, strong: false, derived, fill: barFill(strong ? 'now' : 'before', derived) };
      }),
      {
        heads,
        isRange,
        styles: heads.map((_, column) => (column === heads.length - 1 ? 'strong' : undefined)),
        pitch: 29,
        stackedPitch: 46,
      },
      width,
    );
    const values = rows.map(({ value = 0 }) => value);
    const figures = rows.map(({ text }) => text);
    const room = AWAY + measure(figures, 'small');
    const left = layout.left + (values.some((value) => value < 0) ? room : 0);
    const x = scaleFromZero(values, [left, layout.right - room]);
    const texts = layout.rows.map(({ value = 0, text, middle: y }): Label => {
      const [away, anchor] = value < 0 ? ([-AWAY, 'end'] as const) : ([AWAY, 'start'] as const);
      return { x: x.apply(value) + away, y, text, anchor, style: 'small' };
    });
    const [first, last] = [layout.rows[0], layout.rows.at(-1)];
    /** One line beside labels; a piece at each bar where labels stand over the bars. */
    const zeros = layout.stacked ? layout.rows : [{ top: first?.top ?? 0, bottom: last?.bottom ?? 0 }];
    return frame(width, layout.height, {
      x,
      marks: [
        Plot.rect(layout.rows, { x1: 0, x2: 'value', y1: 'top', y2: 'bottom', fill: 'fill' }),
        Plot.ruleX(zeros, { x: 0, y1: 'top', y2: 'bottom', inset: -3, stroke: INK }),
      ],
      labels: [...layout.labels, ...texts],
    });
  };
