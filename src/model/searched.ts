/**
 * A page that search finds by its names: `/<issuer>/search/names.json`. Of all issuers of a site, by the first letters of
 * its words: `/search/words/op.json`.
 */
export interface SearchedName {
  readonly kind: 'issuer' | 'comparison' | 'measure' | 'period' | 'release';
  readonly title: string;
  /** Other names of it. */
  readonly names: string;
  readonly href: string;
  /** Of a measure: its file, as in `data-m`. */
  readonly file?: string;
  /** Whose it is, where all issuers are searched. */
  readonly of?: string;
}

/** Issuers that have a figure of these significant digits: `/search/digits/10.json`. */
export type SearchedDigits = Readonly<Record<string, readonly string[]>>;

/** What issuers are called, by their addresses: `/search/issuers.json`. */
export type SearchedIssuers = Readonly<Record<string, string>>;

/**
 * Figures whose digits begin alike, by their significant digits: `/<issuer>/search/10.json`. One for each fact, with
 * the place that states it best.
 */
export type SearchedNumbers = Readonly<Record<string, readonly SearchedNumber[]>>;

export interface SearchedNumber {
  /** `Revenues, FY2012`. */
  readonly text: string;
  /** With its unit: `106,248 JPY millions`. */
  readonly printed: string;
  readonly unit: string;
  readonly value: string;
  readonly href: string;
  /** File of its measure, as in `data-m`. */
  readonly measure: string;
}

/** Digits of a number that count, whatever its separators, sign and scale: `106,248` and `106248000000` are alike. */
export const significantDigits = (text: string): string =>
  text.replaceAll(/\D/g, '').replace(/^0+/, '').replace(/0+$/, '');

/** Digits that name the file of a number. */
export const LEADING_DIGITS = 2;

/** Words as search tells them apart. */
export const splitWords = (text: string): string[] =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');

/** What names the file of a word: its first two letters or digits, where they can stand in an address. */
export function firstLetters(word: string): string {
  const letters = word.slice(0, 2);
  return /^[a-z0-9]+$/.test(letters) ? letters : '_';
}
