import { seenText } from '../../../grammar/numbers.ts';
import type { PlacedRun } from '../../places.ts';
import type { RawCell, RawRow, RawTable } from '../../raw-document.ts';
import { isYear } from '../../regular-rows/cell-kinds.ts';
import type { PrintedColumn } from '../../regular-rows/printed-columns.ts';
import { findAlignedColumns, headsOverColumns, type Reach } from './columns.ts';
import { extent, type HeadParts, joinHeads } from './join-heads.ts';
import { type LayoutLine, readLayoutLine, type Segment } from './layout-lines.ts';
import { findRegions, type Region } from './regions.ts';
import { type AlignedRow, type LinePart, readAlignedRows } from './table-rows.ts';

/** A table made of lines, and what each of these lines is in the reading text. */
export interface TableOfLines {
  readonly table: RawTable;
  /** By 1-based line; a line whose parts went to another is empty. */
  readonly lines: ReadonlyMap<number, { readonly text: string; readonly runs: readonly PlacedRun[] }>;
}

/** Tables whose columns are aligned by spaces, in order. */
export function readAlignedTables(lines: readonly string[]): TableOfLines[] {
  const layout = lines.map((line, i) => readLayoutLine(line, i + 1));
  return findRegions(layout).flatMap((region) => {
    const columns = findAlignedColumns(region);
    return columns ? [makeTable(region, columns)] : [];
  });
}

/** A field of a row, and the columns that it covers. */
interface Field {
  readonly parts: readonly LinePart[];
  readonly span: number;
}

interface FieldRow {
  readonly line: number;
  readonly fields: readonly (Field | undefined)[];
  readonly indent: number;
}

function makeTable(region: Region, columns: readonly PrintedColumn[]): TableOfLines {
  const heads = headsOverFigures(region, columns);
  const tiers = joinHeads(heads);
  const places = placeHeads(tiers, columns);
  const rows = [
    ...tiers.map((tier) => headRow(tier, columns, places)),
    ...readAlignedRows(region).map((row) => fieldRow(row, columns)),
  ];
  const steps = [...new Set(rows.map(({ indent }) => indent))].sort((a, b) => a - b);
  const used = [...heads, ...region.body].map(({ number }) => number);
  const written = new Map(used.map((number) => [number, { text: '', runs: [] as readonly PlacedRun[] }]));
  const table: RawRow[] = rows.map((row) => {
    const { cells, text, runs } = writeRow(row, steps.indexOf(row.indent));
    written.set(row.line, { text, runs });
    return { line: row.line, cells };
  });
  const [first = 1] = used;
  return {
    table: { kind: 'table', lines: [first, used.at(-1) ?? first], rows: table, hasHead: false },
    lines: written,
  };
}

/** Heads stand over figures; a caption above them is in brackets, or over the middle of the page. */
function headsOverFigures({ heads }: Region, columns: readonly PrintedColumn[]): readonly LayoutLine[] {
  const first = heads.findIndex(
    ({ words: [word, ...others] }) =>
      word !== undefined &&
      (others.length > 0 ||
        (!/^\(.*\)$/.test(word.text) && (word.start + word.end) / 2 >= (columns[0]?.from ?? 0))),
  );
  return first < 0 ? [] : heads.slice(first);
}

/** Upper heads stand over the lowest ones rather than over the figures, which may be shifted against their heads. */
function placeHeads(
  tiers: readonly (readonly HeadParts[])[],
  columns: readonly PrintedColumn[],
): readonly Reach[] {
  const lowest = tiers.findLast(({ length }) => length === columns.length);
  return lowest?.map(extent) ?? columns.map(({ from, to }) => ({ start: from, end: to }));
}

function headRow(
  tier: readonly HeadParts[],
  columns: readonly PrintedColumn[],
  places: readonly Reach[],
): FieldRow {
  const left = columns[0]?.from ?? 0;
  const [opening, ...others] = tier;
  const isBeside =
    opening !== undefined &&
    tier.length !== columns.length &&
    others.length > 0 &&
    extent(opening).end <= left &&
    !isYear(extent(opening).text);
  const beside = isBeside ? opening : undefined;
  const over = isBeside ? others : tier;
  const extents = over.map(extent);
  const heads = headsOverColumns(extents, places);
  const fields: (Field | undefined)[] = [beside && { parts: beside, span: 1 }];
  heads.forEach((head, i) => {
    if (!head || heads[i - 1] === head) return;
    const last = heads.lastIndexOf(head);
    fields[i + 1] = { parts: over[extents.indexOf(head)] ?? [], span: last - i + 1 };
  });
  return { line: tier[0]?.[0]?.line ?? 0, fields, indent: 0 };
}

function fieldRow({ line, label, figures }: AlignedRow, columns: readonly PrintedColumn[]): FieldRow {
  const fields: (Field | undefined)[] = [label.length > 0 ? { parts: label, span: 1 } : undefined];
  for (const figure of figures)
    fields[columnUnder(figure, columns) + 1] = { parts: [{ ...figure, line }], span: 1 };
  return { line, fields, indent: label[0]?.start ?? 0 };
}

/** The column that a figure overlaps; figures make the columns. */
const columnUnder = ({ start, end }: Segment, columns: readonly PrintedColumn[]): number =>
  columns.findIndex(({ from, to }) => start < to && end > from);

function writeRow({ fields }: FieldRow, indent: number) {
  const cells: RawCell[] = [];
  const runs: PlacedRun[] = [];
  let text = '';
  for (let i = 0; i < fields.length; i++) {
    if (i > 0) text += '\t';
    const offset = text.length;
    for (const { line, start, text: part } of fields[i]?.parts ?? []) {
      if (text.length > offset) text += ' ';
      runs.push({
        start: text.length,
        end: text.length + part.length,
        place: { kind: 'text', line, column: start + 1 },
        isLiteral: true,
      });
      text += part;
    }
    const source = text.slice(offset);
    cells.push({
      text: seenText(source),
      source,
      offset,
      span: fields[i]?.span ?? 1,
      ...(i === 0 && { indent }),
    });
  }
  return { cells, runs, text };
}
