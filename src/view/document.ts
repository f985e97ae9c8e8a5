import type { Issuer } from '../data/index.ts';
import type {
  DocumentRecord,
  RowRole,
  TableBlock,
  TableColumn,
  TableRow,
  TextBlock,
  TextKind,
} from '../model/document.ts';
import type { Fact, Printed } from '../model/fact.ts';
import { formatUnit } from '../model/format.ts';
import { linkTo } from '../model/links.ts';
import { originalPaths } from '../model/originals.ts';
import { isDuration } from '../model/period.ts';
import { type Mark, markOfLine } from './checks-marks.ts';
import { footnoteFinder, type MarkedPiece, withFootnotes } from './footnote-marks.ts';
import { cellPieces, linePieces } from './pieces.ts';
import { nameColumnPeriod } from './table-headings.ts';

/** A field of a line, as its table separates them: the label of a row at index 0. */
export interface Field {
  readonly index: number;
  readonly pieces: readonly MarkedPiece[];
  readonly hanging: boolean;
}

/** A page of the original, and where it is. */
export interface PageMark {
  readonly number: number;
  readonly href: string;
}

export interface DocumentLine {
  readonly number: number;
  readonly kind: TextKind | 'blank';
  /** Level of the page's heading that the line belongs to, 0 for other text. */
  readonly level: number;
  /** True for the first line of a heading, which carries it. */
  readonly isTitle: boolean;
  readonly fields: readonly Field[];
  /** Where a finding is about its words. */
  readonly mark: Mark | undefined;
  /** The page of the original that begins with it. */
  readonly page?: PageMark;
}

export interface TableLine {
  readonly number: number;
  readonly role: RowRole | 'blank' | 'loose';
  readonly depth: number;
  /** Label from lines above, where the line has none of its own. */
  readonly label: string;
  readonly fields: readonly Field[];
  /** Where a finding is about its words. */
  readonly mark: Mark | undefined;
  /** The page of the original that begins with it. */
  readonly page?: PageMark;
}

export interface TablePart {
  readonly kind: 'table';
  readonly block: TableBlock;
  readonly width: number;
  /** What each column was read as, the label column left out; empty where nothing was. */
  readonly readAs: readonly string[];
  readonly head: readonly TableLine[];
  readonly body: readonly TableLine[];
}

/** A document in its own order, no line left out: runs of text, and tables. */
export type DocumentPart = { readonly kind: 'text'; readonly lines: readonly DocumentLine[] } | TablePart;

export function documentParts(issuer: Issuer, document: DocumentRecord): DocumentPart[] {
  return plainParts(issuer, document).map(linkFootnotes(document)).map(markPages(document));
}

/** Of a PDF: the first line of each page says which it is. */
function markPages(document: DocumentRecord): (part: DocumentPart) => DocumentPart {
  const begun = new Map<number, PageMark>();
  let last = 0;
  for (const [index, number] of (document.pages ?? []).entries()) {
    if (number <= last) continue;
    last = number;
    begun.set(index + 1, { number, href: `${linkTo(originalPaths(document)[0] ?? '')}#page=${number}` });
  }
  const mark = <Line extends DocumentLine | TableLine>(line: Line): Line => {
    const page = begun.get(line.number);
    return page ? { ...line, page } : line;
  };
  return (part) =>
    part.kind === 'text'
      ? { ...part, lines: part.lines.map(mark) }
      : { ...part, head: part.head.map(mark), body: part.body.map(mark) };
}

/** Marks of footnotes lead to their lines, in text as in tables. */
function linkFootnotes(document: DocumentRecord): (part: DocumentPart) => DocumentPart {
  const find = footnoteFinder(document);
  const link = <Line extends DocumentLine | TableLine>(line: Line): Line => ({
    ...line,
    fields: line.fields.map((field) => ({
      ...field,
      pieces: withFootnotes(field.pieces, line.number, find),
    })),
  });
  return (part) =>
    part.kind === 'text'
      ? { ...part, lines: part.lines.map(link) }
      : { ...part, head: part.head.map(link), body: part.body.map(link) };
}

function plainParts(issuer: Issuer, document: DocumentRecord): DocumentPart[] {
  const parts: DocumentPart[] = [];
  const levels = new HeadingLevels();
  let next = 1;
  for (const block of [...document.blocks].sort((a, b) => a.lines[0] - b.lines[0])) {
    const [first, last] = block.lines;
    if (first < next) continue;
    addText(parts, textLines(issuer, document, undefined, next, first - 1, levels));
    if (block.kind === 'table') parts.push(tablePart(issuer, document, block));
    else addText(parts, textLines(issuer, document, block, first, last, levels));
    next = last + 1;
  }
  addText(parts, textLines(issuer, document, undefined, next, document.lines.length, levels));
  return parts;
}

/** Page headings never skip a level, however the document's own are nested; the page's title is level 1. */
class HeadingLevels {
  #last = 1;

  of(depth: number): number {
    this.#last = Math.min(depth + 1, this.#last + 1, 6);
    return this.#last;
  }
}

function addText(parts: DocumentPart[], lines: readonly DocumentLine[]): void {
  const last = parts.at(-1);
  if (lines.length === 0) return;
  if (last?.kind === 'text') parts[parts.length - 1] = { kind: 'text', lines: [...last.lines, ...lines] };
  else parts.push({ kind: 'text', lines });
}

function textLines(
  issuer: Issuer,
  document: DocumentRecord,
  block: TextBlock | undefined,
  first: number,
  last: number,
  levels: HeadingLevels,
): DocumentLine[] {
  const level = block?.kind === 'heading' ? levels.of(Math.max(1, block.depth)) : 0;
  return document.lines.slice(first - 1, last).map((text, offset) => {
    const isBlank = text.trim() === '';
    return {
      number: first + offset,
      kind: isBlank ? 'blank' : (block?.kind ?? 'paragraph'),
      level,
      isTitle: level > 0 && offset === 0 && !isBlank,
      fields: isBlank ? [] : splitFields(issuer, document, first + offset, text),
      mark: markOfLine(document.issuer, document.id, first + offset),
    };
  });
}

/** The fields of a line outside tables: one, unless it has tabs. */
function splitFields(issuer: Issuer, document: DocumentRecord, number: number, line: string): Field[] {
  const facts = issuer.factsAt(document.id, number);
  const fields = line.split('\t');
  if (fields.length === 1) return [{ index: 0, pieces: linePieces(line, facts), hanging: false }];
  return fields.map((text, index) =>
    field(
      index,
      text,
      facts.filter((fact) => isIn(fact, index)),
    ),
  );
}

const isIn = (fact: Printed, index: number): boolean => (fact.cell ?? 0) === index;

const field = (index: number, text: string, facts: readonly Printed[]): Field => ({
  index,
  pieces: cellPieces(text.trim(), facts),
  hanging: text.trimEnd().endsWith(')'),
});

// Tables

/** Lines that were all taken for heads head nothing and are its rows. */
function tablePart(issuer: Issuer, document: DocumentRecord, block: TableBlock): TablePart {
  const lines = tableLines(issuer, document, block);
  const firstBody = lines.findIndex(({ role }) => role !== 'header' && role !== 'unit' && role !== 'blank');
  const split = Math.max(0, firstBody);
  return {
    kind: 'table',
    block,
    width: Math.max(1, ...lines.map(({ fields }) => fields.length)),
    readAs: block.columns
      .map((column, index) => readAs(issuer, column, columnFacts(issuer, document, block, index)))
      .slice(1),
    head: lines.slice(0, split),
    body: lines.slice(split),
  };
}

function tableLines(issuer: Issuer, document: DocumentRecord, block: TableBlock): TableLine[] {
  const rows = new Map(block.rows.map((row) => [row.line, row]));
  const [first, last] = block.lines;
  return Array.from({ length: last - first + 1 }, (_, offset) => {
    const number = first + offset;
    const text = document.lines[number - 1] ?? '';
    const row = rows.get(number);
    const fields = text.trim() === '' ? [] : tableFields(issuer, document, { number, row, text });
    return {
      number,
      role: row?.role ?? (text.trim() === '' ? 'blank' : 'loose'),
      depth: Math.min(row?.depth ?? 0, 3),
      label: fields[0]?.pieces.length ? '' : (row?.label ?? ''),
      fields,
      mark: markOfLine(document.issuer, document.id, number),
    };
  });
}

/**
 * The fields of a line by its tabs, or as they were read where something else separates them. Of those by tabs none is
 * left out: a sign in a field of its own was read with its figure, and stands where it is printed.
 */
function tableFields(
  issuer: Issuer,
  document: DocumentRecord,
  {
    number,
    row,
    text,
  }: { readonly number: number; readonly row: TableRow | undefined; readonly text: string },
): Field[] {
  const facts = issuer.factsAt(document.id, number);
  const cells = row?.cells.map((cell) => cell.text) ?? [];
  const printed = text.split('\t');
  const fields = isTurned(printed, cells) ? printed : printed.map((field, index) => cells[index] || field);
  return (fields.length < cells.length ? cells : fields).map((shown, index) =>
    field(
      index,
      shown,
      facts.filter((fact) => isIn(fact, index)),
    ),
  );
}

/** The label stands in the second field of the line; the document's page keeps it there. */
const isTurned = ([first = '', second = '']: readonly string[], cells: readonly string[]): boolean =>
  first.trim() !== second.trim() && first.trim() === cells[1] && second.trim() === cells[0];

/** The facts that a column of a table states. */
const columnFacts = (
  issuer: Issuer,
  document: DocumentRecord,
  { rows }: TableBlock,
  index: number,
): readonly Fact[] =>
  rows.flatMap(({ line }) => issuer.factsAt(document.id, line).filter((fact) => isIn(fact, index)));

/**
 * `FY2012, JPY thousands`: what the numbers of a column were taken for; without a period where its rows are
 * of several.
 */
function readAs(issuer: Issuer, column: TableColumn, facts: readonly Fact[]): string {
  const { period, unit, scale, aspect } = column;
  if (unit === '' && period === '') return '';
  const spans = new Set(facts.map((fact) => fact.period).filter(isDuration));
  const when = spans.size > 1 ? '' : nameColumnPeriod(issuer.record, column);
  const what = aspect.startsWith('change') ? 'change' : '';
  return [when, what, formatUnit(unit, scale)].filter(Boolean).join(', ');
}
