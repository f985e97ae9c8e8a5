import { NO_TEXT } from '../../placed-text.ts';
import type { HeadLayout } from '../cell-lines/cell-heads.ts';
import { type FittedRow, withoutChanges } from '../cell-lines/fit-rows.ts';
import { type LineCell, lineCell } from '../cell-lines/line-cells.ts';
import { columnsByKind } from '../cell-lines/place-values.ts';
import type { BarredLine } from './barred-lines.ts';

/** What a table's rows are fitted to. */
export interface BarredColumns {
  readonly count: number;
  readonly heads: HeadLayout | undefined;
  /** The fields in which the figures of most rows begin, and how many fields these rows have. */
  readonly usual: { readonly fields: readonly number[]; readonly width: number };
}

/** A row under its columns; undefined where it has another number of figures, since it lost cells and none says which. */
export function fitBarredRow(
  line: BarredLine,
  headings: readonly LineCell[],
  { count, heads, usual }: BarredColumns,
): FittedRow | undefined {
  const cells =
    line.cells.length > count + 1 ? line.cells.filter(({ text }) => text.text !== '*') : line.cells;
  const [first] = cells;
  const isNamed = first !== undefined && first.kind !== 'figure' && first.kind !== 'mark';
  const label = isNamed ? first : lineCell(NO_TEXT, []);
  let values = isNamed ? cells.slice(1) : cells;
  const note = heads?.note && values.length === count + 1 ? values[0] : undefined;
  const isMarked = !note && values.length === count + 1 && values[0]?.kind === 'mark';
  const mark = isMarked ? values[0] : undefined;
  if (note || mark) values = values.slice(1);
  if (!values.every(isValue)) return undefined;
  const columns =
    values.length === count
      ? undefined
      : (inFields(line.fields.slice(-values.length), line, usual) ??
        withoutChanges(values, count, heads) ??
        columnsByKind(values, count, heads));
  if (values.length !== count && !columns) return undefined;
  return { headings, label, mark, note, values, columns };
}

const isValue = ({ kind }: LineCell): boolean => kind === 'figure' || kind === 'mark' || kind === 'year';

/** The columns of figures in a line that keeps its empty fields. */
function inFields(
  fields: readonly number[],
  { width, hasEmpty }: BarredLine,
  usual: BarredColumns['usual'],
): readonly number[] | undefined {
  if (!hasEmpty || width !== usual.width) return undefined;
  const columns = fields.map((field) => usual.fields.indexOf(field));
  return columns.includes(-1) ? undefined : columns;
}
