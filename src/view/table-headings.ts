import type { IssuerRecord, TableColumn } from '../model/document.ts';
import { formatUnit } from '../model/format.ts';
import { shortPeriodName } from './periods.ts';
import type { ShownColumn, Tone } from './table-columns.ts';

/** A heading cell of a table on a page. */
export interface Heading {
  readonly text: string;
  readonly span: number;
  readonly tone: Tone;
}

/** What all amounts are told in, where they share it. */
export function sharedUnit(columns: readonly ShownColumn[]): string {
  const units = columns.flatMap((column) =>
    column.kind === 'printed' && column.column.aspect === 'amount' && !column.isNil
      ? [unitText(column.column)]
      : [],
  );
  return new Set(units).size === 1 ? (units[0] ?? '') : '';
}

/**
 * Rows of headings, the outermost first; neighbours with one text become one cell. Units stand in the last row
 * where the table has no one unit or its headings alone do not tell two columns apart.
 */
export function makeHeadings(
  issuer: IssuerRecord,
  columns: readonly ShownColumn[],
  unit: string,
): Heading[][] {
  const bare = columns.map((column) => headingPath(issuer, column, false));
  const isAmbiguous = new Set(bare.map((path) => path.join('|'))).size < bare.length;
  const withUnits = unit === '' || isAmbiguous;
  const paths = withUnits ? columns.map((column) => headingPath(issuer, column, true)) : bare;
  const depth = Math.max(1, ...paths.map((path) => path.length));
  const padded = paths.map((path) => [...Array<string>(depth - path.length).fill(''), ...path]);
  return Array.from({ length: depth }, (_, level) => headingRow(columns, padded, level, depth));
}

const unitText = ({ unit, scale, aspect }: TableColumn): string =>
  aspect === 'changePercent' ? 'change, %' : formatUnit(unit, scale);

/** The headings of a column as printed, or what it was read as where nothing is printed above it. */
function headingPath(issuer: IssuerRecord, column: ShownColumn, withUnits: boolean): string[] {
  if (column.kind !== 'printed') return [column.kind === 'change' ? 'Change' : '%'];
  const { header } = column.column;
  const words = header.length > 0 ? [...header] : [nameColumnPeriod(issuer, column.column)];
  return withUnits ? [...words, column.isNil ? '' : unitText(column.column)] : words;
}

/** `FY2012`, `FY2013 target`: the period that a column was read as. */
export function nameColumnPeriod(issuer: IssuerRecord, { period, basis }: TableColumn): string {
  if (period === '') return '';
  return [shortPeriodName(issuer, period), basis === 'target' ? 'target' : ''].filter(Boolean).join(' ');
}

function headingRow(
  columns: readonly ShownColumn[],
  paths: readonly string[][],
  level: number,
  depth: number,
): Heading[] {
  const headings: { text: string; span: number; tone: Tone }[] = [];
  const isLast = level === depth - 1;
  columns.forEach((column, index) => {
    const text = paths[index]?.[level] ?? '';
    const above = (at: number) => paths[at]?.slice(0, level).join('|');
    const last = headings.at(-1);
    if (last && last.text === text && !isLast && above(index) === above(index - 1)) last.span += 1;
    else headings.push({ text, span: 1, tone: isLast ? column.tone : '' });
  });
  return headings;
}
