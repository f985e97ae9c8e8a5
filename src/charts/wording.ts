import { formatPlain, roundDecimal } from '../model/decimal.ts';
import { formatAmount, signOfRise, withSign } from '../model/format.ts';
import {
  certainSign,
  decimalsKnown,
  exactly,
  magnitude,
  minus,
  plus,
  type Quantity,
  scaled,
} from '../model/quantity.ts';
import type { ChartCell } from './chart.ts';
import { type Growth, growthFrom, type MeasuredAmount } from './reading/measured.ts';

/** In units of ten to the `power`, with the decimal places that are known and so many at most. */
export const formatKnown = (quantity: Quantity, most: number, power = 0): string =>
  formatAmount(
    formatPlain(quantity.exact),
    power,
    Math.max(0, decimalsKnown(quantity, most - power) + power),
  );

/** `9.2%`, `(5.3%)`: to a tenth at most, to no digit that is not known. */
export const formatPercent = (quantity: Quantity, most = 1): string =>
  withSign(formatKnown(quantity, most), '%');

export const signedPercent = (quantity: Quantity, most = 1): string =>
  withPlus(formatPercent(quantity, most));

/** `+9.2%`, `7.6×` of what grew to so many times as much; empty where not even a whole percent is known. */
export function shortGrowth(growth: Quantity): string {
  if (growth.value >= MULTIPLE) return `${formatTimes(timesAsMuch(growth))}×`;
  return decimalsKnown(growth, 1) < 0 ? '' : signedPercent(growth);
}

/** 20% more is 1.2 times as much. */
const timesAsMuch = (growth: Quantity): Quantity => plus(exactly(1), scaled(growth, 0.01));

/** `22.0%`, without its sign: for sentences that say whether it rose or fell. */
export const sizePercent = (quantity: Quantity, most = 1): string => formatPercent(magnitude(quantity), most);

/** `up 9.2%`, `down 5.3%`, `level`: within a sentence. */
export function movedBy(growth: Quantity): string {
  const way = whichWay(growth, growth);
  return way === 'level' ? 'level' : `${way} ${sizePercent(growth)}`;
}

/** Growth beyond this is told as a multiple: a percentage with six digits says nothing. */
const MULTIPLE = 300;

/** `rose 22.0%`, `fell 5.3%`, `rose 4.3-fold`: after the name of what grew; `verbs` for up and down. */
export function grewBy(growth: Quantity, verbs: readonly [up: string, down: string], most = 1): string {
  if (growth.value < MULTIPLE) return `${verbs[growth.value < 0 ? 1 : 0]} ${sizePercent(growth, most)}`;
  return `${verbs[0]} ${formatTimes(timesAsMuch(growth)).replace(/\.0$/, '')}-fold`;
}

/** `1.5`, `5,103,037`: how many times, to a tenth below a hundred. */
export const formatTimes = (ratio: Quantity): string =>
  formatKnown(ratio, Math.abs(ratio.value) < 100 ? 1 : 0);

/** Said of a chart some of whose marks no document prints: what they are, and what they are worked out from. */
export const hatchNote = (
  amounts: readonly { readonly derived: boolean }[],
  marks: 'amounts' | 'columns',
  from: string,
): string =>
  amounts.some(({ derived }) => derived)
    ? `Hatched ${marks} are not printed anywhere; they are worked out from ${from}.`
    : '';

/** Whether there is anything to draw: a picture of nothing but zeros is none. */
export const isAllZero = (amounts: readonly Quantity[]): boolean => amounts.every(({ value }) => value === 0);

export const withPlus = (text: string): string => `${signOfRise(text.replace('%', ''))}${text}`;

/** Which way a number went, to a reader: a change that rounds to nothing is none. */
export type Way = 'up' | 'down' | 'level';

/** Growth of less than a twentieth of a percent, or of a sign that the digits leave open, is none. */
export function whichWay(change: Quantity, growth: Quantity | undefined): Way {
  if (certainSign(change) === 0 || (growth && Math.abs(growth.value) < 0.05)) return 'level';
  return change.value > 0 ? 'up' : 'down';
}

/** How a number went from one period to another: by how much in percent, where that can be told, and which way. */
export function compare(
  now: MeasuredAmount,
  before: MeasuredAmount,
): { readonly growth?: Growth | undefined; readonly way: Way } {
  const growth = growthFrom(now, before);
  return { growth, way: whichWay(minus(now, before), growth) };
}

/** `a`, `a and b`, `a, b and c`. */
export const listed = (texts: readonly string[]): string =>
  texts.length < 2 ? texts.join('') : `${texts.slice(0, -1).join(', ')} and ${texts.at(-1)}`;

const COUNTS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** `three`, `12`. */
export const countWord = (count: number): string => COUNTS[count] ?? String(count);

/** The same, or a dash where it cannot be told. */
export const growthText = (growth: Quantity | undefined): string => (growth && shortGrowth(growth)) || '–';

/** A number in percent that is printed or was worked out, or a dash where it cannot be told. */
export const percentCell = (
  of: Growth | undefined,
  format: (of: Quantity) => string = formatPercent,
): ChartCell => of?.rate ?? (of && decimalsKnown(of, 1) >= 0 ? ratioCell(of, format(of), 'percent') : '–');

/** A ratio that was worked out, to two places. */
export const ratioCell = ({ exact }: Quantity, text: string, unit: string): ChartCell => ({
  text,
  value: formatPlain(roundDecimal(exact, 2)),
  unit,
});
