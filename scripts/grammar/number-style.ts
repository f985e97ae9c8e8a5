/** How a document writes its numbers: what separates decimals, and whether spaces group thousands. */
export interface NumberStyle {
  readonly decimal: '.' | ',';
  readonly hasSpaces: boolean;
}

export const PLAIN_STYLE: NumberStyle = { decimal: '.', hasSpaces: false };

const COMMA_DECIMAL = /(?<![\d.,])\d{1,3}(?:[.\s]\d{3})*,\d{1,2}(?![\d,])|(?<![\d.,])\d{4,},\d{1,2}(?![\d,])/;
const POINT_DECIMAL = /(?<![\d.])\d+\.\d{1,2}(?![\d.])/;
const SPACE_GROUPED = /^\D*\d{1,3}(?:\s\d{3})+(?:[.,]\d+)?\D*$/;
const COMMA_GROUPED = /\d,\d{3}(?!\d)/;

/** Told by all cells together: a comma separates decimals only where hardly any point does. */
export function readNumberStyle(cells: Iterable<string>): NumberStyle {
  let commas = 0;
  let points = 0;
  let spaces = 0;
  let grouped = 0;
  for (const text of cells) {
    if (text.length > 40 || !/\d/.test(text)) continue;
    if (COMMA_DECIMAL.test(text)) commas++;
    if (POINT_DECIMAL.test(text)) points++;
    if (SPACE_GROUPED.test(text)) spaces++;
    if (COMMA_GROUPED.test(text)) grouped++;
  }
  const decimal = commas > 3 * points ? ',' : '.';
  return { decimal, hasSpaces: spaces > 0 && (decimal === ',' || spaces > grouped) };
}

/**
 * Told by the prose where it has decimals, else by its tables: a release in English often keeps the decimal commas of its
 * accounts in tables only.
 */
export function readProseStyle(text: string, cells: NumberStyle): NumberStyle {
  const commas = countOf(COMMA_DECIMAL, text);
  const points = countOf(POINT_DECIMAL, text);
  const isGrouped = COMMA_GROUPED.test(text);
  const silent = isGrouped ? '.' : cells.decimal;
  const told = commas > 3 * points ? ',' : '.';
  const decimal = commas + points > 0 ? told : silent;
  return { decimal, hasSpaces: cells.hasSpaces && (decimal === ',' || !isGrouped) };
}

const countOf = (pattern: RegExp, text: string): number => text.match(new RegExp(pattern, 'g'))?.length ?? 0;

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
