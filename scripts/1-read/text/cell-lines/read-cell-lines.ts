import { seenText } from '../../../grammar/numbers.ts';
import { joinTexts, moveRuns, NO_TEXT, type PlacedText } from '../../placed-text.ts';
import type { PlacedRun } from '../../places.ts';
import { raised } from '../../raised-marks.ts';
import type { RawCell, RawNode, RawRow } from '../../raw-document.ts';
import { type CellGroup, groupCells } from './cell-groups.ts';
import type { PlacedHead } from './cell-heads.ts';
import { type CellTable, findTables } from './find-tables.ts';
import { type LineCell, readLineCells } from './line-cells.ts';

/** What tables with a cell on each line become. */
export interface CellLines {
  readonly nodes: readonly RawNode[];
  /** By 1-based line, what it is in the reading text; a line that went to another is empty. */
  readonly lines: ReadonlyMap<number, PlacedText>;
  readonly notes: readonly string[];
}

/**
 * Tables of which each cell stands on a line of its own, as they are copied from a page: rows are told by labels, each
 * followed by as many figures as heads stand above. Rows with fewer have lost blank cells and stay unread.
 */
export function readCellLines(lines: readonly string[]): CellLines {
  const tables = findTables(groupCells(readLineCells(lines)));
  const written = new Map<number, PlacedText>();
  const nodes: RawNode[] = [];
  for (const table of tables) {
    if (table.kind === 'table') nodes.push(writeTable(table, written));
    nodes.push(...table.unread.flatMap(unreadNodes));
  }
  const unread = tables.flatMap((table) => table.unread);
  return { nodes, lines: written, notes: unread.length > 0 ? [noteOn(unread)] : [] };
}

function noteOn(unread: readonly CellGroup[]): string {
  const [first = 0] = unread[0]?.figures[0]?.lines ?? [];
  const rows = unread.length === 1 ? 'a row' : `${unread.length} rows`;
  return `Each cell of its tables is on a line of its own. Left ${rows} unread, the first in line ${first}, with another number of figures than the table has heads: blank cells are lost.`;
}

/** Text of a field and the columns that it covers. */
interface Field {
  readonly text: PlacedText;
  readonly span: number;
  readonly lines: readonly number[];
}

function writeTable({ heads, rows }: CellTable, written: Map<number, PlacedText>): RawNode {
  const first = heads.note ? 2 : 1;
  const tiers = heads.tiers.map((tier, i) => {
    const fields = tier.map(headField);
    const places = tier.map(({ column }) => column + first);
    const isLowest = i === heads.tiers.length - 1;
    return atPlaces(
      isLowest && heads.note ? [fieldOf([heads.note]), ...fields] : fields,
      isLowest && heads.note ? [1, ...places] : places,
    );
  });
  const body = rows.flatMap(({ headings, label, mark, note, values }) => [
    ...headings.map((heading) => [fieldOf([heading])]),
    atPlaces(
      [labelField(label, mark), ...(note ? [fieldOf([note])] : []), ...values.map((cell) => fieldOf([cell]))],
      [0, ...(note ? [1] : []), ...values.map((_, i) => i + first)],
    ),
  ]);
  const all = [...tiers, ...body];
  const used = all.flatMap((fields) => fields.flatMap((field) => field?.lines ?? []));
  for (const line of used) written.set(line, NO_TEXT);
  return {
    kind: 'table',
    lines: [Math.min(...used), Math.max(...used)],
    rows: [
      ...tiers.map((fields) => ({ ...writeRow(fields, written), isHead: true as const })),
      ...body.map((fields) => writeRow(fields, written)),
    ],
    hasHead: false,
  };
}

const fieldOf = (cells: readonly LineCell[], span = 1): Field => ({
  text: joinTexts(
    cells.map(({ text }) => text),
    ' ',
  ),
  span,
  lines: cells.flatMap(({ lines }) => lines),
});

const headField = ({ cell, span }: PlacedHead): Field => fieldOf([cell], span);

function labelField(label: LineCell, mark: LineCell | undefined): Field {
  if (!mark) return fieldOf([label]);
  const text = { ...mark.text, text: raised(mark.text.text) };
  return { ...fieldOf([label, mark]), text: joinTexts([label.text, text], '') };
}

const atPlaces = (fields: readonly Field[], places: readonly number[]): (Field | undefined)[] => {
  const row: (Field | undefined)[] = [];
  for (const [i, field] of fields.entries()) row[places[i] ?? 0] = field;
  return Array.from(row);
};

/** Writes fields into the line of the first; the lines of the others are empty. */
function writeRow(fields: readonly (Field | undefined)[], written: Map<number, PlacedText>): RawRow {
  const cells: RawCell[] = [];
  const runs: PlacedRun[] = [];
  let text = '';
  for (const [i, field] of fields.entries()) {
    if (i > 0) text += '\t';
    const source = field?.text.text ?? '';
    cells.push({ text: seenText(source), source, offset: text.length, span: field?.span ?? 1 });
    runs.push(...moveRuns(field?.text.runs ?? [], text.length));
    text += source;
  }
  const line = Math.min(...fields.flatMap((field) => field?.lines ?? []));
  written.set(line, { text, runs });
  return { line, cells };
}

/** The label and the figures of a row that cannot be read, each a text that titles nothing. */
function unreadNodes({ texts, figures }: CellGroup): RawNode[] {
  const label = texts.at(-1);
  return [...(label ? [[label]] : []), figures].map((cells): RawNode => {
    const lines = cells.flatMap((cell) => cell.lines);
    return {
      kind: 'text',
      lines: [Math.min(...lines), Math.max(...lines)],
      depth: 0,
      isListItem: false,
      isStrong: false,
      text: cells.map(({ text }) => text.text).join(' '),
      isPageEdge: true,
    };
  });
}
