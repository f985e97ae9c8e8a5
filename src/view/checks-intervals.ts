import type { Fact } from '../model/fact.ts';
import type { Finding } from '../model/finding.ts';
import { around, halfWidth, isBounded, printedQuantity, type Quantity } from '../model/quantity.ts';

/** Two numbers as the intervals that they stand for: what is printed, and what others make of it. */
export interface IntervalPair {
  readonly printed: Quantity;
  readonly expected: Quantity;
}

/** The intervals of a finding about a number; none where a bound is open or nothing was computed. */
export function findIntervals(finding: Finding, fact: Fact): IntervalPair | undefined {
  const { expected, tolerance } = finding;
  const printed = printedQuantity(fact);
  if (expected === '' || tolerance === '' || !isBounded(printed)) return undefined;
  const half = Math.max(0, Number(tolerance) - halfWidth(printed));
  return { printed, expected: around(Number(expected), half) };
}

/** A stretch of a drawn line, in units of its width. */
export interface IntervalStretch {
  readonly from: number;
  readonly to: number;
}

export interface DrawnIntervals {
  readonly printed: IntervalStretch;
  readonly expected: IntervalStretch;
}

/** Share of the line left free at each end. */
const MARGIN = 0.12;
/** What the narrowest interval is drawn as, so that it can be seen. */
const NARROWEST = 3;

/** Both intervals on one line of so many units. */
export function drawIntervals({ printed, expected }: IntervalPair, width: number): DrawnIntervals {
  const low = Math.min(printed.low, expected.low);
  const span = Math.max(printed.high, expected.high) - low || 1;
  const place = (value: number) => width * (MARGIN + ((value - low) / span) * (1 - 2 * MARGIN));
  const stretch = (interval: Quantity): IntervalStretch => {
    const [from, to] = [place(interval.low), place(interval.high)];
    const missing = Math.max(0, NARROWEST - (to - from)) / 2;
    return { from: round(from - missing), to: round(to + missing) };
  };
  return { printed: stretch(printed), expected: stretch(expected) };
}

const round = (value: number): number => Math.round(value * 100) / 100;
