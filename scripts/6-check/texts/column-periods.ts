import type { DocumentRecord } from '../../../src/model/document.ts';
import type { Printed } from '../../../src/model/fact.ts';
import { formatSpan } from '../../../src/model/format.ts';
import { lastDay } from '../../../src/model/period.ts';
import { isSameFigure } from '../../../src/model/same-number.ts';
import type { Statements } from '../../5-derive/statements.ts';
import { type Conflict, figureMeasure, isAsLong, isTelling, tellingDigits } from './conflict.ts';
import type { TextCheck } from './text-finding.ts';

/** Figures of so many digits are not the same by chance, nor so many of them of different measures. */
const DIGITS = 4;
const DIGITS_IN_SENTENCES = 3;
const FEWEST = 2;

interface Column {
  agreements: number;
  readonly conflicts: Conflict[];
  /** Its period cannot be: another table has other figures for it, or it ends after the release. */
  isRefuted: boolean;
}

/**
 * One figure does not stand for two periods: where the figures of a column recur, measure for measure, under another
 * period and nowhere under its own, its heading is wrong. Sums see nothing of it.
 */
export const columnPeriods: TextCheck = {
  rule: 'column-period',
  *compare(document, statements) {
    for (const { conflicts } of findMisheaded(document, statements)) yield makeComparison(conflicts);
  },
  example: {
    text: `Consolidated Statements of Income (Unaudited)

| | Fiscal Year Ended March 31, 2020 | Fiscal Year Ended March 31, 2021 |
| | JPY millions | JPY millions |
| Total revenues | 52,813 | 57,324 |
| Operating income | 10,317 | 11,908 |

Operating Results Summary

| | FY2018 | FY2020 |
| | JPY millions | JPY millions |
| Total revenues | 52,813 | 57,324 |
| Operating income | 10,317 | 11,908 |

For FY2019, total revenues were JPY 52,813 million.`,
    finds:
      'The column of 52,813 in line 20 is headed year to 31 March 2019; its figures are those of year to 31 March 2020, as in line 13.',
  },
};

/** The columns whose heads are wrong, with the figures that show it. */
export function findMisheaded(
  document: DocumentRecord,
  { facts, misdated }: Pick<Statements, 'facts' | 'misdated'>,
): { readonly place: string; readonly conflicts: readonly Conflict[] }[] {
  const columns = readColumns(
    [...facts, ...misdated].filter((fact) => fact.document === document.id && isTelling(fact)),
    document,
  );
  const told = new Set<string>();
  return [...columns]
    .sort(
      ([, a], [, b]) =>
        Number(b.isRefuted) - Number(a.isRefuted) || breadth(b.conflicts) - breadth(a.conflicts),
    )
    .flatMap(([place, { agreements, conflicts, isRefuted }]) => {
      const open = conflicts.filter(({ there }) => !told.has(columnKey(there)));
      const rows = new Set(open.map(({ here }) => here.line)).size;
      const shifts = new Set(open.map(monthsLater)).size;
      if (shifts !== 1 || agreements > 0 || rows < (isRefuted ? 1 : FEWEST)) return [];
      told.add(place);
      return [{ place, conflicts: open }];
    });
}

/** By how many months, about, the other period ends later. */
const monthsLater = ({ here, there }: Conflict): number =>
  Math.round((Date.parse(lastDay(there.period)) - Date.parse(lastDay(here.period))) / MONTH);

const MONTH = (365.25 / 12) * 86_400_000;

/** In how many columns the figures recur. */
const breadth = (conflicts: readonly Conflict[]): number =>
  new Set(conflicts.map(({ there }) => columnKey(there))).size;

/** Tells the columns of a document's tables apart. */
export const columnKey = ({ table, cell, origin, line }: Printed): string =>
  origin === 'table' ? `${table}|${cell}` : `sentence ${line}`;

function readColumns(printed: readonly Printed[], document: DocumentRecord): Map<string, Column> {
  const columns = new Map<string, Column>();
  for (const alike of Map.groupBy(printed, figureMeasure).values())
    for (const here of alike.filter(({ origin }) => origin === 'table')) {
      const known = columns.get(columnKey(here));
      const column = known ?? {
        agreements: 0,
        conflicts: [],
        isRefuted: lastDay(here.period) > document.released,
      };
      columns.set(columnKey(here), column);
      for (const there of alike) {
        if (there.table === here.table && there.origin === 'table') continue;
        if (!isAsLong(here.period, there.period)) continue;
        const isOwn = here.period === there.period;
        if (recurs(here, there) && !isConstant(here, alike)) {
          if (isOwn) column.agreements++;
          else column.conflicts.push({ here, there });
        } else if (isOwn && there.origin === 'table' && !isSameFigure(here, there)) column.isRefuted = true;
      }
    }
  return columns;
}

const recurs = (here: Printed, there: Printed): boolean =>
  there.origin === 'table'
    ? here.value === there.value && tellingDigits(here) >= DIGITS
    : isSameFigure(here, there) && tellingDigits(there) >= DIGITS_IN_SENTENCES;

/** A figure that one row gives for several periods tells none. */
function isConstant({ value }: Printed, alike: readonly Printed[]): boolean {
  const same = alike.filter((fact) => fact.origin === 'table' && fact.value === value);
  return [...Map.groupBy(same, ({ line }) => line).values()].some(
    (row) => new Set(row.map(({ period }) => period)).size > 1,
  );
}

function makeComparison(conflicts: readonly Conflict[]) {
  const [{ here, there }] = conflicts as [Conflict];
  const [own, other] = [formatSpan(here.period), formatSpan(there.period)];
  return {
    line: here.line,
    column: here.column,
    ...(here.cell !== null && { cell: here.cell }),
    expected: other,
    actual: own,
    message: `The column of ${here.raw} in line ${here.line} is headed ${own}; its figures are those of ${other}, as in line ${there.line}.`,
    facts: [...new Set(conflicts.map((conflict) => conflict.here))],
  };
}
