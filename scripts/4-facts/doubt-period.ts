import { type Calendar, fiscalPart } from '../../src/model/calendar.ts';
import type { Concept } from '../../src/model/concept.ts';
import type { Aspect } from '../../src/model/fact.ts';
import { isDuration, isInstant, lastDay, monthsIn, type Period } from '../../src/model/period.ts';
import { rememberLast } from '../../src/model/remember.ts';
import type { DocumentContext } from '../3-context/document-context.ts';
import type { ReadColumn } from '../3-context/read-column.ts';
import type { ReadRow } from '../3-context/read-row.ts';
import type { ReadTable } from '../3-context/read-table.ts';
import { timeTokens } from '../grammar/time-tokens.ts';
import {
  endsSpan,
  hasShorter,
  isFlow,
  isMomentary,
  isSameDay,
  QUARTER,
  showsQuarters,
  tellsFlows,
} from './days-over-flows.ts';
import { isOverTime, namesFlow } from './over-time.ts';
import type { PlacedFigure } from './placed-figure.ts';

/** How many periods the columns with figures name. */
const countPeriods = rememberLast(({ columns, grid }: ReadTable): number => {
  const filled = columns.filter(({ cell }) => grid.columns[cell - 1]?.hasFigures);
  return new Set(filled.flatMap(({ period }) => period ?? [])).size;
});

const OPEN_LENGTH = 'Its head names a day: of which of the periods up to it the figure is, is open.';

/** What makes the period of a figure unsure, asked in order: each sees what those before it leave. */
const QUESTIONS = [doubtYear, doubtWords, doubtLength, doubtFlow, doubtColumn] as const;

type Question = (
  period: Period,
  figure: PlacedFigure,
  table: ReadTable,
  context: DocumentContext,
) => string | undefined;

/** Why a period is unsure, else empty: where heads leave it open and nothing else tells it, it is no more than likely. */
export function doubtPeriod(...asked: Parameters<Question>): string {
  const [, { figure }] = asked;
  if (figure.when !== '') return '';
  return QUESTIONS.map((ask: Question) => ask(...asked)).find((doubt) => doubt !== undefined) ?? '';
}

function doubtYear(
  ...[period, { row, column }, { grid }, context]: Parameters<Question>
): string | undefined {
  const words = [row.label, ...column.header, ...grid.frame].join(' ');
  return isOtherYear(period, words, [context.period, ...context.reported], context.calendar)
    ? 'It is called a year, and the report is on a part of one that ends on the same day.'
    : undefined;
}

function doubtWords(...[period, { row, column, concept }]: Parameters<Question>): string | undefined {
  const { unreadTime: unread } = column;
  const isDay = isInstant(period) && concept?.periodType === 'instant';
  return unread && (unread.isDay || !isDay) && !row.period
    ? `What its head says of time is not understood: “${unread.words}”.`
    : undefined;
}

/** The head names a day alone, and what stands under it goes on over a while. */
function doubtLength(
  ...[period, { row, column, concept, aspect }, table, { reported }]: Parameters<Question>
): string | undefined {
  const day = isDuration(period) && column.period !== undefined && isInstant(column.period) && column.period;
  if (!day) return undefined;
  if (isFlow(concept, row, table) && hasShorter(table, period) && !reported.includes(period))
    return OPEN_LENGTH;
  const spans = reported.filter((one) => isDuration(one) && isSameDay(lastDay(one), day));
  if (spans.length > 1 && endsSpan(column.header))
    return 'Its head names the end of a period: of which of those that end then the figure is, is open.';
  const isOpen = isOverTime(row.label)
    ? !tellsLength(aspect, table, reported) || (spans.length === 0 && !showsQuarters(table))
    : aspect === 'ratio' && spans.length > 1;
  return isOpen && table.captions.periods.flat().every(isInstant) ? OPEN_LENGTH : undefined;
}

/** What is earned or spent is told for a day. */
function doubtFlow(
  ...[period, { row, column, concept, basis }, table]: Parameters<Question>
): string | undefined {
  if (basis !== 'reported' || !isInstant(period)) return undefined;
  if (isOpenFlow(period, row, concept, column, table))
    return 'Its head names a day: of which period up to it the amount is, is open.';
  return concept?.periodType === 'duration' && isFlowOfDay(row, concept)
    ? 'Only a day is told: of which period up to it the amount is, is open.'
    : undefined;
}

/** Its column tells no period of its own, or tells one that is in doubt. */
function doubtColumn(
  ...[period, { row, column, basis }, table, { reported, periodDoubt }]: Parameters<Question>
): string | undefined {
  if (row.isApart) return 'Its heading stands apart from the table above: whose columns these are is open.';
  if (column.period !== undefined) return isDuration(period) && !row.year ? column.timeDoubt : '';
  if (row.period ?? row.groupPeriod ?? column.dimensions['payment']) return '';
  if (table.ways['entity'] === 'acquired')
    return 'When the business was acquired, or since when this is told of it, is open.';
  if (countPeriods(table) > 1) return 'Its column names no period, and the columns beside it name several.';
  if (basis !== 'reported' || table.captions.periods.length > 0 || !isDuration(period)) return '';
  if (periodDoubt) return periodDoubt;
  return reported.length > 1 && reported.includes(period)
    ? 'Nothing around its table says which of the periods reported on it is of.'
    : '';
}

/** `Fiscal year ended December 31` in a report on nine months up to that day, of which the fiscal year ends in March. */
const isOtherYear = (
  period: Period,
  words: string,
  reported: readonly Period[],
  calendar: Calendar,
): boolean =>
  isDuration(period) &&
  monthsIn(period) === MONTHS_OF_YEAR &&
  fiscalPart(calendar, period) === undefined &&
  /\b(?:years?|FY)\b/i.test(words) &&
  !/\b(?:twelve|12)[- ]months?\b/i.test(words) &&
  !timeTokens(words).some(({ kind }) => kind === 'rolling') &&
  reported.some(
    (one) =>
      isDuration(one) &&
      fiscalPart(calendar, one) !== undefined &&
      monthsIn(one) < MONTHS_OF_YEAR &&
      isSameDay(lastDay(one), lastDay(period)),
  );

/** Whether the columns of days or the spans reported on leave no doubt how long an average or a rate goes back. */
function tellsLength(aspect: Aspect, table: ReadTable, reported: readonly Period[]): boolean {
  const lengths = new Set(reported.filter(isDuration).map(monthsIn));
  if (lengths.size === 1) return lengths.has(QUARTER) || !showsQuarters(table);
  return aspect !== 'ratio' && showsQuarters(table);
}

/** What is earned in a row that is a day, `Ended March 31, 2016`, and no opening or close of a balance. */
const isFlowOfDay = ({ moment, isBetween }: ReadRow, { kind }: Concept): boolean =>
  moment === '' && !isBetween && (kind === 'monetary' || kind === 'perShare');

/** What is earned or spent, for which only a day is told; among such rows one that nobody knows is no balance. */
const isOpenFlow = (
  day: Period,
  row: ReadRow,
  concept: Concept | undefined,
  { period }: ReadColumn,
  table: ReadTable,
): boolean =>
  (concept ||
    namesFlow(row.label) ||
    (period === day && tellsFlows(table) && !isMomentary(row, 'amount', table.captions))) &&
  isFlow(concept, row, table) &&
  row.moment === '' &&
  row.period !== day;
const MONTHS_OF_YEAR = 12;
