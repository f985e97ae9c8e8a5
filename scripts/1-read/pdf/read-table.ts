import type { CellLine } from './cell-lines.ts';
import type { ColumnReach } from './table-columns.ts';
import { type HeadCell, headRows } from './table-heads.ts';
import type { TableRegion } from './table-regions.ts';
import { bodyColumns, bodyRows, type Ruling } from './table-rows.ts';
import type { PlacedWord } from './text-lines.ts';

/** A cell with its words; `span` where it covers several columns. */
export interface ReadCell {
  readonly words: readonly PlacedWord[];
  readonly span: number;
  readonly indent: number;
}

export interface PdfRow {
  /** By column, the label's first. */
  readonly cells: readonly ReadCell[];
  /** A note, or printed again on a further page: it stands in the reading text, but is no row. */
  readonly isAside?: true;
}

export interface PdfTable {
  readonly kind: 'table';
  readonly heads: readonly PdfRow[];
  readonly rows: readonly PdfRow[];
  readonly columns: readonly ColumnReach[];
}

/** Reads the lines of a table into rows of cells. */
export function readPdfTable(
  lines: readonly CellLine[],
  { first, body, last, columns: figures, zone }: TableRegion,
  ruling: Ruling,
): PdfTable {
  const bodyLines = lines.slice(body, last + 1);
  const columns = bodyColumns(bodyLines, figures, zone);
  const heads = headRows(lines.slice(first, body), { columns, zone }, ruling.rules);
  const rows = bodyRows(bodyLines, { columns, zone }, ruling);
  const steps = indentSteps(rows.flatMap(({ label, left }) => (label.length > 0 ? [left] : [])));
  return {
    kind: 'table',
    heads: heads.map((row) => ({ cells: headCells(row, columns.length) })),
    rows: rows.map(({ label, left, cells }) => ({
      cells: [
        {
          words: label,
          span: 1,
          indent: Math.max(
            0,
            steps.findLastIndex((step) => left >= step - SAME_INDENT),
          ),
        },
        ...cells.map((words): ReadCell => ({ words, span: 1, indent: 0 })),
      ],
    })),
    columns,
  };
}

/** Left edges that differ by less, in points, are of one step. */
const SAME_INDENT = 2.5;

function indentSteps(lefts: readonly number[]): number[] {
  const steps: number[] = [];
  for (const left of [...lefts].sort((a, b) => a - b))
    if (left - (steps.at(-1) ?? -100) > SAME_INDENT) steps.push(left);
  return steps;
}

function headCells(heads: readonly HeadCell[], count: number): ReadCell[] {
  const cells: ReadCell[] = Array.from({ length: count + 1 }, () => ({ words: [], span: 1, indent: 0 }));
  for (const { words, first, last } of [...heads].sort((a, b) => a.first - b.first)) {
    const at = first + 1;
    cells[at] = { words: [...(cells[at]?.words ?? []), ...words], span: last - first + 1, indent: 0 };
  }
  return cells;
}
