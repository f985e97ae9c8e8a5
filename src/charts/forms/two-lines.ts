import * as Plot from '@observablehq/plot';
import { labelsUnder, layColumns, type Slot } from '../grammar/columns.ts';
import { type Label, labelsBeside, measureAll } from '../grammar/labels.ts';
import { type Drawing, dots, frame, level, type Point, rings, strokes } from '../grammar/marks.ts';
import { extentFromZero, linear } from '../grammar/places.ts';
import { wrap } from '../grammar/text.ts';
import { RULE, type ShownAmount, SMALL, tone } from '../grammar/type.ts';

export interface LinePoint extends Omit<ShownAmount, 'text'> {
  readonly title?: string;
}

export interface TwoLinesPoint extends Slot {
  /** Of the upper and of the lower line; undefined where not known: the line breaks there. */
  readonly values: readonly [LinePoint | undefined, LinePoint | undefined];
}

export interface TwoLinesRequest {
  readonly names: readonly [string, string];
  /** Figures of the last point of each line. */
  readonly last: readonly [string, string];
  /** Words of a value on the axis. */
  readonly format: (value: number) => string;
}

type Placed = (Point & LinePoint) | undefined;

const TOP = 22;
const BASE = TOP + 240;

/** Two flows and the gap between them: the gap is the finding. Points that were worked out are hollow. */
export const twoLines =
  (points: readonly TwoLinesPoint[], { names, last, format }: TwoLinesRequest): Drawing =>
  (width) => {
    const values = points.flatMap((point) => point.values.flatMap((value) => value?.value ?? []));
    const levels = axisLevels(extentFromZero(values));
    const left = measureAll(levels.map(format), 'smallQuiet') + 10;
    const side = Math.min(0.3 * width, measureAll([...names, ...last], 'smallStrong') + 2);
    const right = width - side - 12;
    const scale = linear([levels[0] ?? 0, levels.at(-1) ?? 1], [BASE, TOP]);
    const columns = layColumns(points, left, right + 8, 200);
    const under = labelsUnder(columns, BASE, right);
    const lines = ([0, 1] as const).map((line) =>
      columns.map(({ values: { [line]: value }, middle }): Placed => {
        return value && { ...value, x: middle, y: scale(value.value) };
      }),
    );
    const ends = lines.map((line, index) => ({
      at: line.findLast((point) => point !== undefined)?.y ?? 0,
      lines: [...wrap(names[index] ?? '', side, SMALL, 'strong', 3), last[index] ?? ''],
    }));
    return frame(width, BASE + under.height, {
      marks: [
        strokes(
          levels.map((value) => level(scale(value), left, right)),
          RULE,
        ),
        strokes([level(scale(0), left, right)]),
        gap(lines),
        ...lineMarks(lines[1] ?? [], tone('before')),
        ...lineMarks(lines[0] ?? [], tone('now')),
      ],
      labels: [
        ...levels.map((value): Label => {
          return { x: 0, y: scale(value), text: format(value), style: 'smallQuiet' };
        }),
        ...under.labels,
        ...labelsBeside(ends, { x: right + 10, low: 0, high: BASE + 20 }, ['smallStrong', 'small']),
      ],
    });
  };

function lineMarks(line: readonly Placed[], stroke: string): Plot.Markish[] {
  const [filled, hollow] = [false, true].map((derived) =>
    line.flatMap((of) => (of?.derived === derived ? of : [])),
  );
  const unknown = { x: Number.NaN, y: Number.NaN };
  return [
    Plot.line(
      line.map((point) => point ?? unknown),
      { x: 'x', y: 'y', stroke, strokeWidth: 2.25 },
    ),
    dots(filled ?? [], 3.75, stroke),
    rings(hollow ?? [], 3.75, stroke),
  ];
}

/** The gap, in the tone of rises where the first line is above, of falls where it is below: heights are counted from the top. */
const gap = ([upper = [], lower = []]: readonly (readonly Placed[])[]): Plot.Markish =>
  Plot.differenceY(upper, {
    x: (point: Placed, index: number) => (point && lower[index] ? point.x : Number.NaN),
    y1: (point: Placed) => point?.y,
    y2: (_: Placed, index: number) => lower[index]?.y,
    positiveFill: tone('up'),
    positiveFillOpacity: 0.2,
    negativeFill: tone('down'),
    negativeFillOpacity: 0.45,
    stroke: 'none',
  });

/** Four to six round levels from the lowest to above the highest value. */
function axisLevels([low, high]: [number, number]): number[] {
  const rough = Math.max(high - low, 1e-9) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10);
  const first = Math.floor(low / step);
  const last = Math.max(first + 1, Math.ceil(high / step));
  return Array.from({ length: last - first + 1 }, (_, index) => (first + index) * step);
}
