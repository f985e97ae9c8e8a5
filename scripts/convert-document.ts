import { conceptById } from '../src/concepts/index.ts';
import { periodSlug } from '../src/model/calendar.ts';
import type { SourceText } from '../src/model/corpus.ts';
import type {
  Block,
  Coverage,
  DocumentRecord,
  Edition,
  TableBlock,
  TableRow,
  TextBlock,
} from '../src/model/document.ts';
import type { Explanation } from '../src/model/explanation.ts';
import type { Fact } from '../src/model/fact.ts';
import { InputError, type Problem } from '../src/model/problem.ts';
import { FORMATS } from './1-read/formats.ts';
import { type OutlineBlock, type OutlineText, outline } from './1-read/outline.ts';
import { gridsOf } from './2-tables/grid.ts';
import type { Departure } from './3-context/departures.ts';
import { type DocumentContext, readDocumentContext } from './3-context/document-context.ts';
import { withPrintedPeriods } from './3-context/printed-periods.ts';
import { type ReadTable, readTables } from './3-context/read-table.ts';
import { coverageOf } from './4-facts/coverage.ts';
import { proseFacts, type TableLabel } from './4-facts/prose/prose-facts.ts';
import { settleSigns } from './4-facts/signs-by-footing.ts';
import { tableFacts } from './4-facts/table-facts.ts';

/** One document, understood as far as it can be on its own. */
export interface ConvertedDocument {
  readonly context: DocumentContext;
  readonly record: DocumentRecord;
  readonly facts: readonly Fact[];
  readonly explanations: readonly Explanation[];
  readonly departures: readonly Departure[];
  readonly coverage: Coverage;
}

/** Phases 1 to 4 for one document. Throws an `InputError` with every problem found in it. */
export function convertDocument(source: SourceText, edition: Edition): ConvertedDocument {
  const extension = source.name.split('.').at(-1)?.toLowerCase() ?? '';
  const read = FORMATS[extension];
  if (!read) throw new InputError([unknownFormat(source, extension)]);
  const raw = read(source.text);
  const known = readDocumentContext(source, raw);
  const blocks = outline(raw, known.issuerNames);
  const grids = blocks.map((block) => (block.kind === 'table' ? gridsOf(block, known.numbers) : []));
  const context = withPrintedPeriods(known, raw.lines, grids.flat());
  const tables = grids.map((parts, index) =>
    parts.length > 0 ? readTables(parts, blocks, index, context) : [],
  );
  const stated = tables.flat().map((table) => tableFacts(table, context, raw.lines));
  const problems = stated.flatMap(({ problems }) => problems);
  if (problems.length > 0) throw new InputError(problems);
  const settled = stated.map(({ facts }) => settleSigns(facts));
  const tableLabels = tables.flat().flatMap(labelsWithNumbers);
  const prose = proseFacts({ blocks, tableLabels, lines: raw.lines, context });
  const facts = [...settled.flatMap(({ facts }) => facts), ...prose.facts];
  return {
    context,
    explanations: prose.explanations,
    record: recordOf(context, raw.lines, blocksOf(blocks, tables, facts), edition, source.name),
    facts,
    departures: [...tables.flat(), ...settled].flatMap(({ departures }) => departures),
    coverage: coverageOf(raw.lines, facts, prose.other, context.calendar, isKnown),
  };
}

/** Labels that hold numbers of their own: `net of allowance … of JPY 107,919 thousand`. */
const labelsWithNumbers = ({ rows, captions }: ReadTable): TableLabel[] =>
  rows.flatMap(({ row, concept, parents }): TableLabel[] => {
    const cell = row.cells[0];
    if (!cell || !/\d/.test(cell.source)) return [];
    const section = [...captions.section, ...parents];
    return [
      {
        line: row.line,
        start: cell.offset,
        end: cell.offset + cell.source.length,
        concept,
        table: captions.title,
        section,
      },
    ];
  });

const isKnown = (fact: Fact): boolean =>
  conceptById.get(fact.concept) !== undefined && !fact.unit.includes('unknown');

function recordOf(
  context: DocumentContext,
  lines: readonly string[],
  blocks: readonly Block[],
  edition: Edition,
  file: string,
): DocumentRecord {
  const { issuer, id, title, released, period, accounting, consolidated, audited } = context;
  const periodSlugOf = periodSlug(context.calendar, period);
  return {
    issuer,
    id,
    file,
    edition,
    title,
    released,
    period,
    periodSlug: periodSlugOf,
    accounting,
    consolidated,
    audited,
    lines,
    blocks,
  };
}

function blocksOf(
  blocks: readonly OutlineBlock[],
  tables: readonly (readonly ReadTable[])[],
  facts: readonly Fact[],
): Block[] {
  const byLine = new Map<number, Fact[]>();
  for (const fact of facts) byLine.set(fact.line, [...(byLine.get(fact.line) ?? []), fact]);
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
  byLine: ReadonlyMap<number, readonly Fact[]>,
  notes: TableBlock['notes'],
): TableBlock {
  const rows = table.rows.map((read): TableRow => {
    const onLine = byLine.get(read.row.line) ?? [];
    const cells = read.row.cells.map(({ text }, cell) => ({
      text,
      facts: onLine.filter((fact) => fact.cell === cell).map(({ id }) => id),
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
  return {
    kind: 'table',
    lines: [rows[0]?.line ?? 0, rows.at(-1)?.line ?? 0],
    section: table.captions.section,
    title: table.captions.title,
    statement: table.statement,
    columns: [
      { header: [], period: '', unit: '', scale: 0, aspect: '', basis: '' },
      ...table.columns.map((column) => columnBlock(column, byLine, rows)),
    ],
    rows,
    notes,
  };
}

/** A column's period, unit and so on are what most of its facts have. */
function columnBlock(
  { cell, header }: ReadTable['columns'][number],
  byLine: ReadonlyMap<number, readonly Fact[]>,
  rows: readonly TableRow[],
): TableBlock['columns'][number] {
  const facts = rows.flatMap(({ line }) => byLine.get(line) ?? []).filter((fact) => fact.cell === cell);
  return {
    header,
    period: mostFrequent(facts.map(({ period }) => period)),
    unit: mostFrequent(facts.map(({ unit }) => unit)),
    scale: -Number(
      mostFrequent(
        facts.filter(({ unit }) => /^[A-Z]{3}$/.test(unit)).map(({ decimals }) => String(decimals ?? 0)),
      ) || 0,
    ),
    aspect: mostFrequent(facts.map(({ aspect }) => aspect)),
    basis: mostFrequent(facts.map(({ basis }) => basis)),
  };
}

function mostFrequent<T extends string>(values: readonly T[]): T | '' {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '';
}

/** Notes and footnotes between a table and the next heading or table. */
function notesUnder(blocks: readonly OutlineBlock[], index: number): TableBlock['notes'] {
  const notes: (readonly [number, number])[] = [];
  for (const block of blocks.slice(index + 1)) {
    if (block.kind === 'heading' || block.kind === 'table') break;
    if (block.kind === 'note' || block.kind === 'footnote') notes.push(block.lines);
  }
  return notes;
}

function unknownFormat({ file }: SourceText, extension: string): Problem {
  return {
    file,
    line: 0,
    column: 0,
    found: extension ? `the extension ".${extension}"` : 'no extension',
    expected: `one of ${Object.keys(FORMATS)
      .map((known) => `.${known}`)
      .join(', ')}`,
    mend: 'save the document as text, or add a reader for its format',
  };
}
