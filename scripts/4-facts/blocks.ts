import type { Block, TableBlock, TableRow, TextBlock } from '../../src/model/document.ts';
import type { Printed } from '../../src/model/fact.ts';
import { printedScale } from '../../src/model/format.ts';
import { findMostFrequent } from '../../src/model/most-frequent.ts';
import type { OutlineBlock, OutlineText } from '../1-read/outline-block.ts';
import type { ReadTable } from '../3-context/read-table.ts';
import { printedText } from '../grammar/numbers.ts';

/** A document's blocks as pages show them: its tables with their facts and notes, its text. */
export function makeBlocks(
  blocks: readonly OutlineBlock[],
  tables: readonly (readonly ReadTable[])[],
  facts: readonly Printed[],
): Block[] {
  const byLine = Map.groupBy(facts, ({ line }) => line);
  return blocks.flatMap((block, i): Block[] =>
    block.kind === 'table'
      ? (tables[i] ?? []).map((table) => tableBlock(table, byLine, notesUnder(blocks, i)))
      : [textBlock(block)],
  );
}

const textBlock = ({ kind, lines, section, depth, mark }: OutlineText): TextBlock => ({
  kind,
  lines,
  section,
  depth,
  mark,
});

function tableBlock(
  table: ReadTable,
  byLine: ReadonlyMap<number, readonly Printed[]>,
  notes: TableBlock['notes'],
): TableBlock {
  const rows = table.rows.map((read): TableRow => {
    const byCell = Map.groupBy(byLine.get(read.row.line) ?? [], ({ cell }) => cell);
    const cells = read.row.cells.map(({ text, source }, cell) => ({
      text: text === '' ? '' : printedText(source),
      facts: (byCell.get(cell) ?? []).map(({ id }) => id),
    }));
    const marks = [...new Set(read.row.cells.flatMap(({ text }) => text.match(/[⁰¹²³⁴-⁹]+|\*+/g) ?? []))];
    return {
      line: read.row.line,
      role: read.role,
      depth: read.depth,
      label: read.label,
      marks,
      concept: read.concept?.id ?? '',
      cells,
    };
  });
  const byColumn = Map.groupBy(
    rows.flatMap(({ line }) => byLine.get(line) ?? []),
    ({ cell }) => cell,
  );
  return {
    kind: 'table',
    lines: [rows[0]?.line ?? 0, rows.at(-1)?.line ?? 0],
    section: table.captions.section,
    title: table.captions.title,
    statement: table.statement,
    columns: [
      { header: [], period: '', unit: '', scale: 0, aspect: '', basis: '' },
      ...table.columns.map((column) => columnBlock(column.header, byColumn.get(column.cell) ?? [])),
    ],
    rows,
    notes,
  };
}

/** A column's period, unit and so on are what most of its facts have. */
function columnBlock(header: readonly string[], facts: readonly Printed[]): TableBlock['columns'][number] {
  const amounts = facts.filter(({ unit, value }) => value !== '' && /^[A-Z]{3}$/.test(unit));
  return {
    header,
    period: findMostFrequent(facts.map(({ period }) => period)) ?? '',
    unit: findMostFrequent(facts.map(({ unit }) => unit)) ?? '',
    scale: findMostFrequent(amounts.map(printedScale)) ?? 0,
    aspect: findMostFrequent(facts.map(({ aspect }) => aspect)) ?? '',
    basis: findMostFrequent(facts.map(({ basis }) => basis)) ?? '',
  };
}

/** Notes and footnotes between a table and the next heading or table. */
function notesUnder(blocks: readonly OutlineBlock[], index: number): TableBlock['notes'] {
  const notes: (readonly [number, number])[] = [];
  for (let at = index + 1; at < blocks.length; at++) {
    const block = blocks[at];
    if (!block || block.kind === 'heading' || block.kind === 'table') break;
    if (block.kind === 'note' || block.kind === 'footnote') notes.push(block.lines);
  }
  return notes;
}
