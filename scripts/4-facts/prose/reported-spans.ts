import type { Printed } from '../../../src/model/fact.ts';
import { isInstant, lastDay, monthsIn, type Period } from '../../../src/model/period.ts';

const NO_TIME = 'Its sentence does not tell which of the periods reported it is of.';

/** Lengths of the spans that close together and that tables and headings tell apart: the quarter, and the year to date. */
export class ReportedSpans {
  readonly #lengths = new Map<string, Set<number>>();

  readonly #headed = new Map<string, Set<number>>();

  constructor(facts: readonly Printed[]) {
    for (const { period } of facts) addLength(this.#lengths, period);
  }

  /** A heading names a span: what is below it, and what is below none, is told apart by that. */
  addHeading(period: Period): void {
    addLength(this.#lengths, period);
    addLength(this.#headed, period);
  }

  /** Whether headings tell apart several spans that close with this one. */
  isSplitByHeadings = (period: Period): boolean => (this.#headed.get(lastDay(period))?.size ?? 0) > 1;

  /**
   * Why the time of a number without a word of time is in doubt; empty where only one span can be meant. A release on a
   * quarter tells of the quarter where it does not say otherwise; one that closes a year tells of both.
   */
  doubt(period: Period): string {
    const lengths = this.#lengths.get(lastDay(period));
    const isOpen = (lengths?.size ?? 0) > 1 && (monthsIn(period) > 3 || lengths?.has(12) === true);
    return !isInstant(period) && isOpen ? NO_TIME : '';
  }
}

function addLength(lengths: Map<string, Set<number>>, period: Period): void {
  if (isInstant(period)) return;
  const known = lengths.get(lastDay(period)) ?? new Set();
  lengths.set(lastDay(period), known.add(monthsIn(period)));
}
