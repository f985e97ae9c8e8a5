import * as Plot from '@observablehq/plot';
import { labelsUnder, layColumns, type Slot } from '../grammar/columns.ts';
import { type Drawing, frame, rings, scaleTo } from '../grammar/frame.ts';
import { fold, type Label, labelsBeside, measure } from '../grammar/labels.ts';
import { extentFromZero } from '../grammar/places.ts';
import { INK, RULE, type ShownAmount, tone } from '../grammar/type.ts';

export interface TwoLinesPoint extends Slot {
  /** Of its period by itself. */
  readonly name: string;
  /** Of the upper and of the lower line; undefined where not known: the line breaks there. */
  readonly values: readonly [ShownAmount | undefined, ShownAmount | undefined];
}

export interface TwoLinesRequest {
  readonly names: readonly [string, string];
  /** Words of a value on the axis. */
  readonly format: (value: number) => string;
}

const TOP = 22;
const BASE = TOP + 240;

/** Two flows and the gap between them: the gap is the finding. Points that were worked out are hollow. */
export const twoLines =
  (points: readonly TwoLinesPoint[], { names, format }: TwoLinesRequest): Drawing =>
  (width) => {
    const values = points.flatMap((point) => point.values.flatMap((value) => value?.value ?? []));
    const levels = axisLevels(extentFromZero(values));
    const last = ([0, 1] as const).map((line) => points.flatMap(({ values }) => values[line] ?? []).at(-1));
    const figures = last.map((point) => point?.text ?? '');
    const left = measure(levels.map(format), 'smallQuiet') + 10;
    const side = Math.min(0.3 * width, measure([...names, ...figures], 'smallStrong') + 2);
    const right = width - side - 12;
    const y = scaleTo([levels[0] ?? 0, levels.at(-1) ?? 1], [BASE, TOP]);
    const columns = layColumns(points, { left, right: right + 8, most: 200 });
    const under = labelsUnder(columns, BASE, { right });
    const ends = names.map((name, line) => ({
      at: y.apply(last[line]?.value ?? 0),
      name: fold(name, side, 'smallStrong', 3),
      figure: figures[line] ?? '',
    }));
    return frame(width, BASE + under.height, {
      y,
      marks: [
        Plot.ruleY(levels, { x1: left, x2: right, stroke: RULE }),
        Plot.ruleY([0], { x1: left, x2: right, stroke: INK }),
        gap(columns),
        ...lineMarks(columns, 1, names[1], tone('before')),
        ...lineMarks(columns, 0, names[0], tone('now')),
      ],
      labels: [
        ...levels.map(
          (level): Label => ({ x: 0, y: y.apply(level), text: format(level), style: 'smallQuiet' }),
        ),
        ...under.labels,
        ...labelsBeside(ends, { x: right + 10, low: 0, high: BASE + 20 }, ['smallStrong', 'small']),
      ],
    });
  };

type Columns = readonly (TwoLinesPoint & { readonly middle: number })[];

/** A line and its points, which say their names, periods and figures when they are pointed at. */
function lineMarks(columns: Columns, line: 0 | 1, name: string, stroke: string): Plot.Markish[] {
  const channels = {
    x: 'middle',
    y: ({ values }: TwoLinesPoint) => values[line]?.value,
    title: (point: TwoLinesPoint) => `${name}, ${point.name}: ${point.values[line]?.text}`,
    r: 3.75,
  };
  return [
    Plot.line(columns, { x: 'middle', y: channels.y, stroke, strokeWidth: 2.25 }),
    Plot.dot(columns, { ...channels, filter: ({ values }) => !values[line]?.derived, fill: stroke }),
    rings(columns, { ...channels, filter: ({ values }) => values[line]?.derived, stroke }),
  ];
}

/** The gap, in the tone of rises where the first line is above, of falls where it is below. */
const gap = (columns: Columns): Plot.Markish =>
  Plot.differenceY(columns, {
    x: ({ values: [upper, lower], middle }) => (upper && lower ? middle : Number.NaN),
    y1: ({ values: [, lower] }) => lower?.value,
    y2: ({ values: [upper] }) => upper?.value,
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
