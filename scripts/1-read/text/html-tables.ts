import { readHtml } from '../html/read-html.ts';
import type { PlacedRun } from '../places.ts';
import type { RawDocument, RawNode } from '../raw-document.ts';

/** Lines of a text that hold a table in HTML, 1-based, both included. */
interface Stretch {
  readonly first: number;
  readonly last: number;
}

/** Tables in HTML within a text, as converters to Markdown write what spans rows or columns; in order. One without rows is SGML. */
export function findHtmlTables(lines: readonly string[]): Stretch[] {
  const stretches: Stretch[] = [];
  let open = 0;
  let first = 0;
  for (const [i, line] of lines.entries()) {
    const depth = open + count(line, /<table\b/gi);
    if (open === 0 && depth > 0) first = i + 1;
    open = Math.max(0, depth - count(line, /<\/table\s*>/gi));
    if (depth > 0 && open === 0 && lines.slice(first - 1, i + 1).some((one) => /<tr\b/i.test(one)))
      stretches.push({ first, last: i + 1 });
  }
  return stretches;
}

const count = (line: string, pattern: RegExp): number => line.match(pattern)?.length ?? 0;

/** A line of tags around nothing, or of a comment: the anchors and page marks of converters. */
const EMPTY_TAGS = /^\s*(?:<!--.*-->|<(\w+)\b[^<>]*>\s*<\/\1>|<\/?\w+\b[^<>]*>)\s*$/;

/** The lines of a text without its tables in HTML and without tags that hold nothing; each keeps its number. */
export function withoutHtml(lines: readonly string[], tables: readonly Stretch[]): string[] {
  const inTable = new Set(tables.flatMap(({ first, last }) => numbersFrom(first, last)));
  return lines.map((line, i) => (inTable.has(i + 1) || EMPTY_TAGS.test(line) ? '' : line));
}

const numbersFrom = (first: number, last: number): number[] =>
  Array.from({ length: last - first + 1 }, (_, i) => first + i);

/** Puts tables in HTML, each read as a page of its own, where they are in the text around them. */
export function placeHtmlTables(
  around: RawDocument,
  source: readonly string[],
  tables: readonly Stretch[],
): RawDocument {
  const lines: string[] = [];
  const places: (readonly PlacedRun[])[] = [];
  const nodes: RawNode[] = [];
  const moved = new Map<number, number>();
  let next = 1;
  const copyTo = (end: number): void => {
    for (; next <= end; next++) {
      moved.set(next, lines.length + 1);
      const text = around.lines[next - 1] ?? '';
      lines.push(text);
      places.push(around.places?.[next - 1] ?? [wholeLine(text, next)]);
    }
  };
  for (const { first, last } of tables) {
    copyTo(first - 1);
    const page = readTableAt(source, first, last);
    nodes.push(...page.nodes.map((node) => moveNode(node, (line) => line + lines.length)));
    for (const [i, line] of page.lines.entries()) {
      lines.push(line);
      places.push(page.places?.[i] ?? []);
    }
    next = last + 1;
  }
  copyTo(around.lines.length);
  const texts = around.nodes.map((node) => moveNode(node, (line) => moved.get(line) ?? line));
  return { ...around, lines, places, nodes: [...texts, ...nodes].sort((a, b) => a.lines[0] - b.lines[0]) };
}

/** Empty lines before it keep the numbers of its lines. */
function readTableAt(source: readonly string[], first: number, last: number): RawDocument {
  const text = `${'\n'.repeat(first - 1)}${source.slice(first - 1, last).join('\n')}`;
  return readHtml({ file: '', bytes: new TextEncoder().encode(text) });
}

function moveNode(node: RawNode, to: (line: number) => number): RawNode {
  const lines: RawNode['lines'] = [to(node.lines[0]), to(node.lines[1])];
  return node.kind === 'text'
    ? { ...node, lines }
    : { ...node, lines, rows: node.rows.map((row) => ({ ...row, line: to(row.line) })) };
}

/** A line that the reading text has as the file has it. */
export const wholeLine = (text: string, line: number): PlacedRun => ({
  start: 0,
  end: text.length,
  place: { kind: 'text', line, column: 1 },
  isLiteral: true,
});
