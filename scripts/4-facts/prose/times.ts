import { type Calendar, fiscalPeriod } from '../../../src/model/calendar.ts';
import { closing, isInstant, type Period } from '../../../src/model/period.ts';
import { OUTLOOK_NOUN } from '../../grammar/outlook-words.ts';
import { findPeriods, type PeriodMention } from '../../grammar/periods.ts';
import { findRelativeTimes, type TimeFrame } from './relative-times.ts';

/**
 * What a wording of time does in its sentence. `frame`: tells when; `compared`: what a change is measured against;
 * `since`: from when on; `event`: a day on which something is paid, held or announced; `part`: names a dividend.
 */
export type TimeRole = 'frame' | 'compared' | 'since' | 'event' | 'part';

/** A wording of time in a sentence, several periods where they are listed: `at March 31, 2012 and 2013`. */
export interface TimeMention {
  readonly start: number;
  readonly end: number;
  readonly periods: readonly Period[];
  readonly role: TimeRole;
  /** It stands in the words that open the sentence, and so holds for what follows it too. */
  readonly isFronted: boolean;
  readonly isRelative: boolean;
}

interface Found {
  readonly start: number;
  readonly end: number;
  readonly periods: readonly Period[];
  readonly isRelative: boolean;
}

const MAY_NAME_PERIOD = /(?:19|20)\d{2}|\d\s?[QHM]|[QHM]\s?\d|FY|fiscal|['’]\d\d/i;

/** Wordings of periods in a text; most sentences hold none, and are passed over quickly. */
export const periodsIn = (text: string, calendar: Calendar): readonly PeriodMention[] =>
  MAY_NAME_PERIOD.test(text) ? findPeriods(text, calendar) : [];

/** Wordings of time in a sentence, in order, with what each does. */
export function findTimes(text: string, periods: readonly PeriodMention[], frame: TimeFrame): TimeMention[] {
  const absolute = findAbsolute(text, periods, frame);
  const relations = findRelativeTimes(
    text,
    frame,
    absolute
      .filter(
        (mention) =>
          readTimeRole(text, mention) !== 'compared' && !OF_COMPARED.test(text.slice(0, mention.start)),
      )
      .map(({ start, end, periods: [period = ''] }) => ({ start, end, period })),
  );
  const ofYear = relations.filter(({ start, end }) => /(?:19|20)\d{2}/.test(text.slice(start, end)));
  const named = absolute.filter(
    ({ start, end }) => !ofYear.some((other) => start < other.end && end > other.start),
  );
  const relative = relations
    .filter(({ start, end }) => !named.some((other) => start <= other.end + 1 && end >= other.start - 1))
    .map(({ start, end, period }): Found => ({ start, end, periods: [period], isRelative: true }));
  const found = joinLists(
    text,
    [...named, ...relative].sort((a, b) => a.start - b.start),
  );
  return found.map((mention) => ({
    ...mention,
    role: readTimeRole(text, mention),
    isFronted: isFronted(text, mention),
  }));
}

/** `compared to $66.0 million in the fourth quarter of 2022`: no period that the sentence goes on with. */
const OF_COMPARED =
  /\b(?:compared (?:to|with)|versus|vs\.?|against|from)\s[^;,]{0,24}\d[^;,]{0,24}\b(?:in|for|during)\s+(?:the\s+)?$/i;

/** What has a year in its name: a company, a plan, notes and the day that they fall due; the year stands at the bar. */
const NAMES: readonly RegExp[] = [
  /\p{Lu}\p{L}*[ ,]*\(?\|\)?[ ,]*(?:Limited|Ltd|Inc|LLC|L\.?P|plc|PLC|Corp|GmbH|AG|SA|Pte|Trust|Fund|Holdings?|Partners)\b/u,
  /\|\s(?:\p{Lu}\p{L}+\s){0,4}(?:Plan|Notes|Bonds|Debentures|Act|Agenda|Facility|Program(?:me)?|Convertible)\b/u,
  /\|\s(?:contract|agreement|award|model|vintage|cohort|class|acquisition|amendment)s?\b/u,
  /\b(?:General Meeting|AGM)\s(?:of\s|in\s)?\|/u,
  /\b(?:due|maturing|matures?|expir\w+|Vision|Agenda|Strategy|Plan|ISO \d+:)\s?(?:in\s|on\s)?\|/u,
];

const YEAR = /(?<![\d.,$€£¥%\p{L}/-])(?:19|20)\d{2}(?!\d|[.,]\d|%|[\p{L}/]|[-–]\d)/gu;

function findAbsolute(
  text: string,
  periods: readonly PeriodMention[],
  { calendar, main }: TimeFrame,
): Found[] {
  const found: Found[] = [];
  for (const { start: named, end, period: span } of periods) {
    const close = isInstant(span)
      ? undefined
      : SPAN_END.exec(text.slice(Math.max(0, named - 40), named))?.[0];
    const [start, period] = close === undefined ? [named, span] : [named - close.length, closing(span)];
    const last = found.at(-1);
    if (last?.start === start && last.end === end)
      found[found.length - 1] = { ...last, periods: [...last.periods, period] };
    else found.push({ start, end, periods: [period], isRelative: false });
  }
  const around = Number(main.slice(-10, -6));
  for (const match of text.matchAll(YEAR)) {
    const [start, end, year] = [match.index, match.index + match[0].length, Number(match[0])];
    if (Math.abs(year - around) > 12 || found.some((other) => start < other.end && end > other.start))
      continue;
    if (
      isMonthBefore(text.slice(Math.max(0, start - 12), start)) ||
      /^\s?(?:million|billion|thousand|employees|shares|stores|customers)/i.test(text.slice(end, end + 12)) ||
      NAMES.some((name) =>
        name.test(`${text.slice(Math.max(0, start - 40), start)}|${text.slice(end, end + 40)}`),
      )
    )
      continue;
    const whole = fiscalPeriod(calendar, year, 'fy');
    const close = YEAR_END.exec(text.slice(Math.max(0, start - 40), start))?.[0];
    found.push(
      close === undefined
        ? { start, end, periods: [whole], isRelative: false }
        : { start: start - close.length, end, periods: [closing(whole)], isRelative: false },
    );
  }
  return found.sort((a, b) => a.start - b.start);
}

/** `the end of 2023`, `year-end 2023`. */
const YEAR_END =
  /(?<!\p{L})(?:(?:the )?(?:end|close) of (?:the )?(?:fiscal |financial |calendar )?(?:year )?|(?:fiscal )?year[- ]end )$/iu;

/** `the end of Q1 2026`. */
const SPAN_END = /(?<!\p{L})(?:the )?(?:end|close) of (?:the )?$/iu;

const isMonthBefore = (text: string): boolean =>
  /(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?,?\s+$/.test(
    text,
  );

const LISTED = /^\s*(?:,|,? ?and|,? ?or|&)\s+(?:(?:as of|at|for|in|during|the|that of)\s+)*$/i;

/** Wordings that only `and` stands between are one list. */
function joinLists(text: string, found: readonly Found[]): Found[] {
  const joined: Found[] = [];
  for (const mention of found) {
    const last = joined.at(-1);
    if (last && mention.start <= last.end) continue;
    if (
      last &&
      LISTED.test(text.slice(last.end, mention.start)) &&
      sameForm(last, mention) &&
      !/,\s*$/.test(text.slice(last.end, mention.start))
    )
      joined[joined.length - 1] = {
        ...last,
        end: mention.end,
        periods: [...last.periods, ...mention.periods],
      };
    else joined.push(mention);
  }
  return joined;
}

const sameForm = (a: Found, b: Found): boolean =>
  isInstant(a.periods[0] ?? '') === isInstant(b.periods[0] ?? '');

const COMPARED =
  /(?:compar(?:ed|ison|ing|able)\s+(?:to|with)|\bcomparing\s[^,;.]{0,40}\s(?:to|with)|(?:same|similar|level|flat|unchanged)\s(?:levels?\s)?(?:as|of|with|from|to)|in[- ]line with|versus|vs\.?|against|relative to|than|over|from)\s+(?:(?:the|our|its|that|those|an?|ratio|balances?|levels?|figures?|amounts?|results?|period|respective|same|corresponding|of|as|at|in|for|on|end|position|recorded|reported)\s+)*$/i;
/** `compared to the trends experienced through fiscal 2025`. */
const COMPARED_WORDS =
  /\bcompared\s(?:to|with)\s(?:(?![\d(])[^,;.])*\s(?:through|during|throughout)\s(?:the\s)?$/i;
/** `up 3% on 2023`. */
const CHANGED_ON = /(?:%|\bper ?cent)\s(?:(?:higher|lower|up|down)\s)?on\s+(?:the\s+)?$/i;
const SINCE =
  /\b(?:since|until|consolidated from|starting (?:from|in)|beginning (?:from|in|on)|effective(?: from)?)\s+(?:the\s+)?$/i;
const EVENT =
  /\b(?:announced|published|publicized|released|revised|disclosed|payable|paid|dated|launched|introduced|started|posted|listed|founded|acquired|effective date of|record date|scheduled|to be held)\b[^,;.\d]{0,24}$/i;

/** `decreased 0.7 percent from comparable sales for the prior year 13-week period ended …`. */
const FROM_YEAR_BEFORE =
  /\b(?:from|over|than|against|versus|compared (?:to|with))\s(?:(?!\d)[^,;.]){0,80}\b(?:prior|previous|last)[- ]year\s+$/i;

/** `resolution of an audit for the years 2000 and 2001`: of what the audit was. */
const OF_OTHER_THING =
  /\b(?:audits?|examinations?|(?:tax )?returns?|lawsuits?|litigation|vintages?|assessments?)\s(?:for|of|from)\s(?:the\s)?(?:(?:tax|fiscal|calendar)\s)?(?:years?\s)?$/i;

/** `excluding special items in 2019`: of what is left out. */
const OF_LEFT_OUT =
  /\b(?:excluding|adjust(?:ed|ing) for|without)\s(?:[\p{L}-]+\s){1,6}(?:in|of|from|during)\s+$/iu;

/** `adjusted for the 4Q23 cessation charge`, `down 5%, driven by the absence of the 2023 assessment`: it dates a reason. */
const OF_REASON =
  /\b(?:excluding|adjust(?:ed|ing) for|without|due to|driven (?:[\p{L}]+ly )?by|because of|owing to|reflect(?:s|ed|ing)|related to|associated with|resulting from|(?:absence|impact|effects?|benefit) of|lapping)\s(?:[\p{L}-]+\s){0,3}?(?:the|our|its|an?)\s+$/iu;
/** `declined 4.9% as H1 2024 included some milestones`: of the reason. */
const AS = /\b(?:as|because|since)\s+(?:the\s+)?$/i;
const TOLD_OF_IT = /^\s+(?:also\s+|had\s+)?(?:includ|benefit|contain|featur|saw\b|was\b|were\b|had\b)/i;
const BEFORE_NOUN =
  /^\s+(?!(?:and|or|of|in|to|as|by|for|from|with|when|which|that|was|were|is|are|than)\b)\p{L}/iu;

/** `revised our full-year operating income target`: the year is what is aimed at, not the day of an event. */
const NAMES_AIM = new RegExp(`^\\s+(?:[\\p{L}-]+\\s+){0,5}${OUTLOOK_NOUN}\\b`, 'iu');

function readTimeRole(text: string, { start, end, isRelative }: Found): TimeRole {
  const before = text.slice(Math.max(0, start - 90), start);
  if (/^(?:['’]s)?\s+(?:fiscal\s+)?(?:year-end|interim|final|half-year)\b/i.test(text.slice(end, end + 30)))
    return 'part';
  if (SINCE.test(before)) return 'since';
  if (
    OF_LEFT_OUT.test(before) ||
    OF_OTHER_THING.test(before) ||
    (OF_REASON.test(before) && BEFORE_NOUN.test(text.slice(end, end + 20)))
  )
    return 'event';
  if (AS.test(before) && TOLD_OF_IT.test(text.slice(end, end + 30))) return 'event';
  if (/\bfrom\s+$/i.test(before) && /\bthrough\b/i.test(text.slice(start, end))) return 'frame';
  if (FROM_YEAR_BEFORE.test(before)) return 'compared';
  if (/\bover\s+$/i.test(before) && /\b(?:twelve|12)[- ]months?$/i.test(text.slice(start, end)))
    return 'frame';
  if (
    COMPARED.test(before) ||
    COMPARED_WORDS.test(before) ||
    CHANGED_ON.test(before) ||
    (isRelative && /\bon\s+$/i.test(before))
  )
    return 'compared';
  return EVENT.test(before) && !NAMES_AIM.test(text.slice(end, end + 90)) ? 'event' : 'frame';
}

/** Nothing but an opening stands before it, and a comma, or the words that it goes with, behind: `Fourth quarter revenue`. */
function isFronted(text: string, { start, end }: Found): boolean {
  const before = text.slice(0, start);
  if (/^\W*(?:the )?$/i.test(before) && /^(?:['’]s)? \p{Ll}/u.test(text.slice(end))) return true;
  return (
    before.length < 40 &&
    /^[\s"“*(-]*(?:(?:as|of|at|on|in|for|from|during|by|end|the|our|total|guidance|outlook)\s+)*$/i.test(
      before,
    ) &&
    /^(?:['’]s)?\s*[,:]/.test(text.slice(end, end + 6))
  );
}

/** They tell what a change is measured against, or what for, and name nothing. */
const WAYS_OF_SPEECH =
  /\b(?:sequential(?:ly)?|quarter[- ]o(?:ver|n)[- ]quarter|order(?<=\bin order)(?= (?:to|that|for)\b))\b/gi;

/** `on a trailing twelve-month basis`. */
const OF_A_BASIS = /\bon an?\s+$/i;

/** The text with wordings of time blanked, the prepositions before them too; every character keeps its place. */
export function maskTimes(text: string, times: readonly TimeMention[]): string {
  let masked = text.replace(WAYS_OF_SPEECH, (words) => ' '.repeat(words.length));
  for (const { start, end, role } of times) {
    const from =
      start -
      (role === 'part'
        ? 0
        : (/(?:\b(?:as of|as at|at|in|for|during|on|of|by|ended|the|our|and)\s+)+$/i
            .exec(masked.slice(Math.max(0, start - 30), start))?.[0]
            .replace(/^and /i, '').length ?? 0));
    const manner = OF_A_BASIS.exec(masked.slice(0, from))?.[0].length ?? 0;
    const behind = /^(?:['’]s(?=\s)|\sbasis\b)/.exec(masked.slice(end, end + 8))?.[0] ?? '';
    const [first, last] = [behind.endsWith('basis') ? from - manner : from, end + behind.length];
    masked = masked.slice(0, first) + ' '.repeat(last - first) + masked.slice(last);
  }
  return masked;
}
