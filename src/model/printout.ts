import type { Card } from './card.ts';
import type { IsoDate } from './period.ts';

/** What a printout is of: one page of the site, or several bound together with a cover and contents. */
export type PrintoutKind = 'period' | 'issuer' | 'checks' | 'book';

/** Rows of a download that a printout carries: those where every named column has the value given. */
export interface AttachedRows {
  /** The download below `data/`. */
  readonly file: string;
  /** Name in the printout. */
  readonly name: string;
  /** A row that any of these fits is carried. */
  readonly where: readonly Readonly<Record<string, string>>[];
}

/** The four corners of a printed page; the foot's right corner is always the page number. */
export interface RunningText {
  readonly headLeft: string;
  readonly headRight: string;
  readonly footLeft: string;
}

/** The cover of a book. */
export interface Cover {
  readonly eyebrow: string;
  readonly title: string;
  readonly subtitle: string;
  /** What it stands on, a line each: term and description. */
  readonly terms: readonly (readonly [term: string, description: string])[];
}

/** A document on paper that the site offers. Paths are below the site's base. */
export interface Printout {
  readonly kind: PrintoutKind;
  /** Address and file name of the PDF. */
  readonly file: string;
  /** The pages that it is made of, one unless it is a book. */
  readonly pages: readonly string[];
  /** Those of the pages that a book shortens to what happened and the income statement. */
  readonly brief?: readonly string[];
  readonly title: string;
  readonly author: string;
  readonly language: string;
  readonly subject: string;
  /** Date of the latest release in it; a printout has no other, so that it can be made again as it was. */
  readonly date: IsoDate;
  readonly issuer: string;
  /** One hash of its issuer's inputs; empty where it is not known. */
  readonly inputs: string;
  /** Slug of the period, or id of the release. */
  readonly of: string;
  readonly running: RunningText;
  readonly rows: readonly AttachedRows[];
  /** Source documents that it carries. */
  readonly sources: readonly string[];
  /** Only of a book. */
  readonly cover?: Cover | undefined;
}

/** Selects what a book leaves out of its pages: its cover tells the source. */
export const LEFT_OUT_IN_BOOK = '#sources';

/** Selects what it leaves out of a page that it shortens. */
export const LEFT_OUT_IN_BRIEF = '.section:not(#highlights, #statements), .statement:not(#income)';

/** Generated with the pages: all printouts, and where they will be. */
export interface PrintoutList {
  /** Path under which the site is served, with a slash at both ends. */
  readonly base: string;
  /** Origin at which it is served, empty where that is not known. */
  readonly site: string;
  readonly printouts: readonly Printout[];
  /** Pictures for shared links, drawn beside them. */
  readonly cards?: readonly Card[];
  /** Files of charts, which are to be had as pictures of dots too. */
  readonly charts?: readonly string[];
}

/** The hash of an issuer's inputs as pages show it. */
export const shortenHash = (hash: string): string => hash.slice(0, SHORT);
const SHORT = 12;

/** Address of the PDF of a page, given the page's path: its file is named like the page. */
export const printoutOfPeriod = (issuer: string, slug: string): string =>
  `${issuer}/${slug}/${issuer}-${slug}.pdf`;
export const printoutOfIssuer = (issuer: string): string => `${issuer}/${issuer}.pdf`;
export const printoutOfChecks = (issuer: string): string => `${issuer}/checks/${issuer}-checks.pdf`;
/** The report book of a release. */
export const bookOfRelease = (issuer: string, document: string): string =>
  `${issuer}/documents/${document}/${issuer}-${document}-book.pdf`;
