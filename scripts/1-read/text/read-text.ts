import type { SourceText } from '../../../src/model/corpus.ts';
import { InputError } from '../../../src/model/problem.ts';
import { withPlainSpaces } from '../../grammar/number-style.ts';
import type { RawDocument, RawNode } from '../raw-document.ts';
import { readMarkdown } from '../read-markdown.ts';
import { readAlignedTables, type TableOfLines } from './aligned/read-aligned.ts';
import { linesOfMarkdownTables } from './barred/barred-lines.ts';
import { readBarredLines } from './barred/read-barred.ts';
import { type CellLines, readCellLines } from './cell-lines/read-cell-lines.ts';
import { linesOutOfStep } from './copied/lines-out-of-step.ts';
import { decodeText, notesOnEncoding } from './decode-text.ts';
import { findHtmlTables, placeHtmlTables, wholeLine, withoutHtml } from './html-tables.ts';
import { splitWrapped } from './wrapped-lines.ts';

/**
 * Reads a text of tab-separated rows, of Markdown, of columns that spaces align, or of one cell a line. The reading text
 * has the lines of the file; where rows have no tabs, theirs become tabs, and the rest of the text is the file itself.
 * Tables in HTML, as Markdown may have them, are read as HTML is.
 */
export function readText({ file, bytes }: Pick<SourceText, 'file' | 'bytes'>): RawDocument {
  const text = decodeText(bytes);
  if (typeof text !== 'string') throw new InputError([{ file, ...text }]);
  const lines = withoutLoneBars(withPlainSpaces(text).split('\n').map(withoutBreaks));
  const tables = findHtmlTables(lines);
  const raw =
    tables.length === 0
      ? readLines(lines.map(withoutRule))
      : placeHtmlTables(readLines(withoutHtml(lines, tables).map(withoutRule)), lines, tables);
  const notes = [...notesOnEncoding(bytes), ...(raw.notes ?? [])];
  return notes.length > 0 ? { ...raw, notes } : raw;
}

/** Lines drawn between the rows of a table, one for each column: `-------  ------`. They would make headings of rows. */
const RULES = /^\s*(?:[-=_–—]{2,}\s+)+[-=_–—]{2,}\s*$/;

/** `<S>     <C>     <C>`, `<PAGE>`: the marks of tables and pages in the SGML of old filings. */
const SGML =
  /^\s*(?:<\/?(?:TABLE|CAPTION|PAGE|S|C|FN|TEXT|DOCUMENT|TYPE|SEQUENCE|FILENAME|DESCRIPTION)>[^<>]{0,60}?)+$/;

const withoutRule = (line: string): string => (RULES.test(line) || isMarkup(line) ? '' : line);

const isMarkup = (line: string): boolean => SGML.test(line) && !/\d/.test(line.replace(/<[^<>]*>/g, ''));

/** `1st Half<br>2024` in a cell that bars frame: blanks take the place of the mark. */
const withoutBreaks = (line: string): string =>
  line.includes('|') ? line.replace(/<br\s*\/?>/gi, (mark) => ' '.repeat(mark.length)) : line;

/** So many cells that each open a line with a bar, or each end one, are those of a table of which every cell has its line. */
const MANY_BARS = 8;
const LONE_BARS = [/^\s*\|[^|]*$/, /^[^|]*\|\s*$/];

/** `||||||||`: the empty cells that end a row of such a table. */
const ROW_END = /^\s*\|{2,}\s*$/;

/** The lines of a text, without the bar at the beginning or the end of lines that hold one cell. */
function withoutLoneBars(lines: readonly string[]): string[] {
  const barred = lines.filter((line) => line.includes('|') && !ROW_END.test(line));
  const edge = LONE_BARS.find((bar) => {
    const lone = barred.filter((line) => bar.test(line));
    return lone.length >= MANY_BARS && lone.length * 10 >= barred.length * 9;
  });
  if (!edge) return [...lines];
  return lines.map((line) => (ROW_END.test(line) ? '' : edge.test(line) ? line.replace('|', ' ') : line));
}

function readLines(lines: readonly string[]): RawDocument {
  const barred = readBarredLines(lines);
  const markdown = linesOfMarkdownTables(lines);
  const open = without(lines, [barred]).map((line, i) => (markdown.has(i) ? '' : line));
  const cellLines = readCellLines(open, linesOutOfStep(open));
  const aligned = readAlignedTables(without(open, [cellLines])).filter(
    ({
      table: {
        lines: [first, last],
      },
    }) => areInColumns(lines.slice(first - 1, last)),
  );
  return withTables(lines, [barred, cellLines, ...aligned.map(layTable)]);
}

/** Blanks part what stands side by side; without such lines numbers below each other are no column. */
function areInColumns(lines: readonly string[]): boolean {
  const numbers = lines.filter((line) => /\d/.test(line));
  return numbers.filter((line) => /\S {2,}\S/.test(line)).length * 2 >= numbers.length;
}

/** Parts of a text that are no Markdown: their nodes, and what their lines become. */
type Laid = Pick<CellLines, 'nodes' | 'lines' | 'notes'>;
const layTable = ({ table, lines }: TableOfLines): Laid => ({ nodes: [table], lines, notes: [] });

/** The tables, and the text around them read as Markdown. */
function withTables(lines: readonly string[], laid: readonly Laid[]): RawDocument {
  const nodes = laid.flatMap((one) => one.nodes);
  if (nodes.length === 0) return readMarkdown(lines.join('\n'));
  const written = new Map(laid.flatMap((one) => [...one.lines]));
  const around = readMarkdown(without(lines, laid).join('\n'));
  return {
    lines: lines.map((line, i) => written.get(i + 1)?.text ?? line),
    places: lines.map((line, i) => written.get(i + 1)?.runs ?? [wholeLine(line, i + 1)]),
    nodes: [...splitWrapped(around.nodes, lines), ...nodes].sort((a, b) => a.lines[0] - b.lines[0]),
    notes: laid.flatMap(({ notes }) => notes),
  };
}

/** The lines of a text, those of parts that are read empty. */
function without(lines: readonly string[], laid: readonly Laid[]): string[] {
  const taken = new Set(laid.flatMap((one) => [...linesIn(one)]));
  return lines.map((line, i) => (taken.has(i + 1) ? '' : line));
}

/** Lines that are no Markdown. */
const linesIn = ({ nodes, lines }: Laid): Set<number> =>
  new Set([...lines.keys(), ...nodes.filter(({ kind }) => kind === 'text').flatMap(linesTaken)]);

const linesTaken = ({ lines: [first, last] }: RawNode): number[] =>
  Array.from({ length: last - first + 1 }, (_, i) => first + i);
