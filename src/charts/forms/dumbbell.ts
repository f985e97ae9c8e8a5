import * as Plot from '@observablehq/plot';
import { type Drawing, frame, rings, scaleFromZero } from '../grammar/frame.ts';
import { centred, type Label, measure } from '../grammar/labels.ts';
import { spread } from '../grammar/places.ts';
import { layRows } from '../grammar/rows.ts';
import { INK, RULE, tone } from '../grammar/type.ts';

export interface DumbbellEnd {
  readonly value: number;
  readonly text: string;
}

export interface DumbbellRow {
  readonly label: string;
  readonly before: DumbbellEnd | undefined;
  readonly now: DumbbellEnd | undefined;
  readonly strong?: boolean;
}

type Names = readonly [before: string, now: string];

const AWAY = 13;
const HEAD = 22;
const FOOT = 22;

/** Two years of one ratio in percent for several things: hollow is the year before, filled is now. */
export const dumbbell =
  (rows: readonly DumbbellRow[], names: Names): Drawing =>
  (width) => {
    const layout = layRows(
      rows.map((row) => ({ ...row, cells: [] })),
      { heads: [], pitch: 46, stackedPitch: 54, gapBefore: (index) => (index === 0 ? HEAD : 0) },
      width,
    );
    const { left, right, top, height } = layout;
    const ends = rows.flatMap(({ before, now }) => [before, now]).filter((end) => end !== undefined);
    const [values, texts] = [ends.map(({ value }) => value), ends.map(({ text }) => text)];
    /** Room for the figures outside the outermost dots; a figure stands left of the lower dot, which may lie near zero. */
    const widest = measure(texts, 'strong') + AWAY + 2;
    const hasLeft = values.some((value) => value < 0) || rows.some(({ before, now }) => before && now);
    const x = scaleFromZero(values, [left + (hasLeft ? widest : AWAY), right - widest]);
    const pairs = layout.rows.map(({ before, now, middle: y }): Dot[] =>
      [before, now].flatMap((end, at) =>
        end ? [{ x: x.apply(end.value), y, text: end.text, isNow: at === 1 }] : [],
      ),
    );
    const findBefore = ({ before }: DumbbellRow) => before?.value;
    const findNow = ({ now }: DumbbellRow) => now?.value;
    return frame(width, height + FOOT - 6, {
      x,
      marks: [
        Plot.ruleY(layout.rows, { y: 'middle', insetLeft: left, insetRight: width - right, stroke: RULE }),
        Plot.ruleX([0], { y1: top + HEAD - 4, y2: height, stroke: INK }),
        Plot.link(layout.rows, {
          x1: findBefore,
          x2: findNow,
          y: 'middle',
          stroke: ({ before, now }) => tone(before && now && now.value < before.value ? 'down' : 'up'),
          strokeWidth: 5,
        }),
        rings(layout.rows, { x: findBefore, y: 'middle', r: 6, stroke: tone('ink-2') }),
        Plot.dot(layout.rows, { x: findNow, y: 'middle', r: 6.5, fill: tone('now') }),
      ],
      labels: [
        ...layout.labels,
        centred('0%', x.apply(0), height + 9, 'smallQuiet'),
        ...pairs.flatMap(labelEnds),
        ...labelYears(
          pairs[0] ?? [],
          names,
          layout.stacked ? top + 6 : (layout.rows[0]?.middle ?? 0) - 20,
          width,
        ),
      ],
    });
  };

/** An end of a row where it is drawn. */
interface Dot {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly isNow: boolean;
}

/** Each figure outside its dot; the lower value's stands left, of equals the earlier one's. */
const labelEnds = (dots: readonly Dot[]): Label[] =>
  dots.map(({ x, y, text, isNow }) => {
    const other = dots.find((dot) => dot.isNow !== isNow);
    const isRight = !other || x > other.x || (x === other.x && isNow);
    const style = isNow ? 'strong' : 'smallQuiet';
    return { x: x + (isRight ? AWAY : -AWAY), anchor: isRight ? 'start' : 'end', y, text, style, rim: true };
  });

/** The years over the dots of the first row, each as near to its dot as the other allows. */
function labelYears(dots: readonly Dot[], names: Names, y: number, width: number): Label[] {
  const years = dots.map(({ x, isNow }) => {
    const [text, style] = isNow ? ([names[1], 'smallStrong'] as const) : ([names[0], 'smallQuiet'] as const);
    return { text, style, at: x, size: measure(text, style) + 8 };
  });
  return spread(years, 0, width).map(({ text, style, place }) => ({
    ...centred(text, place, y, style),
    rim: true,
  }));
}
