import { type Column, drawColumns } from '../grammar/columns.ts';
import { type Drawing, frame, joined } from '../grammar/frame.ts';
import { measure } from '../grammar/labels.ts';
import type { Slot } from '../grammar/lay-columns.ts';
import { barFill, type ShownAmount, tone } from '../grammar/type.ts';

export interface ColumnItem extends Omit<Slot, 'derived'> {
  /** Undefined where nothing is known. */
  readonly amount: ShownAmount | undefined;
  /** The period that the page is about. */
  readonly strong: boolean;
  /** What is aimed at: a pale column that ends in a black tick, never a column of actuals. */
  readonly isTarget?: boolean;
}

/** One number at several dates or in several periods of one length, as columns from zero. */
export interface ColumnPanel {
  /** `Years`, where there are several. */
  readonly head?: string;
  readonly items: readonly ColumnItem[];
  /** What the figures under the names are called. */
  readonly beneath?: string;
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
    const sets = panels.map(({ items, ...panel }) => ({
      ...panel,
      columns: items.map(asColumn),
      size: items.length + 0.5,
    }));
    const room = width - 2 - (sets.length - 1) * GUTTER;
    const pitch = Math.min(MOST, room / sets.reduce((sum, { size }) => sum + size, 0));
    const isRoomy = sets.every(({ columns }) => columns.every((column) => leastWidth(column) + AIR <= pitch));
    let [left, top] = [1, 0];
    const drawn = sets.map(({ head = '', columns, size, beneath = '' }, index) => {
      const right = isRoomy && index < sets.length - 1 ? left + pitch * size : width - 1;
      const { marks, labels, bottom } = drawColumns(columns, {
        left,
        right,
        top: top + (head === '' ? 0 : HEAD),
        most: MOST,
        height: HEIGHT,
        head: beneath,
      });
      const title = { x: left, y: top + 9, text: head, style: 'smallQuiet' as const };
      if (isRoomy) left = right + GUTTER;
      else top = bottom + 16;
      return { marks, labels: [title, ...labels], bottom };
    });
    return frame(width, Math.max(0, ...drawn.map(({ bottom }) => bottom)), joined(drawn));
  };

function asColumn({ amount, isTarget = false, ...item }: ColumnItem): Column {
  const { label, strong } = item;
  const fill = isTarget ? tone('tint-2') : barFill(strong ? 'now' : 'before', amount?.derived === true);
  return {
    ...item,
    label: isTarget ? `${label} target` : label,
    text: amount?.text ?? '',
    derived: amount?.derived === true,
    isTarget,
    parts: amount ? [{ value: amount.value, fill }] : [],
  };
}

/** What stands over and under a column takes at least so much room. */
const leastWidth = ({ text, label, derived }: Column): number =>
  Math.max(
    measure(text, 'strong'),
    measure(label.split(' '), 'small'),
    derived ? measure('derived', 'derived') : 0,
  );
