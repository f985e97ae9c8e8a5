import type { RawDocument, RawNode, RawRow, RawTable, RawText } from '../1-read/raw-document.ts';
import type { NumberStyle } from '../grammar/number-style.ts';
import { seenText } from '../grammar/numbers.ts';
import { isSectionName, MOST_SECTION_NAMES } from '../grammar/section-names.ts';
import { isUnitOnly } from '../grammar/units.ts';
import type { GridRow } from './grid-row.ts';
import { gridRows } from './row-roles.ts';

/**
 * Joins a table without heads to the one above that it goes on from: nothing stands between them, or a few short labels
 * (`Net income per share:`, `LIABILITIES AND EQUITY` above `Current liabilities:`), and its figures stand in the very
 * fields of that one's, two of them or more, or that one has nothing but heads. The running head of a page may stand between.
 */
export function joinContinued(document: RawDocument, style: NumberStyle): RawDocument {
  const nodes: RawNode[] = [];
  const counts = countLines(document.lines);
  for (const node of document.nodes) {
    const at = nodes.findLastIndex(({ kind }) => kind === 'table');
    const table = nodes[at];
    const labels =
      node.kind === 'table' && table?.kind === 'table'
        ? labelsIn(nodes.slice(at + 1), document, counts)
        : undefined;
    if (node.kind === 'table' && table?.kind === 'table' && labels && goesOn(table, node, style))
      nodes.splice(at, nodes.length - at, joined(table, labels, node));
    else nodes.push(node);
  }
  return { ...document, nodes };
}

/** The lines of what stands between two tables, where all of them are labels; undefined where one is not. */
function labelsIn(
  between: readonly RawNode[],
  { lines }: RawDocument,
  counts: LineCounts,
): RawRow[] | undefined {
  const texts = between.filter(
    (node): node is RawText => node.kind === 'text' && !isRunningHead(node, lines, counts),
  );
  const count = texts.reduce((sum, text) => sum + text.lines[1] - text.lines[0] + 1, 0);
  if (count > MOST_SECTION_NAMES) return undefined;
  const rows = texts.flatMap((text) => labelRows(text, lines));
  return rows.length === count ? rows : undefined;
}

/** A line that stands over so many pages, such as the title of the release, says nothing of the table below it. */
const PAGES = 3;

/** How often each line stands in a text. */
type LineCounts = ReadonlyMap<string, number>;

function countLines(lines: readonly string[]): LineCounts {
  const counts = new Map<string, number>();
  for (const line of lines) counts.set(line.trim(), (counts.get(line.trim()) ?? 0) + 1);
  return counts;
}

const isRunningHead = (
  { lines: [first, last] }: RawText,
  lines: readonly string[],
  counts: LineCounts,
): boolean => {
  const head = lines[first - 1]?.trim() ?? '';
  return first === last && (counts.get(head) ?? 0) >= PAGES && !isUnitOnly(head);
};

const labelRows = (
  { lines: [first, last], depth, isStrong, isListItem }: RawText,
  lines: readonly string[],
) =>
  depth > 0 || isStrong || isListItem
    ? []
    : lines
        .slice(first - 1, last)
        .flatMap((source, i) => (isSectionName(source.trim()) ? [labelRow(source, first + i)] : []));

function goesOn(table: RawTable, next: RawTable, style: NumberStyle): boolean {
  const [above, below] = [table, next].map(({ rows, hasHead }) => gridRows(rows, hasHead, style));
  if (!above?.some(isHead) || !below || below.some(({ role }) => role === 'header')) return false;
  const [fields, own] = [figureFields(above), figureFields(below)];
  if (!above.some(({ role }) => role === 'item')) return own.length > 0;
  const isUnderUnits = below.some(isHead);
  return (
    own.length > 1 &&
    own.every((field) => fields.includes(field)) &&
    (isUnderUnits || own.at(-1) === fields.at(-1))
  );
}

const isHead = ({ role }: GridRow): boolean => role === 'header' || role === 'unit';

/** Indexes of the fields in which items have figures, in order. */
const figureFields = (rows: readonly GridRow[]): number[] =>
  [
    ...new Set(
      rows.flatMap(({ role, cells }) =>
        role === 'item' ? cells.flatMap(({ figures }, field) => (figures.length > 0 ? [field] : [])) : [],
      ),
    ),
  ].sort((a, b) => a - b);

const joined = (table: RawTable, labels: readonly RawRow[], next: RawTable): RawTable => ({
  ...table,
  lines: [table.lines[0], next.lines[1]],
  rows: [...table.rows, ...labels, ...next.rows],
});

const labelRow = (line: string, number: number): RawRow => {
  const source = line.trim();
  return { line: number, cells: [{ text: seenText(source), source, offset: line.indexOf(source) }] };
};
