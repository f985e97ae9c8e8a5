import * as Plot from '@observablehq/plot';
import { labelsUnder, layColumns, type Slot } from '../grammar/columns.ts';
import { type Drawing, frame, rings, scaleFromZero } from '../grammar/frame.ts';
import { fold, labelsBeside, measure } from '../grammar/labels.ts';
import { INK, QUIET, RULE, type ShownAmount, SMALL, tone } from '../grammar/type.ts';

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
/** About so many round values on the axis. */
const LEVELS = 5;
const AXIS = {
  ticks: LEVELS,
  tickSize: 0,
  tickPadding: 0,
  textAnchor: 'start',
  fontSize: SMALL,
  fill: QUIET,
} as const;

/** Two flows and the gap between them: the gap is the finding. Points that were worked out are hollow. */
export const twoLines =
  (points: readonly TwoLinesPoint[], { names, format }: TwoLinesRequest): Drawing =>
  (width) => {
    const values = points.flatMap((point) => point.values.flatMap((value) => value?.value ?? []));
    const y = scaleFromZero(values, [BASE, TOP], { nice: LEVELS });
    const last = ([0, 1] as const).map((line) => points.flatMap(({ values }) => values[line] ?? []).at(-1));
    const figures = last.map((point) => point?.text ?? '');
    const levels = [...(y.domain ?? [])].map((level) => format(Number(level)));
    const left = measure(levels, 'smallQuiet') + 10;
    const side = Math.min(0.3 * width, measure([...names, ...figures], 'smallStrong') + 2);
    const right = width - side - 12;
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
        Plot.gridY({
          ticks: LEVELS,
          insetLeft: left,
          insetRight: width - right,
          stroke: RULE,
          strokeOpacity: 1,
        }),
        Plot.axisY({ ...AXIS, tickFormat: format }),
        Plot.ruleY([0], { x1: left, x2: right, stroke: INK }),
        gap(columns),
        ...lineMarks(columns, 1, names[1], tone('before')),
        ...lineMarks(columns, 0, names[0], tone('now')),
      ],
      labels: [
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
