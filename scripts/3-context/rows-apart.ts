import type { ReadRow } from './read-row.ts';

/**
 * Rows under a heading that stands alone between empty lines, which like all of them means nothing that is known, below
 * rows that do: `Shareholdings of directors` below an income statement. Whether the heads above are theirs is open.
 */
export function withRowsApart(rows: readonly ReadRow[]): ReadRow[] {
  const start = rows.findIndex((row, i) => opens(rows, row, i));
  return start < 0 ? [...rows] : rows.map((row, i) => (i > start ? { ...row, isApart: true } : row));
}

function opens(rows: readonly ReadRow[], row: ReadRow, at: number): boolean {
  const [above, below] = [rows[at - 1], rows[at + 1]];
  if (row.role !== 'group' || row.concept || !above || !below) return false;
  const isAlone = row.row.line - above.row.line > 1 && below.row.line - row.row.line > 1;
  const [before, after] = [rows.slice(0, at), rows.slice(at + 1)].map((part) => part.filter(isItem));
  return (
    isAlone &&
    (after?.length ?? 0) > 0 &&
    after?.every(isUnknown) === true &&
    (before?.length ?? 0) > 0 &&
    before?.every((item) => !isUnknown(item)) === true
  );
}

const isItem = ({ row }: ReadRow): boolean => row.role === 'item';

const isUnknown = ({ concept, dimensions }: ReadRow): boolean =>
  concept === undefined && Object.keys(dimensions).length === 0;
