/** How a text accounts for a number: by a reason given in or beside its sentence, or by someone speaking of it. */
export const EXPLANATION_KINDS = ['reason', 'quote'] as const;
export type ExplanationKind = (typeof EXPLANATION_KINDS)[number];

/** What management says about numbers: its own words, where they stand, and the facts that they are about. */
export interface Explanation {
  /** Stable: `iij/2013-05-15-fy2012#L96@104`, the place where the words start. */
  readonly id: string;
  readonly issuer: string;
  readonly document: string;
  readonly kind: ExplanationKind;
  /** 1-based line and column (Unicode code points) of the first character. */
  readonly line: number;
  readonly column: number;
  /** Line and column behind the last character. */
  readonly endLine: number;
  readonly endColumn: number;
  /** The words of the clause, Markdown escapes removed. */
  readonly text: string;
  /** Who says it, where it stands in a quote, and as what: `Koichi Suzuki`, `President and CEO of IIJ`; else empty. */
  readonly speaker: string;
  readonly role: string;
  /** Ids of the facts it is about, in reading order; never empty. */
  readonly facts: readonly string[];
}
