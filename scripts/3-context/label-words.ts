import { withoutFormula } from '../../src/concepts/fold-label.ts';
import { readMoment, readTelling } from '../../src/concepts/vocabulary.ts';
import type { Calendar } from '../../src/model/calendar.ts';
import { remember, rememberLast } from '../../src/model/remember.ts';
import { MONTH } from '../grammar/dates.ts';
import { withoutUnit } from '../grammar/label-units.ts';
import { findPeriods } from '../grammar/periods.ts';
import type { DocumentContext } from './document-context.ts';

const REMARK =
  /\s*\((?:[^()]*\b(?:headcount|(?:roll(?:ing)?|last|trailing) (?:12|twelve) months|end of|period|average|fte|full[- ]time|unaudited|see note|note)\b[^()]*)\)\s*$/i;
/** `Earnings per share (EPS) before dilution`, `Operating cash flow (OCF)`. */
const ABBREVIATION = /\s*\([A-Z]{2,7}\)(?=\s\p{Ll}|\s*$)/u;
/** `(30 Sep)`, `(as of June 30)`, `(face value ₹ 2 each)`, `(not annualised)`. */
const ASIDE = new RegExp(
  `\\s*\\((?:(?:as (?:of|at)|at) )?(?:\\d{1,2} ${MONTH}|${MONTH} \\d{1,2})(?:,? \\d{4})?\\)|\\s*\\((?:(?:face|par|nominal) value|of \\p{Sc})[^()]*\\)|\\s*\\((?:not )?annuali[sz]ed\\)`,
  'giu',
);
/** `Cash dividends declared ($0.01 per common share)`. */
const PER_SHARE =
  /\s*\([^()]*\p{Sc}\s?[\d.]+ per [^()]*\)|,?\s*\p{Sc}\s?[\d.]+ per (?:common |ordinary )?share$/iu;
const MOMENT = /,?\s+(?:at|as of) (?:the )?(?:period|year|quarter)(?:[- ]end)?$/i;
const PAYMENT = /^(?:interim|final|year-end|half-year|quarterly)\s+(?=dividends?\b)/i;
const LEADING = /^(?:add(?: back)?|plus)\b\s*:?\s+/i;

/** `(a)`, `ii)`, `1.`, a dash, `of which`: what stands before a name in a list; `U.S.` is a name. */
const LISTING =
  /^(?!\p{L}\.\p{L}\.)(?:note\s+\d{1,2}\s*[-–—:.]|\d{1,2}(?:\.\d{1,2}){1,2}\.?\s|\((?:[a-z]|[ivx]{1,4}|\d{1,2})\)|(?:[a-z]|[ivx]{1,4}|\d{1,2})[.)]|[-–—•·])\s*(?=\p{L})/iu;

/** The names under which a label may be known, the fullest first: without its unit, a remark, a word that leads to it. */
export const possibleNames: (label: string) => readonly string[] = remember((label) => {
  const bare = withoutUnit(label);
  const names = [/\d/.test(label.slice(bare.length)) ? bare : label];
  for (const shorten of [
    (name: string) =>
      name.replace(/\s?(?:\((?:\d{1,2}|[A-Za-z])\))+$|(?<=\p{L}{4}|\p{L}{3}\s)[1-9]$/u, '').trim(),
    (name: string) => withoutFormula(name.replace(LISTING, '')).replace(ASIDE, '').replace(PER_SHARE, ''),
    withoutUnit,
    (name: string) => name.replace(ABBREVIATION, '').replace(REMARK, ''),
    (name: string) => name.replace(/\s*\(includ(?:es|ing)\b[^()]*\)/i, ''),
    (name: string) => (readMoment(name)?.rest || name).replace(MOMENT, ''),
    (name: string) => name.replace(PAYMENT, ''),
    (name: string) => name.replace(/\b(?:LTM|TTM|(?:last|trailing) twelve months)\s+/i, ''),
    (name: string) => name.replace(/,? (?:range|guidance|outlook|forecast|estimate)$/i, ''),
    (name: string) => name.replace(LEADING, ''),
    (name: string) => name.replace(/^consolidated\s+/i, ''),
    (name: string) => name.replace(/ from continuing operations$/i, ''),
  ]) {
    const shorter = shorten(names.at(-1) ?? label).trim();
    if (shorter !== '' && shorter !== names.at(-1)) names.push(shorter);
  }
  return names;
});

/** A label without the wordings of time in it and the words that lead to them. */
export const withoutPeriods = (text: string, { calendar }: DocumentContext): string =>
  periodsOff(calendar)(text);

const periodsOff = rememberLast((calendar: Calendar) => remember((text) => takePeriodsOff(text, calendar)));

function takePeriodsOff(text: string, calendar: Calendar): string {
  let rest = text;
  for (const { start, end } of [...findPeriods(text, calendar)].reverse())
    rest = `${rest.slice(0, start).replace(/\b(?:as (?:of|at)|for(?: the)?|at|ended)\s*$/i, '')} ${rest.slice(end)}`;
  return rest
    .replace(/\(\s*\)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** What is in brackets and no part of a name: amounts, units, footnotes, a letter of a list. */
const BRACKETS =
  /\s*\((?:[A-Za-z]|[^()]*(?:\d|\p{Sc}|%|\b(?:in|per|see|note|net of|less|unaudited|audited|continued|thousands?|millions?|billions?)\b)[^()]*)\)/giu;

/** The words of a label that name its line in an id: no time, no unit, no amount, no way of telling. */
export const nameWords = (label: string, { calendar }: DocumentContext): string => namesIn(calendar)(label);

const namesIn = rememberLast((calendar: Calendar) => remember((label) => readNameWords(label, calendar)));

function readNameWords(label: string, calendar: Calendar): string {
  const plain = readTelling(label)?.rest || label;
  const told = readMoment(plain)?.rest ?? plain;
  const bare = withoutUnit(periodsOff(calendar)(told.replace(LISTING, ''))).replace(BRACKETS, ' ');
  return bare
    .replace(/\p{Sc}\s?[\d.,]+|(?<!\bdue (?:in )?)\b(?:19|20)\d{2}\b/giu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** A head without what says nothing of a measure: state of audit, thousands (`$'000`). */
export const bareHead = (text: string): string =>
  text
    .replace(/\b(?:un)?audited\b/gi, ' ')
    .replace(/(?:[A-Z]{0,3}\p{Sc}|\b[A-Z]{2,3})?\s?['’]0{3}s?\b/gu, ' ')
    .replace(/(?<=\p{L}\s*)(?:[A-Z]{2,3})?\p{Sc}\s?(?:m|mn|bn|k|million|billion)?\s*$/iu, ' ')
    .trim();
