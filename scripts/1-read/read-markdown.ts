import type { ListItem, Root, RootContent } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { type Processor, unified } from 'unified';
import { withPlainSpaces } from '../grammar/number-style.ts';
import { seenText } from '../grammar/numbers.ts';
import type { RawCell, RawDocument, RawNode, RawRow, RawTable } from './raw-document.ts';

/** A header row that starts with a tab would become indented code. */
const INDENTED_CODE = ['codeIndented'];

/** Emphasis, links and the like: blocks are taken by position and their text from the source, so none of it is asked. */
const INLINE = [
  ...['attention', 'autolink', 'codeText', 'htmlText', 'labelStartImage', 'labelStartLink', 'labelEnd'],
  ...['characterEscape', 'characterReference', 'hardBreakEscape', 'strikethrough', 'gfmFootnoteCall'],
  ...['wwwAutolink', 'protocolAutolink', 'emailAutolink'],
];

/** Turns off what of Markdown is not wanted, by micromark's names. Runs of tab-separated rows then are one node each. */
function blocksOnly(this: Processor): void {
  const data = this.data() as { micromarkExtensions?: unknown[] };
  data.micromarkExtensions ??= [];
  data.micromarkExtensions.push({ disable: { null: [...INDENTED_CODE, ...INLINE] } });
}

const commonMark = unified().use(remarkParse).use(blocksOnly).freeze();

/** Of the extensions of GitHub only pipe tables tell blocks apart; looking for one at each line takes long. */
const withPipeTables = unified().use(remarkParse).use(remarkGfm).use(blocksOnly).freeze();

/** Reads text whose tables are rows of tab-separated fields or Markdown pipe tables. Line ends may be CRLF. */
export function readMarkdown(text: string): RawDocument {
  const source = withPlainSpaces(text.replace(/\r\n?/g, '\n')).replace(SPACING, (found) =>
    ' '.repeat(found.length),
  );
  const lines = source.split('\n');
  if (lines.at(-1) === '') lines.pop();
  const processor = source.includes('|') ? withPipeTables : commonMark;
  const shown = lines.map((line, i) => withoutLaterFields(withFirstField(line, lines[i + 1] ?? '')));
  const root = processor.parse(shown.join('\n')) as Root;
  return { lines, nodes: joinSpacedRows(root.children.flatMap((node) => readNodes(node, lines))) };
}

/** Spaces as TeX writes them, which some transcriptions keep where a label is indented. */
const SPACING = /\\q?quad(?![A-Za-z])/g;

/** Where rows stand apart, an empty line between any two, those that follow each other are one table. */
function joinSpacedRows(nodes: readonly RawNode[]): RawNode[] {
  const isRow = (node: RawNode | undefined): node is RawTable =>
    node?.kind === 'table' && node.rows.length === 1;
  const isNext = (node: RawNode | undefined, i: number): boolean =>
    isRow(node) && nodes[i - 1]?.lines[1] === node.lines[0] - 2 && isRow(nodes[i - 1]);
  const apart = nodes.filter(isNext).length;
  const together = nodes.filter((node) => node.kind === 'table' && node.rows.length > 1).length;
  if (apart <= APART_AT_LEAST * Math.max(1, together)) return [...nodes];
  const joined: RawNode[] = [];
  for (const [i, node] of nodes.entries()) {
    const last = joined.at(-1);
    if (!isNext(node, i) || node.kind !== 'table' || last?.kind !== 'table') joined.push(node);
    else
      joined[joined.length - 1] = {
        ...last,
        lines: [last.lines[0], node.lines[1]],
        rows: [...last.rows, ...node.rows],
      };
  }
  return joined;
}

/** So many rows stand apart for each table whose rows do not. */
const APART_AT_LEAST = 3;

/** More marks of lists and quotations than anyone nests: Markdown would build as many lists, one within the other. */
const MANY_MARKS = /^(?:\s*(?:[-*+>]|\d{1,9}[.)])(?=\s|>|$)){9}/;

/** Further in than anyone nests a list. */
const DEEP = /^ {32}/;

/**
 * A tab-separated row with a stand-in for all behind its first field. Where a block begins and ends is told by how its
 * lines begin; fields are none of Markdown's business. Only lines with bars, and rules, are needed whole.
 */
function withoutLaterFields(line: string): string {
  if (MANY_MARKS.test(line)) return 'x';
  if (DEEP.test(line)) return withoutLaterFields(line.trimStart());
  const tab = line.indexOf('\t', line.search(/\S/));
  return tab > 0 && !line.includes('|') && /[\p{L}\p{N}]/u.test(line) ? `${line.slice(0, tab)}\tx` : line;
}

/** A rule without a bar before its first field. */
const UNFRAMED_RULE = /^ {0,3}:?-+:? *\|/;

/** Where rows have no frame a bar at the beginning of the head leaves the field above the labels empty: that is shown. */
const withFirstField = (line: string, below: string): string =>
  /^\s*\|/.test(line) && UNFRAMED_RULE.test(below) ? `x${line.trimStart()}` : line;

function readNodes(node: RootContent, lines: readonly string[]): RawNode[] {
  if (node.type === 'list') return node.children.flatMap((item) => itemNodes(item, lines));
  const [first, last] = lineRange(node);
  if (node.type === 'table') return pipeTable(first, last, lines);
  return splitAtTables(first, last, lines, {
    depth: node.type === 'heading' ? node.depth : 0,
    isListItem: false,
  });
}

function itemNodes(item: ListItem, lines: readonly string[]): RawNode[] {
  const [first, last] = lineRange(item);
  const ends = item.children.map((child) => lineRange(child)[1]);
  if (item.children.length === 0) return splitAtTables(first, last, lines, { depth: 0, isListItem: true });
  return item.children.flatMap((child, i) => {
    if (child.type === 'list') return child.children.flatMap((inner) => itemNodes(inner, lines));
    if (child.type === 'table') return pipeTable(...lineRange(child), lines);
    const from = i === 0 ? first : lineRange(child)[0];
    return splitAtTables(from, ends[i] ?? last, lines, { depth: 0, isListItem: i === 0 });
  });
}

/** Text, table, text …: runs of rows within one node become tables, the rest stays text. */
function splitAtTables(
  first: number,
  last: number,
  lines: readonly string[],
  kind: { depth: number; isListItem: boolean },
): RawNode[] {
  const nodes: RawNode[] = [];
  let at = first;
  while (at <= last) {
    const end = endOfRows(at, last, lines);
    if (end >= at) nodes.push(readMarkdownTable(at, end, lines));
    const next = end >= at ? end + 1 : at;
    let stop = next;
    while (stop <= last && endOfRows(stop, last, lines) < stop) stop++;
    if (stop > next) nodes.push(...readTexts(next, stop - 1, lines, kind));
    at = Math.max(stop, at + 1);
  }
  return nodes.filter((node) => node.kind === 'table' || node.text !== '');
}

/** Marks of lists that Markdown does not know. */
const BULLET = /^\s*(?:[•·●▪■◦‣○□➢➤►✓]\s*\S|[–—-]\t)/u;

/** A stretch of text; each line with a bullet begins an item of a list. */
function readTexts(
  first: number,
  last: number,
  lines: readonly string[],
  kind: { depth: number; isListItem: boolean },
): RawNode[] {
  const starts = [first];
  for (let line = first + 1; line <= last; line++)
    if (BULLET.test(lineAt(lines, line)) || ITEM.test(lineAt(lines, line))) starts.push(line);
  return starts.map((start, i) =>
    readText(start, (starts[i + 1] ?? last + 1) - 1, lines, {
      ...kind,
      isListItem: kind.isListItem || BULLET.test(lineAt(lines, start)),
    }),
  );
}

/** An item of a list, or a note: its mark, a tab, and a text of several words. */
const ITEM =
  /^\s*(?:[•·●▪■◦‣○□➢➤►✓*†‡–—-]|\(?\d{1,2}[.)]|\([a-z]\)|[⁰¹²³⁴-⁹]+)\t\s*(?:[^\t\s]+ +){3}[^\t]*$/u;

const isRow = (line: string): boolean => line.includes('\t') && !ITEM.test(line);

/** Last line of the run of rows that starts at a line; a line before it where no run starts. */
function endOfRows(first: number, last: number, lines: readonly string[]): number {
  let end = first - 1;
  for (let at = first; at <= last; at++) {
    if (isRow(lineAt(lines, at))) end = at;
    else if (end < first || !hasRowBelow(at, last, lines)) break;
  }
  return isRun(first, end, lines) ? end : first - 1;
}

/** A line without a tab between two rows is a label that stands alone or wraps. */
const hasRowBelow = (at: number, last: number, lines: readonly string[]): boolean =>
  at < last &&
  isRow(lineAt(lines, at + 1)) &&
  !ITEM.test(lineAt(lines, at)) &&
  lineAt(lines, at).length <= 160;

/** One indented line is no table: some row must have two tabs, or text before one. */
const isRun = (first: number, end: number, lines: readonly string[]): boolean =>
  end > first || (end === first && /[^\t]\t|\t[^\t]*\t/.test(lineAt(lines, first)));

function readMarkdownTable(first: number, last: number, lines: readonly string[]): RawNode {
  const rows: RawRow[] = [];
  for (let line = first; line <= last; line++) rows.push({ line, cells: tabCells(lineAt(lines, line)) });
  return { kind: 'table', lines: [first, last], rows, hasHead: false };
}

function tabCells(line: string): RawCell[] {
  let offset = 0;
  return line.split('\t').map((field) => {
    const cell = trimCell(field, offset);
    offset += field.length + 1;
    return cell;
  });
}

/** Marks of emphasis around all of a cell. */
const EMPHASIS = /^(\*\*\*|\*\*|__|\*|_)(?=[^\s*_])[^*_]*[^\s*_]\1$/;

function trimCell(field: string, offset: number): RawCell {
  const trimmed = field.trim();
  const mark = EMPHASIS.exec(trimmed)?.[1]?.length ?? 0;
  const source = mark === 0 ? trimmed : trimmed.slice(mark, -mark).trim();
  return {
    text: seenText(source),
    source,
    offset: offset + (field.length - field.trimStart().length) + mark,
  };
}

/** A table of the Markdown kind: the second line rules off the head; lines without a bar under it are text. */
function pipeTable(first: number, last: number, lines: readonly string[]): RawNode[] {
  let end = last;
  while (end > first + 1 && !lineAt(lines, end).includes('|')) end--;
  const rows: RawRow[] = [];
  const rule = lineAt(lines, first + 1);
  const width = UNFRAMED_RULE.test(rule) ? pipeCells(rule).length : 0;
  for (let line = first; line <= end; line++)
    if (line !== first + 1) rows.push({ line, cells: rowCells(lineAt(lines, line), width) });
  const table: RawTable = { kind: 'table', lines: [first, end], rows, hasHead: true };
  return end < last ? [table, readText(end + 1, last, lines, { depth: 0, isListItem: false })] : [table];
}

/** In a table without a frame, so many fields wide, a bar at the beginning of a row is behind an empty field. */
function rowCells(line: string, width: number): RawCell[] {
  const cells = pipeCells(line);
  return cells.length === width - 1 && /^\s*\|/.test(line)
    ? [{ text: '', source: '', offset: 0 }, ...cells]
    : cells;
}

/** Fields between bars; a bar behind a backslash is text, one at either end of the line is a frame. */
function pipeCells(line: string): RawCell[] {
  const from = /^\s*\|?/.exec(line)?.[0].length ?? 0;
  const cells: RawCell[] = [];
  let start = from;
  for (let at = from; at < line.length; at++) {
    if (line[at] === '\\') at++;
    else if (line[at] === '|') {
      cells.push(trimCell(line.slice(start, at), start));
      start = at + 1;
    }
  }
  if (line.slice(start).trim() !== '') cells.push(trimCell(line.slice(start), start));
  return cells;
}

function readText(
  first: number,
  last: number,
  lines: readonly string[],
  { depth, isListItem }: { depth: number; isListItem: boolean },
): RawNode {
  const source = lines
    .slice(first - 1, last)
    .map((line) => line.trim())
    .join(' ')
    .trim();
  const marked = depth > 0 ? source.replace(/^#+\s*|\s*#+$/g, '') : source;
  return {
    kind: 'text',
    lines: [first, last],
    depth,
    isListItem,
    isStrong: /^(\*\*|__).*\1$/.test(marked),
    text: plainText(marked),
  };
}

/** Text without escapes and marks of emphasis; footnote stars (`8.75*`, `*IIJ`) stay. */
export function plainText(source: string): string {
  return seenText(
    source
      .replace(/\*\*+([^*]*)\*\*+/g, '$1')
      .replace(/(?<![\p{L}\p{N}*])\*(?=\S)([^*]+)(?<=\S)\*(?![\p{L}\p{N}*])/gu, '$1'),
  )
    .replace(/\s+/g, ' ')
    .trim();
}

const lineAt = (lines: readonly string[], line: number): string => lines[line - 1] ?? '';

function lineRange(node: {
  position?: { start: { line: number }; end: { line: number } } | undefined;
}): [number, number] {
  return [node.position?.start.line ?? 1, node.position?.end.line ?? 1];
}
