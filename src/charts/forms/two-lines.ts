import * as Plot from '@observablehq/plot';
import { labelsUnder, layColumns, type Slot } from '../grammar/columns.ts';
import { extentFromZero, frame, linear, type ToPixels } from '../grammar/frame.ts';
import { type Label, measure } from '../grammar/labels.ts';
import { dots, level, type Point, type Pointed, rings, strokes } from '../grammar/marks.ts';
import { spread } from '../grammar/spread.ts';
import { RULE, SMALL, tone } from '../grammar/type.ts';
import { wrap } from '../grammar/wrap.ts';

export interface LinePoint extends Pointed {
  readonly value: number;
  readonly derived: boolean;
}

export interface TwoLinesPoint extends Slot {
  /** Of the upper and of the lower line; undefined where not known: the line breaks there. */
  readonly values: readonly [LinePoint | undefined, LinePoint | undefined];
}

export interface TwoLinesRequest {
  readonly width: number;
  readonly names: readonly [string, string];
  /** Figures of the last point of each line. */
  readonly last: readonly [string, string];
  /** Words of a value on the axis. */
  readonly format: (value: number) => string;
}

const TOP = 22;
const PLOT = 240;
const TONES = ['now', 'before'] as const;

/** Two flows and the gap between them: the gap is the finding. Points that were worked out are hollow. */
export function twoLines(points: readonly TwoLinesPoint[], request: TwoLinesRequest): Plot.PlotOptions {
  const { width, names, last, format } = request;
  const values = points.flatMap((point) => point.values.flatMap((value) => (value ? [value.value] : [])));
  const levels = axisLevels(extentFromZero(values));
  const left = Math.max(...levels.map((value) => measure(format(value), 'smallQuiet'))) + 10;
  const side = Math.min(
    0.3 * width,
    Math.max(...[...names, ...last].map((text) => measure(text, 'smallStrong'))) + 2,
  );
  const right = width - side - 12;
  const base = TOP + PLOT;
  const scale = linear([levels[0] ?? 0, levels.at(-1) ?? 1], [base, TOP]);
  const columns = layColumns(points, left, right + 8, 200);
  const under = labelsUnder(points, columns, base, right);
  const lines = ([0, 1] as const).map((line) => placePoints(points, line, columns, scale));
  return frame(
    width,
    base + under.height,
    [
      strokes(
        levels.map((value) => level(scale(value), left, right)),
        RULE,
      ),
      strokes([level(scale(0), left, right)]),
      gap(lines),
      ...lines.toReversed().flatMap((line, index) => lineMarks(line, TONES[1 - index] as string)),
    ],
    [
      ...axisLabels(levels, format, scale),
      ...under.labels,
      ...endLabels(lines, request, { x: right + 10, width: side }),
    ],
  );
}

type Placed = (Point & LinePoint) | undefined;

const placePoints = (
  points: readonly TwoLinesPoint[],
  line: 0 | 1,
  columns: ReturnType<typeof layColumns>,
  scale: ToPixels,
): Placed[] =>
  points.map(({ values }, index) => {
    const value = values[line];
    return value && { ...value, x: columns[index]?.middle ?? 0, y: scale(value.value) };
  });

function lineMarks(line: readonly Placed[], name: string): Plot.Markish[] {
  const known = line.filter((point) => point !== undefined);
  return [
    Plot.line(
      line.map((point) => point ?? { x: Number.NaN, y: Number.NaN }),
      { x: 'x', y: 'y', stroke: tone(name), strokeWidth: 2.25 },
    ),
    dots(
      known.filter(({ derived }) => !derived),
      3.75,
      tone(name),
    ),
    rings(
      known.filter(({ derived }) => derived),
      3.75,
      tone(name),
    ),
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

const axisLabels = (levels: readonly number[], format: (value: number) => string, scale: ToPixels): Label[] =>
  levels.map((value) => ({ x: 0, y: scale(value), text: format(value), style: 'smallQuiet' }));

/** Name and last figure at the end of each line. */
function endLabels(
  lines: readonly (readonly Placed[])[],
  { names, last }: TwoLinesRequest,
  { x, width }: { x: number; width: number },
): Label[] {
  const texts = ([0, 1] as const).map((line) => [
    ...wrap(names[line], width, SMALL, 'strong', 3),
    last[line],
  ]);
  const wishes = lines.map((line, index) => {
    const end = line.findLast((point) => point !== undefined);
    return { at: (end?.y ?? 0) + index * 1e-6, size: (texts[index]?.length ?? 0) * 15 + 4 };
  });
  const places = spread(wishes, 0, TOP + PLOT + 20);
  return texts.flatMap((lines, index) =>
    lines.map((text, n): Label => {
      const y = (places[index] ?? 0) + (n - (lines.length - 1) / 2) * 15;
      return { x, y, text, style: n === lines.length - 1 ? 'small' : 'smallStrong' };
    }),
  );
}
