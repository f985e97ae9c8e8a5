import { findColumns, type PrintedColumn } from '../../regular-rows/printed-columns.ts';
import type { SpannedCell } from '../../regular-rows/spanned-table.ts';
import type { LayoutLine, Segment } from './layout-lines.ts';
import { hasFigures, type Region } from './regions.ts';

/**
 * The columns that the figures of a region stand in; undefined where they do not stand below each other, so that they
 * are no table but numbers at ends of lines.
 */
export function findAlignedColumns({ heads, body }: Region): readonly PrintedColumn[] | undefined {
  const rows = body.filter(hasFigures);
  const columns = findColumns(
    rows.flatMap(({ figures }, row) => figures.map((segment) => makeCell(segment, row))),
  );
  if (rows.some(({ figures }) => figures.length > columns.length)) return undefined;
  if (rows.length === 1)
    return heads.some((head) => head.words.length === columns.length) ? columns : undefined;
  return areAligned(rows) ? columns : undefined;
}

const makeCell = ({ start, end }: Segment, row: number): SpannedCell => ({
  row,
  column: start,
  rowSpan: 1,
  columnSpan: end - start,
  text: { text: '', runs: [] },
  indent: 0,
  isStrong: false,
  isHead: false,
});

/** Most figures share their left or right edge with the figure of another row, but for a closing bracket. */
function areAligned(rows: readonly LayoutLine[]): boolean {
  const lefts = countEdges(rows, ({ start, text }) => start + text.search(/\d|$/));
  const starts = countEdges(rows, ({ start }) => start);
  const rights = countEdges(rows, ({ end, text }) => end - (/[)%]+$/.exec(text)?.[0].length ?? 0));
  const all = rows.reduce((sum, { figures }) => sum + figures.length, 0);
  return Math.max(lefts, starts, rights) * 5 >= all * 3;
}

/** Figures whose edge is also another row's. */
function countEdges(rows: readonly LayoutLine[], edgeOf: (figure: Segment) => number): number {
  const counts = new Map<number, number>();
  for (const { figures } of rows)
    for (const edge of new Set(figures.map(edgeOf))) counts.set(edge, (counts.get(edge) ?? 0) + 1);
  return [...counts.values()].filter((count) => count > 1).reduce((sum, count) => sum + count, 0);
}

/** A stretch that heads stand over. */
export type Reach = Pick<Segment, 'start' | 'end'>;

/**
 * For each column the segment of a tier of heads that stands over it: one for each, as many for each, or those that
 * cover its place.
 */
export function headsOverColumns(
  segments: readonly Segment[],
  places: readonly Reach[],
): (Segment | undefined)[] {
  if (segments.length === places.length) return [...segments];
  const [only, ...others] = segments;
  if (only && others.length === 0 && isStem(only.text)) return places.map(() => only);
  const covered = places.map((place) => segments.find((segment) => isInside(place, segment)));
  const share = places.length / segments.length;
  const isEven =
    Number.isInteger(share) && covered.every((head, i) => !head || head === segments[Math.floor(i / share)]);
  if (isEven && segments.length > 1) return places.map((_, i) => segments[Math.floor(i / share)]);
  return places.map((place, i) => covered[i] ?? closest(segments, place, covered));
}

/** `Six Months Ended June 30,`: each of the columns below names its year. */
const isStem = (text: string): boolean => /\bend(?:ed|ing)\b/i.test(text) && !/\d{4}/.test(text);

const isInside = (place: Reach, { start, end }: Segment): boolean => {
  const middle = (place.start + place.end) / 2;
  return start <= middle && middle <= end;
};

/** The closest segment over no column so far: a head narrower than its column may stand beside its middle. */
const closest = (
  segments: readonly Segment[],
  { start, end }: Reach,
  covered: readonly (Segment | undefined)[],
): Segment | undefined =>
  segments.find(
    (segment) => !covered.includes(segment) && segment.start < end + REACH && segment.end > start - REACH,
  );

const REACH = 4;
