import { isNoteHead } from '../../../grammar/note-heads.ts';
import { readTimes } from '../../../grammar/read-times.ts';
import { joinTexts } from '../../placed-text.ts';
import {
  isChangeHead,
  isCorner,
  isLooseTime,
  isOpenHead,
  isRemark,
  isShareHead,
  isTimeHead,
  isWordHead,
  tellsDay,
  tellsLength,
} from './head-kinds.ts';
import { type LineCell, seenTextIn } from './line-cells.ts';

/** A head over columns of figures, the first of which is 0. */
export interface PlacedHead {
  readonly cell: LineCell;
  readonly column: number;
  readonly span: number;
}

/** A row of heads. */
export interface Tier {
  readonly heads: readonly PlacedHead[];
  /** What stands beside them, above the labels: `(in millions)`. */
  readonly corner?: LineCell | undefined;
}

export interface HeadLayout {
  /** From the top. */
  readonly tiers: readonly Tier[];
  /** A column of references to notes stands before the figures, empty in most rows. */
  readonly note: LineCell | undefined;
}

/**
 * Lays out the cells that end with the heads over `count` columns: from below, each row of heads covers all columns, as
 * many heads as its neighbour below has, or where that begins anew, or in equal shares; what all rows together say differs
 * from column to column, and no time is left over above them. Undefined where nothing fits.
 */
export const layOutHeads = (cells: readonly LineCell[], count: number): HeadLayout | undefined =>
  layOut(cells, (heads) => beginWithTimes(heads, count));

/** The same where the lowest row of heads says in words what stands under them, in each part of the table or under one time. */
export const layOutWords = (cells: readonly LineCell[], count: number): HeadLayout | undefined =>
  layOut(cells, (heads) => beginWithWords(heads, count));

/** The same where all that stands over the columns are times and changes beside them: single blanks may part the words of other heads anywhere. */
export const layOutTimes = (cells: readonly LineCell[], count: number): HeadLayout | undefined =>
  layOut(cells, (heads) =>
    beginWithTimes(heads, count).filter((tiers) =>
      tiers.every((tier) => tier.heads.every(({ cell }) => isTimeHead(cell) || isBesideTime(cell))),
    ),
  );

function layOut(
  cells: readonly LineCell[],
  begin: (heads: readonly LineCell[]) => readonly Tier[][],
): HeadLayout | undefined {
  const note = cells.find((cell) => isNoteHead(seenTextIn(cell)));
  const heads = joinYears(joinRemarks(joinBrackets(cells.filter((cell) => cell !== note))));
  for (const joined of [heads, joinOpen(heads)])
    for (const lowest of begin(joined)) {
      const tiers = tiersOver(joined.slice(0, -lowest.flatMap((tier) => tier.heads).length), lowest);
      if (tiers) return { tiers: tiers.map(withRunInCorner), note };
    }
  return undefined;
}

const withRunInCorner = (tier: Tier): Tier => ({
  ...tier,
  corner: tier.corner ?? tier.heads.find(({ cell }) => cell.corner)?.cell.corner,
});

/** The lowest row of heads; or two, where changes stand in the upper one beside what spans the lower. */
function beginWithTimes(heads: readonly LineCell[], count: number): Tier[][] {
  const leaves = heads.slice(-count);
  const [first] = leaves;
  const times = leaves.filter(isTimeHead);
  const areTimes = leaves.length === count && areAlike(times) && areOfFewKinds(times);
  return areTimes && first && isTimeHead(first) && leaves.every(isLeaf)
    ? [[{ heads: placeInOrder(leaves) }]]
    : singlesBeside(heads, count);
}

/** Years may stand beside days, `3/31/2013 | 6/30/2013 | 2012 | 2013`, each under heads of their own. */
const MOST_RUNS = 2;

const areOfFewKinds = (times: readonly LineCell[]): boolean => {
  const runs = runsOfKind(times).length;
  return runs === 1 || (runs === MOST_RUNS && !times.some(isLooseTime));
};

/** How many times that are years, or that are not, stand side by side. */
function runsOfKind(times: readonly LineCell[]): number[] {
  const runs: number[] = [];
  for (const [i, { kind }] of times.entries())
    runs.push(i > 0 && kind === times[i - 1]?.kind ? (runs.pop() ?? 0) + 1 : 1);
  return runs;
}

/** Words that come again, or so many that they are no names of sections. */
function beginWithWords(heads: readonly LineCell[], count: number): Tier[][] {
  const leaves = heads.slice(-count);
  const areWords = leaves.length === count && leaves.every((cell) => isWordHead(cell) && !isTimeHead(cell));
  const [first = 0, ...others] = segmentsIn(leaves);
  const isAnew = others.length > 0 && others.every((size) => size === first);
  return areWords && (isAnew || count > MOST_SECTIONS) ? [[{ heads: placeInOrder(leaves) }]] : [];
}

/** Heads of one row are times, or changes between them. */
const isLeaf = (cell: LineCell): boolean => (isTimeHead(cell) ? !isOpenHead(cell) : isBesideTime(cell));

/** Told of the time at its left. */
const isBesideTime = (cell: LineCell): boolean => isChangeHead(cell) || isShareHead(cell);

/**
 * Changes whose head stands in the upper row beside what spans the years: `Quarter Ended June 30, | Change | 2026 | 2025`.
 * Each holds one figure, or two: the amount and the percentage.
 */
function singlesBeside(heads: readonly LineCell[], count: number): Tier[][] {
  const firstLeaf = heads.findLastIndex((cell) => !isTimeHead(cell)) + 1;
  const leaves = trailingAlike(heads.slice(firstLeaf));
  const singles = count - leaves.length;
  if (singles < 1 || leaves.length < 2) return [];
  return [1, 2].flatMap((width) => besideSpans(heads, leaves, { number: singles / width, width }));
}

const trailingAlike = (cells: readonly LineCell[]): readonly LineCell[] =>
  cells.slice(cells.findLastIndex(({ kind }) => kind !== cells.at(-1)?.kind) + 1);

function besideSpans(
  heads: readonly LineCell[],
  leaves: readonly LineCell[],
  changes: { readonly number: number; readonly width: number },
): Tier[][] {
  const segments = segmentsIn(leaves);
  const top = heads.slice(0, -leaves.length).slice(-(segments.length + changes.number));
  if (top.filter(isChangeHead).length !== changes.number || !isTimeHead(top[0] as LineCell)) return [];
  if (!top.every((cell) => isChangeHead(cell) || isTimeHead(cell))) return [];
  let taken = 0;
  const spans = top.map((cell) => (isChangeHead(cell) ? changes.width : (segments[taken++] ?? 0)));
  const upper = placeInOrder(top, spans);
  const free = upper.flatMap(({ cell, column, span }) =>
    isChangeHead(cell) ? [] : Array.from({ length: span }, (_, i) => column + i),
  );
  const lower = leaves.map((cell, i) => ({ cell, column: free[i] ?? 0, span: 1 }));
  return [[{ heads: upper }, { heads: lower }]];
}

/** Below heads stand no more texts than a section and its first part, then the label. */
export const MOST_SECTIONS = 2;

/** A table's heads have no more rows than this. */
const MOST_TIERS = 6;

/** The rows of heads with those that stand above them in the cells before; undefined where they do not tell the columns. */
function tiersOver(cells: readonly LineCell[], tiers: readonly Tier[]): readonly Tier[] | undefined {
  if (tiers.length > MOST_TIERS) return undefined;
  const ways = waysToSpan(tiers);
  for (const { rest, below } of waysBeside(cells, tiers))
    for (const spans of ways) {
      const heads = rest.slice(-spans.length);
      if (heads.length < spans.length || !standOver(heads, tiers)) continue;
      const above = tiersOver(rest.slice(0, -spans.length), [
        { heads: placeInOrder(heads, spans) },
        ...below,
      ]);
      if (above) return above;
    }
  const [left, before] = cells.filter((cell) => !isCorner(cell)).toReversed();
  const isLeft = left && isTimeHead(left) && ((before && isTimeHead(before)) || !isDateline(left, tiers));
  if (isLeft || !tellColumns(tiers)) return undefined;
  return tiers.map((tier, i) => (i === 0 ? withOwnLine(tier, cells) : tier));
}

/** What stands before the first head in a line of several cells is no head. */
function withOwnLine(tier: Tier, cells: readonly LineCell[]): Tier {
  const line = tier.heads[0]?.cell.lines[0];
  const beside = cells.filter(({ field, lines }) => field && lines[0] === line);
  return beside.length > 0 ? { ...tier, corner: joinCells(beside) } : tier;
}

/** What stands beside a row of heads, at its left: a unit, a remark, or words below a time. */
function waysBeside(
  cells: readonly LineCell[],
  tiers: readonly Tier[],
): { readonly rest: readonly LineCell[]; readonly below: readonly Tier[] }[] {
  const plain = cells.findLastIndex((cell) => !isCorner(cell)) + 1;
  const words = plain === cells.length ? cells.at(-1) : undefined;
  const isBelowTime = words?.kind === 'text' && !isTimeHead(words) && isLooseTime(cells.at(-2));
  const withCorner = (from: number) => ({
    rest: cells.slice(0, from),
    below: tiers.map((tier, i) => (i === 0 ? { ...tier, corner: joinCells(cells.slice(from)) } : tier)),
  });
  return isBelowTime ? [withCorner(plain), withCorner(plain - 1)] : [withCorner(plain)];
}

/** Numbers of columns that each head of a row above may cover, the most heads first. */
function waysToSpan(tiers: readonly Tier[]): number[][] {
  const heads = tiers[0]?.heads ?? [];
  const below = heads.map((head) => textBelow(head, tiers));
  const isWords = heads.every(({ cell }) => isWordHead(cell) && !isTimeHead(cell));
  const shares = isWords ? heads.flatMap((_, i) => evenShares(heads.length, i)) : [];
  const runs = runsInOrder(below);
  const segments = segmentsIn(
    heads.map(({ cell }) => cell),
    below,
  );
  const kinds = runsOfKind(heads.map(({ cell }) => cell));
  const sizes = [
    heads.map(() => 1),
    ...(runs.length > 0 ? runs : [segments]),
    ...(kinds.length === MOST_RUNS ? [kinds] : []),
    ...shares,
    [heads.length],
  ];
  const known = new Map(sizes.map((way) => [way.join(), way]));
  return [...known.values()].map((way) => columnsOf(way, heads)).sort((a, b) => b.length - a.length);
}

/** Equal shares of so many heads, where they divide. */
const evenShares = (count: number, number: number): number[][] =>
  number > 1 && count % number === 0 ? [Array.from({ length: number }, () => count / number)] : [];

/** Columns under so many heads each. */
function columnsOf(sizes: readonly number[], heads: readonly PlacedHead[]): number[] {
  let from = 0;
  return sizes.map((size) => {
    const taken = heads.slice(from, from + size);
    from += size;
    return taken.reduce((sum, { span }) => sum + span, 0);
  });
}

/** Quarters that go up or down within a year: `Q2 | Q1 | Q4 | Q3` are two and two; none where some head tells anything else. */
function runsInOrder(texts: readonly string[]): number[][] {
  const quarters = texts.map((text) => {
    const [time] = readTimes(text);
    return time?.labels.length === 0 && time.days.length === 0 ? time.quarters?.[0] : undefined;
  });
  if (quarters.includes(undefined)) return [];
  return [1, -1].map((direction) => {
    const runs: number[] = [];
    for (const [i, quarter = 0] of quarters.entries()) {
      const goesOn = i > 0 && (quarter - (quarters[i - 1] ?? 0)) * direction > 0;
      runs.push(goesOn ? (runs.pop() ?? 0) + 1 : 1);
    }
    return runs;
  });
}

/** A head with all that stands below it. */
const textBelow = ({ cell, column, span }: PlacedHead, tiers: readonly Tier[]): string =>
  [cell, ...underHead({ column, span }, tiers.slice(1)).map((head) => head.cell)].map(seenTextIn).join(' ');

const underHead = (
  { column, span }: Pick<PlacedHead, 'column' | 'span'>,
  tiers: readonly Tier[],
): PlacedHead[] =>
  tiers.flatMap(({ heads }) =>
    heads.filter((head) => head.column < column + span && head.column + head.span > column),
  );

/** One head over all tells a time; several are alike, tell columns apart that the rows below do not, or times above them. */
function standOver(heads: readonly LineCell[], tiers: readonly Tier[]): boolean {
  const areTimes = heads.every(isTimeHead);
  const isRowAbove = heads.length > 1 && heads.length < (tiers[0]?.heads.length ?? 0);
  if (!areTimes && (!isRowAbove || tellColumns(tiers) || !heads.every(isWordHead))) return false;
  const below = tiers.flatMap((tier) => tier.heads.map(({ cell }) => cell));
  const isTwice = (tells: (cell: LineCell) => boolean) => heads.some(tells) && below.some(tells);
  const [only] = heads;
  if (heads.length === 1 && only && isDateline(only, tiers)) return false;
  return areAlike(heads) && !isTwice(tellsDay) && !isTwice((cell) => tellsLength(cell) && isLooseTime(cell));
}

/** A whole day above times with years of their own is that of the release: `August 7, 2025` above `2Q25 | 2Q24`. */
const isDateline = (cell: LineCell, tiers: readonly Tier[]): boolean =>
  tellsDay(cell) &&
  !isLooseTime(cell) &&
  !tellsLength(cell) &&
  (tiers.at(-1)?.heads ?? []).every(({ cell: head }) => isBesideTime(head) || isWholeTime(head));

const isWholeTime = (cell: LineCell): boolean =>
  readTimes(seenTextIn(cell)).some(({ labels, days }) => labels.length > 0 || days.length > 0);

/** All tell a time or none does; all tell its length, or none, unless each has its day in brackets. */
const areAlike = (cells: readonly LineCell[]): boolean =>
  new Set(cells.map(isTimeHead)).size === 1 &&
  (cells.every((cell) => tellsDay(cell) && /\)$/.test(seenTextIn(cell))) ||
    new Set(cells.filter(isTimeHead).map(tellsLength)).size <= 1);

/** What stands above a column differs from one to the other, and says of each a time, or what is told beside a time. */
function tellColumns(tiers: readonly Tier[]): boolean {
  const count = Math.max(...tiers.flatMap(({ heads }) => heads.map(({ column, span }) => column + span)));
  const told = new Set<string>();
  let time = '';
  for (let column = 0; column < count; column++) {
    const over = underHead({ column, span: 1 }, tiers);
    const text = over.map(({ cell }) => seenTextIn(cell)).join(' | ');
    const lowest = over.at(-1);
    if (time !== '' && lowest && isBesideTime(lowest.cell))
      told.add(`${time} | ${text} | ${column - lowest.column}`);
    else if (over.some(({ cell }) => isTimeHead(cell))) {
      time = text;
      told.add(text);
    }
  }
  return told.size === count;
}

export function placeInOrder(cells: readonly LineCell[], spans: readonly number[] = []): PlacedHead[] {
  let column = 0;
  return cells.map((cell, i) => {
    const placed = { cell, column, span: spans[i] ?? 1 };
    column += placed.span;
    return placed;
  });
}

/** How many heads stand side by side before one of them comes again: `2026 2025 2026 2025` are two and two. */
export function segmentsIn(
  heads: readonly LineCell[],
  texts: readonly string[] = heads.map(seenTextIn),
): number[] {
  const segments: number[] = [];
  let known = new Set<string>();
  for (const [i, cell] of heads.entries()) {
    const text = texts[i] ?? '';
    if (segments.length === 0 || (known.has(text) && !isShareHead(cell))) {
      segments.push(0);
      known = new Set();
    }
    known.add(text);
    segments[segments.length - 1] = (segments.at(-1) ?? 0) + 1;
  }
  return segments;
}

const joinRemarks = (cells: readonly LineCell[]): LineCell[] =>
  joinWhere(
    cells,
    (before, cell) =>
      (isTimeHead(before) && (isRemark(cell) || cell.kind === 'mark' || isTimeAside(cell))) ||
      (OF_REPORT.test(seenTextIn(before)) && isTimeAside(cell)),
  );

/** `Previous` above `(June 30, 2025)`. */
const OF_REPORT = /^(?:previous|prior|current|last|this)\b[\p{L} ]{0,40}$/iu;

/** `(July 1, 2025 thru` goes on in the next line. */
const joinBrackets = (cells: readonly LineCell[]): LineCell[] =>
  joinWhere(cells, (before, cell) => {
    const text = seenTextIn(before);
    return (
      cell.kind === 'text' && text.startsWith('(') && !text.includes(')') && /\)$/.test(seenTextIn(cell))
    );
  });

/** `(As of March 31, 2026)` below `First three months of FY2026`. */
const isTimeAside = (cell: LineCell): boolean => isTimeHead(cell) && /^\(.*\)$/.test(seenTextIn(cell));

/** `June 30,` before one year, and no other year beside it, is a day. */
function joinYears(cells: readonly LineCell[]): LineCell[] {
  const isLone = (at: number): boolean =>
    cells[at]?.kind === 'year' && cells[at + 1]?.kind !== 'year' && cells[at - 1]?.kind !== 'year';
  return joinWhere(cells, (_, cell) => {
    const at = cells.indexOf(cell);
    return isLone(at) && /\p{L}+\.? \d{1,2},?$/u.test(seenTextIn(cells[at - 1] as LineCell));
  });
}

/** `As of` and `Three Months Ended` go on in the next line. */
const joinOpen = (cells: readonly LineCell[]): LineCell[] =>
  joinWhere(
    cells,
    (before, cell) => isOpenHead(before) && isTimeHead(cell) && cell.kind === 'text' && !tellsLength(cell),
  );

function joinWhere(
  cells: readonly LineCell[],
  isJoined: (before: LineCell, cell: LineCell) => boolean,
): LineCell[] {
  const joined: LineCell[][] = [];
  for (const cell of cells) {
    const open = joined.at(-1);
    const before = joinCells(open ?? []);
    if (open && before && isJoined(before, cell)) open.push(cell);
    else joined.push([cell]);
  }
  return joined.flatMap((parts) => joinCells(parts) ?? []);
}

function joinCells([first, ...others]: readonly LineCell[]): LineCell | undefined {
  if (!first || others.length === 0) return first;
  const parts = [first, ...others];
  return {
    ...first,
    text: joinTexts(
      parts.map(({ text }) => text),
      ' ',
    ),
    lines: parts.flatMap(({ lines }) => lines),
  };
}
