import { centred, type Label, measure, measureAll } from '../grammar/labels.ts';
import { type Drawing, dots, frame, level, plumb, rings, strokes } from '../grammar/marks.ts';
import { extentFromZero, linear } from '../grammar/places.ts';
import { layRows } from '../grammar/rows.ts';
import { RULE, tone } from '../grammar/type.ts';

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

/** An end of a row where it is drawn. */
interface Dot {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly isNow: boolean;
}

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
    /** Room for the figures outside the outermost dots; a figure stands left of the lower dot, which may lie near zero. */
    const texts = ends.map(({ text }) => text);
    const widest = measureAll(texts, 'strong') + AWAY + 2;
    const hasLeft = ends.some(({ value }) => value < 0) || rows.some(({ before, now }) => before && now);
    const scale = linear(extentFromZero(ends.map(({ value }) => value)), [
      left + (hasLeft ? widest : AWAY),
      right - widest,
    ]);
    const pairs = layout.rows.map(({ before, now, middle: y }): Dot[] =>
      [before, now].flatMap((end, at) =>
        end ? [{ x: scale(end.value), y, text: end.text, isNow: at === 1 }] : [],
      ),
    );
    const drawn = pairs.flat();
    const links = (way: 'up' | 'down') =>
      pairs.flatMap(([before, now]) =>
        before && now && now.x < before.x === (way === 'down') ? [level(now.y, before.x, now.x)] : [],
      );
    return frame(width, height + FOOT - 6, {
      marks: [
        strokes(
          layout.rows.map(({ middle }) => level(middle, left, right)),
          RULE,
        ),
        strokes([plumb(scale(0), top + HEAD - 4, height)]),
        strokes(links('up'), tone('up'), 5),
        strokes(links('down'), tone('down'), 5),
        rings(
          drawn.filter(({ isNow }) => !isNow),
          6,
          tone('ink-2'),
        ),
        dots(
          drawn.filter(({ isNow }) => isNow),
          6.5,
          tone('now'),
        ),
      ],
      labels: [
        ...layout.labels,
        centred('0%', scale(0), height + 9, 'smallQuiet'),
        ...pairs.flatMap(valueLabels),
        ...headLabels(
          pairs[0] ?? [],
          names,
          layout.stacked ? top + 6 : (layout.rows[0]?.middle ?? 0) - 20,
          width,
        ),
      ],
    });
  };

/** Each figure outside its dot; the lower value's stands left, of equals the earlier one's. */
const valueLabels = (dots: readonly Dot[]): Label[] =>
  dots.map(({ x, y, text, isNow }) => {
    const other = dots.find((dot) => dot.isNow !== isNow);
    const isRight = !other || x > other.x || (x === other.x && isNow);
    const style = isNow ? 'strong' : 'smallQuiet';
    return { x: x + (isRight ? AWAY : -AWAY), anchor: isRight ? 'start' : 'end', y, text, style, rim: true };
  });

/** The years over the dots of the first row, leaning outwards so that they do not meet. */
function headLabels(dots: readonly Dot[], names: Names, y: number, width: number): Label[] {
  const [low, high] = dots.toSorted((a, b) => a.x - b.x);
  if (!low) return [];
  if (!high) return [centred(names[low.isNow ? 1 : 0], low.x, y, 'small')];
  const nameOf = ({ isNow }: Dot) => ({
    y,
    text: names[isNow ? 1 : 0],
    style: isNow ? ('smallStrong' as const) : ('smallQuiet' as const),
    rim: true,
  });
  const middle = (low.x + high.x) / 2;
  const left = Math.min(low.x + 8, middle - 4);
  const right = Math.max(high.x - 8, middle + 4);
  const over = Math.max(0, right + measure(nameOf(high).text, 'smallStrong') - width);
  return [
    { ...nameOf(low), x: left - over, anchor: 'end' },
    { ...nameOf(high), x: right - over, anchor: 'start' },
  ];
}
