import { remember } from '../../src/model/remember.ts';
import { readYearName } from './periods.ts';
import { readTimes, type TimeMark } from './read-times.ts';
import { timeTokens, withoutRaised } from './time-tokens.ts';

/** Words that a head may have beside those of time and that tell no measure. */
const FILLER =
  /(?<![\p{L}\p{N}])(?:months?|weeks?|periods?|halves|half|first|second|third|fourth|fiscal|financial|calendar|prior|previous|preceding|last|current|this|same|corresponding|individual|cumulative|comparatives?|ago|latest|ended|ending|end|as|of|at|on|for|the|and|to|from|through|thru|until|vs|versus|which|un-?audited|audited|restated|actuals?|revised|in)(?![\p{L}\p{N}])/giu;
/** Words of time that are no wording of it by themselves. */
const SPEAKS_OF_TIME = /\b(?:months?|weeks?|periods?|half|halves|comparatives)\b/i;

/** Whether a text speaks of nothing but time, be it only a part: `Three Months Ended June 30,`, `2024`, `Q2`, `LTM`. */
export const isTimeOnly: (text: string) => boolean = remember((printed) => {
  const text = withoutRaised(printed);
  if (text.length > 160 || !/[\p{L}\p{N}]/u.test(text)) return false;
  if (readYearName(text) !== undefined) return true;
  const tokens = timeTokens(text);
  if (tokens.length === 0 && !SPEAKS_OF_TIME.test(text)) return false;
  const rest = tokens.reduceRight(
    (words, { start, end }) => `${words.slice(0, start)} ${words.slice(end)}`,
    text,
  );
  return rest.replace(FILLER, '').replace(/\(\d\)|[^\p{L}\p{N}]/gu, '') === '';
});

/** A time that goes on in the next line or cell: `Three Months Ended`, `As of`, `First three months of`. */
export const isOpenTime = (text: string): boolean =>
  /^(?:as (?:of|at)|at)$|\bended$|\b(?:months|quarter|half|year) of$/i.test(text);

/**
 * Stretches of a cell whose digits tell a time and are no figure, a footnote's mark behind it included; a bare year or a
 * term of `48 months` may be a figure.
 */
export const timesAmongFigures = (
  text: string,
): readonly { readonly start: number; readonly end: number }[] =>
  (/\d/.test(text) ? readTimes(text) : [])
    .filter((mark) => isTime(mark, text))
    .map(({ start, end }) => ({
      start,
      end: end + (/^\s*\(\d{1,2}\)$/.exec(text.slice(end))?.[0].length ?? 0),
    }));

function isTime({ days, labels, quarters, months, weeks, end, ...mark }: TimeMark, text: string): boolean {
  if (days.length > 0 || quarters || mark.isToDate || mark.isRolling) return true;
  if (labels.some((label) => label.isNamed || label.mark)) return true;
  if (months === undefined && weeks === undefined) return false;
  return isSpan(months, weeks) || /^\s+(?:ended|ending)\b/i.test(text.slice(end, end + 8));
}

/** Lengths of quarters, halves, nine months and years. */
const isSpan = (months = 0, weeks = 0): boolean =>
  [3, 6, 9, 12].includes(months) ||
  [
    [12, 17],
    [24, 30],
    [36, 42],
    [51, 53],
  ].some(([from = 0, to = 0]) => weeks >= from && weeks <= to);
