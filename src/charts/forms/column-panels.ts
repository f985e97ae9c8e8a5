import type { PlotOptions } from '@observablehq/plot';
import { frame } from '../grammar/frame.ts';
import { type Label, measure } from '../grammar/labels.ts';
import { type ColumnItem, type DrawnColumns, drawColumns } from './columns.ts';

/** One measure over periods of one length. */
export interface ColumnPanel {
  /** `Years`; empty where there is one panel alone. */
  readonly head: string;
  readonly items: readonly ColumnItem[];
}

export interface PanelsRequest {
  readonly width: number;
}

const GUTTER = 56;
const HEAD = 20;
const HEIGHT = 190;
const MOST = 88;
/** Room between the figures of neighbouring columns. */
const AIR = 8;

/** Sets of columns, each on its own scale: side by side where every text has room over or under its column, else below each other. */
export function columnPanels(panels: readonly ColumnPanel[], { width }: PanelsRequest): PlotOptions {
  const filled = panels.filter(({ items }) => items.length > 0);
  const drawn = isRoomy(filled, width) ? beside(filled, width) : stacked(filled, width);
  return frame(
    width,
    Math.max(0, ...drawn.map(({ bottom }) => bottom)),
    drawn.flatMap(({ marks }) => marks),
    drawn.flatMap(({ labels }) => labels),
  );
}

const panelSize = ({ items }: ColumnPanel): number => items.length + 0.5;

function columnPitch(panels: readonly ColumnPanel[], width: number): number {
  const room = width - 2 - (panels.length - 1) * GUTTER;
  return Math.min(MOST, room / panels.reduce((sum, panel) => sum + panelSize(panel), 0));
}

const isRoomy = (panels: readonly ColumnPanel[], width: number): boolean =>
  panels.every(({ items }) => items.every((item) => leastWidth(item) + AIR <= columnPitch(panels, width)));

/** What stands over and under a column takes at least so much room. */
const leastWidth = ({ text, label, derived = false }: ColumnItem): number =>
  Math.max(
    measure(text, 'strong'),
    ...label.split(' ').map((word) => measure(word, 'small')),
    derived ? measure('derived', 'derived') : 0,
  );

function beside(panels: readonly ColumnPanel[], width: number): DrawnColumns[] {
  const pitch = columnPitch(panels, width);
  let left = 1;
  return panels.map((panel, index) => {
    const isLast = index === panels.length - 1;
    const right = isLast ? width - 1 : left + pitch * panelSize(panel);
    const one = drawPanel(panel, left, right, 0);
    left = right + GUTTER;
    return one;
  });
}

function stacked(panels: readonly ColumnPanel[], width: number): DrawnColumns[] {
  let top = 0;
  return panels.map((panel) => {
    const one = drawPanel(panel, 1, width - 1, top);
    top = one.bottom + 16;
    return one;
  });
}

function drawPanel({ head, items }: ColumnPanel, left: number, right: number, top: number): DrawnColumns {
  const room = head === '' ? 0 : HEAD;
  const drawn = drawColumns(items, { left, right, top: top + room, most: MOST, height: HEIGHT });
  const label: Label = { x: left, y: top + 9, text: head, style: 'smallQuiet' };
  return { ...drawn, labels: [label, ...drawn.labels] };
}
