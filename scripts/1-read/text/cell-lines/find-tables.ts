import { type CellGroup, endsTable, isTimeHead, seenTextIn } from './cell-groups.ts';
import { type HeadLayout, isChangeHead, isRemark, isShareHead, layOutHeads } from './cell-heads.ts';
import { type FittedRow, fitRow } from './fit-rows.ts';
import type { LineCell } from './line-cells.ts';
import { placesOfColumns } from './place-values.ts';
import { changesHold } from './twofold-changes.ts';

/** A table whose cells are lines; groups that do not fill its columns cannot be read. */
export interface CellTable {
  readonly kind: 'table';
  readonly heads: HeadLayout;
  readonly count: number;
  readonly rows: readonly FittedRow[];
  readonly unread: readonly CellGroup[];
}

/** Groups that look like rows, but whose figures no heads tell apart. */
export interface LostTable {
  readonly kind: 'lost';
  readonly unread: readonly CellGroup[];
}

/** Below heads stand no more texts than a section, its first part and the label: others may be heads. */
const MOST_HEADINGS = 3;
/** So many groups with figures are rows of something. */
const FEWEST_ROWS = 3;
/** Of the rows of a table so many, in tenths, fill its columns. */
const FILLED_TENTHS = 6;

/** Tables among groups: heads that tell times, and labels followed by as many figures as there are heads. */
export function findCellTables(groups: readonly CellGroup[]): (CellTable | LostTable)[] {
  const marks = footnoteMarks(groups);
  const tables: (CellTable | LostTable)[] = [];
  let years: ReadonlySet<string> = new Set();
  for (let at = 0; at < groups.length; ) {
    const end = endOfRows(groups, at);
    const rows = groups.slice(at, end);
    const table = readTable(rows, (mark) => marks.has(seenTextIn(mark)), years);
    if (table) tables.push(table);
    years = table?.kind === 'table' ? yearsInHeads(table) : new Set();
    at = end;
  }
  return tables;
}

/** Behind the last group before new heads or the end of a table. */
function endOfRows(groups: readonly CellGroup[], from: number): number {
  let end = from + 1;
  while (end < groups.length) {
    const group = groups[end] as CellGroup;
    if (endsTable(group) || firstHead(group) >= 0) break;
    end++;
  }
  return end;
}

/** Index of the first text above the label that tells a time. */
const firstHead = ({ texts }: CellGroup): number => texts.slice(0, -1).findIndex(isTimeHead);

function readTable(
  groups: readonly CellGroup[],
  isFootnoted: (mark: LineCell) => boolean,
  yearsAbove: ReadonlySet<string>,
): CellTable | LostTable | undefined {
  const [first] = groups;
  const rows = groups.filter(({ figures }) => figures.length > 0);
  if (!first || rows.length === 0) return undefined;
  for (const { count, heads, headings } of possibleLayouts(first, rows)) {
    if (areFigures(heads, headings, first, yearsAbove)) continue;
    const places = placesOfColumns(
      rows.map(({ figures }) => figures).filter(({ length }) => length === count),
    );
    const columns = { count, heads, places };
    const fitted = withoutGuesses(
      groups.map((group, i) => fitRow(i === 0 ? { ...group, texts: headings } : group, columns, isFootnoted)),
    );
    const last = fitted.findLastIndex((row) => row !== undefined) + 1;
    const filled = fitted.slice(0, last).flatMap((row) => row ?? []);
    const sure = filled.filter(({ isByKind }) => !isByKind);
    if (sure.length * 10 < last * FILLED_TENTHS || filled.length < (count > 1 ? 1 : FEWEST_ROWS)) continue;
    if (!changesHold(heads, filled)) continue;
    const unread = groups.slice(0, last).filter((_, i) => fitted[i] === undefined);
    return { kind: 'table', heads, count, rows: filled, unread };
  }
  const several = rows.filter(({ figures }) => figures.length > 1);
  return several.length >= FEWEST_ROWS ? { kind: 'lost', unread: rows } : undefined;
}

/** Rows whose columns only kinds tell may be those of another table below the last that is sure. */
function withoutGuesses(rows: readonly (FittedRow | undefined)[]): (FittedRow | undefined)[] {
  const last = rows.findLastIndex((row) => row && !row.isByKind);
  return rows.map((row, i) => (row?.isByKind && i > last ? undefined : row));
}

interface Layout {
  readonly count: number;
  readonly heads: HeadLayout;
  /** Texts between the heads and the first figures, the label last. */
  readonly headings: readonly LineCell[];
}

/** Ways in which heads fit the numbers of figures that rows have, the most frequent number first. */
function* possibleLayouts({ texts }: CellGroup, rows: readonly CellGroup[]): Generator<Layout> {
  const above = texts.slice(0, -1);
  const lastTime = above.findLastIndex(isTimeHead);
  if (lastTime < 0) return;
  let end = lastTime + 1;
  while (end < above.length && isBesideTimes(above[end] as LineCell)) end++;
  for (const count of usualCounts(rows))
    for (let to = end; to > lastTime; to--) {
      const heads = layOutHeads(above.slice(0, to), count);
      if (heads && texts.length - to <= MOST_HEADINGS) yield { count, heads, headings: texts.slice(to) };
    }
}

const isBesideTimes = (cell: LineCell): boolean =>
  isChangeHead(cell) || isShareHead(cell) || isRemark(cell) || cell.kind === 'mark';

function usualCounts(rows: readonly CellGroup[]): number[] {
  const counts = Map.groupBy(rows, ({ figures }) => figures.length);
  return [...counts].sort(([a, x], [b, y]) => y.length - x.length || a - b).map(([count]) => count);
}

/** Bare years under a label below other years may be what was counted: `Stores`, `2010`, `2005`. */
const areFigures = (
  { tiers }: HeadLayout,
  headings: readonly LineCell[],
  { texts }: CellGroup,
  yearsAbove: ReadonlySet<string>,
): boolean =>
  tiers.length === 1 &&
  yearsAbove.size > 0 &&
  tiers.flat().every(({ cell }) => cell.kind === 'year' && !yearsAbove.has(seenTextIn(cell))) &&
  texts.length - headings.length <= tiers.flat().length + 1;

const yearsInHeads = ({ heads }: CellTable): Set<string> =>
  new Set(heads.tiers.flat().flatMap(({ cell }) => seenTextIn(cell).match(/\b\d{4}\b/g) ?? []));

/** Marks that open a note: the last before a text that is no label. */
const footnoteMarks = (groups: readonly CellGroup[]): ReadonlySet<string> =>
  new Set(
    groups.flatMap(({ texts, figures }, i) => {
      const last = figures.at(-1);
      const own = texts.filter(({ kind }) => kind === 'mark').map(seenTextIn);
      return last?.kind === 'mark' && groups[i + 1] ? [seenTextIn(last), ...own] : own;
    }),
  );
