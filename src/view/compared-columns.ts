import type { Issuer } from '../data/index.ts';
import type { IssuerRecord, TableBlock, TableColumn } from '../model/document.ts';
import { type Fact, parseDimensions } from '../model/fact.ts';
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

/**
 * The columns of a period; none where the table has no one column of its amounts in the reporting currency. What
 * is adjusted, an adjustment or in constant currency stands beside the figures of the period and is none of them.
 */
export function comparedColumns(
  { record, facts }: Issuer,
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
  const isVariant = ({ index }: Placed): boolean => {
    const told = block.rows.flatMap(({ cells }) => cells[index]?.facts ?? []);
    return told.length > 0 && told.every((id) => isOfAnotherBasis(facts.byId(id)));
  };
  const findOnly: FindOnly = (alike) => {
    const plain = alike.length > 1 ? alike.filter((one) => !isVariant(one)) : alike;
    return plain.length === 1 ? plain[0]?.index : undefined;
  };
  const own = filled.filter(({ column }) => column.period === period || column.period === lastDay(period));
  const withAspect = (aspect: string): Placed[] => own.filter(({ column }) => column.aspect === aspect);
  const now = findOnly(withAspect('amount'));
  const column = now === undefined ? undefined : block.columns[now];
  if (now === undefined || !column) return undefined;
  /** A change in constant currency is none of the two amounts. */
  const changesOf = (aspect: string): Placed[] =>
    withAspect(aspect).filter((one) => isVariant(one) === isVariant({ column, index: now }));
  const amounts = filled.filter((other) => other.column.aspect === 'amount' && other.index !== now);
  return {
    now,
    before: findBefore(record, column, amounts, findOnly),
    change: findOnly(changesOf('change')),
    growth: findOnly(changesOf('changePercent')),
  };
}

/** Told otherwise than as reported: adjusted, in constant currency, an adjustment. */
const isOfAnotherBasis = (fact: Fact | undefined): boolean => {
  const { variant, adjustment } = parseDimensions(fact?.dimensions ?? '');
  return variant !== undefined || adjustment !== undefined;
};

interface Placed {
  readonly column: TableColumn;
  readonly index: number;
}

/** Cell of the one of some columns that stands for all of them. */
type FindOnly = (alike: readonly Placed[]) => number | undefined;

/** The same stretch a year before; of a balance, where there is none, the latest before it. */
function findBefore(
  record: IssuerRecord,
  now: TableColumn,
  others: readonly Placed[],
  findOnly: FindOnly,
): number | undefined {
  if (now.period === '') return undefined;
  const earlier = periodBefore(record, now.period);
  const same = others.filter(({ column }) => column.period === earlier);
  if (same.length > 0 || !isInstant(now.period)) return findOnly(same);
  const dates = others.filter(
    ({ column }) => column.period !== '' && isInstant(column.period) && column.period < lastDay(now.period),
  );
  return dates.sort((a, b) => (a.column.period < b.column.period ? 1 : -1))[0]?.index;
}
