import * as Plot from '@observablehq/plot';
import { type Rectangle, spread } from './places.ts';
import { textWidth, type Weight } from './text.ts';
import { INK, LINE, PAPER, QUIET, SMALL, TEXT } from './type.ts';

interface Setting {
  readonly size: number;
  readonly weight: Weight;
  readonly fill: string;
}

/** How labels are set; every style is one mark. */
const SETTINGS = {
  text: { size: TEXT, weight: 'regular', fill: INK },
  strong: { size: TEXT, weight: 'strong', fill: INK },
  quiet: { size: TEXT, weight: 'regular', fill: QUIET },
  small: { size: SMALL, weight: 'regular', fill: INK },
  smallStrong: { size: SMALL, weight: 'strong', fill: INK },
  smallQuiet: { size: SMALL, weight: 'regular', fill: QUIET },
  derived: { size: SMALL, weight: 'regular', fill: QUIET },
} as const satisfies Readonly<Record<string, Setting>>;

export type Style = keyof typeof SETTINGS;

/** A line of text at a place in pixels: the left, middle or right of its line, at half its height. */
export interface Label {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly style?: Style;
  /** A custom property for the colour of text on a fill. */
  readonly fill?: string;
  /** With a rim of paper, where a line may run behind it. */
  readonly rim?: boolean;
}

/** Width of a text in a style, in pixels. */
export const measure = (text: string, style: Style = 'text'): number =>
  textWidth(text, SETTINGS[style].size, SETTINGS[style].weight);

/** The widest of some texts. */
export const measureAll = (texts: readonly string[], style?: Style): number =>
  Math.max(0, ...texts.map((text) => measure(text, style)));

/** A text in the middle of a place. */
export const centred = (text: string, x: number, y: number, style: Style): Label => ({
  x,
  y,
  text,
  anchor: 'middle',
  style,
});

/** Lines of one text, one below the other, around the height that the label names. */
export const stackLines = (lines: readonly string[], label: Omit<Label, 'text'>, pitch = LINE): Label[] =>
  lines.map((text, index) => ({ ...label, text, y: label.y + (index - (lines.length - 1) / 2) * pitch }));

/** What stands beside a part of a picture: lines of its name, then its figure. */
export interface Beside {
  /** The height of what it belongs to. */
  readonly at: number;
  readonly lines: readonly string[];
}

/** Names and figures at one edge, each as near to what it belongs to as there is room; of equals the last uppermost. */
export function labelsBeside(
  texts: readonly Beside[],
  place: { readonly x: number; readonly low: number; readonly high: number },
  [nameStyle, figureStyle]: readonly [Style, Style],
): Label[] {
  const wishes = texts.map(({ at, lines }, index) => ({
    at: at - index * 1e-6,
    size: lines.length * 15 + 5,
  }));
  const middles = spread(wishes, place.low, place.high);
  return texts.flatMap(({ lines }, index) =>
    stackLines(lines, { x: place.x, y: middles[index] ?? 0 }, 15).map((label, line) => ({
      ...label,
      style: line === lines.length - 1 ? figureStyle : nameStyle,
    })),
  );
}

/** The room that a label takes. */
function labelBox({ x, y, text, anchor = 'start', style = 'text' }: Label): Rectangle {
  const width = measure(text, style);
  const left = x - { start: 0, middle: width / 2, end: width }[anchor];
  const half = SETTINGS[style].size * 0.45;
  return { left, right: left + width, top: y - half, bottom: y + half };
}

/** The label moved sideways, if need be, so that it does not leave the picture. */
export function keptWithin(label: Label, width: number): Label {
  const { left, right } = labelBox(label);
  return { ...label, x: label.x + Math.max(0, Math.min(left, width - (right - left))) - left };
}

/** A label that may move away from its place, by whole steps of `away` pixels: up where negative. */
export interface Movable {
  readonly label: Label;
  readonly away: number;
}

const STEPS = 3;
/** Room between a text and what stands beside it. */
const AIR = 2;

/**
 * Finds each label a place, the first first, where it touches no label before it and nothing drawn; one that finds
 * none within three steps is left out: its figure stands in the table.
 */
export function dodge(movables: readonly Movable[], drawn: readonly Rectangle[]): Label[] {
  const taken = [...drawn];
  return movables.flatMap(({ label, away }) => {
    for (let step = 0; step <= STEPS; step += 1) {
      const moved = { ...label, y: label.y + step * away };
      const box = labelBox(moved);
      if (box.top < 0 || taken.some((other) => meet(box, other))) continue;
      taken.push(box);
      return [moved];
    }
    return [];
  });
}

const meet = (a: Rectangle, b: Rectangle): boolean =>
  a.left < b.right + AIR && b.left < a.right + AIR && a.top < b.bottom && b.top < a.bottom;

/** Marks that set the labels where they say, one for each way of setting. */
export function labelMarks(labels: readonly Label[]): Plot.Markish[] {
  const groups = Map.groupBy(
    labels.filter(({ text }) => text !== ''),
    ({ style, anchor, fill, rim }) => [style, anchor, fill, rim].join(' '),
  );
  return [...groups.values()].map(labelMark);
}

function labelMark(labels: readonly Label[]): Plot.Markish {
  const { style = 'text', anchor = 'start', fill, rim = false } = labels[0] as Label;
  const setting = SETTINGS[style];
  return Plot.text(labels, {
    x: 'x',
    y: 'y',
    text: 'text',
    textAnchor: anchor,
    fontSize: setting.size,
    fontWeight: setting.weight === 'strong' ? 600 : 400,
    fill: fill ?? setting.fill,
    ...(style === 'derived' && { fontStyle: 'italic', className: 'derived' }),
    ...(rim && { stroke: PAPER, strokeWidth: 4 }),
  });
}
