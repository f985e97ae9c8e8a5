import {
  centred,
  dodge,
  keptWithin,
  type Label,
  type Movable,
  measure,
  measureAll,
  stackLines,
} from '../grammar/labels.ts';
import { type Drawing, frame, level, strokes, type Tile, tiles } from '../grammar/marks.ts';
import { extentFromZero, linear, upright } from '../grammar/places.ts';
import { wrap } from '../grammar/text.ts';
import { barFill, type ShownAmount, SMALL } from '../grammar/type.ts';

export interface PairValue extends ShownAmount {
  /** What stands beneath, such as the margin; may be empty. */
  readonly beneath: string;
}

export interface ColumnPair {
  readonly label: string;
  readonly before: PairValue | undefined;
  readonly now: PairValue | undefined;
}

export interface PairsRequest {
  /** What the left and the right column of each pair are called, short. */
  readonly names: readonly [before: string, now: string];
  /** What the row beneath is called; empty where there is none. */
  readonly beneath: string;
}

const TOP = 40;
const BASE = TOP + 210;
const MOST_PAIR = 170;

/** A pair in its place. */
interface Place extends ColumnPair {
  readonly left: number;
  readonly right: number;
  readonly middle: number;
}

interface Bar extends Tile {
  readonly item: PairValue;
  readonly isNow: boolean;
  readonly middle: number;
}

/**
 * Pairs of columns, the earlier one grey, with a row of ratios underneath instead of a second axis. Where no earlier
 * one is known at all, the later ones stand in the middle of their places.
 */
export const pairedColumns =
  (pairs: readonly ColumnPair[], { names, beneath }: PairsRequest): Drawing =>
  (width) => {
    const left = beneath === '' ? 1 : Math.min(0.24 * width, measure(beneath, 'smallQuiet') + 10);
    const pitch = Math.min(MOST_PAIR, (width - 1 - left) / Math.max(1, pairs.length));
    const inset = Math.min(12, pitch * 0.07) + 1;
    const half = pitch / 2 - inset;
    const places = pairs.map((pair, index): Place => {
      const from = left + index * pitch;
      return { ...pair, left: from + inset, right: from + pitch - inset, middle: from + pitch / 2 };
    });
    const values = pairs.flatMap(({ before, now }) => [before?.value ?? 0, now?.value ?? 0]);
    const scale = linear(extentFromZero(values), [BASE, TOP]);
    const isSingle = pairs.every(({ before }) => before === undefined);
    const bars = places.flatMap((place) =>
      [place.before, place.now].flatMap((item, index): Bar[] => {
        if (!item) return [];
        const middle = isSingle ? place.middle : place.middle + (index - 0.5) * half;
        const across = { left: middle - half / 2 + 1, right: middle + half / 2 - 1, middle };
        const fill = barFill(index === 0 ? 'before' : 'now', item.derived);
        return [{ ...across, ...upright(scale, 0, item.value), fill, item, isNow: index === 1 }];
      }),
    );
    const texts = bars.flatMap(({ isNow, item }) => [names[isNow ? 1 : 0], item.beneath]);
    /** The earlier year has no texts under its columns where they are narrower than these. */
    const shown = bars.filter(({ isNow }) => isNow || measureAll(texts, 'small') <= half);
    const under: Label[] = [];
    let y = BASE + (values.some((value) => value < 0) ? 45 : 15);
    for (const { isNow, middle } of shown) under.push(centred(names[isNow ? 1 : 0], middle, y, 'smallQuiet'));
    if (beneath !== '') {
      y += 22;
      under.push(...stackLines(wrap(beneath, left - 8, SMALL), { x: 0, y, style: 'smallQuiet' }, 15));
      for (const { item, middle } of shown) under.push(centred(item.beneath, middle, y, 'small'));
    }
    y += 26;
    const titles = pairs.map(({ label }) => wrap(label, pitch - 6, SMALL, 'strong', 3));
    places.forEach(({ middle }, index) => {
      titles[index]?.forEach((text, n) => void under.push(centred(text, middle, y + n * 15, 'smallStrong')));
    });
    y += 15 * (Math.max(1, ...titles.map(({ length }) => length)) - 1);
    const derived = places.filter(({ before, now }) => before?.derived || now?.derived);
    if (derived.length > 0) y += 16;
    under.push(...derived.map(({ middle }) => centred('derived', middle, y, 'derived')));
    return frame(width, y + 10, {
      marks: [tiles(bars), strokes(places.map((place) => level(scale(0), place.left - 3, place.right + 3)))],
      labels: [...valueLabels(bars, width), ...under],
    });
  };

/** Figures at the ends of the columns, those of the later year first: an earlier one in the way moves further out. */
function valueLabels(bars: readonly Bar[], width: number): Label[] {
  const sorted = bars.toSorted((a, b) => Number(b.isNow) - Number(a.isNow));
  const movables = sorted.map(({ item, isNow, middle, top, bottom }): Movable => {
    const isUp = item.value >= 0;
    const label = centred(item.text, middle, isUp ? top - 9 : bottom + 10, isNow ? 'smallStrong' : 'small');
    return { label: keptWithin(label, width), away: isUp ? -15 : 15 };
  });
  return dodge(movables, bars);
}
