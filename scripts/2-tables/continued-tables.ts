import type { RawDocument, RawNode, RawRow, RawTable, RawText } from '../1-read/raw-document.ts';
import type { NumberStyle } from '../grammar/number-style.ts';
import { type GridRow, gridRows } from './row-roles.ts';

const LONGEST_LABEL = 80;

/**
 * Joins a table without heads to the one above that it goes on from: nothing stands between them, or one short label
 * (`Net income per share:`, `LIABILITIES AND EQUITY`), and its figures stand in the very fields of that one's, two of them or more.
 */
export function joinContinued(document: RawDocument, style: NumberStyle): RawDocument {
  const nodes: RawNode[] = [];
  for (const node of document.nodes) {
    const label = nodes.at(-1)?.kind === 'text' ? (nodes.at(-1) as RawText) : undefined;
    const table = nodes.at(label ? -2 : -1);
    if (
      node.kind === 'table' &&
      table?.kind === 'table' &&
      (!label || isLabel(label)) &&
      goesOn(table, node, style)
    )
      nodes.splice(label ? -2 : -1, label ? 2 : 1, joined(table, label, node));
    else nodes.push(node);
  }
  return { ...document, nodes };
}

/** Words of titles, which open a table of their own. */
const TITLE =
  /\b(?:statements?|sheets?|summary|results|highlights?|reconciliations?|schedule|outlook|guidance|supplement\w*)\b/i;

/** A line that says what the rows below it are; a marked heading, a title or a number opens something new. */
const isLabel = ({ text, depth, isStrong, isListItem, lines: [first, last] }: RawText): boolean =>
  first === last &&
  depth === 0 &&
  !isStrong &&
  !isListItem &&
  text.length <= LONGEST_LABEL &&
  !/[.;,!?]$/.test(text) &&
  !TITLE.test(text) &&
  !/\d/.test(text);

function goesOn(table: RawTable, next: RawTable, style: NumberStyle): boolean {
  const [above, below] = [table, next].map(({ rows, hasHead }) => gridRows(rows, hasHead, style));
  if (!above?.some(isHead) || !below || below.some(isHead)) return false;
  const [fields, own] = [figureFields(above), figureFields(below)];
  return own.length > 1 && own.length === fields.length && own.every((field, i) => field === fields[i]);
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

function joined(table: RawTable, label: RawText | undefined, next: RawTable): RawTable {
  const rows = label ? [...table.rows, labelRow(label), ...next.rows] : [...table.rows, ...next.rows];
  return { ...table, lines: [table.lines[0], next.lines[1]], rows };
}

const labelRow = ({ text, lines: [line] }: RawText): RawRow => ({
  line,
  cells: [{ text, source: text, offset: 0 }],
});
