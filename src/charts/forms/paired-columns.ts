import type { PlotOptions } from '@observablehq/plot';
import { dodge, type Movable } from '../grammar/dodge.ts';
import { extentFromZero, frame, linear, type ToPixels, upright } from '../grammar/frame.ts';
import { centred, keptWithin, type Label, measure, stackLines } from '../grammar/labels.ts';
import { level, type Stroke, strokes, type Tile, tiles } from '../grammar/marks.ts';
import { barFill, SMALL } from '../grammar/type.ts';
import { widestLine, wrap } from '../grammar/wrap.ts';

export interface PairValue {
  readonly value: number;
  readonly text: string;
  readonly derived: boolean;
  /** What stands beneath, such as the margin; may be empty. */
  readonly beneath: string;
}

export interface ColumnPair {
  readonly label: string;
  readonly before: PairValue | undefined;
  readonly now: PairValue | undefined;
}

export interface PairsRequest {
  readonly width: number;
  /** What the left and the right column of each pair are called, short. */
  readonly names: readonly [before: string, now: string];
  /** What the row beneath is called; empty where there is none. */
  readonly beneath: string;
}

const TOP = 40;
const PLOT = 210;
const MOST_PAIR = 170;

/**
 * Pairs of columns, the earlier one grey, with a row of ratios underneath instead of a second axis. Where no earlier
 * one is known at all, the later ones stand in the middle of their places.
 */
export function pairedColumns(pairs: readonly ColumnPair[], request: PairsRequest): PlotOptions {
  const { width } = request;
  const left =
    request.beneath === '' ? 1 : Math.min(0.24 * width, measure(request.beneath, 'smallQuiet') + 10);
  const pitch = Math.min(MOST_PAIR, (width - 1 - left) / Math.max(1, pairs.length));
  const base = TOP + PLOT;
  const scale = linear(extentFromZero(pairs.flatMap(pairValues)), [base, TOP]);
  const isSingle = pairs.every(({ before }) => before === undefined);
  const bars = pairs.flatMap((pair, index) =>
    layPair(pair, index, { x: left + index * pitch, pitch, scale, isSingle }),
  );
  const rows = rowsUnder(pairs, bars, base, request, { left, pitch });
  return frame(
    width,
    rows.bottom,
    [tiles(bars), strokes(pairs.map((_, index) => ground(left + index * pitch, pitch, scale(0))))],
    [...valueLabels(bars, width), ...rows.labels],
  );
}

interface Bar extends Tile {
  readonly pair: number;
  readonly isNow: boolean;
  readonly item: PairValue;
  readonly middle: number;
}

const inset = (pitch: number): number => Math.min(12, pitch * 0.07) + 1;

/** The zero line of a pair. */
const ground = (x: number, pitch: number, y: number): Stroke =>
  level(y, x + inset(pitch) - 3, x + pitch - inset(pitch) + 3);

const pairValues = ({ before, now }: ColumnPair): number[] => [before?.value ?? 0, now?.value ?? 0];

function layPair(
  { before, now }: ColumnPair,
  pair: number,
  { x, pitch, scale, isSingle }: { x: number; pitch: number; scale: ToPixels; isSingle: boolean },
): Bar[] {
  const half = (pitch - 2 * inset(pitch)) / 2;
  return [before, now].flatMap((item, index) => {
    if (!item) return [];
    const left = x + inset(pitch) + (isSingle ? half / 2 : index * half);
    const fill = barFill(index === 0 ? 'before' : 'now', item.derived);
    const edges = { left: left + 1, right: left + half - 1, ...upright(scale, 0, item.value) };
    return [{ ...edges, fill, item, isNow: index === 1, middle: left + half / 2, pair }];
  });
}

/** Figures at the ends of the columns, those of the later year first: an earlier one in the way moves further out. */
function valueLabels(bars: readonly Bar[], width: number): Label[] {
  const movables = bars.map((bar): Movable & { isNow: boolean } => {
    const isUp = bar.item.value >= 0;
    const style = bar.isNow ? 'smallStrong' : 'small';
    const y = isUp ? bar.top - 9 : bar.bottom + 10;
    const label = centred(bar.item.text, bar.middle, y, style);
    return { label: keptWithin(label, width), away: isUp ? -15 : 15, isNow: bar.isNow };
  });
  return dodge(
    movables.sort((a, b) => Number(b.isNow) - Number(a.isNow)),
    bars,
  );
}

/** Rows under the columns: which year, the ratio, the name of the pair, the word where both were worked out. */
function rowsUnder(
  pairs: readonly ColumnPair[],
  bars: readonly Bar[],
  base: number,
  request: PairsRequest,
  { left, pitch }: { left: number; pitch: number },
) {
  const lowest = pairs.flatMap(pairValues).some((value) => value < 0) ? base + 30 : base;
  const labels: Label[] = [];
  let y = lowest + 15;
  for (const bar of bars) labels.push(centred(request.names[bar.isNow ? 1 : 0], bar.middle, y, 'smallQuiet'));
  if (request.beneath !== '') {
    y += 22;
    labels.push(...stackLines(wrap(request.beneath, left - 8, SMALL), { x: 0, y, style: 'smallQuiet' }, 15));
    for (const bar of bars) labels.push(centred(bar.item.beneath, bar.middle, y, 'small'));
  }
  y += 26;
  const titles = pairs.map(({ label }) => wrap(label, pitch - 6, SMALL, 'strong', 3));
  titles.forEach((lines, index) => {
    const x = left + (index + 0.5) * pitch;
    labels.push(...lines.map((text, n) => centred(text, x, y + n * 15, 'smallStrong')));
  });
  y += 15 * (Math.max(1, ...titles.map((lines) => lines.length)) - 1);
  const derived = pairs.flatMap((pair, index) => (isDerived(pair) ? [left + (index + 0.5) * pitch] : []));
  if (derived.length > 0) y += 16;
  labels.push(...derived.map((x) => centred('derived', x, y, 'derived')));
  return { labels: fitted(labels, bars), bottom: y + 10 };
}

const isDerived = ({ before, now }: ColumnPair): boolean => before?.derived === true || now?.derived === true;

/** Leaves out the earlier year's small labels where the columns are narrower than they. */
function fitted(labels: readonly Label[], bars: readonly Bar[]): readonly Label[] {
  const room = Math.min(...bars.map((bar) => bar.right - bar.left + 2));
  const texts = labels.filter(
    ({ anchor, style }) => anchor === 'middle' && (style === 'small' || style === 'smallQuiet'),
  );
  if (
    widestLine(
      texts.map(({ text }) => text),
      SMALL,
    ) <= room
  )
    return labels;
  const early = new Set(bars.filter((bar) => !bar.isNow).map((bar) => bar.middle));
  return labels.filter((label) => !texts.includes(label) || !early.has(label.x));
}
