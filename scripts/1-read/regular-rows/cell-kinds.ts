import { remember } from '../../../src/model/remember.ts';
import { isRange } from '../../grammar/cells.ts';
import { withPlainDigits } from '../../grammar/digits.ts';
import { currenciesIn, isNil } from '../../grammar/numbers.ts';
import { readTimes } from '../../grammar/read-times.ts';
import { isRaisedMark } from '../raised-marks.ts';

/** A sign of currency or an opening bracket that stands before its figure: `$`, `US$`, `$ (`, `(`, `EUR`; not `GMV`. */
export const isLead = (text: string): boolean =>
  (!/^[A-Z]{3}$/.test(text) || currenciesIn(text).length > 0) &&
  /^(?:\p{L}{0,3}\p{Sc}|\p{Sc}\p{L}{1,3}|[A-Z]{3}|Rs\.?|RM|[TM]EUR)?\s?\(?\s?[-–−]?$/u.test(text) &&
  !isNil(text);

/** What closes a figure, or the unit behind it: `)`, `%`, `)%`, `x`, `pts`. */
export const isTail = (text: string): boolean =>
  /^(?:\)|\)?\s?[%％]\s?\)?|pp|p\.p\.|ppts?|pts?\.?|bps|bp|x|¢|m|mn|bn)(?:\s?\(\w\)|[⁰¹²³⁴-⁹⁽⁾ᵃ-ᶻ*†‡§,\s]+)?$/u.test(
    text,
  );

/** A footnote's mark: `(1)`, `(a)`, `*`, raised ones. `(1)` may be a figure too. */
export const isMark = (text: string): boolean =>
  isRaisedMark(text) ||
  /^(?:\[\w{1,2}\]|\((?:\d{1,2}|[a-z])\))(?:\s?(?:,\s?)?\((?:\d{1,2}|[a-z])\))*$/.test(text);

export const isPlainMark = (text: string): boolean => /^\(\d{1,2}\)/.test(text);

/** Signs of items of a list, alone in a cell. */
export const isBullet = (text: string): boolean =>
  /^(?:[•·●▪■◦‣○□➢➤►✓§–—-]|o|\(?\w{1,2}[.)]|\[\w{1,2}\])$/u.test(text);

/** Words and signs that a figure's cell may hold besides digits: units, `x`, `n.m.`, footnote marks. */
const FIGURE =
  /^[^\p{L}\d]{0,6}(?:(?:[A-Z]{3}|US|HK|NT|R|Rs\.?)\s?)?[^\p{L}\d]{0,6}\d[\d.,'’\s]*[^\p{L}\d]{0,4}(?:(?:pp|p\.p|ppts?|pts?|bps?|x|m|mn|bn|k|cents?|p|c|million|billion|times|shares|days|years?|months)\b\.?)?[^\p{L}\d]{0,4}(?:\((?:\d{1,2}|[a-z])\))?$/iu;

/**
 * A cell that holds one number, a dash or word that stands for none, or the ends of a range. Each is asked again by all
 * that tell rows, columns and signs apart.
 */
export const isFigure: (printed: string) => boolean = remember((printed) => {
  const text = withPlainDigits(printed);
  if (isNil(text) || isNoNumber(text)) return true;
  if (text.length > 40 || !FIGURE.test(text)) return isRange(text);
  return !isYear(text) && !isNamedYear(text) && !isDayOrQuarter(text);
});

/** `YTD 2026`, `LTM 2025`: three letters that are no currency before a year. */
const isNamedYear = (text: string): boolean => {
  const [, letters] = /^([A-Z]{3})\s(?:19|20)\d{2}$/i.exec(text) ?? [];
  return letters !== undefined && currenciesIn(letters).length === 0;
};

/** `Jul 28, 2024`, `Qtr 4`: no figure behind three letters of a currency. */
const isDayOrQuarter = (text: string): boolean =>
  /\p{L}{3}/u.test(text) && readTimes(text).some(({ days, quarters }) => days.length > 0 || quarters);

/** `N/A`, `NM`, `n.m.`, `*`: a figure that is not given. */
export const isNoNumber = (text: string): boolean =>
  /^\(?(?:n\.?\/?\s?[am]\.?f?\.?|nmf|n\.?m\.?|#)\)?$/i.test(text);

/** A bare year may be a head. */
export const isYear = (text: string): boolean =>
  /^(?:FY)?\s?(?:19|20)\d{2}[AE]?(?:\s?\(\w\)|[*†‡⁰¹²³⁴-⁹⁽⁾ᵃ-ᶻ]+)?$/u.test(withPlainDigits(text));
