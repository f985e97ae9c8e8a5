import * as Plot from '@observablehq/plot';
import { type Drawing, frame, rings, scaleFromZero } from '../grammar/frame.ts';
import { fold, labelsBeside, measure } from '../grammar/labels.ts';
import { labelsUnder } from '../grammar/labels-under.ts';
import { layColumns, type NamedSlot } from '../grammar/lay-columns.ts';
import { INK, QUIET, RULE, type Series, type ShownAmount, SMALL, tone } from '../grammar/type.ts';

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
  (slots: readonly NamedSlot[], [upper, lower]: Pair<Series>, format: (level: number) => string): Drawing =>
  (width) => {
    const lines = [upper, lower];
    const values = lines.flatMap(({ amounts }) => amounts.flatMap((amount) => amount?.value ?? []));
    const y = scaleFromZero(values, [BASE, TOP], { nice: LEVELS });
    const levels = [...(y.domain ?? [])].map((level) => format(Number(level)));
    const ends = lines.map(({ label, amounts }) => ({ label, ...amounts.findLast(Boolean) }));
    const names = ends.flatMap(({ label, text = '' }) => [label, text]);
    const left = measure(levels, 'smallQuiet') + 10;
    const side = Math.min(0.3 * width, measure(names, 'smallStrong') + 2);
    const right = width - side - 12;
    const points = slots.map((slot, at) => ({ ...slot, upper: upper.amounts[at], lower: lower.amounts[at] }));
    const columns = layColumns(points, { left, right: right + 8, most: 200 });
    const under = labelsUnder(columns, BASE, { right });
    const beside = ends.map(({ label, text = '', value = 0 }) => {
      return { at: y.apply(value), name: fold(label, side, 'smallStrong', 3), figure: text };
    });
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
        ...lineMarks(columns, 'lower', lower.label, tone('before')),
        ...lineMarks(columns, 'upper', upper.label, tone('now')),
      ],
      labels: [
        ...under.labels,
        ...labelsBeside(beside, { x: right + 10, low: 0, high: BASE + 20 }, ['smallStrong', 'small']),
      ],
    });
  };

type Pair<Of> = readonly [Of, Of];

/** What is known of both lines in a period; they break where nothing is. */
interface Point extends NamedSlot {
  readonly middle: number;
  readonly upper: ShownAmount | undefined;
  readonly lower: ShownAmount | undefined;
}

/** A line and its points, which say their names, periods and figures when they are pointed at. */
function lineMarks(points: readonly Point[], line: 'upper' | 'lower', name: string, stroke: string) {
  const channels = {
    x: 'middle',
    y: (point: Point) => point[line]?.value,
    title: (point: Point) => `${name}, ${point.name}: ${point[line]?.text}`,
    r: 3.75,
  };
  return [
    Plot.line(points, { x: 'middle', y: channels.y, stroke, strokeWidth: 2.25 }),
    Plot.dot(points, { ...channels, filter: (point) => !point[line]?.derived, fill: stroke }),
    rings(points, { ...channels, filter: (point) => point[line]?.derived, stroke }),
  ];
}

/** The gap, in the tone of rises where the first line is above, of falls where it is below. */
const gap = (points: readonly Point[]): Plot.Markish =>
  Plot.differenceY(points, {
    x: ({ upper, lower, middle }) => (upper && lower ? middle : Number.NaN),
    y1: ({ lower }) => lower?.value,
    y2: ({ upper }) => upper?.value,
    positiveFill: tone('up'),
    positiveFillOpacity: 0.2,
    negativeFill: tone('down'),
    negativeFillOpacity: 0.45,
    stroke: 'none',
  });
