import type { CellGroup } from './cell-groups.ts';
import type { HeadLayout } from './cell-heads.ts';
import { isChangeHead } from './head-kinds.ts';
import { type LineCell, seenTextIn } from './line-cells.ts';
import { type ColumnPlaces, columnsByKind, columnsByPlace } from './place-values.ts';

/** A row of a table whose cells fill its columns. */
export interface FittedRow {
  /** Headings of sections above the row. */
  readonly headings: readonly LineCell[];
  readonly label: LineCell;
  /** A footnote's mark behind the label. */
  readonly mark: LineCell | undefined;
  readonly note: LineCell | undefined;
  readonly values: readonly LineCell[];
  /** The column of each value, where one or more are empty. */
  readonly columns?: readonly number[] | undefined;
  /** Only the kinds of its values tell their columns. */
  readonly isByKind?: boolean;
  /** The mark of a footnote, whose words follow, stands behind its values. */
  readonly isNoted?: boolean;
}

export interface Columns {
  readonly count: number;
  readonly heads: HeadLayout;
  /** Where the columns stand in rows that keep their blank cells. */
  readonly places: ColumnPlaces;
}

/**
 * The row that a group makes, where each column has its figure, or blank cells that are kept, or else the kinds of fewer
 * figures, tell their columns.
 */
export function fitRow(
  { texts, figures }: CellGroup,
  { count, heads, places }: Columns,
  isFootnoted: (mark: LineCell) => boolean,
): FittedRow | undefined {
  const label = texts.at(-1);
  if (label?.kind !== 'text') return undefined;
  let values = withoutTail(figures, count);
  const [first] = values;
  const mark = first?.kind === 'mark' && values.length > count ? first : undefined;
  if (mark) values = values.slice(1);
  const note = heads.note && values.length === count + 1 && isNote(values[0]) ? values[0] : undefined;
  if (note) values = values.slice(1);
  const areRates = values.every(({ text }) => text.text.includes('%'));
  const isShort = values.length > 0 && values.length < count;
  const known = isShort
    ? (columnsByPlace(values, places) ?? (areRates ? withoutChanges(values, count, heads) : undefined))
    : undefined;
  const columns = known ?? (isShort ? columnsByKind(values, count, heads) : undefined);
  if (values.length !== count && !columns) return undefined;
  if (!mark && first?.kind === 'mark' && isFootnoted(first)) return undefined;
  const isNoted = figures.length > values.length && figures.at(-1)?.kind === 'mark';
  const headings = texts.slice(0, -1);
  return { headings, label, mark, note, values, columns, isByKind: columns !== known, isNoted };
}

/** The columns of a row that has an amount for each time and no change: `15.6% | 16.7%` below `2026 | 2025 | % Change`. */
export function withoutChanges(
  values: readonly LineCell[],
  count: number,
  heads: HeadLayout | undefined,
): readonly number[] | undefined {
  const lowest = heads?.tiers.at(-1)?.heads ?? [];
  const times = lowest.filter(({ cell }) => !isChangeHead(cell)).map(({ column }) => column);
  if (lowest.length !== count || times.length !== values.length) return undefined;
  return new Set(values.map(({ text }) => text.text.includes('%'))).size === 1 ? times : undefined;
}

/** The mark of a footnote below the table, or a page's number, behind the last figure of its last row. */
function withoutTail(figures: readonly LineCell[], count: number): readonly LineCell[] {
  let values = figures;
  while (values.length > count && isTail(values.at(-1))) values = values.slice(0, -1);
  return values;
}

const isTail = (cell: LineCell | undefined): boolean =>
  cell !== undefined && (cell.kind === 'mark' || /^\d{1,3}$/.test(seenTextIn(cell)));

const isNote = (cell: LineCell | undefined): boolean =>
  cell !== undefined && /^\(?\d{1,2}(?:\.\d)?(?:\(?[a-z]\)?)?(?:, ?\d{1,2})*\)?$/.test(seenTextIn(cell));
