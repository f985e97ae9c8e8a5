/** A page that search finds by its names: `/<issuer>/search/names.json`. */
export interface SearchedName {
  readonly kind: 'measure' | 'period' | 'release';
  readonly title: string;
  /** Other names of it. */
  readonly names: string;
  readonly href: string;
  /** Of a measure: its file, as in `data-m`. */
  readonly file?: string;
}

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
