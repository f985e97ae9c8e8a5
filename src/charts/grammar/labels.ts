import * as Plot from '@observablehq/plot';
import { type Rectangle, spread } from './places.ts';
import { textWidth, type Weight, wrap } from './text.ts';
import { INK, LINE_HEIGHT, PAPER, QUIET, SMALL, TEXT } from './type.ts';

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

/** A text at a place in pixels: the left, middle or right of its lines, at half the height of them all. */
export interface Label {
  readonly x: number;
  readonly y: number;
  readonly text: string | readonly string[];
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly style?: Style;
  /** A custom property for the colour of text on a fill. */
  readonly fill?: string;
  /** With a rim of paper, where a line may run behind it. */
  readonly rim?: boolean;
}

/** Width of a text, or of the widest of some, in pixels. */
export const measure = (text: string | readonly string[], style: Style = 'text'): number =>
  Math.max(0, ...[text].flat().map((line) => textWidth(line, SETTINGS[style].size, SETTINGS[style].weight)));

/** Lines of a text in a style, each no wider than `width`, at most so many. */
export const fold = (text: string, width: number, style: Style = 'text', most = 2): readonly string[] =>
  wrap(text, width, SETTINGS[style].size, SETTINGS[style].weight, most);

/** A text in the middle of a place. */
export const centred = (text: Label['text'], x: number, y: number, style: Style): Label => ({
  x,
  y,
  text,
  anchor: 'middle',
  style,
});

/** What stands beside a part of a picture: its name, then its figure on a line of its own. */
export interface Beside {
  /** The height of what it belongs to. */
  readonly at: number;
  readonly name: readonly string[];
  readonly figure: string;
}

/** Each as near to what it belongs to as there is room, of equals the last uppermost; `height` is that of a name with so many lines. */
export const spreadBeside = (
  texts: readonly Beside[],
  { low, high }: { readonly low: number; readonly high: number },
  height: (lines: number) => number,
) =>
  spread(
    texts.map((text, index) => ({
      ...text,
      at: text.at - index * 1e-6,
      size: 5 + height(text.name.length),
    })),
    low,
    high,
  );

/** Small names and figures at one edge. */
export function labelsBeside(
  texts: readonly Beside[],
  { x, ...room }: { readonly x: number; readonly low: number; readonly high: number },
  [nameStyle, figureStyle]: readonly [Style, Style],
): Label[] {
  const pitch = SMALL * LINE_HEIGHT;
  const placed = spreadBeside(texts, room, (lines) => (lines + 1) * pitch);
  return placed.flatMap(({ name, figure, place }): Label[] => [
    { x, y: place - pitch / 2, text: name, style: nameStyle },
    { x, y: place + (name.length * pitch) / 2, text: figure, style: figureStyle },
  ]);
}

/** The room that a label takes. */
function labelBox({ x, y, text, anchor = 'start', style = 'text' }: Label): Rectangle {
  const { size } = SETTINGS[style];
  const width = measure(text, style);
  const left = x - { start: 0, middle: width / 2, end: width }[anchor];
  const half = size * (0.45 + (([text].flat().length - 1) * LINE_HEIGHT) / 2);
  return { left, right: left + width, top: y - half, bottom: y + half };
}

/** The label moved sideways, if need be, so that it does not leave the picture. */
function keptWithin(label: Label, width: number): Label {
  const { left, right } = labelBox(label);
  return { ...label, x: label.x + Math.max(0, Math.min(left, width - (right - left))) - left };
}

/** Room between a text and what stands beside it. */
const AIR = 2;

/**
 * Those of some labels, the first first, that touch no label before them and nothing drawn, each kept within
 * the picture: the figures of the others stand in the table.
 */
export function dodge(labels: readonly Label[], drawn: readonly Rectangle[], width: number): Label[] {
  const taken = [...drawn];
  return labels.flatMap((label) => {
    const kept = keptWithin(label, width);
    const box = labelBox(kept);
    if (box.top < 0 || taken.some((other) => meet(box, other))) return [];
    taken.push(box);
    return [kept];
  });
}

const meet = (a: Rectangle, b: Rectangle): boolean =>
  a.left < b.right + AIR && b.left < a.right + AIR && a.top < b.bottom && b.top < a.bottom;

/** Marks that set labels where they say, within the width of the picture: one for each way of setting. */
export function labelMarks(labels: readonly Label[], width: number): Plot.Markish[] {
  const kept = labels.filter(({ text }) => text.length > 0).map((label) => keptWithin(label, width));
  const groups = Map.groupBy(kept, (label) =>
    [label.style, label.anchor, label.fill, label.rim, hasLines(label)].join(' '),
  );
  return [...groups.values()].map(labelMark);
}

const hasLines = ({ text }: Label): boolean => typeof text !== 'string' && text.length > 1;

function labelMark(labels: readonly Label[]): Plot.Markish {
  const { style = 'text', anchor = 'start', fill, rim = false } = labels[0] as Label;
  const { size, weight, fill: ink } = SETTINGS[style];
  return Plot.text(labels, {
    x: { value: 'x', scale: null },
    y: { value: 'y', scale: null },
    text: ({ text }: Label) => [text].flat().join('\n'),
    textAnchor: anchor,
    lineHeight: hasLines(labels[0] as Label) ? LINE_HEIGHT : 1,
    fontSize: size,
    fontWeight: weight === 'strong' ? 600 : 400,
    fill: fill ?? ink,
    ...(style === 'derived' && { fontStyle: 'italic', className: 'derived' }),
    ...(rim && { stroke: PAPER, strokeWidth: 4 }),
  });
}
