import * as Plot from '@observablehq/plot';
import { type Drawing, type Drawn, frame, joined, scaleFromZero } from '../grammar/frame.ts';
import { fold, type Label, measure } from '../grammar/labels.ts';
import { layColumns } from '../grammar/lay-columns.ts';
import type { Rectangle } from '../grammar/places.ts';
import { type Tile, tiles, upright } from '../grammar/tiles.ts';
import { barFill, LINE, QUIET, type Series } from '../grammar/type.ts';

/** A measure over the periods: the last figure is printed, with how it changed on the year. */
export interface Small extends Series {
  readonly change: string;
}

export interface SmallSlot {
  readonly name: string;
  /** In the latest year. */
  readonly strong: boolean;
}

const GUTTER = 36;
const BARS = 64;
const LEAST = 160;
const MOST_ACROSS = 4;
const FILL = 0.8;

/** Several measures over the same periods, each on its own scale from zero, the first and the last period named. */
export const smallMultiples =
  (smalls: readonly Small[], slots: readonly SmallSlot[]): Drawing =>
  (all) => {
    const fitting = Math.floor((all + GUTTER) / (LEAST + GUTTER));
    const across = Math.max(1, Math.min(smalls.length, MOST_ACROSS, fitting));
    const width = (all - (across - 1) * GUTTER) / across;
    const heads = smalls.map(({ label }) => fold(label, width, 'strong'));
    const head = LINE * Math.max(...heads.map(({ length }) => length)) + 26;
    const height = head + BARS + 24;
    const drawn = smalls.map(({ amounts, change }, index): Drawn => {
      const figure = amounts.at(-1)?.text ?? '';
      const left = (index % across) * (width + GUTTER);
      const right = left + width;
      const top = Math.floor(index / across) * (height + 18);
      const bottom = top + head + BARS;
      const lines = heads[index] ?? [];
      const under = top + lines.length * LINE + 8;
      const beside = left + measure(figure, 'strong') + 10;
      const hasRoom = beside + measure(change, 'smallQuiet') <= right;
      const labels: Label[] = [
        { x: left, y: top + 8 + ((lines.length - 1) * LINE) / 2, text: lines, style: 'strong' },
        { x: left, y: under, text: figure },
        { x: beside, y: under, text: hasRoom ? change : '', style: 'smallQuiet' },
        { x: left, y: bottom + 13, text: slots[0]?.name ?? '', style: 'smallQuiet' },
        { x: right, y: bottom + 13, text: slots.at(-1)?.name ?? '', anchor: 'end', style: 'smallQuiet' },
      ];
      return { marks: drawSmall(amounts, slots, { left, right, top: bottom - BARS, bottom }), labels };
    });
    const rows = Math.ceil(smalls.length / across);
    return frame(all, rows * (height + 18) - 18, joined(drawn));
  };

/** Columns without figures on a scale of their own, which say their periods and figures when they are pointed at. */
export function drawSmall(
  amounts: Series['amounts'],
  slots: readonly SmallSlot[],
  { left, right, top, bottom }: Rectangle,
): Plot.Markish[] {
  const y = scaleFromZero(
    amounts.map((amount) => amount?.value ?? 0),
    [bottom, top],
  );
  const named = slots.map((slot) => ({ ...slot, label: slot.name }));
  const laid = layColumns(named, { left, right, most: right, fill: FILL });
  const columns = laid.flatMap(({ name, strong, ...edges }, index): Tile[] => {
    const amount = amounts[index];
    if (!amount) return [];
    const fill = barFill(strong ? 'now' : 'before', amount.derived);
    return [{ ...edges, ...upright(y, 0, amount.value), fill, title: `${name}: ${amount.text}` }];
  });
  return [tiles(columns), Plot.ruleY([y.apply(0)], { x1: left, x2: right, stroke: QUIET })];
}
