import { formatPlain, roundDecimal } from '../model/decimal.ts';
import { formatAmount, formatUnit, knownPlaces, printedScale } from '../model/format.ts';
import { isMoney, type PageForm, pageForm } from '../model/page-form.ts';
import { decimalsKnown, exactly, plus, type Quantity, scaled, signOf, sizeOf } from '../model/quantity.ts';
import type { Settled } from '../model/settled.ts';
import type { Cell } from './chart.ts';
import type { Measured } from './reading/measured.ts';

/** How the amounts of one chart are told: in units of ten to the `power`, with so many decimal places. */
export interface Scale {
  readonly power: number;
  readonly places: number;
  readonly unit: string;
}

/** Whole digits that an amount may have before it is told in the next greater unit. */
const DIGITS = 6;

/**
 * One scale for all amounts of a chart: the largest has no more than six whole digits, and none is told with a digit
 * that its document does not print. Amounts worked out from rounded ones are known to fewer digits; they do not make
 * the others coarser, but end in zeros.
 */
export function scaleFor(amounts: readonly Measured[], facts?: Settled): Scale {
  const unit = amounts[0]?.unit ?? '';
  if (facts && isMoney({ unit })) return pageScale(amounts, pageForm(facts, unit));
  const largest = Math.max(0, ...amounts.map(({ value }) => Math.abs(value)));
  const digits = largest < 1 ? 1 : Math.floor(Math.log10(largest)) + 1;
  const power = /^[A-Z]{3}$/.test(unit) ? Math.max(0, Math.ceil((digits - DIGITS) / 3) * 3) : 0;
  const printed = amounts.filter(({ derived }) => !derived);
  const told = printed.length > 0 ? printed : amounts;
  const known = Math.min(15, ...told.flatMap(({ fact }) => fact?.decimals ?? []));
  if (known >= -power) return { power, places: power === 0 ? Math.min(2, Math.max(0, known)) : 0, unit };
  const coarser = Math.ceil(-known / 3) * 3;
  return { power: coarser, places: coarser + known, unit };
}

/** The scale of the issuer's pages, unless all that is printed of the amounts is printed coarser. */
function pageScale(amounts: readonly Measured[], { scale, places }: PageForm): Scale {
  const unit = amounts[0]?.unit ?? '';
  const scales = amounts.flatMap(({ fact, derived }) => (fact && !derived ? [printedScale(fact)] : []));
  const power = Math.max(scale, scales.length > 0 ? Math.min(...scales) : 0);
  if (power === scale) return { power, places, unit };
  return {
    power,
    places: Math.max(0, ...amounts.map(({ fact }) => (fact ? knownPlaces(fact, power) : 0))),
    unit,
  };
}

/** `JPY millions`. */
export const unitOf = ({ unit, power }: Scale): string => formatUnit(unit, power);

/** `106,248`, `(357)`: an amount on the chart's scale, to no digit that is not known. */
export function figure(quantity: Quantity, scale: Scale): string {
  const known = decimalsKnown(quantity, scale.places - scale.power) + scale.power;
  if (known >= 0)
    return formatAmount(formatPlain(quantity.exact), scale.power, Math.min(known, scale.places));
  const told = roundDecimal(quantity.exact, known - scale.power);
  return formatAmount(formatPlain(told), scale.power, 0);
}

/** `+9,639`, `(357)`: a change. */
export const signedFigure = (quantity: Quantity, scale: Scale): string => withSign(figure(quantity, scale));

/** `JPY 3,693 million`, without its sign: for sentences, in the unit of the chart's figures. */
export function money(quantity: Quantity, scale: Scale): string {
  const told = figure(sizeOf(quantity), scale);
  if (!/[1-9]/.test(told)) return smallMoney(quantity, scale.unit);
  const word = formatUnit(scale.unit, scale.power).replace(/s$/, '').replace(scale.unit, '').trim();
  return [scale.unit, told, word].filter(Boolean).join(' ');
}

/** An amount that is nothing in the unit of the chart's figures. */
function smallMoney(quantity: Quantity, unit: string): string {
  const size = Math.abs(quantity.value);
  const power = size < 1e3 ? 0 : Math.min(12, Math.floor(Math.log10(size * (1 + 1e-9)) / 3) * 3);
  const told = size / 10 ** power;
  const places = Math.max(0, decimalsKnown(quantity, (told < 100 && power > 0 ? 1 : 0) - power) + power);
  const word = formatUnit(unit, power).replace(/s$/, '').replace(unit, '').trim();
  return [unit, formatAmount(decimal(size), power, places), word].filter(Boolean).join(' ');
}

/** `9.2%`, `(5.3%)`: to a tenth at most, to no digit that is not known. */
export function percent(quantity: Quantity, most = 1): string {
  const places = Math.max(0, decimalsKnown(quantity, most));
  const text = formatAmount(formatPlain(quantity.exact), 0, places);
  return text.endsWith(')') ? text.replace(')', '%)') : `${text}%`;
}

export const signedPercent = (quantity: Quantity, most = 1): string => withSign(percent(quantity, most));

/** `22.0%`, without its sign: for sentences that say whether it rose or fell. */
export const sizePercent = (quantity: Quantity, most = 1): string => percent(sizeOf(quantity), most);

/** `up 9.2%`, `down 5.3%`, `level`: within a sentence. */
export function movedBy(growth: Quantity): string {
  const way = wayOf(growth, growth);
  return way === 'level' ? 'level' : `${way} ${sizePercent(growth)}`;
}

/** Growth beyond this is told as a multiple: a percentage with six digits says nothing. */
const MULTIPLE = 300;

/** `rose 22.0%`, `fell 5.3%`, `rose to 4.3 times`: after the name of what grew; `verbs` for up and down. */
export function grewBy(growth: Quantity, verbs: readonly [up: string, down: string], most = 1): string {
  if (growth.value < MULTIPLE) return `${verbs[growth.value < 0 ? 1 : 0]} ${sizePercent(growth, most)}`;
  return `${verbs[0]} to ${times(plus(exactly(1), scaled(growth, 0.01)))} times as much`;
}

/** `1.5`, `5,103,037`: how many times, to a tenth below a hundred. */
export const times = (ratio: Quantity): string =>
  formatAmount(
    formatPlain(ratio.exact),
    0,
    Math.max(0, decimalsKnown(ratio, Math.abs(ratio.value) < 100 ? 1 : 0)),
  );

/** Whether there is anything to draw: a picture of nothing but zeros is none. */
export const isAllZero = (amounts: readonly Quantity[]): boolean => amounts.every(({ value }) => value === 0);

const withSign = (text: string): string =>
  text.startsWith('(') || /^[0.,%]*$/.test(text) ? text : `+${text}`;

/** Which way a number went, to a reader: a change that rounds to nothing is none. */
export type Way = 'up' | 'down' | 'level';

/** Growth of less than a twentieth of a percent, or of a sign that the digits leave open, is none. */
export function wayOf(change: Quantity, growth: Quantity | undefined): Way {
  if (signOf(change) === 0 || (growth && Math.abs(growth.value) < 0.05)) return 'level';
  return change.value > 0 ? 'up' : 'down';
}

/** `a`, `a and b`, `a, b and c`. */
export const listed = (texts: readonly string[]): string =>
  texts.length < 2 ? texts.join('') : `${texts.slice(0, -1).join(', ')} and ${texts.at(-1)}`;

/** The same of phrases that have commas of their own. */
export const listedLong = (texts: readonly string[]): string => texts.join('; ');

const COUNTS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** `three`, `12`. */
export const counted = (count: number): string => COUNTS[count] ?? String(count);

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A name within a sentence: `Network services` becomes `network services`, `ATM operation` and `IP service` stay. */
export const inSentence = (name: string): string =>
  /^[A-Z][a-z]/.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;

/** A plain decimal: no exponent, no more than six places. */
export const decimal = (value: number): string => {
  const text = Math.abs(value) >= 1e21 ? BigInt(Math.round(value)).toString() : value.toFixed(6);
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
};

/** What a table prints of an amount: the fact that states it, else what was worked out. */
export const cellOf = (of: Measured | undefined, scale: Scale): Cell =>
  of === undefined
    ? ''
    : (of.fact ?? { text: figure(of, scale), value: formatPlain(of.exact), unit: of.unit });

/** A change in a table. */
export const changeCell = (of: Measured, scale: Scale): Cell => ({
  text: signedFigure(of, scale),
  value: formatPlain(of.exact),
  unit: of.unit,
});

export const percentCell = (of: Quantity | undefined, text: string): Cell =>
  of === undefined ? '–' : { text, value: decimal(Number(of.value.toFixed(2))), unit: 'percent' };
