import * as Plot from '@observablehq/plot';
import { drawColumns, MISSING } from '../grammar/columns.ts';
import { type Drawing, type Drawn, frame, joined } from '../grammar/frame.ts';
import { fold, type Label, measure } from '../grammar/labels.ts';
import type { NamedSlot } from '../grammar/lay-columns.ts';
import { spread } from '../grammar/places.ts';
import { barFill, LINE, partTone, type Series, tone } from '../grammar/type.ts';

/** Names stand beside the last column where each column keeps at least this much room, else below. */
const LEAST_PITCH = 56;
const SWATCH = 26;
const MOST_NAME = 150;
const GAP_FIGURE = 14;

/**
 * Stacked columns over time, the first part at the bottom, a missing one nil where the total is known; names beside the
 * last column, below it when narrow.
 */
export const stackedColumns =
  (slots: readonly NamedSlot[], parts: readonly Series[], totals: Series['amounts']): Drawing =>
  (width) => {
    const latest = totals.findLastIndex(Boolean);
    const head = slots[latest]?.name ?? '';
    const figures = parts.map(({ amounts }) => amounts[latest]?.text ?? MISSING);
    const room = Math.max(measure(head, 'smallQuiet'), measure(figures));
    const beside = parts.map(({ label }) => fold(label, MOST_NAME));
    const side = SWATCH + measure(beside.flat()) + GAP_FIGURE + room;
    const isNarrow = (width - side) / slots.length < LEAST_PITCH;
    const drawn = drawColumns(
      slots.map(({ name: period, ...slot }, at) => {
        const { text = '', derived = false } = totals[at] ?? {};
        const stacked = parts.map(({ label, amounts }, index) => ({
          value: amounts[at]?.value ?? 0,
          fill: barFill(partTone(index), derived),
          title: `${label}, ${period}: ${amounts[at]?.text ?? MISSING}`,
        }));
        return { ...slot, derived, text, strong: true, parts: totals[at] ? stacked : [] };
      }),
      {
        left: 1,
        right: width - (isNarrow ? 1 : side + 2),
        top: 0,
        height: isNarrow ? 240 : 310,
        inset: 0.75,
      },
    );
    const last = drawn.stacks[latest] ?? [];
    const key = isNarrow
      ? drawKey(
          parts.map(({ label }, index) => ({
            name: fold(label, width - SWATCH - GAP_FIGURE - room, 'text', 3),
            figure: figures[index] ?? '',
            at: 0,
          })),
          { left: 6, right: width - 1, low: drawn.bottom + 26, high: Number.POSITIVE_INFINITY, head },
        )
      : drawKey(
          beside.map((name, index) => {
            const { top = 0, bottom = 0 } = last[index] ?? {};
            return { name, figure: figures[index] ?? '', at: (top + bottom) / 2 };
          }),
          { left: drawn.edge + 14, right: drawn.edge + side, low: 40, high: drawn.bottom, head },
        );
    return frame(width, Math.max(drawn.bottom, key.bottom), joined([drawn, key]));
  };

interface KeyPlace {
  /** Middle of the swatches, and the right edge of the figures. */
  readonly left: number;
  readonly right: number;
  readonly low: number;
  readonly high: number;
  /** Over the figures. */
  readonly head: string;
}

/** Swatch, name and figure of each part as near to where it is as there is room, the last of equals uppermost. */
function drawKey(
  parts: readonly { readonly name: readonly string[]; readonly figure: string; readonly at: number }[],
  { left, right, low, high, head }: KeyPlace,
): Drawn & { readonly bottom: number } {
  const wishes = parts.map(({ name, at }, index) => ({
    at: at - index * 1e-6,
    size: 5 + name.length * LINE,
  }));
  const middles = spread(wishes, low, high);
  const halves = wishes.map(({ size }) => size / 2);
  const top = Math.min(...middles.map((y, index) => y - (halves[index] ?? 0)));
  const swatch = {
    x: left,
    y: (y: number) => y,
    r: 5,
    symbol: 'square',
    fill: (_: number, index: number) => tone(partTone(index)),
  } as const;
  return {
    marks: [Plot.dot(middles, swatch)],
    labels: [
      ...parts.flatMap(({ name, figure }, index): Label[] => {
        const y = middles[index] ?? 0;
        return [
          { x: left + 12, y, text: name },
          { x: right, y, text: figure, anchor: 'end', style: 'quiet' },
        ];
      }),
      { x: right, y: top - 8, text: head, anchor: 'end', style: 'smallQuiet' },
    ],
    bottom: Math.max(...middles.map((y, index) => y + (halves[index] ?? 0))),
  };
}
