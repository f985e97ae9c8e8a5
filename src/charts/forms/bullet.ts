import { type Label, measureAll } from '../grammar/labels.ts';
import { type Drawing, frame, plumb, rings, strokes, tiles } from '../grammar/marks.ts';
import { extentFromZero, linear, lying } from '../grammar/places.ts';
import { type Band, layStacked } from '../grammar/rows.ts';
import { barFill, INK, tone } from '../grammar/type.ts';

export interface BulletRow {
  readonly label: string;
  /** In percent of the target. */
  readonly actual: number;
  readonly before: number | undefined;
  /** How far from the target: `+3.4%`. */
  readonly text: string;
  /** Actual and target, beside the label. */
  readonly cell: string;
  readonly derived?: boolean;
}

const AWAY = 9;

/** Actual against target, every row on its own scale: the target is 100, one black tick for all. */
export const bullet =
  (rows: readonly BulletRow[], head: string): Drawing =>
  (width) => {
    const layout = layStacked(
      rows.map((row) => ({ ...row, cells: [row.cell] })),
      { heads: [], narrowHead: head, stackedPitch: 60, gapBefore: (index) => (index === 0 ? 20 : 0) },
      width,
    );
    const texts = rows.map(({ text }) => text);
    const values = rows.flatMap(({ actual, before = 0 }) => [100, actual, before]);
    const reach = AWAY + measureAll(texts, 'strong');
    const scale = linear(extentFromZero(values), [layout.left + 6, layout.right - reach]);
    /** A bar from zero, higher than its row by so much. */
    const bar = ({ top, bottom }: Band, to: number, by: number, fill: string) => ({
      ...lying(scale, 0, to),
      top: top - by,
      bottom: bottom + by,
      fill,
    });
    const dots = layout.rows.flatMap(({ before, middle }) =>
      before === undefined ? [] : [{ x: scale(before), y: middle }],
    );
    /** How far from the target, right of whatever ends last. */
    const distances = layout.rows.map(({ text, actual, before = 0, middle }): Label => {
      const last = Math.max(scale(100), scale(actual), scale(before) + 4);
      return { x: last + AWAY, y: middle, text, style: 'strong' };
    });
    return frame(width, layout.height + 4, {
      marks: [
        tiles(layout.rows.map((row) => bar(row, 100, 1, tone('tint-2')))),
        tiles(layout.rows.map((row) => bar(row, row.actual, -2, barFill('now', row.derived === true)))),
        strokes(
          layout.rows.map(({ top, bottom }) => plumb(scale(100), top - 2, bottom + 2)),
          INK,
          3,
        ),
        rings(dots, 4.5, tone('now')),
      ],
      labels: [...layout.labels, ...distances],
    });
  };
