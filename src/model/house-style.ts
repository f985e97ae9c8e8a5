import { americanised } from './spelling.ts';

export const SPELLINGS = ['british', 'american'] as const;
/** How the owner writes one day. */
export const DATE_STYLES = ['31 March 2013', 'March 31, 2013', '2013-03-31'] as const;
/** How the owner writes one negative number. */
export const NUMBER_STYLES = ['(1,234.5)', '-1,234.5', '(1 234.5)', '-1 234.5'] as const;

/** How a site writes what it says itself. What documents say stays as they print it. */
export interface HouseStyle {
  readonly spelling: (typeof SPELLINGS)[number];
  readonly dates: (typeof DATE_STYLES)[number];
  readonly numbers: (typeof NUMBER_STYLES)[number];
}

export const USUAL_STYLE: HouseStyle = {
  spelling: 'british',
  dates: '31 March 2013',
  numbers: '(1,234.5)',
};

/** One site is rendered at a time: what reads its data sets the style, and what formats asks for it. */
let style = USUAL_STYLE;

export const houseStyle = (): HouseStyle => style;

export function setHouseStyle(wanted: HouseStyle): void {
  style = wanted;
}

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);
const USUAL_DATE = RegExp(`\\b(\\d{1,2}) (${MONTHS.join('|')}) (\\d{4})\\b`, 'g');

export const monthName = (month: number): string => MONTHS[month - 1] ?? '';

/** A day by its numbers, as the house writes it. */
export function writeDate(year: number, month: number, day: number): string {
  const name = monthName(month);
  if (style.dates === 'March 31, 2013') return `${name} ${day}, ${year}`;
  if (style.dates === '2013-03-31') return [year, pad(month), pad(day)].join('-');
  return `${day} ${name} ${year}`;
}

/** A space that breaks no line. Every typeface has it, which cannot be said of narrower ones. */
const SPACE = '\u00a0';

/** What sets whole numbers apart in threes. */
export const thousandsMark = (): string => (style.numbers.includes(' ') ? SPACE : ',');

/** A number without its sign as a negative one. */
export const writeNegative = (digits: string): string =>
  style.numbers.startsWith('-') ? `−${digits}` : `(${digits})`;

/** A number that the house wrote as it is written usually, for what works with its digits. */
export const inUsualDigits = (text: string): string =>
  style.numbers === USUAL_STYLE.numbers ? text : text.replaceAll(SPACE, ',').replace(/^−(.*)$/, '($1)');

/**
 * The program's own words, written elsewhere in the usual style, as the house writes them. What stands in quotation marks
 * is a document's.
 */
export function inHouseStyle(words: string): string {
  if (style.spelling === 'british' && style.dates === USUAL_STYLE.dates) return words;
  return words
    .split(/(“[^”]*”|"[^"]*")/)
    .map((part, index) => (index % 2 === 1 ? part : restyled(part)))
    .join('');
}

const restyled = (words: string): string =>
  (style.spelling === 'american' ? americanised(words) : words).replace(
    USUAL_DATE,
    (_, day: string, month: string, year: string) =>
      writeDate(Number(year), MONTHS.indexOf(month) + 1, Number(day)),
  );

const pad = (number: number): string => String(number).padStart(2, '0');
