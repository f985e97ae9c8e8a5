import type { Verdict } from '../../src/model/finding.ts';

/**
 * A place where a document's own heading is plainly wrong and its evidence was followed instead. Each becomes a row in
 * checks.csv: data never change silently.
 */
export interface Departure {
  readonly rule:
    | 'release-date'
    | 'unit-row'
    | 'translation-column'
    | 'section-total'
    | 'label-sign'
    | 'label-spelling'
    | 'tag-contradicts'
    | 'stated';
  /** `slip` where it is not said. */
  readonly verdict?: Verdict;
  readonly line: number;
  readonly column: number;
  readonly cell: number | null;
  readonly expected: string;
  readonly actual: string;
  readonly message: string;
}
