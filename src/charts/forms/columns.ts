import { type DrawnColumns, drawColumns, type Slot } from '../grammar/columns.ts';
import { type Drawing, frame } from '../grammar/frame.ts';
import { measure } from '../grammar/labels.ts';
import { barFill, tone } from '../grammar/type.ts';

export interface ColumnItem extends Slot {
  /** Undefined where nothing is known. */
  readonly value: number | undefined;
  readonly text: string;
  /** The period that the page is about. */
  readonly strong: boolean;
  /** What is aimed at: a pale column that ends in a black tick, never a column of actuals. */
  readonly target?: boolean;
}

/** One number at several dates or in several periods, as columns from zero. */
export const columnsOverTime =
  (items: readonly ColumnItem[]): Drawing =>
  (width) => {
    const drawn = drawColumns(items.map(asColumn), { left: 1, right: width - 1, top: 0, height: 236 });
    return frame(width, drawn.bottom, drawn);
  };

const asColumn = (item: ColumnItem) => ({
  ...item,
  parts: item.value === undefined ? [] : [{ value: item.value, fill: chooseFill(item) }],
});

const chooseFill = ({ target, strong, derived = false }: ColumnItem): string =>
  target ? tone('tint-2') : barFill(strong ? 'now' : 'before', derived);

/** One measure over periods of one length. */
export interface ColumnPanel {
  /** `Years`; empty where there is one panel alone. */
  readonly head: string;
  readonly items: readonly ColumnItem[];
}

const GUTTER = 56;
const HEAD = 20;
const HEIGHT = 190;
const MOST = 88;
/** Room between the figures of neighbouring columns. */
const AIR = 8;

/** Sets of columns, each on its own scale: side by side where every text has room over or under its column, else below each other. */
export const columnPanels =
  (panels: readonly ColumnPanel[]): Drawing =>
  (width) => {
    const room = width - 2 - (panels.length - 1) * GUTTER;
    const pitch = Math.min(MOST, room / panels.reduce((sum, panel) => sum + panelSize(panel), 0));
    const isRoomy = panels.every(({ items }) => items.every((item) => leastWidth(item) + AIR <= pitch));
    let [left, top] = [1, 0];
    const drawn = panels.map((panel, index) => {
      const isLast = index === panels.length - 1;
      const right = isRoomy && !isLast ? left + pitch * panelSize(panel) : width - 1;
      const one = drawPanel(panel, left, right, top);
      if (isRoomy) left = right + GUTTER;
      else top = one.bottom + 16;
      return one;
    });
    return frame(width, Math.max(0, ...drawn.map(({ bottom }) => bottom)), {
      marks: drawn.flatMap(({ marks }) => marks),
      labels: drawn.flatMap(({ labels }) => labels),
    });
  };

const panelSize = ({ items }: ColumnPanel): number => items.length + 0.5;

/** What stands over and under a column takes at least so much room. */
const leastWidth = ({ text, label, derived = false }: ColumnItem): number =>
  Math.max(
    measure(text, 'strong'),
    measure(label.split(' '), 'small'),
    derived ? measure('derived', 'derived') : 0,
  );

function drawPanel({ head, items }: ColumnPanel, left: number, right: number, top: number): DrawnColumns {
  const place = { left, right, top: top + (head === '' ? 0 : HEAD), most: MOST, height: HEIGHT };
  const drawn = drawColumns(items.map(asColumn), place);
  return { ...drawn, labels: [{ x: left, y: top + 9, text: head, style: 'smallQuiet' }, ...drawn.labels] };
}
