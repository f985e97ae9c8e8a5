import { type Decimal, parseDecimal, sumDecimals, timesWhole } from '../../src/model/decimal.ts';
import type { GridCell } from '../2-tables/grid-cells.ts';
import type { ReadRow } from './read-row.ts';

type Printed = Pick<ReadRow, 'row'>;

/** Whether rows add up to a total in a column in which all of them have figures or dashes, as they are printed. */
export const addUp = (parts: readonly Printed[], total: Printed): boolean =>
  total.row.cells.some((cell, i) => {
    const whole = printedAmount(cell);
    const amounts = parts.flatMap(({ row }) => printedAmount(row.cells[i]) ?? []);
    if (!whole || amounts.length < parts.length) return false;
    const terms = amounts.map((amount) => [amount, 1] as const);
    return sumDecimals([[whole, -1], ...terms]).digits === 0n;
  });

/** So few steps show by their digits whether they lead anywhere; many lead everywhere. */
const MOST_STEPS = 6;

/** Whether no choice of steps, added or taken off, leads from one row to another, in any column that has both. */
export function isOutOfReach(from: ReadRow, steps: readonly ReadRow[], to: ReadRow): boolean {
  if (steps.length === 0 || steps.length > MOST_STEPS) return false;
  const columns = to.row.cells.flatMap((cell, i) => {
    const [start, end] = [printedAmount(from.row.cells[i]), printedAmount(cell)];
    return start && end ? [{ i, way: sumDecimals([[end, 1], [start, -1]]) }] : []; // biome-ignore format: pairs
  });
  const reaches = ({ i, way }: (typeof columns)[number]): boolean => {
    const amounts = steps.flatMap(({ row }) => printedAmount(row.cells[i]) ?? []);
    const sums = amounts.reduce<Decimal[]>(
      (all, amount) =>
        all.flatMap((sum) => [
          sum,
          ...[1, -1].map((sense) =>
            sumDecimals([
              [sum, 1],
              [amount, sense],
            ]),
          ),
        ]),
      [parseDecimal('0')],
    );
    return sums.some((sum) =>
      isWithin(
        sumDecimals([
          [sum, 1],
          [way, -1],
        ]),
        amounts.length + 2,
      ),
    );
  };
  return columns.length > 0 && !columns.some(reaches);
}

/** No more than half a last digit for each number. */
const isWithin = ({ digits }: Decimal, count: number): boolean =>
  (digits < 0n ? -digits : digits) * 2n <= BigInt(count);

/** The one figure of a cell with its sign; a dash is nought. */
function printedAmount(cell: GridCell | undefined): Decimal | undefined {
  const [figure, more] = cell?.figures ?? [];
  if (!figure || more) return undefined;
  return timesWhole(parseDecimal(figure.token?.digits ?? '0'), figure.isNegative ? -1 : 1);
}
