import { findMostFrequent } from '../../../../src/model/most-frequent.ts';
import { readYearName } from '../../../grammar/periods.ts';
import { isOpenTime, isTimeOnly } from '../../../grammar/times.ts';
import { isFigure } from '../../regular-rows/cell-kinds.ts';
import { joinParts, type RowField } from '../write-row.ts';
import { type CopiedRow, type Entry, readCopiedRow } from './copied-lines.ts';

/**
 * Lines of tables copied from a page with a tab for each cell, where tabs do not tell the columns: what stands in a cell is
 * a paragraph, so that labels stand in lines above their figures; or nothing says how many columns a cell covers, signs
 * have fields of their own in some rows only, and heads stand over fewer fields than the figures below them. Their cells
 * are counted instead, as those of a text with a cell on each line are.
 */
export const linesOutOfStep = (lines: readonly string[]): Set<number> =>
  new Set(
    findRegions(lines)
      .flatMap((region) => (isBroken(region) ? [region] : splitAtHeads(region).filter(hidesColumns)))
      .flatMap((rows) => {
        const [first = 0, last = 0] = [rows[0]?.line, rows.at(-1)?.line];
        return Array.from({ length: last - first + 1 }, (_, i) => first + i);
      }),
  );

function isBroken(region: readonly CopiedRow[]): boolean {
  const items = region.filter((row) => holdsFigures(row) || isLoneFigure(row));
  const named = items.filter((row) => row.label !== undefined && !isLoneFigure(row));
  return items.length >= FEWEST_ROWS && named.length * 2 < items.length;
}

/** Not the number of a page. */
const isLoneFigure = ({ label, entries }: CopiedRow): boolean =>
  entries.length === 0 &&
  label !== undefined &&
  isFigure(label.text.text) &&
  !/^\d{1,3}$/.test(label.text.text);

const FEWEST_ROWS = 3;
const LONGEST_LABEL = 160;
/** Blank lines and labels between two rows of one table. */
const MOST_BETWEEN = 8;

/** Runs of lines with tabs, and the labels and blank lines between them. */
function findRegions(lines: readonly string[]): CopiedRow[][] {
  const regions: CopiedRow[][] = [];
  let open: CopiedRow[] = [];
  let between: CopiedRow[] = [];
  let gap = 0;
  for (const [i, line] of lines.entries()) {
    const row = readCopiedRow(line, i + 1);
    if (row.entries.length > 0 || (open.length > 0 && isLoneFigure(row))) {
      open.push(...(open.length > 0 ? between : between.slice(-1).filter(isTimeAlone)), row);
      [between, gap] = [[], 0];
    } else if (line.includes('\t') && !row.label) gap = 0;
    else {
      gap++;
      const isLong =
        (row.label?.text.text.length ?? 0) > LONGEST_LABEL || /[.;]$/.test(row.label?.text.text ?? '');
      if (row.label && !isLong) between.push(row);
      if (isLong || gap > MOST_BETWEEN) {
        if (open.length > 0) regions.push(open);
        [open, between, gap] = [[], isLong ? [] : between.slice(-1), 0];
      }
    }
  }
  return open.length > 0 ? [...regions, open] : regions;
}

/** `Six Months Ended` in a line of its own is the head over all columns. */
const isTimeAlone = ({ label, entries }: CopiedRow): boolean =>
  label !== undefined && entries.length === 0 && isTime(label.text.text);

const holdsFigures = ({ entries }: CopiedRow): boolean => entries.some(({ isFigure }) => isFigure);

const isHead = (row: CopiedRow): boolean =>
  isTimeAlone(row) || (row.entries.length > 0 && !holdsFigures(row));

/** Rows of figures with the heads above them; labels that lead to the next heads are no rows. */
function splitAtHeads(region: readonly CopiedRow[]): CopiedRow[][] {
  const parts: CopiedRow[][] = [[]];
  let hasFigures = false;
  for (const row of joinBroken(region)) {
    if (hasFigures && row.entries.length > 0 && !holdsFigures(row)) {
      const above = parts.at(-1)?.at(-1);
      parts.push(above && isTimeAlone(above) ? [above] : []);
      hasFigures = false;
    }
    hasFigures ||= holdsFigures(row);
    parts.at(-1)?.push(row);
  }
  return parts.map((part) => part.slice(0, part.findLastIndex(({ entries }) => entries.length > 0) + 1));
}

/** A head that a line end within its cell broke: `July 30,` and, where the next line begins, `2023`. */
function joinBroken(rows: readonly CopiedRow[]): CopiedRow[] {
  const joined: CopiedRow[] = [];
  for (const row of rows) {
    const above = joined.at(-1);
    const open = above?.entries.at(-1);
    const isTier = row.entries.some(({ text }) => readYearName(text.text) !== undefined);
    if (above && open && row.label && !isTier && !holdsFigures(row) && isContinued(open, row.label))
      joined[joined.length - 1] = {
        ...above,
        entries: [
          ...above.entries.slice(0, -1),
          { ...open, ...joinParts([open, row.label]) },
          ...row.entries,
        ],
      };
    else joined.push(row);
  }
  return joined;
}

const isContinued = ({ text: { text: open } }: RowField, { text: { text: next } }: RowField): boolean =>
  /^\p{Lu}\p{L}+\.? \d{1,2},$/u.test(open)
    ? /^(?:19|20)\d{2}(?:\s?\(\w\))?$/.test(next)
    : /%\s+(?:of|to)$/i.test(open) && /^\p{Lu}[^\d]*$/u.test(next);

function hidesColumns(rows: readonly CopiedRow[]): boolean {
  const items = rows.filter(holdsFigures);
  const heads = rows.filter(isHead);
  const count = countColumns(items, heads);
  return count !== undefined && isOutOfStep(items, heads, count);
}

/** As many columns as rows have figures: as many as a row of heads has, else as most rows have; undefined without heads. */
function countColumns(items: readonly CopiedRow[], heads: readonly CopiedRow[]): number | undefined {
  const counts = items.flatMap(({ entries }) => (entries.length > 1 ? [entries.length] : []));
  const isUsual = (count: number) => counts.filter((other) => other === count).length >= FEWEST_ROWS;
  const headed = counts.filter((count) => heads.some((row) => headsInOrder(row, count).length === count));
  const most = findMostFrequent(headed.filter(isUsual), (a, b) => b - a);
  if (most !== undefined || heads.length === 0) return most;
  const usual = findMostFrequent(counts.filter(isUsual), (a, b) => b - a);
  return counts.filter((count) => count === usual).length * 2 >= items.length ? usual : undefined;
}

/**
 * Whether signs in fields of their own hide the columns: figures stand in more fields than there are columns, or heads as
 * many as these are not over them; and counting heads and figures alone does not do, as a head is in the label's field or
 * above all fields, labels are set in, rows lack a figure, or heads do not share the columns evenly.
 */
function isOutOfStep(items: readonly CopiedRow[], heads: readonly CopiedRow[], count: number): boolean {
  const over = heads.map((row) => headsInOrder(row, count));
  const places = fieldsUsed(items);
  const most = Math.max(count, ...over.map(({ length }) => length));
  const isBeside = (row: readonly Entry[]): boolean =>
    row.length === places.length &&
    row.some(({ at }, i) => at > (places[i] ?? 0) + 1 || at <= (places[i - 1] ?? 0));
  const isSpread = places.length > most;
  return (
    items.some(({ hasSigns }) => hasSigns) &&
    (isSpread || over.some(isBeside)) &&
    (over.some(
      (row) => row[0]?.at === 0 || row.some(({ lines }) => lines.length > 1) || count % row.length > 0,
    ) ||
      new Set(items.map(({ isSetIn }) => isSetIn)).size > 1 ||
      items.some(({ entries }) => entries.length !== count))
  );
}

/** The fields in which figures stand, in order. */
const fieldsUsed = (items: readonly CopiedRow[]): number[] =>
  [...new Set(items.flatMap(({ entries }) => entries.map(({ at }) => at)))].sort((a, b) => a - b);

/**
 * The heads of a row; a time in the label's field is one where the columns lack just one, or where times stand
 * beside it.
 */
function headsInOrder({ label, entries }: CopiedRow, count: number): readonly Entry[] {
  const missing = count - entries.length;
  const opens =
    label &&
    isTime(label.text.text) &&
    (missing === 1 || (missing > 1 && entries.every(({ text }) => isTime(text.text))));
  return opens ? [{ ...label, at: 0, isFigure: false }, ...entries] : entries;
}

/** `March 29, 2020`, `Three months ended`. */
const isTime = (text: string): boolean => isTimeOnly(text) || isOpenTime(text);
