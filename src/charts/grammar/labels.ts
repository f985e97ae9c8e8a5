import * as Plot from '@observablehq/plot';
import { textWidth, type Weight } from './text-width.ts';
import { INK, LINE, PAPER, QUIET, SMALL, TEXT } from './type.ts';

/** How a label is set; every style is one mark. */
export type Style = 'text' | 'strong' | 'quiet' | 'small' | 'smallStrong' | 'smallQuiet' | 'derived';

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

interface Setting {
  readonly size: number;
  readonly weight: Weight;
  readonly fill: string;
}

const SETTINGS: Readonly<Record<Style, Setting>> = {
  text: { size: TEXT, weight: 'regular', fill: INK },
  strong: { size: TEXT, weight: 'strong', fill: INK },
  quiet: { size: TEXT, weight: 'regular', fill: QUIET },
  small: { size: SMALL, weight: 'regular', fill: INK },
  smallStrong: { size: SMALL, weight: 'strong', fill: INK },
  smallQuiet: { size: SMALL, weight: 'regular', fill: QUIET },
  derived: { size: SMALL, weight: 'regular', fill: QUIET },
};

export const styleSetting = (style: Style = 'text'): Setting => SETTINGS[style];

/** Width of a text in a style, in pixels. */
export const measure = (text: string, style: Style = 'text'): number =>
  textWidth(text, SETTINGS[style].size, SETTINGS[style].weight);

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

/** The label moved sideways, if need be, so that it does not leave the picture. */
export function keptWithin(label: Label, width: number): Label {
  const size = measure(label.text, label.style);
  const before = { start: 0, middle: size / 2, end: size }[label.anchor ?? 'start'];
  const left = Math.max(0, Math.min(label.x - before, width - size));
  return { ...label, x: left + before };
}

/** Marks that set the labels where they say, one for each way of setting. */
export function labelMarks(labels: readonly Label[]): Plot.Markish[] {
  const groups = Map.groupBy(
    labels.filter((label) => label.text !== ''),
    ({ style = 'text', anchor = 'start', fill = '', rim = false }) => [style, anchor, fill, rim].join(' '),
  );
  return [...groups.values()].map(labelMark);
}

function labelMark(labels: readonly Label[]): Plot.Markish {
  const { style = 'text', anchor = 'start', fill, rim = false } = labels[0] as Label;
  const setting = SETTINGS[style];
  return Plot.text(labels, {
    x: { value: 'x', scale: null },
    y: { value: 'y', scale: null },
    text: 'text',
    textAnchor: anchor,
    fontSize: setting.size,
    fontWeight: setting.weight === 'strong' ? 600 : 400,
    fill: fill ?? setting.fill,
    ...(style === 'derived' && { fontStyle: 'italic', className: 'derived' }),
    ...(rim && { stroke: PAPER, strokeWidth: 4 }),
  });
}
