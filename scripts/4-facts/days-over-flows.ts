import { NOWHERE } from '../../src/concepts/label-context.ts';
import { findConcept } from '../../src/concepts/vocabulary.ts';
import { DAYS_OF_QUARTER } from '../../src/model/calendar.ts';
import type { Concept } from '../../src/model/concept.ts';
import type { Aspect } from '../../src/model/fact.ts';
import {
  daysBetween,
  type IsoDate,
  isDuration,
  isInstant,
  lastDay,
  monthsIn,
  type Period,
} from '../../src/model/period.ts';
import { rememberLast } from '../../src/model/remember.ts';
import type { GridRow } from '../2-tables/grid.ts';
import type { Captions } from '../3-context/captions.ts';
import type { ReadRow } from '../3-context/read-row.ts';
import type { ReadTable } from '../3-context/read-table.ts';
import { isRatioOfBalances } from '../grammar/balance-ratios.ts';
import { isMeasured, isStock } from '../grammar/counted-noun.ts';
import { namesFlow } from './over-time.ts';

/** What is called a balance or like one, and things counted that are there at a moment, not their share of something. */
export const isMomentary = ({ label, row, parents }: ReadRow, aspect: Aspect, { unit }: Captions): boolean =>
  BALANCE.test(label) ||
  BALANCE_PER_SHARE.test(label) ||
  (aspect === 'amount' && NAMES_BALANCE.test(label)) ||
  isRatioOfBalances(label) ||
  findConcept(label.replace(/\s*\([^()]*\)/g, ''), NOWHERE)?.concept.periodType === 'instant' ||
  (aspect !== 'ratio' &&
    isStock(label) &&
    !isMeasured(parents.at(-1) ?? '') &&
    !(unit?.currency && !unit.isOfDocument && isBroken(row)));

/** `Subscriptions | 40.3 | 35.9` below `R$ million`: no number of them. */
const isBroken = ({ cells }: GridRow): boolean =>
  cells.some(({ figures }) => figures.some(({ token }) => token && !token.percent && token.places > 0));

const BALANCE = /^(?!.*\b(?:change|increase|decrease|average)s?\b).*\bbalances?$/i;

/** `Tangible common shareholders’ equity`, and nothing that is done with it. */
const NAMES_BALANCE =
  /^(?!.*\b(?:average|change|changes|increase|decrease|gains?|loss(?:es)?|income|expenses?|sales?|purchases?|acquisitions?|disposals?|impairments?|additions?|issuance|proceeds|investments?|contributions?|transfers?|of|in|on|to|from|for)\b).*\b(?:equity|assets|liabilities|net (?:cash|debt)|borrowings|deposits|working capital|capital employed|aum)$/i;
const BALANCE_PER_SHARE =
  /\b(?:book value|equity|net (?:tangible )?assets?(?: value)?|nav)\b.*\bper (?:[\p{L}-]+ ){0,2}(?:share|unit|security)\b/iu;

/** It stands in a statement of balances. */
export const isOfBalances = ({ enclosing }: ReadRow): boolean => enclosing.includes('BalanceSheet');

/** Years of weeks begin and end some days off the day that a label names. */
export const LEEWAY = 3;

/** A column names a shorter span of its own that ends on the same day. */
export const hasShorter = ({ columns, grid }: ReadTable, span: Period): boolean =>
  columns.some(
    ({ cell, period }) =>
      period &&
      isDuration(period) &&
      lastDay(period) === lastDay(span) &&
      monthsIn(period) < monthsIn(span) &&
      grid.columns[cell - 1]?.hasFigures,
  );

/** `Q3 2009` beside `At 30 Sep. 2009`, over flows: what the day stands for is no quarter. */
export const toldBeside = ({ columns, grid }: ReadTable, span: Period): boolean =>
  columns.some(({ cell, period }) => period === span && grid.columns[cell - 1]?.hasFigures);

export const QUARTER = 3;

/** `Period ended June 30, 2024`: what stands below goes on up to that day. */
export const endsSpan = (header: readonly string[]): boolean =>
  /\b(?:ended|ending)\b/i.test(header.join(' '));

/** Columns of bare days a quarter apart, `9/30/24 | 6/30/24`, over flows: these are of quarters, where none says so itself. */
export const showsQuarters = rememberLast(({ columns, grid }: ReadTable): boolean => {
  const filled = columns.filter(({ cell }) => grid.columns[cell - 1]?.hasFigures);
  const days = filled.flatMap(({ period }) => (period && isInstant(period) ? [period] : []));
  if (filled.some(({ period }) => period && isDuration(period) && monthsIn(period) === QUARTER)) return false;
  return days.some((day) => days.some((one) => Math.abs(daysBetween(one, day) - DAYS_OF_QUARTER) <= LEEWAY));
});

/** The same day of two years, by months or by weeks. */
export const isSameDay = (a: IsoDate, b: IsoDate): boolean =>
  Math.abs(daysBetween(`2000${a.slice(4)}`, `2000${b.slice(4)}`)) <= 2 * LEEWAY;

/** All its known amounts are flows. */
export const tellsFlows = rememberLast(({ rows, statement }: ReadTable): boolean => {
  const known = rows.flatMap(({ concept }) => (concept?.kind === 'monetary' ? [concept] : []));
  return (
    FLOWS.has(statement) && known.length > 1 && known.every(({ periodType }) => periodType === 'duration')
  );
});

const FLOWS: ReadonlySet<string> = new Set(['income', 'comprehensiveIncome', 'cashFlow']);

export const isFlow = (concept: Concept | undefined, row: ReadRow, { statement }: ReadTable): boolean =>
  concept
    ? concept.periodType === 'duration'
    : FLOWS.has(statement) || (!isOfBalances(row) && namesFlow(row.label));
