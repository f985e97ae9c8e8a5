import type { Aspect, Basis } from '../../src/model/fact.ts';
import { remember } from '../../src/model/remember.ts';

/** What a change is called, rather than how one is compared. */
const CHANGE_NAMES =
  'changes?|growth|increases?|decreases?|variance|difference|yoy|y\\/y|qoq|q\\/q|chg\\.?|var\\.?';
const wordsAsRule = (words: string): RegExp => new RegExp(`(?<!\\p{L})(?:${words})(?!\\p{L})`, 'iu');
const NAMED_CHANGE = wordsAsRule(CHANGE_NAMES);
const CHANGES = wordsAsRule(
  `${CHANGE_NAMES}|inc\\.? ?\\/ ?\\(?dec\\.?\\)?|up(?! to)|down(?! to)|year[- ]over[- ]year|year[- ]on[- ]year|vs\\.?|versus|compared (?:to|with)|\\+ ?\\/ ?[-–−‑]|[Δ∆]`,
);
const ALL_CHANGES = new RegExp(CHANGES, 'giu');
const PERCENT = /%|％|percent(?:age)?|per cent/i;

/** Whether words call something a change: `% Change`, `Var.`, `YoY`. */
export const namesChange = (text: string): boolean => NAMED_CHANGE.test(text);

/** Whether words tell of a change: `Var.`, `vs. 2023`, `+/-`. */
const tellsChange = (text: string): boolean => CHANGES.test(text);

/** Whether words tell of a change and nothing else: `Var.`, `% Chg.`, `+/-`. */
export const isChangeOnly = (text: string): boolean =>
  tellsChange(text) &&
  text
    .replace(ALL_CHANGES, ' ')
    .replace(/\p{L}*percent\p{L}*/giu, ' ')
    .search(/[\p{L}\d]/u) < 0;

/** What a column head, a caption or the words around a number say it is; undefined where they say nothing. */
export function readAspect(text: string): Aspect | undefined {
  const changes = tellsChange(text);
  const percent = PERCENT.test(text) && !/percentage points?|[%％][- ]?(?:points?|pts?)\b/i.test(text);
  if (changes) return percent || /growth rate|\bgrowth\b/i.test(text) ? 'changePercent' : 'change';
  return percent ? 'ratio' : undefined;
}

const TARGET =
  /\b(?:targets?|forecasts?|guidance|outlook|projections?|projected|estimates?|budget|planned)\b/i;
const REPORTED = /\b(?:actual|results?|paid|scheduled|declared|reported)\b/i;

/** `Forecast of consolidated results`, where the results are what is aimed at. */
const AIMED_AT =
  /^[^\p{L}]*(?:\p{L}+ ){0,3}?(?:forecasts?|guidance|outlook|projections?|targets?) (?:of|for) /iu;

/** Whether words say that an amount is aimed at or was; a word for what was wins (`results against forecast` is neither). */
export const findBasis: (text: string) => Basis | undefined = remember((text) => {
  if (AIMED_AT.test(text)) return 'target';
  const isTarget = TARGET.test(text);
  const isReported = REPORTED.test(text);
  if (isTarget === isReported) return isTarget && /^.{0,40}\btarget of\b/i.test(text) ? 'target' : undefined;
  return isTarget ? 'target' : 'reported';
});

/** Words that tell a basis and no measure, taken out of a label before its concept is looked up. */
export const withoutBasis = (text: string): string =>
  text
    .replace(/\((?:forecast|target|scheduled|plan(?:ned)?|actual|paid|estimate)s?\)/gi, ' ')
    .replace(/\b(?:targets?|forecasts?|guidance|full)\b/gi, ' ')
    .replace(/\s+/g, ' ')
    .trim();

/** The dividend payment that a head or phrase names: `1Q-end`, `Interim`, `Year-end`. A total names none. */
export function readPayment(text: string): string | undefined {
  const bare = text
    .trim()
    .replace(/(?<![- ])[- ]+end$/i, '-end')
    .replace(/^end of (?:the )?(.+)$/i, '$1-end');
  const quarter = /^([1-3])Q-end$|^Q([1-3])-end$|^(first|second|third|1st|2nd|3rd) quarter(?:-end)?$/i.exec(
    bare,
  );
  if (quarter)
    return `${quarter[1] ?? quarter[2] ?? (ORDINALS.indexOf((quarter[3] ?? '').toLowerCase()) % 3) + 1}Q-end`;
  if (/^(?:interim|mid-?year|half[- ]year|2nd quarter-end)(?: dividends?)?$/i.test(bare)) return '2Q-end';
  return /^(?:(?:fiscal )?year-end|final|4Q-end)(?: dividends?)?$/i.test(bare) ? 'Year-end' : undefined;
}

const ORDINALS = ['first', 'second', 'third', '1st', '2nd', '3rd'];

/** A head that sums the payments of a year. */
export const isWholeYear = (text: string): boolean =>
  /^(?:total|full[- ]year|annual|for the year)$/i.test(text.trim());

/** -1 where the words before a change turn it down, 1 where they turn it up, 0 where they say nothing. */
export const readDirection: (text: string) => 1 | -1 | 0 = remember((text) => {
  const match = [
    ...text.matchAll(
      /\b(up(?! to)|down(?! to)|increas\w*|decreas\w*|declin\w*|grew|rose|fell|higher|lower|growth|drop\w*)\b/gi,
    ),
  ].at(-1);
  if (!match) return 0;
  return /^(?:down|decreas|declin|fell|lower|drop)/i.test(match[0]) ? -1 : 1;
});
