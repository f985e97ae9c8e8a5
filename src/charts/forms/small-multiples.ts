import * as Plot from '@observablehq/plot';
import { type Drawing, frame, scaleFromZero } from '../grammar/frame.ts';
import { fold, type Label, measure } from '../grammar/labels.ts';
import { type Tile, tiles, upright } from '../grammar/tiles.ts';
import { barFill, LINE, QUIET, type ShownAmount } from '../grammar/type.ts';

/** A measure over the periods: the last figure is printed, with how it changed on the year. */
export interface Small {
  readonly label: string;
  readonly amounts: readonly (ShownAmount | undefined)[];
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

/** Several measures over the same periods, each on its own scale from zero, the first and the last period named. */
export const smallMultiples =
  (smalls: readonly Small[], slots: readonly SmallSlot[]): Drawing =>
  (all) => {
    const fitting = Math.floor((all + GUTTER) / (LEAST + GUTTER));
    const across = Math.max(1, Math.min(smalls.length, MOST_ACROSS, fitting));
    const width = (all - (across - 1) * GUTTER) / across;
    const heads = smalls.map(({ label }) => fold(label, width, 'strong'));
    const head = LINE * Math.max(...heads.map(({ length }) => length));
    const height = head + 26 + BARS + 24;
    const [first, last] = [slots[0]?.name ?? '', slots.at(-1)?.name ?? ''];
    const drawn = smalls.map(({ amounts, change }, index) => {
      const figure = amounts.at(-1)?.text ?? '';
      const left = (index % across) * (width + GUTTER);
      const right = left + width;
      const top = Math.floor(index / across) * (height + 18);
      const bottom = top + head + 26 + BARS;
      const lines = heads[index] ?? [];
      const under = top + lines.length * LINE + 8;
      const beside = left + measure(figure, 'strong') + 10;
      const hasRoom = beside + measure(change, 'smallQuiet') <= right;
      const labels: Label[] = [
        { x: left, y: top + 8 + ((lines.length - 1) * LINE) / 2, text: lines, style: 'strong' },
        { x: left, y: under, text: figure },
        { x: beside, y: under, text: hasRoom ? change : '', style: 'smallQuiet' },
        { x: left, y: bottom + 13, text: first, style: 'smallQuiet' },
        { x: right, y: bottom + 13, text: last, anchor: 'end', style: 'smallQuiet' },
      ];
      const y = scaleFromZero(
        amounts.map((amount) => amount?.value ?? 0),
        [bottom, bottom - BARS],
      );
      const pitch = width / Math.max(1, slots.length);
      const columns = slots.flatMap(({ name, strong }, at): Tile[] => {
        const amount = amounts[at];
        if (!amount) return [];
        const x = left + at * pitch;
        const edges = { left: x + pitch * 0.1, right: x + pitch * 0.9, ...upright(y, 0, amount.value) };
        const fill = barFill(strong ? 'now' : 'before', amount.derived);
        return [{ ...edges, fill, title: `${name}: ${amount.text}` }];
      });
      return { labels, columns, zero: { y: y.apply(0), left, right } };
    });
    const rows = Math.ceil(smalls.length / across);
    return frame(all, rows * (height + 18) - 18, {
      marks: [
        tiles(drawn.flatMap(({ columns }) => columns)),
        Plot.ruleY(
          drawn.map(({ zero }) => zero),
          { x1: 'left', x2: 'right', y: 'y', stroke: QUIET },
        ),
      ],
      labels: drawn.flatMap(({ labels }) => labels),
    });
  };
