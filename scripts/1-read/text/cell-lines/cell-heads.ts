import { isNoteHead } from '../../../grammar/note-heads.ts';
import { joinTexts } from '../../placed-text.ts';
import { isOpenTime, isTimeHead, seenTextIn } from './cell-groups.ts';
import type { LineCell } from './line-cells.ts';

/** A head over columns of figures, the first of which is 0. */
export interface PlacedHead {
  readonly cell: LineCell;
  readonly column: number;
  readonly span: number;
}

export interface HeadLayout {
  /** From the top. */
  readonly tiers: readonly (readonly PlacedHead[])[];
  /** What stands beside each tier, above the labels: `(in millions)`. */
  readonly corners?: readonly (LineCell | undefined)[];
  /** A column of references to notes stands before the figures, empty in most rows. */
  readonly note: LineCell | undefined;
}

/** Cells above a table, and how those that are heads stand over `count` columns; undefined where none or several ways fit. */
export function layOutHeads(cells: readonly LineCell[], count: number): HeadLayout | undefined {
  const note = cells.find((cell) => isNoteHead(seenTextIn(cell)));
  const heads = joinRemarks(cells.filter((cell) => cell !== note));
  const whole = joinYears(heads);
  for (const joined of [joinOpen(whole), whole]) {
    const tiers = oneTier(joined, count) ?? singlesBeside(joined, count);
    if (tiers) return { tiers, corners: tiers.map(findCorner), note };
  }
  return undefined;
}

type Tier = readonly PlacedHead[];

const findCorner = (tier: Tier): LineCell | undefined => tier.find(({ cell }) => cell.corner)?.cell.corner;

/** A row of `count` heads at the end, and the heads that span them above. */
function oneTier(heads: readonly LineCell[], count: number): Tier[] | undefined {
  const leaves = heads.slice(-count);
  const [first] = leaves;
  if (leaves.length < count || !first || !isTimeHead(first)) return undefined;
  if (!leaves.every((cell) => isLeaf(cell, first))) return undefined;
  const above = tiersAbove(heads.slice(0, -count), segmentsIn(leaves), count);
  return above && [...above, leaves.map((cell, column) => ({ cell, column, span: 1 }))];
}

/** Heads of one row are years, or texts that tell a time, or changes between them. */
const isLeaf = (cell: LineCell, first: LineCell): boolean =>
  isTimeHead(cell)
    ? cell.kind === first.kind && !isOpenTime(seenTextIn(cell))
    : isChangeHead(cell) || isShareHead(cell);

/**
 * Changes whose head stands in the upper row beside what spans the years: `Quarter Ended June 30, | Change | 2026 | 2025`.
 * Each holds one figure, or two: the amount and the percentage.
 */
function singlesBeside(heads: readonly LineCell[], count: number): Tier[] | undefined {
  const firstLeaf = heads.findLastIndex((cell) => !isTimeHead(cell)) + 1;
  const leaves = trailingAlike(heads.slice(firstLeaf));
  const singles = count - leaves.length;
  if (singles < 1 || leaves.length < 2) return undefined;
  return (
    besideSpans(heads, leaves, { number: singles, width: 1 }) ??
    besideSpans(heads, leaves, { number: singles / 2, width: 2 })
  );
}

function besideSpans(
  heads: readonly LineCell[],
  leaves: readonly LineCell[],
  changes: { readonly number: number; readonly width: number },
): Tier[] | undefined {
  const segments = segmentsIn(leaves);
  const top = heads.slice(0, -leaves.length).slice(-(segments.length + changes.number));
  if (top.filter(isChangeHead).length !== changes.number || !isTimeHead(top[0] as LineCell)) return undefined;
  if (!top.every((cell) => isChangeHead(cell) || isTimeHead(cell))) return undefined;
  let column = 0;
  let taken = 0;
  const upper: PlacedHead[] = [];
  const lower: PlacedHead[] = [];
  for (const cell of top) {
    const isChange = isChangeHead(cell);
    const under = isChange ? 0 : (segments[taken++] ?? 0);
    const span = isChange ? changes.width : under;
    upper.push({ cell, column, span });
    for (let i = 0; i < under; i++)
      lower.push({ cell: leaves[lower.length] as LineCell, column: column + i, span: 1 });
    column += span;
  }
  return [upper, lower];
}

/** Rows of spanning heads, as many as there are segments or columns, as long as the texts above speak of time. */
function tiersAbove(
  cells: readonly LineCell[],
  segments: readonly number[],
  count: number,
): Tier[] | undefined {
  const last = cells.at(-1);
  if (!last || !needsMore(last, segments)) return segments.length === 1 ? [] : undefined;
  for (const spans of [segments, Array.from({ length: count }, () => 1)]) {
    const tier = cells.slice(-spans.length);
    if (tier.length < spans.length || !areAlike(tier)) continue;
    const rest = cells.slice(0, -spans.length);
    const above = isLoose(rest.at(-1)) ? tiersAbove(rest, spans, count) : [];
    if (above) return [...above, placeInOrder(tier, spans)];
  }
  return undefined;
}

/** Two spans need heads that tell them apart; a lone span takes what speaks of time. */
const needsMore = (cell: LineCell, segments: readonly number[]): boolean =>
  segments.length > 1 || isTimeHead(cell);

/** A head that tells no year: something is missing without the heads beside or below it. */
const isLoose = (cell: LineCell | undefined): boolean =>
  cell !== undefined && isTimeHead(cell) && !/\d{4}/.test(seenTextIn(cell));

const SPAN = /\b(?:months?|quarters?|weeks?|years?|halves|half|ttm|ltm)\b/i;

/** All tell a length of time, or none does; none is longer than a head. */
const areAlike = (cells: readonly LineCell[]): boolean =>
  cells.every((cell) => cell.kind !== 'mark' && seenTextIn(cell).length <= LONGEST_SPANNER) &&
  new Set(cells.filter(isTimeHead).map((cell) => SPAN.test(seenTextIn(cell)))).size <= 1 &&
  new Set(cells.map(isTimeHead)).size === 1;

const LONGEST_SPANNER = 60;

export function placeInOrder(cells: readonly LineCell[], spans: readonly number[]): PlacedHead[] {
  let column = 0;
  return cells.map((cell, i) => {
    const placed = { cell, column, span: spans[i] ?? 1 };
    column += placed.span;
    return placed;
  });
}

/** How many heads stand side by side before one of them comes again: `2026 2025 2026 2025` are two and two. */
export function segmentsIn(leaves: readonly LineCell[]): number[] {
  const segments: number[] = [];
  let known = new Set<string>();
  for (const cell of leaves) {
    const text = seenTextIn(cell);
    if (segments.length === 0 || (known.has(text) && !isShareHead(cell))) {
      segments.push(0);
      known = new Set();
    }
    known.add(text);
    segments[segments.length - 1] = (segments.at(-1) ?? 0) + 1;
  }
  return segments;
}

const trailingAlike = (cells: readonly LineCell[]): readonly LineCell[] =>
  cells.slice(cells.findLastIndex(({ kind }) => kind !== cells.at(-1)?.kind) + 1);

export const isChangeHead = (cell: LineCell): boolean =>
  seenTextIn(cell).length <= LONGEST_SPANNER &&
  /\b(?:change|growth|variance|increase|decrease|yoy|qoq|[yq]\/[yq])\b|^[%Δ]/iu.test(seenTextIn(cell));

/** `% of revenue`, beside the amounts of each time. */
export const isShareHead = (cell: LineCell): boolean =>
  seenTextIn(cell).length <= LONGEST_SPANNER &&
  /^(?:as )?(?:a )?(?:[%％]|percent(?:age)?|per cent) (?:of|to)\b/i.test(seenTextIn(cell));

/** `(unaudited)` says nothing that parts the columns. */
export const isRemark = (cell: LineCell): boolean =>
  /^\(?(?:un-?audited|audited|restated|revised|as (?:adjusted|restated|revised)|\*)\)?$/i.test(
    seenTextIn(cell),
  );

const joinRemarks = (cells: readonly LineCell[]): LineCell[] =>
  joinWhere(cells, (before, cell) => isTimeHead(before) && (isRemark(cell) || cell.kind === 'mark'));

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
    (before, cell) =>
      isOpenTime(seenTextIn(before)) &&
      isTimeHead(cell) &&
      cell.kind === 'text' &&
      !SPAN.test(seenTextIn(cell)),
  );

function joinWhere(
  cells: readonly LineCell[],
  isJoined: (before: LineCell, cell: LineCell) => boolean,
): LineCell[] {
  const joined: LineCell[] = [];
  for (const cell of cells) {
    const before = joined.at(-1);
    if (before && isJoined(before, cell))
      joined[joined.length - 1] = {
        ...before,
        text: joinTexts([before.text, cell.text], ' '),
        lines: [...before.lines, ...cell.lines],
      };
    else joined.push(cell);
  }
  return joined;
}
