import type { Answer } from './answer.ts';

/**
 * What came of a check. `exact`: the printed digits agree. `rounding`: the intervals that the printed digits stand
 * for meet (XBRL Calculations 1.1). `footing`: off by one unit in the last place because the issuer made a printed
 * column add up. `basis`: both right, differently defined. `doubt`: the figures disagree, and that they were
 * misread explains it better than a misprint. `slip`: a word, label, date or heading cannot be right. `error`: a figure cannot be
 * so, and how each figure involved is read is borne out elsewhere.
 */
export const VERDICTS = ['exact', 'rounding', 'footing', 'basis', 'doubt', 'slip', 'error'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** One check that was made, passes included. Amounts are plain decimals in base units, empty for text findings. */
export interface Finding {
  /**
   * Stable and unique in the project, by what is compared and not by where it stands:
   * `iij/2013-05-15-fy2012/growth/Revenues/2012-04-01--2013-03-31/1f3k09xz`.
   */
  readonly id: string;
  readonly rule: string;
  readonly verdict: Verdict;
  readonly issuer: string;
  readonly document: string;
  readonly line: number;
  readonly column: number;
  readonly cell: number | null;
  readonly expected: string;
  readonly actual: string;
  readonly difference: string;
  readonly tolerance: string;
  /** One or two sentences for a reader: what is printed where, what it should be, how we know. */
  readonly message: string;
  /** Ids of the facts it is about; the first is the one that the finding marks. */
  readonly facts: readonly string[];
  /** What the issuer says to it. */
  readonly answer?: Answer;
}
