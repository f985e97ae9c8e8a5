import type { Basis } from '../../../src/model/fact.ts';
import { type IsoDate, isDuration, lastDay, type Period } from '../../../src/model/period.ts';
import { OUTLOOK_NOUN } from '../../grammar/outlook-words.ts';

const AIMED =
  /\b(?:targets?|targeting|forecasts?|guidance|outlook|expects?|expected|expecting|anticipates?|anticipating|anticipated|(?<=\b(?:company|group|management|board|it|now) )projects|projected|estimates?|confident (?:in|of|that)|plans? to|planned|should|will|aims?|intends?|budget)\b/i;
const DONE = new RegExp(
  `\\b(?:exceeded|compared (?:to|with)|above|below|beat|met|surpassed|in line with) (?:\\w+ ){0,4}(?:${OUTLOOK_NOUN}|plan)\\b`,
  'i',
);
const SETTLED =
  /\b(?:paid|scheduled|(?<!\bto )(?:increased|raised|announced)|declared|resolved|approved|proposed?|proposes|recommend(?:s|ed)?)\b/i;

/**
 * Whether a number is aimed at or was. A period that ends after the release can only be aimed at, one that ended before
 * it was; words decide for the period that a release is about, and for dividends, which are settled before they are paid.
 */
export function decideBasis(evidence: {
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

const OUTLOOK = /\b(?:outlook|guidance|forecasts?)\b/i;
const OF_RESULTS = /\b(?:highlights?|results?|review|summary)\b/i;
/** `For the year, the company expects:`. */
const LEADS_TO_AIMS =
  /\b(?:expects?|expected|expecting|anticipates?|anticipated|projects|projected|estimates|targets|plans)\b[^.;]*:\s*$/i;

/** Whether a heading, or a line that leads to others, says that what is below it is aimed at. */
export const headsOutlook = (heading: string): boolean =>
  (OUTLOOK.test(heading) && !OF_RESULTS.test(heading)) || LEADS_TO_AIMS.test(heading);

/** Who the company is, where to listen, whom to ask, what to beware of, how measures are defined. */
const STANDING =
  /^about\b|\b(?:conference call|webcast|earnings call|forward[- ]looking|safe harbou?r|cautionary|disclaimers?|contacts?|investor relations)\b|^(?:(?:use|definitions?|explanation|discussion|information) (?:of|on|about|regarding) |note on )?(?:our )?(?:certain )?non-(?:gaap|ifrs) (?:financial )?(?:measures?|information|metrics?)\b/i;

/** Whether a heading opens what every release closes with, whatever it reports on. */
export const headsStanding = (heading: string): boolean => STANDING.test(heading);

/** Whether a text tells of what is to be. */
export const tellsOfAim = (text: string): boolean => AIMED.test(text);

const AIMS_NOW =
  /\b(?:we|it|company|group|management|board|issuer)\b[^.;]{0,30}\b(?:expects?|targets?|forecasts?|anticipates?|(?<=\b(?:company|group|management|board|it|now) )projects|guides?|plans?|aims?|intends?)\b(?![^.;]*\b(?:was|were)\b)/i;

/** `is planned at`, `should rise by`, `expects to open`: aimed at, whoever aims. */
const AIMED_NOW =
  /\b(?:is|are)\s(?:\w+\s)?(?:expected|projected|planned|forecast|anticipated|estimated|targeted|budgeted)\b(?![^.;]*\b(?:was|were)\b)|\b(?:(?:expects|expecting|plans|planning|intends|aims)\sto|confident\s(?:in|of)\s(?:its|our)\sability\sto)\s\p{L}+\b(?![^.;]*\b(?:was|were)\b)|\b(?:should|will)\s(?:be|rise|fall|grow|increase|decrease|decline|amount|reach|come|total|remain|exceed|stay)\b/iu;

const lastClause = (text: string): string => text.split(/[.;]\s/).at(-1) ?? '';

/** Whether the words before a number aim at it in the present. */
export function isAimedHere(before: string): boolean {
  const clause = lastClause(before);
  if (isSupposed(before)) return false;
  return AIMS_NOW.test(clause) || AIMED_NOW.test(clause);
}

/** `If excluding this adjustment, the margin should be`: what would be otherwise, no aim. */
const SUPPOSED =
  /(?:^|,\s|\b(?:and|but)\s)\W*if\s(?:[\p{L}-]+\s){0,3}?(?:exclud|adjust|remov|disregard|ignor|eliminat|without|not for)/iu;

/** `Had the rates been approved, revenue would have been`. */
const HAD_BEEN = /(?:^|[.;]\s+|,\s)Had\s[^.;]*\bwould\shave\b(?:[^.;]|\.\d)*$/;

/** Whether the words before a number only suppose it. */
export const isSupposed = (before: string): boolean =>
  SUPPOSED.test(lastClause(before)) || HAD_BEEN.test(before);

const TOLD =
  /\b(?:increased|decreased|rose|fell|grew|declined|were|was|repurchased|paid|generated|amounted|totall?ed|ended|reached|recorded|reported)\b/i;

/** Whether a text tells of what was, with no word of what is to be. */
export const tellsOfPast = (text: string): boolean => TOLD.test(text) && !AIMED.test(text);

/** `on track for`, `our targeted ratio of`, `looking ahead, we see`: besides the words of aiming. */
const AHEAD =
  /\b(?:on track (?:for|to)|targeted|(?:goal|objective|ambition) of|looking (?:ahead|forward)|going forward|long[- ]term (?:goal|objective|target|ambition))\b/i;

/** Whether the clause before a number tells only of what is to be. */
export function aimsOnly(before: string): boolean {
  const clause = lastClause(before);
  return (AIMED.test(clause) || AHEAD.test(clause)) && !TOLD.test(clause) && !DONE.test(clause);
}
