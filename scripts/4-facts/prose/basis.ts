import type { Basis } from '../../../src/model/fact.ts';
import { type IsoDate, isDuration, lastDay, type Period } from '../../../src/model/period.ts';

const AIMED =
  /\b(?:targets?|targeting|forecasts?|guidance|outlook|expects?|expected|expecting|anticipates?|anticipating|anticipated|(?<=\b(?:company|group|management|board|it|now) )projects|projected|estimates?|plans? to|planned|should|will|aims?|intends?|budget)\b/i;
const DONE =
  /\b(?:exceeded|compared (?:to|with)|above|below|beat|met|surpassed|in line with) (?:\w+ ){0,4}(?:targets?|forecasts?|guidance|outlook|expectations?|plan)\b/i;
const SETTLED = /\b(?:paid|scheduled|declared|resolved|approved|proposed?|proposes|recommend(?:s|ed)?)\b/i;

/**
 * Whether a number is aimed at or was. A period that ends after the release can only be aimed at, one that ended before
 * it was; words decide for the period that a release is about, and for dividends, which are settled before they are paid.
 */
export function basisOf(evidence: {
  sentence: string;
  heading: string;
  period: Period;
  released: IsoDate;
  isDividend: boolean;
}): Basis {
  const { sentence, heading, period, released, isDividend } = evidence;
  if (isDividend && SETTLED.test(sentence)) return 'reported';
  const isAhead = isDuration(period) && lastDay(period) > released;
  if (isAhead) return 'target';
  if (!isDividend) return 'reported';
  return AIMED.test(sentence) && !DONE.test(sentence)
    ? 'target'
    : /\b(?:forecast|target|outlook)\b/i.test(heading) && lastDay(period) > released
      ? 'target'
      : 'reported';
}

/** Whether a text tells of what is to be. */
export const tellsOfAim = (text: string): boolean => AIMED.test(text);

const AIMS_NOW =
  /\b(?:we|it|company|group|management|board|issuer)\b[^.;]{0,30}\b(?:expects?|targets?|forecasts?|anticipates?|(?<=\b(?:company|group|management|board|it|now) )projects|guides?|plans?|aims?|intends?)\b(?![^.;]*\b(?:was|were)\b)/i;

/** `is planned at`, `should rise by`: aimed at without a word of who aims. */
const AIMED_NOW =
  /\b(?:is|are)\s(?:\w+\s)?(?:expected|projected|planned|forecast|anticipated|estimated|targeted|budgeted)\b(?![^.;]*\b(?:was|were)\b)|\b(?:should|will)\s(?:be|rise|fall|grow|increase|decrease|decline|amount|reach|come|total|remain|exceed|stay)\b/i;

/** Whether the words before a number aim at it in the present. */
export function isAimedHere(before: string): boolean {
  const clause = before.split(/[.;]\s/).at(-1) ?? '';
  return AIMS_NOW.test(clause) || AIMED_NOW.test(clause);
}

const TOLD =
  /\b(?:increased|decreased|rose|fell|grew|declined|were|was|repurchased|paid|generated|amounted|totall?ed|ended|reached|recorded|reported)\b/i;

/** Whether a text tells of what was, with no word of what is to be. */
export const tellsOfPast = (text: string): boolean => TOLD.test(text) && !AIMED.test(text);
