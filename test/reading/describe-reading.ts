import type { RawCell, RawDocument, RawNode } from '../../scripts/1-read/raw-document.ts';

/** What a reader understood: each line with its kind, the cells of rows with their spans and insets, and what it left out. */
export function describeReading({ lines, nodes, notes = [] }: RawDocument): string {
  const described = nodes.map((node) =>
    node.kind === 'table' ? describeTable(node) : describeText(node, lines),
  );
  return [...described, ...notes.map((note) => `note: ${note}\n`)].join('');
}

function describeText(node: RawNode & { kind: 'text' }, lines: readonly string[]): string {
  const [first, last] = node.lines;
  const kind = node.depth > 0 ? `h${node.depth}` : node.isListItem ? 'item' : 'text';
  const mark = `${kind}${node.isStrong ? ' strong' : ''}`;
  return lines
    .slice(first - 1, last)
    .map((line, i) => `${first + i} ${i === 0 ? mark : 'goes on'}: ${line}\n`)
    .join('');
}

function describeTable({ rows, hasHead }: RawNode & { kind: 'table' }): string {
  const described = rows.map(({ line, cells }) => `${line} row: ${cells.map(describeCell).join(' | ')}\n`);
  return `table${hasHead ? ' with a head' : ''}\n${described.join('')}`;
}

function describeCell({ text, span = 1, indent = 0 }: RawCell): string {
  return `${'>'.repeat(indent)}${text}${span > 1 ? ` {${span}}` : ''}`;
}
