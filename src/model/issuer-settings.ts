import type { Accent } from './accent.ts';

/** How a document is another edition of one: it takes the place of an earlier one, or is the same in a second form. */
export type EditionOf = { readonly replaces: string } | { readonly sameAs: string };

/** A measure that the vocabulary does not have. */
export interface OwnMeasure {
  readonly id: string;
  readonly label: string;
  readonly definition?: string;
}

/**
 * What a person says of an issuer in its `issuer.json`, which beats what is read in its documents. All of it may be left
 * out.
 */
export interface IssuerSettings {
  readonly name?: string;
  readonly shortName?: string;
  /** `NASDAQ:IJJI`, the exchange before the colon. */
  readonly ticker?: string;
  readonly website?: string;
  /** Of its own pages, in place of the site's. */
  readonly accent?: Accent;
  /** ISO 4217 code of the currency that it reports in. */
  readonly currency?: string;
  /** Month and day on which its fiscal year ends, `03-31`. */
  readonly fiscalYearEnd?: string;
  /** Labels of rows and the measures that they mean. */
  readonly labels?: Readonly<Record<string, string>>;
  readonly measures?: readonly OwnMeasure[];
  /** By id of the document that is another edition. */
  readonly editions?: Readonly<Record<string, EditionOf>>;
}
