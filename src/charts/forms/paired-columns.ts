import { drawColumns } from '../grammar/columns.ts';
import { type Drawing, frame } from '../grammar/frame.ts';
import { measure } from '../grammar/labels.ts';
import { barFill, type ShownAmount } from '../grammar/type.ts';

export interface PairValue extends ShownAmount {
  /** What stands beneath, such as the margin; may be empty. */
  readonly beneath: string;
}

export interface ColumnPair {
  readonly label: string;
  readonly before: PairValue | undefined;
  readonly now: PairValue | undefined;
}

export interface PairsRequest {
  /** What the left and the right column of each pair are called, short. */
  readonly names: readonly [before: string, now: string];
  /** What the row beneath is called; empty where there is none. */
  readonly beneath: string;
}

const MOST = 73;

/** Pairs of columns, the earlier one grey, with a row of ratios underneath instead of a second axis. */
export const pairedColumns =
  (pairs: readonly ColumnPair[], { names, beneath: head }: PairsRequest): Drawing =>
  (width) => {
    const columns = pairs.flatMap(({ label: group, before, now }) =>
      [before, now].flatMap((amount, index) => {
        if (!amount) return [];
        const { value, derived } = amount;
        const strong = index === 1;
        const parts = [{ value, fill: barFill(strong ? 'now' : 'before', derived) }];
        return [{ ...amount, label: names[index] ?? '', group, strong, parts }];
      }),
    );
    const left = head === '' ? 1 : measure(head, 'smallQuiet') + 10;
    const drawn = drawColumns(columns, { left, right: width - 1, top: 0, height: 224, most: MOST, head });
    return frame(width, drawn.bottom, drawn);
  };
