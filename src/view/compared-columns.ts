import type { Issuer } from '../data/index.ts';
import type { IssuerRecord, TableBlock, TableColumn } from '../model/document.ts';
import { isInstant, lastDay, type Period } from '../model/period.ts';
import { periodBefore } from '../model/year-before.ts';
import { isForeignUnit } from './key-figures.ts';
import { isBody } from './table-columns.ts';

/** Cells of a table's rows that tell of a period, of what it is compared with, and of the change as printed. */
export interface ComparedColumns {
  readonly now: number;
  readonly before: number | undefined;
  readonly change: number | undefined;
  readonly growth: number | undefined;
}

/** The columns of a period; none where the table has no one column of its amounts in the reporting currency. */
export function comparedColumns(
  { record }: Issuer,
  block: TableBlock,
  period: Period,
): ComparedColumns | undefined {
  const filled = block.columns
    .map((column, index) => ({ column, index }))
    .filter(
      ({ column, index }) =>
        index > 0 &&
        column.basis !== 'target' &&
        !isForeignUnit(column.unit, record.reportingCurrency) &&
        block.rows.some((row) => isBody(row) && row.cells[index]?.text.trim()),
    );
  const own = filled.filter(({ column }) => column.period === period || column.period === lastDay(period));
  const onlyIndex = (aspect: string): number | undefined => {
    const alike = own.filter(({ column }) => column.aspect === aspect);
    return alike.length === 1 ? alike[0]?.index : undefined;
  };
  const now = onlyIndex('amount');
  const column = now === undefined ? undefined : block.columns[now];
  if (now === undefined || !column) return undefined;
  const amounts = filled.filter((other) => other.column.aspect === 'amount' && other.index !== now);
  return {
    now,
    before: findBefore(record, column, amounts),
    change: onlyIndex('change'),
    growth: onlyIndex('changePercent'),
  };
}

/** The same stretch a year before; of a balance, where there is none, the latest before it. */
function findBefore(
  record: IssuerRecord,
  now: TableColumn,
  others: readonly { readonly column: TableColumn; readonly index: number }[],
): number | undefined {
  if (now.period === '') return undefined;
  const earlier = periodBefore(record, now.period);
  const same = others.filter(({ column }) => column.period === earlier);
  if (same.length > 0 || !isInstant(now.period)) return same.length === 1 ? same[0]?.index : undefined;
  const dates = others.filter(
    ({ column }) => column.period !== '' && isInstant(column.period) && column.period < lastDay(now.period),
  );
  return dates.sort((a, b) => (a.column.period < b.column.period ? 1 : -1))[0]?.index;
}
