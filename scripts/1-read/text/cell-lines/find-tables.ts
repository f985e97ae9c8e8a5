import { NO_TEXT } from '../../placed-text.ts';
import { type CellGroup, endsTable } from './cell-groups.ts';
import { type HeadLayout, layOutHeads, layOutTimes, layOutWords, MOST_SECTIONS } from './cell-heads.ts';
import { type FittedRow, fitRow } from './fit-rows.ts';
import { isCorner, isTimeHead } from './head-kinds.ts';
import { type LineCell, lineCell, seenTextIn } from './line-cells.ts';
import { placesOfColumns } from './place-values.ts';
import { readTimesByMeasures, rowOfTime } from './times-by-measures.ts';
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

/** So many groups with figures are rows of something. */
const FEWEST_ROWS = 3;
/** Of the rows of a table so many, in tenths, fill its columns. */
const FILLED_TENTHS = 5;

/** Tables among groups: heads that tell times, and labels followed by as many figures as there are heads. */
export function findCellTables(groups: readonly CellGroup[]): (CellTable | LostTable)[] {
  const marks = footnoteMarks(groups);
  const tables: (CellTable | LostTable)[] = [];
  let years: ReadonlySet<string> = new Set();
  for (let at = 0; at < groups.length; ) {
    const times = readTimesByMeasures(groups, at);
    if (times) {
      const { heads, count, groups: rows } = times;
      tables.push(
        heads
          ? { kind: 'table', heads, count, rows: rows.map(rowOfTime), unread: [] }
          : { kind: 'lost', unread: rows },
      );
      years = new Set();
      at += rows.length;
      continue;
    }
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
    const named = [{ ...first, texts: headings }, ...groups.slice(1)];
    const items = named.flatMap((group) => splitBlankLabels(group, count));
    const fitted = withoutNotes(withoutGuesses(items.map((group) => fitRow(group, columns, isFootnoted))));
    const last = fitted.findLastIndex((row) => row !== undefined) + 1;
    const filled = fitted.slice(0, last).flatMap((row) => row ?? []);
    const sure = items.filter((group, i) => named.includes(group) && fitted[i] && !fitted[i].isByKind);
    const reached = named.filter(({ texts }) => items.slice(0, last).some((group) => group.texts === texts));
    if (sure.length * 10 < reached.length * FILLED_TENTHS) continue;
    if (filled.length < (count > 1 ? 1 : FEWEST_ROWS) || !changesHold(heads, filled)) continue;
    const all = items.map((group, i) => fitted[i] ?? beyondHeads(group, count));
    const unread = items.slice(0, last).filter((_, i) => all[i] === undefined);
    return { kind: 'table', heads, count, rows: all.flatMap((row) => row ?? []), unread };
  }
  const several = rows.filter(({ figures }) => figures.length > 1);
  const lost = several.length >= FEWEST_ROWS ? rows : rows.filter(isInFields);
  return lost.length > 0 ? { kind: 'lost', unread: lost } : undefined;
}

/** A row whose cells tabs part is no sentence: with too few figures, these stand where no head is. */
function beyondHeads(group: CellGroup, count: number): FittedRow | undefined {
  const label = group.texts.at(-1);
  if (!isInFields(group) || label?.kind !== 'text') return undefined;
  const headings = group.texts.slice(0, -1);
  const columns = group.figures.map((_, i) => count + i);
  return { headings, label, mark: undefined, note: undefined, values: group.figures, columns };
}

/** A row whose figures stand on one line, blanks between them. */
const isSpaced = ({ figures: [first, second] }: CellGroup): boolean =>
  second !== undefined && second.field === undefined && first?.lines[0] === second.lines[0];

export const isInFields = ({ figures }: CellGroup): boolean =>
  figures.some(({ field }) => field !== undefined);

/** A row, and those below it whose labels are blank: `Services | 40 | 35 | 90 | 80` under two heads, where the last two are sums. */
function splitBlankLabels(group: CellGroup, count: number): CellGroup[] {
  const rows = group.figures.length / count;
  if (count === 1 || rows < 2 || !Number.isInteger(rows)) return [group];
  return Array.from({ length: rows }, (_, i) => ({
    texts: i === 0 ? group.texts : [lineCell(NO_TEXT, [])],
    figures: group.figures.slice(i * count, (i + 1) * count),
  }));
}

/** Rows whose columns only kinds tell may be those of another table below the last that is sure. */
function withoutGuesses(rows: readonly (FittedRow | undefined)[]): (FittedRow | undefined)[] {
  const last = rows.findLastIndex((row) => row && !row.isByKind);
  return rows.map((row, i) => (row?.isByKind && i > last ? undefined : row));
}

/** The words of a footnote between two rows are no heading. */
const withoutNotes = (rows: readonly (FittedRow | undefined)[]): (FittedRow | undefined)[] =>
  rows.map((row, i) => (row && rows[i - 1]?.isNoted ? { ...row, headings: row.headings.slice(1) } : row));

interface Layout {
  readonly count: number;
  readonly heads: HeadLayout;
  /** Texts between the heads and the first figures, the label last. */
  readonly headings: readonly LineCell[];
}

/** Ways in which heads fit the numbers of figures that rows have, the most frequent number first. */
function* possibleLayouts({ texts }: CellGroup, rows: readonly CellGroup[]): Generator<Layout> {
  const lastTime = texts.slice(0, -1).findLastIndex(isTimeHead);
  if (lastTime < 0) return;
  const ways = rows.some(isSpaced) ? [layOutTimes] : [layOutHeads, layOutWords];
  for (const count of usualCounts(rows))
    for (const layOut of ways)
      for (let to = texts.length - 1; to > lastTime; to--) {
        const headings = texts.slice(to);
        if (headings.slice(0, -1).filter((cell) => !isCorner(cell)).length > MOST_SECTIONS) break;
        const heads = layOut(texts.slice(0, to), count);
        if (heads) yield { count, heads, headings };
      }
}

function usualCounts(rows: readonly CellGroup[]): number[] {
  const counts = Map.groupBy(rows, ({ figures }) => figures.length);
  return [...counts].sort(([a, x], [b, y]) => y.length - x.length || b - a).map(([count]) => count);
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
  headsIn(tiers).every(({ cell }) => cell.kind === 'year' && !yearsAbove.has(seenTextIn(cell))) &&
  texts.length - headings.length <= headsIn(tiers).length + 1;

const headsIn = (tiers: HeadLayout['tiers']) => tiers.flatMap(({ heads }) => heads);

const yearsInHeads = ({ heads }: CellTable): Set<string> =>
  new Set(headsIn(heads.tiers).flatMap(({ cell }) => seenTextIn(cell).match(/\b\d{4}\b/g) ?? []));

/** Marks that open a note: the last before a text that is no label. */
const footnoteMarks = (groups: readonly CellGroup[]): ReadonlySet<string> =>
  new Set(
    groups.flatMap(({ texts, figures }, i) => {
      const last = figures.at(-1);
      const own = texts.filter(({ kind }) => kind === 'mark').map(seenTextIn);
      return last?.kind === 'mark' && groups[i + 1] ? [seenTextIn(last), ...own] : own;
    }),
  );
