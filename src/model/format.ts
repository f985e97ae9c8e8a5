import { formatPlain, parseDecimal, roundDecimal } from './decimal.ts';
import type { Edition, StatedBasis } from './document.ts';
import type { Fact } from './fact.ts';
import { monthName, thousandsMark, writeDate, writeNegative } from './house-style.ts';
import { firstDay, type IsoDate, isInstant, lastDay, monthsIn, type Period } from './period.ts';

/** Keeps what follows on the line of the word before it. A joiner without width would be looked for in other fonts. */
export const NO_BREAK = '\u00a0';

/** Stands for nil, and for a change that cannot be told. */
export const NIL = '–';

const COUNT_WORDS = 'no one two three four five six seven eight nine ten eleven twelve'.split(' ');
const SCALES: Readonly<Record<number, string>> = {
  3: 'thousands',
  6: 'millions',
  9: 'billions',
  12: 'trillions',
};
/** Before a number in words that is not known to its last digit. */
export const ROUGHLY = 'roughly ';
/** Scales whose whole units are told. */
const WHOLE = new Set([3, 6]);

// Amounts

/**
 * A plain decimal in units of ten to the `scale`, rounded half away from zero to `places`, digits in threes,
 * negatives in parentheses, or as the house writes them. Exact: digits are never taken through floating point.
 */
export function formatAmount(value: string, scale = 0, places = 0): string {
  const { negative, digits } = digitsAt(value, scale, places);
  const whole = digits.slice(0, digits.length - places);
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, thousandsMark());
  const text = places > 0 ? `${grouped}.${digits.slice(-places)}` : grouped;
  return negative ? writeNegative(text) : text;
}

/** The scale a fact was printed in, as a power of ten: 6 for `106,248` in millions, 9 for `2.31` in billions. */
export const printedScale = ({ decimals }: Pick<Fact, 'decimals'>): number =>
  decimals === null || decimals >= 0 ? 0 : Math.ceil(-decimals / 3) * 3;

/** Decimal places that are known of a fact in units of ten to the `scale`. */
export const knownPlaces = ({ decimals }: Fact, scale: number): number =>
  decimals === null ? 0 : Math.max(0, decimals + scale);

/**
 * Places to tell an amount with beside others in units of ten to the `scale`: whole units if it was printed finer,
 * and if it was worked out, for then more digits are known than anyone prints.
 */
export const placesBeside = (fact: Fact, scale: number): number =>
  printedScale(fact) < scale || (fact.origin === 'derived' && WHOLE.has(scale))
    ? 0
    : knownPlaces(fact, scale);

/** A fact in its concept's own sense, digits only, nil as a dash; by default to its printed digit. */
export const formatFact = (
  fact: Fact,
  scale = printedScale(fact),
  places = knownPlaces(fact, scale),
): string => (fact.value === '' ? NIL : formatAmount(knownValue(fact, scale, places), scale, places));

/** The decimal of a fact in its concept's own sense, without digits that are not known and those behind `places`. */
export const knownValue = (fact: Fact, scale: number, places: number): string =>
  formatPlain(roundDecimal(parseDecimal(ownValue(fact)), Math.min(fact.decimals ?? 0, places - scale)));

/** `roughly ` before an amount that was worked out, where its last noughts in units of ten to the `scale` stand for digits that are not known. */
export const hedge = ({ origin, decimals }: Pick<Fact, 'origin' | 'decimals'>, scale: number): string =>
  origin === 'derived' && decimals !== null && decimals + scale < 0 ? ROUGHLY : '';

/** The decimal of a fact in its concept's own sense, for machines. */
export const ownValue = (fact: Fact): string => turned(fact.value, fact.polarity);

/** A number as it is printed, nil as a dash. */
export const formatRaw = (raw: string): string => (/^[-‐-―]$/.test(raw) ? NIL : raw);

/** With the sign of its unit, within the parentheses of a negative: `7.3%`, `(5.3%)`. */
export const withSign = (digits: string, sign: string): string =>
  digits.endsWith(')') ? `${digits.slice(0, -1)}${sign})` : `${digits}${sign}`;

/** The sign that goes before a rise, where parentheses mark a fall: `+`, or nothing for a fall and for no change. */
export const signOfRise = (digits: string): string => (/^[(−]|^[0.,\u00a0–]*$/.test(digits) ? '' : '+');

/** A number without the sign that words tell. */
export const withoutSign = (digits: string): string => digits.replace(/[()−]/g, '');

/** `JPY millions`, `JPY a share`, `%`, `thousand shares`, `contracts`. */
export function formatUnit(unit: string, scale = 0): string {
  if (unit === 'percent') return '%';
  if (unit === 'pure') return '';
  const [measure = '', per] = unit.split('/');
  const word = SCALES[scale];
  if (per !== undefined && !isCurrency(per)) return `${measure} ${per === 'ADS' ? 'an' : 'a'} ${per}`;
  if (per !== undefined) return `${measure} per ${per}`;
  if (word === undefined) return measure;
  return isCurrency(measure) ? `${measure} ${word}` : `${word.replace(/s$/, '')} ${measure}`;
}

/** The unit to tell behind a printed figure: what it says itself, as `JPY106,248` and `9.2%` do, is not said again. */
export function unitBehind(fact: Fact, printed: string): string {
  const unit = formatUnit(fact.unit, printedScale(fact));
  const [first = ''] = unit.split(' ');
  const isSaid = isCurrency(first) ? printed.startsWith(first) : unit === '%' && printed.includes('%');
  return isSaid ? unit.slice(first.length).trim() : unit;
}

/** A bare count: `1,049`. */
export const formatCount = (count: number): string => formatAmount(String(count));

/** `1 line`, `1,049 facts`: the plural by an s. */
export const formatCounted = (count: number, noun: string): string =>
  `${formatCount(count)} ${noun}${count === 1 ? '' : 's'}`;

/** `812 bytes`, `14 kB`, `2.3 MB`, in powers of a thousand. */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`;
  if (bytes < 999_500) return `${Math.round(bytes / 1000)} kB`;
  return `${formatAmount(String(bytes), 6, 1)} MB`;
}

/** `line 58`, `lines 383–394`. */
export const formatLines = (first: number, last: number): string =>
  first === last ? `line ${first}` : `lines ${first}–${last}`;

/** At most so many characters, cut between words. */
export const shorten = (words: string, most: number): string =>
  words.length <= most ? words : `${words.slice(0, most).replace(/[\s,;:]+\S*$/, '')}…`;

/** As the first word of a sentence. */
export const upperFirst = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** Within a sentence: `Network services` becomes `network services`, `ATM operation` and `IP service` stay. */
export const lowerFirst = (name: string): string =>
  /^[A-Z][a-z]/.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;

// Dates and periods

/** `15 May 2013`, or as the house writes it. */
export const formatDate = (date: IsoDate): string =>
  writeDate(Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10)));

/** `Mar 2013`. */
export const formatMonth = (date: IsoDate): string => `${monthIn(date).slice(0, 3)} ${date.slice(0, 4)}`;

/** `1 April 2012 to 31 March 2013`, or the day of an instant. */
export function formatPeriod(period: Period): string {
  if (isInstant(period)) return formatDate(period);
  return `${formatDate(firstDay(period))} to ${formatDate(lastDay(period))}`;
}

/** `year to 31 March 2013`, `six months to 30 September 2012`, `31 March 2013`: what a period is without a name. */
export function formatSpan(period: Period): string {
  if (isInstant(period)) return formatDate(period);
  const months = monthsIn(period);
  if (months === 0) return formatPeriod(period);
  const length = months === 12 ? 'year' : `${COUNT_WORDS[months] ?? months} month${months === 1 ? '' : 's'}`;
  return `${length} to ${formatDate(lastDay(period))}`;
}

// Names

/** `NASDAQ:IJJI` as `NASDAQ IJJI`. */
export const formatListing = (listing: string): string => listing.replace(':', ' ');

/** `US GAAP, consolidated, unaudited`; empty where nothing is stated. */
export const formatBasis = ({ accounting, scope, audit }: StatedBasis): string =>
  [accounting, scope, audit].filter(Boolean).join(', ');

/** What a page was built from. */
export const formatEdition = (edition: Edition): string =>
  edition === 'published' ? 'Published text' : 'Transcription';

const monthIn = (date: IsoDate): string => monthName(Number(date.slice(5, 7)));
const isCurrency = (unit: string): boolean => /^[A-Z]{3}$/.test(unit) && unit !== 'ADS';

function turned(value: string, polarity: 1 | -1): string {
  if (polarity === 1 || /^-?[0.]*$/.test(value)) return value;
  return value.startsWith('-') ? value.slice(1) : `-${value}`;
}

/** The digits of a decimal after rounding, at least one before the point; a zero has no sign. */
function digitsAt(value: string, scale: number, places: number) {
  const number = parseDecimal(value.replace(/^\+/, ''));
  const rounded = roundDecimal({ ...number, places: number.places + scale }, places);
  const size = rounded.digits < 0n ? -rounded.digits : rounded.digits;
  const digits = size * 10n ** BigInt(places - rounded.places);
  return { negative: rounded.digits < 0n, digits: digits.toString().padStart(places + 1, '0') };
}
