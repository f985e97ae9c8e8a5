import { centred, type Label, measure, measureAll, type Style } from '../grammar/labels.ts';
import { type Drawing, frame, plumb, rings, strokes, tiles } from '../grammar/marks.ts';
import { extentFromZero, linear, lying, spread } from '../grammar/places.ts';
import { type Band, type LabelledRow, layRows } from '../grammar/rows.ts';
import { barFill, INK, tone } from '../grammar/type.ts';

export interface BulletRow extends Omit<LabelledRow, 'strong'> {
  /** In percent of the target. */
  readonly actual: number;
  readonly before: number | undefined;
  /** How far from the target: `+3.4%`. */
  readonly text: string;
}

export interface BulletRequest {
  /** Target, actual, difference. */
  readonly heads: readonly [string, string, string];
  readonly narrowHead: string;
  /** What the tick and the hollow dot are called. */
  readonly names: { readonly target: string; readonly before: string };
}

const AWAY = 9;

/** Actual against target, every row on its own scale: the target is 100, one black tick for all. */
export const bullet =
  (rows: readonly BulletRow[], { names, ...request }: BulletRequest): Drawing =>
  (width) => {
    const layout = layRows(
      rows,
      {
        ...request,
        styles: [undefined, 'strong'],
        pitch: 44,
        stackedPitch: 60,
        gapBefore: (index) => (index === 0 ? 20 : 0),
      },
      width,
    );
    const reach =
      AWAY +
      measureAll(
        rows.map(({ text }) => text),
        'strong',
      );
    const values = rows.flatMap(({ actual, before = 0 }) => [100, actual, before]);
    const scale = linear(extentFromZero(values), [layout.left + 6, layout.right - reach]);
    const places = rows.map((row, index) => ({ ...row, ...(layout.bands[index] as Band) }));
    /** A bar from zero, higher than its row by so much. */
    const bar = ({ top, bottom }: Band, to: number, by: number, fill: string) => ({
      ...lying(scale, 0, to),
      top: top - by + 3,
      bottom: bottom + by - 3,
      fill,
    });
    const [pale, tick] = layout.stacked ? [4, 5] : [7, 9];
    /** How far from the target, right of whatever ends last. */
    const distances = places.map(({ text, actual, before = 0, middle }): Label => {
      const last = Math.max(scale(100), scale(actual), scale(before) + 4);
      return { x: last + AWAY, y: middle, text, style: 'strong' };
    });
    return frame(width, layout.height + 4, {
      marks: [
        tiles(places.map((place) => bar(place, 100, pale, tone('tint-2')))),
        tiles(places.map((place) => bar(place, place.actual, 1, barFill('now', place.derived === true)))),
        strokes(
          places.map(({ top, bottom }) => plumb(scale(100), top - tick + 3, bottom + tick - 3)),
          INK,
          3,
        ),
        rings(
          places.flatMap(({ before, middle }) =>
            before === undefined ? [] : [{ x: scale(before), y: middle }],
          ),
          4.5,
          tone('now'),
        ),
      ],
      labels: [...layout.labels, ...distances, ...(layout.stacked ? [] : headNames())],
    });

    /** What the tick and the dot are, over the first row. */
    function headNames(): Label[] {
      const [first] = places;
      const all: { text: string; at: number; style: Style }[] = [
        { text: names.target, at: scale(100), style: 'smallStrong' },
      ];
      if (first?.before !== undefined && names.before !== '')
        all.push({ text: names.before, at: scale(first.before), style: 'smallQuiet' });
      const middles = spread(
        all.map(({ text, at, style }) => ({ at, size: measure(text, style) + 10 })),
        layout.left,
        layout.right,
      );
      return all.map(({ text, style }, index) =>
        centred(text, middles[index] ?? 0, (first?.top ?? 0) - 15, style),
      );
    }
  };
