import { type Decimal, parseDecimal, sumDecimals, timesWhole } from '../../src/model/decimal.ts';
import type { GridCell } from '../2-tables/grid-cells.ts';
import type { ReadRow } from './read-row.ts';

/** Whether rows add up to a total in a column in which all of them have figures or dashes, as they are printed. */
export const addUp = (parts: readonly ReadRow[], total: ReadRow): boolean =>
  total.row.cells.some((cell, i) => {
    const whole = printedAmount(cell);
    const amounts = parts.flatMap(({ row }) => printedAmount(row.cells[i]) ?? []);
    if (!whole || amounts.length < parts.length) return false;
    const terms = amounts.map((amount) => [amount, 1] as const);
    return sumDecimals([[whole, -1], ...terms]).digits === 0n;
  });

/** The one figure of a cell with its sign; a dash is nought. */
function printedAmount(cell: GridCell | undefined): Decimal | undefined {
  const [figure, more] = cell?.figures ?? [];
  if (!figure || more) return undefined;
  return timesWhole(parseDecimal(figure.token?.digits ?? '0'), figure.isNegative ? -1 : 1);
}
