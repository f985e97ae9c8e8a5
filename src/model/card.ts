/** What a link to a period shows where people share it: a picture that the browser that prints draws. */
export interface Card {
  /** Address of the picture below the site's base. */
  readonly file: string;
  readonly issuer: string;
  readonly period: string;
  /** `1 April 2012 to 31 March 2013 · JPY millions`. */
  readonly when: string;
  readonly figures: readonly CardFigure[];
  /** Said at its foot; empty unless the site is a draft. */
  readonly note: string;
}

/** A measure, its figure and how it changed on the year; the change may be empty. */
export interface CardFigure {
  readonly name: string;
  readonly text: string;
  readonly change: string;
}

/** Pixels; what networks ask for. */
export const CARD_SIZE = { width: 1200, height: 630 } as const;

export const cardOfPeriod = (issuer: string, slug: string): string => `${issuer}/${slug}/card.png`;
