import type { OutlineTable } from '../1-read/outline.ts';
import type { RawCell, RawRow } from '../1-read/raw-document.ts';
import { holdsFigure } from '../grammar/cells.ts';
import { readYearName } from '../grammar/periods.ts';
import { isUnitOnly } from '../grammar/units.ts';

/** A column of figures: what stands above it. */
export interface GridColumn {
  /** Index of the tab-separated field. */
  readonly cell: number;
  /** Header texts from the top, those of spanning headers included, unit rows left out. */
  readonly header: readonly string[];
  /** Whether its lowest header stands in this very field rather than in one to the left that spans it. */
  readonly isNamed: boolean;
  /** Text of the unit row above it, else empty. */
  readonly unit: string;
}

export interface GridRow {
  readonly line: number;
  readonly role: 'header' | 'unit' | 'group' | 'item';
  /** As printed; for a row whose label wrapped, all of it. */
  readonly label: string;
  readonly cells: readonly RawCell[];
}

/** A table made regular: one set of column heads, and rows that stand under it. */
export interface Grid {
  readonly source: OutlineTable;
  readonly columns: readonly GridColumn[];
  readonly rows: readonly GridRow[];
  /** Number of fields that the head rows have; figures beyond belong to no column. 0 for a table without heads. */
  readonly width: number;
}

/** Splits a table where a new head stands in its middle, and gives each part its columns. */
export function gridsOf(source: OutlineTable): Grid[] {
  const rows = joinWrapped(rolesOf(source.raw.rows));
  return partsOf(rows).map((part) => gridOf(source, part));
}

function gridOf(source: OutlineTable, rows: readonly GridRow[]): Grid {
  const heads = rows.filter(({ role }) => role === 'header');
  const units = rows.filter(({ role }) => role === 'unit');
  const width = Math.max(0, ...[...heads, ...units].map(({ cells }) => cells.length));
  const count = Math.max(width, ...rows.map(({ cells }) => cells.length));
  const columns: GridColumn[] = [];
  for (let cell = 1; cell < count; cell++) columns.push(columnOf(cell, heads, units));
  return { source, columns, rows, width };
}

function columnOf(cell: number, heads: readonly GridRow[], units: readonly GridRow[]): GridColumn {
  const header = heads.map((_, level) => headAt(heads, level, cell)).filter(Boolean);
  const lowest = heads.findLast((_, level) => headAt(heads, level, cell) !== '');
  return {
    cell,
    header,
    isNamed: (lowest?.cells[cell]?.text ?? '') !== '',
    unit: units.map((row) => row.cells[cell]?.text ?? '').findLast(Boolean) ?? '',
  };
}

/** A head that is empty belongs to the one at its left, unless a head further up begins anew between them. */
function headAt(heads: readonly GridRow[], level: number, cell: number): string {
  for (let at = cell; at > 0; at--) {
    const text = heads[level]?.cells[at]?.text ?? '';
    if (text) return text;
    if (heads.slice(0, level).some(({ cells }) => (cells[at]?.text ?? '') !== '')) return '';
  }
  return '';
}

/** Head rows stand before the first figures; one in the middle opens a new part. */
function partsOf(rows: readonly GridRow[]): GridRow[][] {
  const parts: GridRow[][] = [[]];
  let hasFigures = false;
  for (const row of rows) {
    const isHead = row.role === 'header' || row.role === 'unit';
    if (isHead && hasFigures) {
      parts.push([]);
      hasFigures = false;
    }
    if (row.role === 'item') hasFigures = true;
    parts.at(-1)?.push(row);
  }
  return parts;
}

function rolesOf(rows: readonly RawRow[]): GridRow[] {
  let hasFigures = false;
  return rows.map(({ line, cells }) => {
    const role = roleOf(cells, hasFigures);
    if (role === 'item') hasFigures = true;
    return { line, role, label: cells[0]?.text ?? '', cells };
  });
}

function roleOf(cells: readonly RawCell[], hasFigures: boolean): GridRow['role'] {
  const fields = cells.slice(1).filter(({ text }) => text !== '');
  if (fields.length === 0) return 'group';
  const label = cells[0]?.text ?? '';
  if (fields.every(({ text }) => isUnitOnly(text)) && (!hasFigures || label === '')) return 'unit';
  const mayBeHead = label === '' || !hasFigures;
  if (mayBeHead && fields.every(({ text }) => readYearName(text) !== undefined || !holdsFigure(text))) return 'header';
  return 'item';
}

/**
 * A label that wrapped: figures on a line of their own take the label above; a line without figures that cannot end a
 * label is put before the next one.
 */
function joinWrapped(rows: readonly GridRow[]): GridRow[] {
  return rows.map((row, i) => {
    const above = rows[i - 1];
    if (row.role !== 'item' || above?.role !== 'group' || above.label === '') return row;
    if (row.label === '') return { ...row, label: above.label };
    const isOpen = above.cells.length === 1 && (/^\p{Ll}/u.test(row.label) || /(?:\b(?:of|to|and|in|by|for|from|with)|,)$/i.test(above.label));
    return isOpen ? { ...row, label: `${above.label} ${row.label}` } : row;
  });
}
