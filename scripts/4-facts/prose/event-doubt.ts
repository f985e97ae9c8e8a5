import { firstDay, type IsoDate, isDuration, lastDay, type Period } from '../../../src/model/period.ts';
import type { BlockContext, Statement } from './statement.ts';

/** Why what tells of an event, on a day or in a month of its own, is no number of the period reported on. */
export function eventDoubt(
  { tied, before, measure, figure }: Statement,
  period: Period,
  sentence: string,
  { document }: BlockContext,
): string {
  const { concept, counts } = measure;
  const main = document.period;
  if (tied || counts === 'stock' || concept?.statement === 'dividends' || lastDay(period) > document.released)
    return '';
  const isReported = lastDay(period) === lastDay(main);
  if (isReported && (AFTER_PERIOD.test(before) || isOfMonthOutside(before, period, document.released)))
    return OF_EVENT;
  const start = firstDay(period);
  if (start !== '' && start <= lastDay(main) && lastDay(period) > lastDay(main)) return OF_EVENT;
  if (
    isDuration(period) &&
    concept === undefined &&
    OF_TERMS.test(measure.label) &&
    !NAMES_TIME.test(sentence)
  )
    return A_TERM;
  const isOpen = figure.kind === 'money' && isDuration(period) && concept === undefined;
  return isOpen && !NAMES_TIME.test(sentence) && DEAL.test(`${measure.label} ${sentence.slice(0, 40)}`)
    ? OF_EVENT
    : '';
}

const A_TERM = 'It is a term of an agreement, and no reported period is named that it is of.';
/** `redeemable for a redemption price of $21.74 per share`. */
const OF_TERMS = /\b(?:redemption|conversion|exercise|strike|subscription) (?:price|rate|ratio)\b/i;
const OF_EVENT = 'It tells of an event, and no reported period is named that it is of.';
/** `Subsequent to quarter end`, `after the close of the second quarter`. */
const AFTER_PERIOD =
  /\b(?:subsequent to|after|following|since)\s+(?:the\s)?(?:(?:end|close) of (?:the\s|our\s)?)(?:[\p{L}-]+\s){0,2}?(?:quarter|year|period|half)\b|\b(?:subsequent to|after|following|since)\s+(?:the\s)?(?:[\p{L}-]+\s)?(?:quarter|year|period|balance sheet)[- ](?:end|date)\b|\bsubsequent to the (?:[\p{L}-]+\s)?(?:quarter|period|year)\b|^\W*subsequently\b/iu;
const NAMES = 'January February March April May June July August September October November December'.split(
  ' ',
);
/** `In August 2023, the board approved`, `On July 15, we closed`. */
const IN_MONTH = new RegExp(
  `\\b(?:[Ii]n|[Dd]uring|[Oo]n|[Ee]ffective) (?:early |mid-?|late )?(${NAMES.join('|')})\\b(?: \\d{1,2}(?:st|nd|rd|th)?\\b)?(?:,? ((?:19|20)\\d\\d))?`,
);
const NAMES_TIME = /\b(?:19|20)\d\d\b|\b(?:quarter|months?|half|year|period)\b/i;
/** What is agreed once: its label, or the words that open its sentence. */
const DEAL =
  /\b(?:purchase price|consideration|commitment|financing|offering|placement|strategic investment|settlement)\b|^\W*(?:\p{L}+\s)?(?:announced|closed|completed|entered|signed|secured|launched)\b/iu;

/** A month is named that the period does not hold; what stands at a day may have been agreed long before. */
function isOfMonthOutside(before: string, period: Period, released: IsoDate): boolean {
  const [, name = '', year] = IN_MONTH.exec(before) ?? [];
  if (name === '') return false;
  const month = String(NAMES.indexOf(name) + 1).padStart(2, '0');
  const told = year ? `${year}-${month}` : `${yearBefore(month, released)}-${month}`;
  return told > lastDay(period).slice(0, 7) || (isDuration(period) && told < firstDay(period).slice(0, 7));
}

/** The year of the last month of that number up to a day. */
const yearBefore = (month: string, day: IsoDate): number =>
  Number(day.slice(0, 4)) - (month > day.slice(5, 7) ? 1 : 0);
