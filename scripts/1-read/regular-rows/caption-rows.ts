import { isBullet, isMark } from './cell-kinds.ts';
import type { SpannedRow } from './spanned-table.ts';
import type { TableColumns } from './table-columns.ts';

/** What rows of a table are in order: a text that stands in it as in a page, or rows under one set of heads. */
export type TableStretch =
  | { readonly kind: 'text'; readonly row: SpannedRow }
  | { readonly kind: 'rows'; readonly rows: SpannedRow[] };

/** Titles and units above the heads, and notes below the last figures, are texts; so is a title above new heads. */
export function splitAtCaptions(rows: readonly SpannedRow[], columns: TableColumns): TableStretch[] {
  const stretches: TableStretch[] = [];
  let open: SpannedRow[] = [];
  let waiting: SpannedRow[] = [];
  let hasHead = false;
  let hasBody = false;
  const close = (): void => {
    if (open.length > 0) stretches.push({ kind: 'rows', rows: open });
    stretches.push(...waiting.map((row): TableStretch => ({ kind: 'text', row })));
    open = [];
    waiting = [];
  };
  for (const row of rows) {
    const kind = rowKind(row, columns);
    if (kind === 'label') {
      waiting.push(row);
      continue;
    }
    if (kind === 'head' && waiting.length > 0 && (hasBody || !hasHead)) {
      close();
      hasHead = false;
      hasBody = false;
    }
    open.push(...waiting, row);
    waiting = [];
    if (kind === 'head') hasHead = true;
    if (kind === 'body') hasBody = true;
  }
  close();
  return stretches;
}

type RowKind = 'body' | 'label' | 'head' | 'words';

/** A row in words beside a label is neither head nor caption. */
function rowKind(row: SpannedRow, { body, labelEnd, columns }: TableColumns): RowKind {
  if (body.has(row)) return 'body';
  const [first, ...others] = row;
  if (!first || isNote(row)) return 'label';
  const isWide = (columns[0]?.core ?? 0) < first.column + first.columnSpan;
  if (first.column < labelEnd && others.every(({ column }) => column < labelEnd))
    return isWide && first.column > 0 ? 'head' : 'label';
  return first.column < labelEnd && others.length > 0 && !isUnitOrTime(first.text.text) ? 'words' : 'head';
}

const isUnitOrTime = (text: string): boolean =>
  /^\(.*\)$|\b(?:ended|in (?:thousands|millions|billions))\b|\d{4}/i.test(text);

const LONG = 80;

/** A sentence, or a text behind a footnote's mark. */
function isNote(row: SpannedRow): boolean {
  const [first, second] = row;
  const text = first?.text.text ?? '';
  if (row.length === 1)
    return text.length > LONG && /[.;:]$|[.;] /.test(text)
      ? true
      : /^(?:\(\d{1,2}\)|\*+|[⁰¹²³⁴-⁹⁽])\s?\S{2}/u.test(text);
  return row.length === 2 && (isBullet(text) || isMark(text)) && (second?.text.text.length ?? 0) > 3;
}
