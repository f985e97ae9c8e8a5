import { monthsTo, quartersOn, yearsOn } from '../../../src/model/calendar.ts';
import { closing, isInstant, lastDay, monthsIn, type Period } from '../../../src/model/period.ts';
import type { DocumentContext } from '../../3-context/document-context.ts';
import type { PeriodMention } from '../../grammar/periods.ts';

/** `(comparisons to December 31, 2017)`, `Fourth Quarter 2024 vs. Third Quarter 2024`, `Linked Quarter Comparisons`. */
const HOLDS = /\b(?:compari(?:son|sons)|compared|versus)\b|\bvs\.?(?=\s)/i;
const QUARTER_BEFORE = /\b(?:linked|prior|previous|(?:immediately )?preceding|sequential)[- ]quarters?\b/i;
const YEAR_BEFORE =
  /\b(?:prior|previous|last|preceding)[- ]year|\byear[- ]ago\b|\bsame (?:quarter|period)\b/i;

/** The time that a heading or remark holds everything below it against. */
export function findAgainst(
  heading: string,
  mentions: readonly PeriodMention[],
  { calendar, period }: DocumentContext,
): Period | undefined {
  const at = heading.search(HOLDS);
  if (at < 0) return undefined;
  const named = mentions.filter(({ start }) => start > at).map((mention) => mention.period);
  if (named.length > 0) return new Set(named).size === 1 ? named[0] : undefined;
  if (QUARTER_BEFORE.test(heading))
    return quartersOn(calendar, monthsTo(calendar, lastDay(period), QUARTER), -1);
  return YEAR_BEFORE.test(heading) ? yearsOn(calendar, period, -1) : undefined;
}

const QUARTER = 3;

/** `(comparisons to respective prior year’s period)`: a line that says what the list below it is held against. */
export const isRemarkOfBase = (text: string): boolean =>
  text.length <= LONGEST && /\bcomparisons?\b/i.test(text) && !/\bcomparisons? of\b/i.test(text);

const LONGEST = 160;

/** What a number of a period is held against where its heading says it; spans are held against those as long. */
export function heldBelow(period: Period, against: Period | undefined): Period | undefined {
  if (against === undefined || lastDay(against) >= lastDay(period)) return undefined;
  if (isInstant(period)) return closing(against);
  return !isInstant(against) && monthsIn(against) === monthsIn(period) ? against : undefined;
}
