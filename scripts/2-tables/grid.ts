import { findMostFrequent } from '../../src/model/most-frequent.ts';
import type { OutlineTable } from '../1-read/outline-block.ts';
import { readAspect } from '../grammar/aspects.ts';
import { type NumberStyle, PLAIN_STYLE } from '../grammar/number-style.ts';
import { isTimeOnly } from '../grammar/times.ts';
import { isUnitOnly, readUnit } from '../grammar/units.ts';
import { captionRows } from './caption-rows.ts';
import type { GridCell } from './grid-cells.ts';
import type { GridRow } from './grid-row.ts';
import { beginTogether, type Head, headFields, headsOver, headTiers } from './heads.ts';
import { gridRows } from './row-roles.ts';
import { hasSpans, spannedHeads, textOver } from './spanned-heads.ts';

export type { GridCell } from './grid-cells.ts';
export type { GridRow } from './grid-row.ts';

/** A column of figures: what stands above it. */
export interface GridColumn {
  /** Index of the tab-separated field. */
  readonly cell: number;
  /** Header texts from the top, those of spanning headers included, unit rows left out. */
  readonly header: readonly string[];
  /** Whether its lowest header stands in this very field rather than in one to the left that spans it. */
  readonly isNamed: boolean;
  /** Whether any head stands over it, by its own field or by one that spans it; true for a table without heads. */
  readonly isHeaded: boolean;
  /** Whether any item has a figure in it. */
  readonly hasFigures: boolean;
  /** Text of the unit row above it, else empty. */
  readonly unit: string;
}

/** A table made regular: one set of column heads, and rows that stand under it. */
export interface Grid {
  readonly source: OutlineTable;
  readonly columns: readonly GridColumn[];
  readonly rows: readonly GridRow[];
  /** The format says how many columns each head covers. */
  readonly isSpanned: boolean;
  /** Number of fields that the head rows have. 0 for a table without heads. */
  readonly width: number;
  /** What the label's field says beside and above the heads: `(in millions)`, `Three months ended June 30,`. */
  readonly frame: readonly string[];
  /** The rows of heads over its columns. */
  readonly heads: readonly GridRow[];
  /** Rows above the heads that are captions of the whole table, with their texts. */
  readonly captions: ReadonlyMap<GridRow, string>;
}

/** Splits a table where a new head stands in its middle, and gives each part its columns; `labels` are those of all tables. */
export function makeGrids(
  source: OutlineTable,
  style: NumberStyle = PLAIN_STYLE,
  above: readonly GridRow[] = [],
  labels: ReadonlySet<string> = new Set(),
): Grid[] {
  const rows = gridRows(source.raw.rows, source.raw.hasHead, style, labels);
  let heads = above;
  return splitParts(rows).map((part) => {
    const captions = captionRows(part);
    const own = part.filter((row) => row.role === 'header' && !captions.has(row));
    if (own.length > 0) heads = [...overAll(heads, own), ...own].slice(-MOST_TIERS);
    return makeGrid(source, part, heads, captions);
  });
}

/** A head has no more rows than this. */
const MOST_TIERS = 8;

/** Years below the first figures, with nothing that tells what part of them, stand under the head over all columns. */
const overAll = (above: readonly GridRow[], own: readonly GridRow[]): readonly GridRow[] =>
  own.length === 1 &&
  headsIn(own[0]).every(({ kind, text }) => kind === 'year' || readAspect(text) !== undefined)
    ? above.filter((row) => headsIn(row).length === 1 && headsIn(row).every(({ kind }) => kind === 'time'))
    : [];

const headsIn = (row: GridRow | undefined): readonly GridCell[] =>
  row?.cells.slice(1).filter(({ text }) => text !== '') ?? [];

/** Head rows stand before the first figures; one in the middle opens a new part. */
function splitParts(rows: readonly GridRow[]): GridRow[][] {
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

function makeGrid(
  source: OutlineTable,
  rows: readonly GridRow[],
  heads: readonly GridRow[],
  captions: ReadonlyMap<GridRow, string>,
): Grid {
  const units = rows.filter(({ role }) => role === 'unit');
  const body = bodyFields(rows, heads);
  const isSpanned = hasSpans(source.raw.rows);
  const tiers = isSpanned ? heads.map(({ cells }) => cells.map(({ text }) => text)) : headTiers(heads, body);
  const width = Math.max(
    0,
    ...tiers.map((tier, i) => (isSpanned ? countFields(heads[i]?.cells ?? []) : tier.length)),
    ...units.map(({ cells }) => countFields(cells)),
  );
  const count = Math.max(width, ...rows.map(({ cells }) => cells.length));
  const cells = Array.from({ length: Math.max(0, count - 1) }, (_, i) => i + 1);
  const over = isSpanned ? spannedHeads(heads, cells, body) : undefined;
  const columns = over
    ? cells.map((cell) => spannedColumn(cell, over.get(cell), { units, body, width }))
    : guessedColumns(cells, { tiers, units, body, width });
  return {
    source,
    columns,
    rows: isSpanned ? rows : rows.map((row) => inStep(row, body)),
    isSpanned,
    width,
    frame: frameWords(rows, tiers, heads),
    heads,
    captions,
  };
}

const countFields = (cells: readonly GridCell[]): number =>
  cells.length - 1 + Math.max(1, cells.at(-1)?.span ?? 1);

/** What is known of a part of a table when its columns are made. */
interface Part {
  readonly units: readonly GridRow[];
  readonly body: readonly number[];
  readonly width: number;
}

function spannedColumn(cell: number, head: Head | undefined, { units, body, width }: Part): GridColumn {
  const { path, isNamed } = head ?? { path: [], isNamed: false };
  const own = withCurrencyAbove(units.map((row) => textOver(row.cells, cell)));
  const unit = own || unitOver(units, cell, body, cell);
  return {
    cell,
    header: path,
    isNamed,
    isHeaded: width === 0 || path.length > 0 || unit !== '',
    hasFigures: body.includes(cell),
    unit,
  };
}

/** Columns of a text, where the place of a tab tells what stands under what. */
function guessedColumns(
  cells: readonly number[],
  { tiers: printed, units, body, width }: Part & { tiers: ReturnType<typeof headTiers> },
): GridColumn[] {
  const fields = headFields(printed.length > 0 ? printed : headTiers(units, body), body);
  const tiers = beginTogether(printed, fields);
  const over = headsOver(tiers, [...new Set(body.map((field) => fields.get(field) ?? field))]);
  return cells.map((cell) => {
    const at = fields.get(cell) ?? cell;
    const head = over.get(at) ?? headsOver(tiers, [at]).get(at);
    return {
      cell,
      header: head?.path ?? [],
      isNamed: head?.isNamed ?? false,
      isHeaded: width === 0 || cell < width || at < width,
      hasFigures: body.includes(cell),
      unit: unitOver(units, at, body, cell),
    };
  });
}

/** Fields that hold figures: those with a head, and those that many rows fill. */
function bodyFields(rows: readonly GridRow[], heads: readonly GridRow[]): number[] {
  const counts = new Map<number, number>();
  for (const { role, cells } of rows)
    if (role === 'item')
      for (const { column, figures } of cells)
        if (figures.length > 0) counts.set(column, (counts.get(column) ?? 0) + 1);
  const inRows = fieldsOfRows(rows);
  const number = inRows[0]?.length ?? 0;
  const isEven = number > 1 && counts.size > number && inRows.every(({ length }) => length === number);
  const lowest = heads.at(-1)?.cells.filter(({ text }, i) => i > 0 && text !== '').length;
  if (isEven && lowest === number) return mostFrequent(inRows);
  const most = Math.max(0, ...counts.values());
  const isHead = (field: number): boolean => heads.some(({ cells }) => (cells[field]?.text ?? '') !== '');
  return [...counts]
    .filter(([field, count]) => count * 5 >= most || isHead(field))
    .map(([field]) => field)
    .sort((a, b) => a - b);
}

/** Fields of the figures of each row that has any. */
const fieldsOfRows = (rows: readonly GridRow[]): number[][] =>
  rows
    .filter(({ role }) => role === 'item')
    .map(({ cells }) => cells.filter(({ figures }) => figures.length > 0).map(({ column }) => column))
    .filter(({ length }) => length > 0);

/** Where most rows have their figures: with signs in fields of their own in some rows only, others are out of step. */
function mostFrequent(inRows: readonly number[][]): number[] {
  const most = findMostFrequent(inRows.map((fields) => fields.join()));
  return inRows.find((fields) => fields.join() === most) ?? [];
}

/** A row out of step with the columns, but with as many figures, stands under them in order. */
function inStep(row: GridRow, body: readonly number[]): GridRow {
  if (row.role !== 'item') return row;
  const own = row.cells.filter(({ figures }) => figures.length > 0).map(({ column }) => column);
  if (own.length !== body.length || own.every((field) => body.includes(field))) return row;
  return {
    ...row,
    cells: row.cells.map((cell) => ({ ...cell, column: body[own.indexOf(cell.column)] ?? cell.column })),
  };
}

/** A unit in its own field; one that stands alone in its row holds for all columns, several in even distances for those up to the next. */
const unitOver = (units: readonly GridRow[], at: number, body: readonly number[], cell: number): string =>
  withCurrencyAbove(
    units.map(({ cells }) => {
      const filled = cells.filter(({ text }, i) => i > 0 && text !== '');
      const inOrder = filled.length === body.length ? filled[body.indexOf(cell)]?.text : undefined;
      return (
        cells[at]?.text ||
        inOrder ||
        (isForAll(filled, cells, body) && body.includes(cell) ? filled[0]?.text : '') ||
        textBefore(filled, body, cell)
      );
    }),
  );

/** `NIS` over the first of three columns, `US dollars` over the fourth of six. */
function textBefore(filled: readonly GridCell[], body: readonly number[], cell: number): string {
  const share = body.length / filled.length;
  const isEven =
    filled.length > 1 && share > 1 && filled.every(({ column }, i) => body[i * share] === column);
  return isEven && body.includes(cell) ? (filled[Math.floor(body.indexOf(cell) / share)]?.text ?? '') : '';
}

/** The lowest of the units over a column; one that names no currency has that of one above: `NIS` over `(in thousands)`. */
function withCurrencyAbove(texts: readonly string[]): string {
  const told = texts.filter(Boolean);
  const lowest = told.at(-1) ?? '';
  const own = readUnit(lowest);
  if (own?.scale === undefined || own.currency !== undefined || own.measure !== undefined) return lowest;
  const above = told.slice(0, -1).findLast((text) => readUnit(text)?.currency !== undefined);
  return above === undefined ? lowest : `${above} ${lowest}`;
}

/**
 * A unit that stands alone, or again over each block of columns, holds for all of them; `%` right over one of several
 * columns is of that alone.
 */
function isForAll(filled: readonly GridCell[], cells: readonly GridCell[], body: readonly number[]): boolean {
  const [first, ...others] = filled;
  if (!first || others.some(({ text }) => /[%％]/.test(text) || text !== first.text)) return false;
  const isPercent = /^\(?[%％]\)?$/.test(first.text);
  return !(isPercent && body.length > 1 && body.slice(1).some((field) => cells[field]?.text));
}

function frameWords(
  rows: readonly GridRow[],
  tiers: readonly (readonly string[])[],
  heads: readonly GridRow[],
): string[] {
  const beside = tiers.map((tier, i) => (tier[0] === heads[i]?.label ? (tier[0] ?? '') : ''));
  const first = rows.findIndex(({ role }) => role === 'item');
  const above = rows
    .slice(0, Math.max(0, first))
    .filter(({ role, label }) => role !== 'header' && (isUnitOnly(label) || isTimeOnly(label)));
  return [...beside, ...above.map(({ label }) => label)].filter(Boolean).reverse();
}
