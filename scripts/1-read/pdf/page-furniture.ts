import type { CellLine } from './cell-lines.ts';

/** The lines of a page, from the top, and the page's height in their frame. */
export interface PageLines {
  readonly height: number;
  readonly lines: readonly CellLine[];
}

/** Heads and feet stand in this share of the page at its top and bottom. */
const MARGIN = 0.12;

/** Number of lines at either end of a page that may be its head or foot. */
const MOST_LINES = 3;

const PAGE_NUMBER = /^[-–—|\s[(]*(?:page\s*)?\d{1,3}(?:\s*(?:of|\/)\s*\d{1,3})?[-–—|\s\])]*$/i;

/** Heads and feet of pages by their lines; `first` where a head is printed for the first time, and may be a title. */
export type Furniture = ReadonlyMap<CellLine, 'first' | 'again'>;

/** Lines at the top or bottom of pages that repeat from page to page, but for their digits, and numbers of pages. */
export function findFurniture(pages: readonly PageLines[]): Furniture {
  const outer = pages.map(({ lines, height }) => {
    const ends = [...new Set([...lines.slice(0, MOST_LINES), ...lines.slice(-MOST_LINES)])];
    return {
      heads: ends.filter(({ base }) => base < MARGIN * height),
      feet: ends.filter(({ base }) => base > (1 - MARGIN) * height),
    };
  });
  const counts = new Map<string, number>();
  for (const { heads, feet } of outer)
    for (const key of new Set([...heads, ...feet].flatMap(keysAround)))
      counts.set(key, (counts.get(key) ?? 0) + 1);
  const least = Math.max(2, 0.3 * pages.length);
  const isRepeated = (line: CellLine): boolean =>
    !isHeadOfColumns(line) && (counts.get(lineKey(line)) ?? 0) >= least;
  const seen = new Set<string>();
  const furniture = new Map<CellLine, 'first' | 'again'>();
  for (const { heads, feet } of outer) {
    for (const line of feet)
      if (PAGE_NUMBER.test(lineText(line)) || isRepeated(line)) furniture.set(line, 'again');
    for (const line of heads) {
      if (PAGE_NUMBER.test(lineText(line))) furniture.set(line, 'again');
      else if (isRepeated(line))
        furniture.set(line, keysAround(line).some((key) => seen.has(key)) ? 'again' : 'first');
      seen.add(lineKey(line));
    }
  }
  for (const line of countingFeet(pages)) furniture.set(line, 'again');
  return furniture;
}

/** The last lines of pages that may end early, where they say the same but for a number that grows: `Form 10-Q  7`. */
function countingFeet(pages: readonly PageLines[]): CellLine[] {
  const groups = Map.groupBy(
    pages.flatMap(({ lines }) => lines.slice(-1)),
    (line) => lineText(line).replace(/\d+$/, ''),
  );
  return [...groups.values()].filter((lines) => lines.length >= FEWEST_FEET && isGrowing(lines)).flat();
}

const FEWEST_FEET = 3;

const isGrowing = (lines: readonly CellLine[]): boolean => {
  const numbers = lines.map((line) => Number(/\d+$/.exec(lineText(line))?.[0] ?? Number.NaN));
  return numbers.slice(1).every((number, i) => number > (numbers[i] ?? Number.NaN));
};

const lineText = ({ cells }: CellLine): string => cells.map(({ text }) => text).join(' ');

/** Heads of columns are printed again on each page, but belong to their table. */
const isHeadOfColumns = ({ cells, values, isYears }: CellLine): boolean =>
  isYears || values.length > 1 || cells.length > 3;

/** How high a line stands, in steps of so many points. */
const STEP = 6;

const lineKey = (line: CellLine): string => keyAt(line, Math.round(line.base / STEP));

const keyAt = (line: CellLine, step: number): string => `${step} ${lineText(line).replace(/\d+/g, '#')}`;

/** A line a little higher or lower is the same. */
const keysAround = (line: CellLine): string[] =>
  [-1, 0, 1].map((shift) => keyAt(line, Math.round(line.base / STEP) + shift));
