import * as Plot from '@observablehq/plot';
import { type Rectangle, spread } from './places.ts';
import { textWidth, type Weight, wrap } from './text.ts';
import { INK, PAPER, QUIET, SMALL, TEXT } from './type.ts';

interface Setting {
  readonly size: number;
  /** From one line of a text to the next. */
  readonly pitch: number;
  readonly weight: Weight;
  readonly fill: string;
}

const LARGE = { size: TEXT, pitch: 17 };
const LITTLE = { size: SMALL, pitch: 15 };

/** How labels are set; every style is one mark. */
const SETTINGS = {
  text: { ...LARGE, weight: 'regular', fill: INK },
  strong: { ...LARGE, weight: 'strong', fill: INK },
  quiet: { ...LARGE, weight: 'regular', fill: QUIET },
  small: { ...LITTLE, weight: 'regular', fill: INK },
  smallStrong: { ...LITTLE, weight: 'strong', fill: INK },
  smallQuiet: { ...LITTLE, weight: 'regular', fill: QUIET },
  derived: { ...LITTLE, weight: 'regular', fill: QUIET },
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
  /** From one line to the next, where it is not as its style has it. */
  readonly pitch?: number;
  /** Pixels by which it may move up, where negative, or down, several times, where it would cover something. */
  readonly away?: number;
}

/** A label of one line. */
type Line = Label & { readonly text: string };

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

/** Small names and figures at one edge, each as near to what it belongs to as there is room; of equals the last uppermost. */
export function labelsBeside(
  texts: readonly Beside[],
  { x, low, high }: { readonly x: number; readonly low: number; readonly high: number },
  [nameStyle, figureStyle]: readonly [Style, Style],
): Label[] {
  const { pitch } = LITTLE;
  const wishes = texts.map(({ at, name }, index) => ({
    at: at - index * 1e-6,
    size: (name.length + 1) * pitch + 5,
  }));
  const middles = spread(wishes, low, high);
  return texts.flatMap(({ name, figure }, index): Label[] => {
    const y = middles[index] ?? 0;
    return [
      { x, y: y - pitch / 2, text: name, style: nameStyle },
      { x, y: y + (name.length * pitch) / 2, text: figure, style: figureStyle },
    ];
  });
}

/** The lines of a label, one below the other, around its height. */
function splitLines(label: Label): Line[] {
  const lines = [label.text].flat();
  const pitch = label.pitch ?? SETTINGS[label.style ?? 'text'].pitch;
  return lines.map((text, index) => ({
    ...label,
    text,
    y: label.y + (index - (lines.length - 1) / 2) * pitch,
  }));
}

/** The room that a line takes. */
function lineBox({ x, y, text, anchor = 'start', style = 'text' }: Label): Rectangle {
  const width = measure(text, style);
  const left = x - { start: 0, middle: width / 2, end: width }[anchor];
  const half = SETTINGS[style].size * 0.45;
  return { left, right: left + width, top: y - half, bottom: y + half };
}

/** The label moved sideways, if need be, so that it does not leave the picture. */
function keptWithin<Of extends Label>(label: Of, width: number): Of {
  const { left, right } = lineBox(label);
  return { ...label, x: label.x + Math.max(0, Math.min(left, width - (right - left))) - left };
}

const STEPS = 3;
/** Room between a text and what stands beside it. */
const AIR = 2;

/**
 * Finds each label of one line a place, the first first, where it touches no label before it and nothing drawn; one that
 * finds none within three steps is left out: its figure stands in the table.
 */
export function dodge(labels: readonly Label[], drawn: readonly Rectangle[], width: number): Label[] {
  const taken = [...drawn];
  return labels.flatMap((label) => {
    const { away = 0, ...kept } = keptWithin(label, width);
    for (let step = 0; step <= STEPS; step += 1) {
      const moved = { ...kept, y: label.y + step * away };
      const box = lineBox(moved);
      if (box.top < 0 || taken.some((other) => meet(box, other))) continue;
      taken.push(box);
      return [moved];
    }
    return [];
  });
}

const meet = (a: Rectangle, b: Rectangle): boolean =>
  a.left < b.right + AIR && b.left < a.right + AIR && a.top < b.bottom && b.top < a.bottom;

/** Marks that set labels where they say, within the width of the picture: one for each way of setting. */
export function labelMarks(labels: readonly Label[], width: number): Plot.Markish[] {
  const lines = labels.flatMap(splitLines).filter(({ text }) => text !== '');
  const groups = Map.groupBy(lines, ({ style, anchor, fill, rim }) => [style, anchor, fill, rim].join(' '));
  return [...groups.values()].map((group) => labelMark(group.map((line) => keptWithin(line, width))));
}

function labelMark(lines: readonly Line[]): Plot.Markish {
  const { style = 'text', anchor = 'start', fill, rim = false } = lines[0] as Line;
  const { size, weight, fill: ink } = SETTINGS[style];
  return Plot.text(lines, {
    x: { value: 'x', scale: null },
    y: { value: 'y', scale: null },
    text: 'text',
    textAnchor: anchor,
    fontSize: size,
    fontWeight: weight === 'strong' ? 600 : 400,
    fill: fill ?? ink,
    ...(style === 'derived' && { fontStyle: 'italic', className: 'derived' }),
    ...(rim && { stroke: PAPER, strokeWidth: 4 }),
  });
}
