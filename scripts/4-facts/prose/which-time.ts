import {
  addDays,
  closing,
  type IsoDate,
  isInstant,
  lastDay,
  type Period,
} from '../../../src/model/period.ts';
import type { Clock } from './clock.ts';
import type { Figure } from './figure.ts';
import type { Measure } from './measures.ts';
import type { Statement } from './statement.ts';
import type { TimeMention } from './times.ts';

const TO_TIME =
  /^(?:['’]s)?[\s,]*(?:(?:\((?![^()]*\b(?:for|in|during|at)\b)[^()]{1,40}\)(?:\s?(?:million|billion|thousand|m|mn|bn|[KMT]?[A-Z]{3})(?!\p{L}))?|(?:remain(?:s|ed|ing)?\s)?(?:available|outstanding|unused)|in total|in aggregate|respectively|YoY|year[- ]over[- ]year|of dividends?|per share|basis|of (?:total |net )*(?:revenues?|sales)|or \(?[$€£¥]?\d[\d.]*\)?(?:(?:%| per ?cent)(?: of (?:total |net )*(?:revenues?|sales))?| per (?:diluted |basic )?(?:common )?share))[\s,]*)*(?:(?:for|in|over|end of|year-end|fiscal year-end|as of|as at|at|during|on|of|by|the|from|recorded|reported|posted|earned|incurred|recogni[sz]ed|booked|reali[sz]ed|ended|both|(?:prior|previous|last)[- ]year)\s+)*$/iu;

/** `a $4.1 million severance charge recorded in the second quarter`. */
const RECORDED =
  /^\s+(?:(?!(?:was|were|is|are|due|by)\b)[\p{L}&/-]+\s+){1,8}(?:recorded|recogni[sz]ed|incurred|booked|taken|paid|received)\s+(?:in|during|for)\s+(?:the\s+)?$/iu;

/** `$42.6 million or 9.3% of net sales for the year`: what stands behind both is of both, up to the next number. */
export const endOfPair = (text: string, figures: readonly Figure[], index: number): number =>
  figures[lastOfPair(text, figures, index) + 1]?.start ?? text.length;

/** The index of the second number of such a pair, or of the number itself where it is alone. */
export function lastOfPair(text: string, figures: readonly Figure[], index: number): number {
  const [own, next] = figures.slice(index, index + 2);
  const isPair = own && next && /^\s*,?\s*(?:or\s+(?:by\s+)?|\()$/.test(text.slice(own.end, next.start));
  return isPair ? index + 1 : index;
}

/** `66.7 (66.6) MEUR in 2023`: what stands behind the unit of both is of the first. */
export const isBaseWithin = ({ start, end, raw }: Figure, text: string): boolean =>
  /\(\s?$/.test(text.slice(0, start)) &&
  text
    .slice(start + raw.length, end)
    .replace(/\([^()]*\)/g, '')
    .includes(')');

/** A wording of time right behind the number, or in front of it within its parentheses or comparison. */
export function ownTime(
  { figure, role }: Pick<Statement, 'figure' | 'role'>,
  { text, times, figures, index }: Pick<Clock, 'text' | 'times' | 'figures' | 'index'>,
): TimeMention | undefined {
  const until = endOfPair(text, figures, index);
  const gapStart = figures[index - 1]?.end ?? 0;
  const isOwn = (time: TimeMention) =>
    (time.role === 'frame' || time.role === 'part') &&
    !opensLine(time, text) &&
    (TO_TIME.test(text.slice(figure.end, time.start)) || RECORDED.test(text.slice(figure.end, time.start)));
  const behind = isBaseWithin(figure, text)
    ? undefined
    : times.find((time) => time.start >= figure.end && time.start < until && isOwn(time));
  if (behind) return behind;
  if (role.name !== 'aside' && role.name !== 'comparison') return undefined;
  const open = Math.max(
    text.lastIndexOf('(', figure.start),
    role.name === 'comparison' ? figure.start - role.rest.length - 90 : 0,
    gapStart,
  );
  return times.findLast(
    (time) =>
      time.start >= open &&
      time.end <= figure.start &&
      (role.name === 'comparison' ? time.role === 'compared' : true),
  );
}

/** `Fiscal year ended March 31, 2012: 3,703`: a wording before a colon heads what follows it. */
const opensLine = (time: TimeMention, text: string): boolean =>
  /^\s*:/.test(text.slice(time.end, time.end + 3)) || opensParenthesis(time, text);

/** `61.4% (December 31, 2023 – 40%)`: the day is of what stands behind it, within its parentheses. */
const opensParenthesis = ({ start, end }: TimeMention, text: string): boolean =>
  /\(\s*(?:(?:at|as of|as at|in|for)\s)?$/i.test(text.slice(Math.max(0, start - 12), start)) &&
  /^\s*[-–—]\s*[^()]*\d/.test(text.slice(end));

/** The period that the sentence speaks of where the number stands. */
export function frameTime(
  { figure, measure, nameStart }: Statement,
  { text, times, figures, index, story, context, taken }: Clock,
): Period {
  const takes = (time: TimeMention) =>
    time.role === 'frame' || (time.role === 'part' && measure.concept?.kind === 'perShare');
  const day = figure.kind === 'rate' || figure.kind === 'split' ? findDay(figure, times) : undefined;
  if (day) return day;
  const before = times.filter(
    (time) => time.start < figure.start && takes(time) && !taken.has(time) && !isPassed(time, text, figure),
  );
  const main = context.document.period;
  const near =
    before.findLast((time) => fits(time.periods[0] ?? '', measure, main)) ??
    (nameStart >= 0 ? undefined : before.at(-1));
  if (near?.periods[0]) return near.periods[0];
  const later = times.find(
    (time) =>
      time.start > figure.start &&
      takes(time) &&
      !(time.isRelative && lastDay(time.periods[0] ?? '') < lastDay(main)) &&
      fits(time.periods[0] ?? '', measure, main) &&
      isShared(time, text, figures, index),
  );
  if (later?.periods[0]) return later.periods[0];
  const sole = soleTime(
    times.filter((time) => !isOfClauseBehind(time, text, figures, index) && !isPassed(time, text, figure)),
    main,
  );
  if (sole && fits(sole, measure, main)) return sole;
  if (story.sameDay) return story.sameDay;
  const spoken = story.frame ?? story.span;
  const told = spoken && fits(spoken, measure, main) ? spoken : undefined;
  return (
    told ??
    (context.headingPeriod && fits(context.headingPeriod, measure, main) ? context.headingPeriod : main)
  );
}

/** `(2013 – 183,971 ounces), a 9% increase`, `including its 2024 revenue of $23 million, revenue rose`: of what was put in between. */
function isPassed(time: TimeMention, text: string, { start }: Figure): boolean {
  const between = text.slice(time.end, start);
  if (opensParenthesis(time, text)) return between.includes(')');
  return INSERTED.test(text.slice(0, time.start)) && /\d[^,;]*,\s/.test(between);
}
const INSERTED =
  /(?:^|[,.;]\s)(?:including|excluding)\s(?:(?!\s(?:was|were|is|are|rose|fell|grew|increased|decreased|declined)\s)[^;])*$/i;

/** The one time of a sentence, where it is of what is reported: it outdoes those of the sentences before. */
function soleTime(times: readonly TimeMention[], main: Period): Period | undefined {
  const told = new Set(times.filter(({ role }) => role !== 'compared').flatMap(({ periods }) => periods));
  const [period] = told;
  return told.size === 1 && period && !isInstant(period) && isNear(lastDay(period), lastDay(main))
    ? period
    : undefined;
}

/** Markets are measured in weeks: `in the 13 weeks ended June 28`. */
const isNear = (a: IsoDate, b: IsoDate): boolean => addDays(a, WEEK) >= b && addDays(b, WEEK) >= a;
const WEEK = 7;

/** A wording of time behind a number and those that `and` joins to it. */
export const laterTime = (
  { figure }: Statement,
  { text, times, figures, index }: Clock,
): Period | undefined =>
  times.find(
    ({ start, role }, _, all) =>
      start > figure.start &&
      !isBaseWithin(figure, text) &&
      role !== 'event' &&
      isShared(all.find((time) => time.start === start) as TimeMention, text, figures, index),
  )?.periods[0];

/** The day of an exchange rate or a split: the next one named, else the last. */
function findDay(figure: Figure, times: readonly TimeMention[]): Period | undefined {
  const days = times.filter((time) => isInstant(time.periods[0] ?? ''));
  return (days.find((time) => time.start > figure.start) ?? days.at(-1))?.periods[0];
}

/** A wording of time behind the last of several numbers that `and` joins holds for all of them. */
function isShared(time: TimeMention, text: string, figures: readonly Figure[], index: number): boolean {
  if (opensLine(time, text) || opensNext(time, text, figures, index)) return false;
  if (
    /\b(?:compared (?:to|with)|versus|against|from(?!\s(?:operations|operating|investing|financing|continuing|discontinued|sales?|customers?)\b)|than)\s/i.test(
      text.slice(figures[index]?.end ?? 0, time.start),
    )
  )
    return false;
  if (REASON.test(text.slice(figures[index]?.end ?? 0, time.start))) return false;
  if (isOfClauseBehind(time, text, figures, index)) return false;
  const isHeld = /\bcompar(?:es|ed|ing) (?:to|with)\b/i.test(text.slice(0, figures[index]?.start ?? 0));
  for (let i = index + 1; i < figures.length; i++) {
    const [a, b] = [figures[i - 1], figures[i]];
    if (!a || !b || b.start > time.start) break;
    const owns = TO_TIME.test(text.slice(b.end, time.start));
    const between = text.slice(a.end, b.start);
    const isListed = isHeld && LIST_GAP.test(between);
    const isCounted = a.kind === 'count' && b.kind === 'count' && /^[^\d,;]*\band\b[^\d,;]*$/.test(between);
    if (owns && !isListed && !isCounted && !/^[\s,]*(?:and|or|to|by|[-–—])?\s*$/i.test(between)) return false;
  }
  return true;
}

/** What a reason speaks of may have been at another time: `fell by 1.3 million due to a gain in 2023`. */
const REASON =
  /\b(?:driven by|due to|owing to|because of|as a result of|attributable to|resulting from|thanks to|caused by|reflecting)\b/i;

/** `charges of $20 million, with about 40% expected in the second half of 2026`: the time is that of the clause. */
function isOfClauseBehind(
  time: TimeMention,
  text: string,
  figures: readonly Figure[],
  index: number,
): boolean {
  if (time.start > (figures[index]?.end ?? 0) && BRINGING.test(text.slice(0, time.start))) return true;
  const last = figures.findLast(({ start }, i) => i > index && start < time.start);
  return last !== undefined && OWN_CLAUSE.test(text.slice(figures[index]?.end ?? 0, last.start));
}
/** `for $149.9 million, bringing year-to-date repurchases to $172.9 million`. */
const BRINGING = /,\s(?:and\s)?bringing\s+(?:the\s|our\s|total\s)*$/i;
const OWN_CLAUSE = /[,;]\s(?:with|of which|(?:al)?though|while|whereas)\s/i;

/** `77% and quarter-end headcount was 1,200`: the time belongs to what comes behind it. */
function opensNext(time: TimeMention, text: string, figures: readonly Figure[], index: number): boolean {
  const [own, next] = [figures[index], figures[index + 1]];
  return (
    own !== undefined &&
    next !== undefined &&
    next.start > time.end &&
    /^\s*,?\s*(?:and|but|while)\s+(?:(?:at|as of|by)\s+)?$/i.test(text.slice(own.end, time.start))
  );
}

/** `compared to revenues of 108.2, EBITDA of 16.4 and a margin of 15% reported in the quarter before`. */
export const LIST_GAP = /^\s*,?\s*(?:and\s+)?(?:an?\s+)?(?:[\p{L}&-]+\s){1,6}of\s*$/u;

/** A day says nothing of what is measured over a span, unless it closes the period reported on. */
const fits = (period: Period, { concept }: Measure, main: Period): boolean =>
  !isInstant(period) || concept === undefined || concept.periodType === 'instant' || period === closing(main);
