import type { SourceText } from '../../../src/model/corpus.ts';
import { InputError } from '../../../src/model/problem.ts';
import { withPlainSpaces } from '../../grammar/number-style.ts';
import type { PlacedRun } from '../places.ts';
import type { RawDocument } from '../raw-document.ts';
import { readMarkdown } from '../read-markdown.ts';
import { readAlignedTables, type TableOfLines } from './aligned/read-aligned.ts';
import { decodeText } from './decode-text.ts';
import { splitWrapped } from './wrapped-lines.ts';

/**
 * Reads a text of tab-separated rows, of Markdown, or of columns that spaces align. The reading text has the lines of
 * the file; where rows have no tabs, theirs become tabs, and the rest of the text is the file itself.
 */
export function readText({ file, bytes }: Pick<SourceText, 'file' | 'bytes'>): RawDocument {
  const text = decodeText(bytes);
  if (typeof text !== 'string') throw new InputError([{ file, ...text }]);
  const lines = withPlainSpaces(text).split('\n');
  return withTables(lines, readAlignedTables(lines));
}

/** The tables, and the text around them read as Markdown. */
function withTables(lines: readonly string[], tables: readonly TableOfLines[]): RawDocument {
  if (tables.length === 0) return readMarkdown(lines.join('\n'));
  const written = new Map(tables.flatMap((table) => [...table.lines]));
  const around = readMarkdown(lines.map((line, i) => (written.has(i + 1) ? '' : line)).join('\n'));
  return {
    lines: lines.map((line, i) => written.get(i + 1)?.text ?? line),
    places: lines.map((line, i) => written.get(i + 1)?.runs ?? [wholeLine(line, i + 1)]),
    nodes: [...splitWrapped(around.nodes, lines), ...tables.map(({ table }) => table)].sort(
      (a, b) => a.lines[0] - b.lines[0],
    ),
  };
}

const wholeLine = (text: string, line: number): PlacedRun => ({
  start: 0,
  end: text.length,
  place: { kind: 'text', line, column: 1 },
  isLiteral: true,
});
