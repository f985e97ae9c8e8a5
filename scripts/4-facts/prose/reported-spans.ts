import type { Fact } from '../../../src/model/fact.ts';
import { endOf, isInstant, monthsIn, type Period } from '../../../src/model/period.ts';

const NO_TIME = 'Its sentence does not tell which of the periods reported it is of.';

/** Lengths of the spans that close together and that tables tell apart: the quarter, and the year to date. */
export class ReportedSpans {
  readonly #lengths = new Map<string, Set<number>>();

  constructor(facts: readonly Fact[]) {
    for (const { period } of facts) {
      if (isInstant(period)) continue;
      const lengths = this.#lengths.get(endOf(period)) ?? new Set();
      this.#lengths.set(endOf(period), lengths.add(monthsIn(period)));
    }
  }

  /** Why the time of a number without a word of time is in doubt; empty where only one span can be meant. */
  doubt(period: Period): string {
    return !isInstant(period) && (this.#lengths.get(endOf(period))?.size ?? 0) > 1 ? NO_TIME : '';
  }
}
