import * as Plot from '@observablehq/plot';
import { drawColumns, MISSING } from '../grammar/columns.ts';
import { type Drawing, type Drawn, frame, joined } from '../grammar/frame.ts';
import { type Beside, fold, type Label, measure, spreadBeside } from '../grammar/labels.ts';
import type { NamedSlot } from '../grammar/lay-columns.ts';
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
    const beside = parts.flatMap(({ label }) => fold(label, MOST_NAME));
    const side = SWATCH + measure(beside) + GAP_FIGURE + room;
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
    const place = isNarrow
      ? { left: 6, right: width - 1, low: drawn.bottom + 26, high: Number.POSITIVE_INFINITY }
      : { left: drawn.edge + 14, right: drawn.edge + side, low: 40, high: drawn.bottom };
    const key = drawKey(
      parts.map(({ label }, index) => {
        const { top = 0, bottom = 0 } = drawn.stacks[latest]?.[index] ?? {};
        const name = isNarrow
          ? fold(label, width - SWATCH - GAP_FIGURE - room, 'text', 3)
          : fold(label, MOST_NAME);
        return { name, figure: figures[index] ?? '', at: (top + bottom) / 2 };
      }),
      { ...place, head },
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

/** Swatch, name and figure of each part as near to where it is as there is room. */
function drawKey(
  parts: readonly Beside[],
  { left, right, low, high, head }: KeyPlace,
): Drawn & { readonly bottom: number } {
  const placed = spreadBeside(parts, { low, high }, (lines) => lines * LINE);
  const top = Math.min(...placed.map(({ place, size }) => place - size / 2));
  const fill = (_: Beside, index: number): string => tone(partTone(index));
  return {
    marks: [Plot.dot(placed, { x: left, y: 'place', r: 5, symbol: 'square', fill })],
    labels: [
      ...placed.flatMap(({ name, figure, place: y }): Label[] => [
        { x: left + 12, y, text: name },
        { x: right, y, text: figure, anchor: 'end', style: 'quiet' },
      ]),
      { x: right, y: top - 8, text: head, anchor: 'end', style: 'smallQuiet' },
    ],
    bottom: Math.max(...placed.map(({ place, size }) => place + size / 2)),
  };
}
