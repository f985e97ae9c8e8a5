/** How a document writes its numbers. */
export interface NumberStyle {
  readonly decimal: '.' | ',';
  /** Spaces group thousands. */
  readonly hasSpaces: boolean;
  /** Its evidence is mixed or too thin for numbers such as `1.234` or `1,234`, whose mark may be either. */
  readonly isUnclear: boolean;
}

export const PLAIN_STYLE: NumberStyle = { decimal: '.', hasSpaces: false, isUnclear: false };

/** What a number alone shows, whatever stands around it in the document. */
const COMMA_DECIMAL =
  /(?<![\d.,])(?:\d{1,3}(?:[.\s]\d{3})*,(?:\d{1,2}|\d{4,})|\d{4,},\d+|0,\d+|\d{1,3}(?:\.\d{3}){2,})(?![\d,]|\.\d)/;
const POINT_DECIMAL =
  /(?<![\d.,])(?:\d{1,3}(?:[,\s]\d{3})*\.(?:\d{1,2}|\d{4,})|\d{4,}\.\d+|0\.\d+|\d{1,3}(?:,\d{3}){2,}|\d{1,3}(?:,\d{3})+\.\d+)(?![\d.]|,\d)/;
/** One mark with three digits behind it: most often it groups them. */
const ONE_COMMA = /(?<![\d.,])[1-9]\d{0,2},\d{3}(?![\d,]|\.\d)/;
const ONE_POINT = /(?<![\d.,])[1-9]\d{0,2}\.\d{3}(?![\d.]|,\d)/;
const SPACE_GROUPED = /^\D*\d{1,3}(?:\s\d{3})+(?:[.,]\d+)?\D*$/;

/** A cell that holds one number and nothing that is none: letters and torn numbers have no say in how numbers are written. */
const ONE_NUMBER =
  /^[^\d\p{L}]{0,4}(?:[A-Z]{1,4}\p{Sc}?\s?)?\(?\d[\d.,\s'’]*(?![lIO]$)(?:[^\d\p{L}]{0,4}|\s?\p{L}{1,5})$/u;

/** So many times more numbers than show the opposite. */
const CLEARLY = 3;
/** So many numbers with one mark before three digits, where nothing else is to be seen, are no chance. */
const FEWEST_GROUPED = 3;

/** Numbers that show what a comma and a point are. */
interface Evidence {
  readonly commas: number;
  readonly points: number;
  readonly oneComma: number;
  readonly onePoint: number;
}

/** Shown by all cells of figures together. */
export function readNumberStyle(cells: Iterable<string>): NumberStyle {
  const numbers = [...cells].filter((text) => ONE_NUMBER.test(text));
  const evidence = evidenceIn(numbers.join('\n'));
  const { decimal, isUnclear } = decideMarks(evidence);
  const spaces = numbers.filter((text) => SPACE_GROUPED.test(text)).length;
  return { decimal, isUnclear, hasSpaces: spaces > 0 && (decimal === ',' || spaces > evidence.oneComma) };
}

/**
 * Shown by the prose where it has decimals, else by its tables: a release in English often keeps the decimal commas of
 * its accounts in tables only.
 */
export function readProseStyle(text: string, cells: NumberStyle): NumberStyle {
  const evidence = evidenceIn(text);
  const { commas, points, oneComma } = evidence;
  const own = commas + points + oneComma > 0 ? decideMarks(evidence) : cells;
  return {
    decimal: own.decimal,
    isUnclear: own.isUnclear || cells.isUnclear,
    hasSpaces: cells.hasSpaces && (own.decimal === ',' || oneComma === 0),
  };
}

const evidenceIn = (text: string): Evidence => ({
  commas: countMatches(COMMA_DECIMAL, text),
  points: countMatches(POINT_DECIMAL, text),
  oneComma: countMatches(ONE_COMMA, text),
  onePoint: countMatches(ONE_POINT, text),
});

/** A comma separates decimals only where hardly anything shows a point to do so; grouped figures count. */
function decideMarks({ commas, points, oneComma, onePoint }: Evidence): Omit<NumberStyle, 'hasSpaces'> {
  const isComma =
    commas + onePoint > CLEARLY * (points + oneComma) && (commas > 0 || onePoint >= FEWEST_GROUPED);
  return isComma
    ? { decimal: ',', isUnclear: oneComma > 0 }
    : { decimal: '.', isUnclear: onePoint > 0 && points === 0 };
}

const countMatches = (pattern: RegExp, text: string): number =>
  text.match(new RegExp(pattern, 'g'))?.length ?? 0;

/** Whether a document of unclear style leaves open what a number is; in a text with regular numbers. */
export const isOpenNumber = (regular: string, { isUnclear }: NumberStyle): boolean =>
  isUnclear && ONE_POINT.test(regular);

/** The text with its numbers as `1,234.5`, character for character, so that places stay what they are. */
export function regularNumbers(text: string, { decimal, hasSpaces }: NumberStyle): string {
  if (!/\d/.test(text)) return text;
  const swapped = decimal === ',' ? text.replace(/\d[\d.,]*\d/g, swapMarks) : text;
  const regular = swapped.replace(GROUPED_APART, ',');
  return hasSpaces ? regular.replace(SPACED, (number) => number.replaceAll(' ', ',')) : regular;
}

/** Apostrophes and spaces of other kinds: between groups of three digits they are printed on purpose. */
const GROUPED_APART = /(?<=\d)['’\u00a0\u2007-\u2009\u202f](?=\d{3}(?!\d))/g;

/** Source of a pattern: a character that takes no room, such as a soft hyphen. */
export const NO_WIDTH = String.raw`[\u00ad\u200b-\u200f\u2060\ufeff]`;

/**
 * The text with plain spaces for those of other widths or kinds, which word processors and web pages strew, and for
 * characters beside a space that have no width; not for those that group digits. Character for character.
 */
export const withPlainSpaces = (text: string): string =>
  text.replace(SPACES, (found) => ' '.repeat(found.length));
const SPACES = new RegExp(
  [
    String.raw`[\v\f\u1680\u2000-\u2006\u200a\u2028\u2029\u205f\u3000]`,
    String.raw`(?<!\d)[\u00a0\u2007-\u2009\u202f]|[\u00a0\u2007-\u2009\u202f](?!\d{3}(?!\d))`,
    String.raw`(?<=\s|^)${NO_WIDTH}+|${NO_WIDTH}+(?=\s|$)`,
  ].join('|'),
  'gm',
);

/** Groups of three digits; more digits beside them make them a telephone or account number. */
const SPACED = /(?<![\d.,+)])(?<!\d )\d{1,3}(?:[ ,]\d{3})+(?! ?\d)/g;

const swapMarks = (number: string): string =>
  /^\d{1,2}\.\d{1,2}\.\d{2,4}$/.test(number)
    ? number
    : number.replace(/[.,]/g, (mark) => (mark === '.' ? ',' : '.'));
