import * as Plot from '@observablehq/plot';
import { type Drawing, frame, scaleFromZero } from '../grammar/frame.ts';
import { centred, dodge, fold, type Label, measure } from '../grammar/labels.ts';
import { type Tile, tiles, upright } from '../grammar/tiles.ts';
import { barFill, INK, type ShownAmount } from '../grammar/type.ts';

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

interface Bar extends Tile, PairValue {
  readonly name: string;
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
    const places = pairs.map((pair, index) => ({ ...pair, middle: left + (index + 0.5) * pitch }));
    const values = pairs.flatMap(({ before, now }) => [before?.value ?? 0, now?.value ?? 0]);
    const y = scaleFromZero(values, [BASE, TOP]);
    const isSingle = pairs.every(({ before }) => before === undefined);
    const bars = places.flatMap((place) =>
      [place.before, place.now].flatMap((item, index): Bar[] => {
        if (!item) return [];
        const middle = isSingle ? place.middle : place.middle + (index - 0.5) * half;
        const edges = { left: middle - half / 2 + 1, right: middle + half / 2 - 1, middle };
        const fill = barFill(index === 0 ? 'before' : 'now', item.derived);
        const name = names[index] ?? '';
        return [{ ...item, ...edges, ...upright(y, 0, item.value), fill, name, isNow: index === 1 }];
      }),
    );
    /** The earlier year has no texts under its columns where they are narrower than these. */
    const isRoomy =
      measure(
        bars.flatMap((bar) => [bar.name, bar.beneath]),
        'small',
      ) <= half;
    const shown = bars.filter(({ isNow }) => isNow || isRoomy);
    const under: Label[] = [];
    let line = BASE + (values.some((value) => value < 0) ? 45 : 15);
    under.push(...shown.map(({ name, middle }) => centred(name, middle, line, 'smallQuiet')));
    if (beneath !== '') {
      line += 22;
      under.push({ x: 0, y: line, text: fold(beneath, left - 8, 'small'), style: 'smallQuiet' });
      under.push(...shown.map((bar) => centred(bar.beneath, bar.middle, line, 'small')));
    }
    line += 26;
    const titles = pairs.map(({ label }) => fold(label, pitch - 6, 'smallStrong', 3));
    for (const [index, { middle }] of places.entries()) {
      const title = titles[index] ?? [];
      under.push(centred(title, middle, line + (title.length - 1) * 7.5, 'smallStrong'));
    }
    line += 15 * (Math.max(1, ...titles.map(({ length }) => length)) - 1);
    const derived = places.filter(({ before, now }) => before?.derived || now?.derived);
    if (derived.length > 0) line += 16;
    under.push(...derived.map(({ middle }) => centred('derived', middle, line, 'derived')));
    return frame(width, line + 10, {
      marks: [
        tiles(bars),
        Plot.ruleY(places, {
          x1: ({ middle }) => middle - half - 3,
          x2: ({ middle }) => middle + half + 3,
          y: y.apply(0),
          stroke: INK,
        }),
      ],
      labels: [...labelEnds(bars, width), ...under],
    });
  };

/** Figures at the ends of the columns, those of the later year first: an earlier one in the way moves further out. */
function labelEnds(bars: readonly Bar[], width: number): Label[] {
  const sorted = bars.toSorted((a, b) => Number(b.isNow) - Number(a.isNow));
  const labels = sorted.map(({ value, text, isNow, middle, top, bottom }): Label => {
    const [y, away] = value >= 0 ? [top - 9, -15] : [bottom + 10, 15];
    return { ...centred(text, middle, y, isNow ? 'smallStrong' : 'small'), away };
  });
  return dodge(labels, bars, width);
}
