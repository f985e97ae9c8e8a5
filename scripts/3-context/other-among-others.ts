import { conceptById } from '../../src/concepts/index.ts';
import { type Decimal, parseDecimal, sumDecimals, timesWhole } from '../../src/model/decimal.ts';
import type { GridCell } from '../2-tables/grid-cells.ts';
import type { ReadRow } from './rows.ts';

const PRETAX =
  'IncomeLossFromContinuingOperationsBeforeIncomeTaxesMinorityInterestAndIncomeLossFromEquityMethodInvestments';
const FEWEST = 2;

/**
 * `Other income, net` that makes up income before taxes together with the lines beside it is one of them, not what all
 * that lies outside the business comes to.
 */
export function otherAmongOthers(rows: readonly ReadRow[]): readonly ReadRow[] {
  const [from, to, at] = ['OperatingIncomeLoss', PRETAX, 'NonoperatingIncomeExpense'].map((id) =>
    rows.findIndex(({ concept, row }) => concept?.id === id && row.cells.length > 0),
  ) as [number, number, number];
  const other = conceptById.get('OtherNonoperatingIncomeExpense');
  if (!other || from < 0 || at < from || to < at) return rows;
  const between = rows.slice(from + 1, to).filter(({ row }) => row.role === 'item' && row.cells.length > 0);
  if (between.length < FEWEST || !addsUp([rows[from] as ReadRow, ...between], rows[to] as ReadRow))
    return rows;
  return rows.map((row, i) => (i === at ? { ...row, concept: other } : row));
}

/** Whether rows add up to a total in a column in which all of them have figures or dashes, as they are printed. */
function addsUp(parts: readonly ReadRow[], total: ReadRow): boolean {
  return total.row.cells.some((cell, i) => {
    const whole = printedAmount(cell);
    const amounts = parts.flatMap(({ row }) => printedAmount(row.cells[i]) ?? []);
    if (!whole || amounts.length < parts.length) return false;
    const terms = amounts.map((amount) => [amount, 1] as const);
    return sumDecimals([[whole, -1], ...terms]).digits === 0n;
  });
}

/** The one figure of a cell with its sign; a dash is nought. */
function printedAmount(cell: GridCell | undefined): Decimal | undefined {
  const [figure, more] = cell?.figures ?? [];
  if (!figure || more) return undefined;
  return timesWhole(parseDecimal(figure.token?.digits ?? '0'), figure.isNegative ? -1 : 1);
}
