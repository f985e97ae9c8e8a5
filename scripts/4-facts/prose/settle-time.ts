import { monthsTo, yearsOn } from '../../../src/model/calendar.ts';
import {
  closing,
  firstDay,
  isDuration,
  isInstant,
  lastDay,
  monthsIn,
  type Period,
} from '../../../src/model/period.ts';
import { OUTLOOK_NOUN } from '../../grammar/outlook-words.ts';
import type { Clock } from './clock.ts';
import { findBase, sameStretch, timeOfBase } from './compared-period.ts';
import { fitPeriod } from './fit-period.ts';
import { heldBelow } from './held-against.ts';
import type { RoleName } from './roles.ts';
import type { Statement } from './statement.ts';
import { maskTimes, type TimeMention } from './times.ts';
import { frameTime, isBaseWithin, laterTime, ownTime } from './which-time.ts';

/** A wording of time that belongs to a number held against another tells nothing of those behind it. */
export function takeTime(statement: Statement, clock: Clock): void {
  const isHeld = isBeside(statement.role.name) || MOVE_HELD_AGAINST.test(statement.before);
  const own = isHeld ? ownTime(statement, clock) : undefined;
  if (own) clock.taken.add(own);
}

/** `compared to an increase of 37.9% in 2022`. */
const MOVE_HELD_AGAINST =
  /\b(?:compar(?:ed|ing) (?:to|with)|versus|vs\.?|against|after) (?:an? )?(?:[\p{L}-]+ ){0,2}?(?:increases?|decreases?|declines?|growth|rises?|drops?|falls?|improvements?|reductions?) of\s+(?:approximately\s+|about\s+)?$/iu;

/** Settles which period a number is of, and for a change what it is measured against. */
export function settleTime(statement: Statement, clock: Clock): Statement {
  const { measure, aspect } = statement;
  const own = ownTime(statement, clock);
  const asMeasured = (period: Period) =>
    fitPeriod(period, measure, clock.context.document, { ...clock, figure: statement.figure });
  const isChange = aspect === 'change' || aspect === 'changePercent';
  const isBased = isChange && !own && timeOfBase(statement, clock) !== undefined;
  const between = isChange && !own && !isBased ? betweenTold(statement, clock) : undefined;
  if (between) return { ...statement, ...between };
  const span = isChange ? daysBetweenWhich(statement, clock) : undefined;
  if (span) return { ...statement, ...span };
  const main = isBased && clock.story.lastMain?.measure.id === measure.id ? clock.story.lastMain : undefined;
  const held = own || main ? undefined : heldAgainst(statement, clock);
  const told =
    stretchOfYear(statement, own, clock) ??
    (own?.periods[0] && ofPartHeldAgainst(own.periods[0], statement, clock)) ??
    main?.periods[0] ??
    held ??
    ofPartHeldAgainst(sharedPeriod(statement, clock), statement, clock);
  const settled = asMeasured(
    own && measure.concept === undefined && isEnd(own, clock)
      ? closing(told)
      : (asLongAsReference(told, statement, clock) ?? told),
  );
  const periods = own && own.periods.length > 1 && !isChange ? own.periods.map(asMeasured) : [settled];
  const isUndated =
    (!own && !main && !held && isWithoutTime(statement, clock) && laterTime(statement, clock) !== told) ||
    (isBeside(statement.role.name) && own?.isRelative === true && clock.story.lastMain?.isUndated === true);
  const again = isChange ? orChange(statement, clock) : undefined;
  const base = isChange
    ? (again ?? findBase(settled, statement, clock) ?? heldBelow(settled, clock.context.against))
    : '';
  const compared = base ?? yearsOn(clock.context.document.calendar, settled, -1);
  const isSinceDay = compared !== '' && isInstant(compared) && !isInstant(settled);
  return {
    ...statement,
    isUndated,
    isBaseless: base === undefined || (again !== undefined && clock.story.last?.isBaseless === true),
    periods: isSinceDay ? [closing(settled)] : periods,
    compared,
  };
}

/**
 * `$186 million for the quarter (2023: $95 million)`, `for the nine months …, compared to $18.4 million in 2023`: a bare
 * year means the same part of that year; so it does behind the part, `earnings for the quarter were $151 million in 2006`.
 */
function stretchOfYear(
  { role, measure, figure }: Statement,
  own: TimeMention | undefined,
  { text, story, times, context }: Clock,
): Period | undefined {
  const [year] = own?.periods ?? [];
  if (!own || !year || !BARE_YEAR.test(text.slice(own.start, own.end))) return undefined;
  const isWhole = OF_WHOLE.test(text.slice(0, own.start).trimEnd());
  const { calendar } = context.document;
  if (role.name !== 'aside' && role.name !== 'comparison') {
    const [part, ...others] = times.filter((time) => time.end <= own.start && time.role === 'frame');
    const [span] = part?.periods ?? [];
    const isPart = part?.isRelative && span && others.length === 0 && isDuration(span) && monthsIn(span) < 12;
    if (!isPart || isWhole) return undefined;
    return lastDay(span) <= lastDay(year) && firstDay(span) >= firstDay(year)
      ? span
      : sameStretch(span, year, calendar);
  }
  const isAside = role.name === 'aside';
  const reference = isAside ? story.lastMain : (story.lastOf(measure) ?? story.lastLike(figure.kind));
  const [main] = reference?.periods ?? [];
  if (!main || isInstant(main)) return undefined;
  const isOfSame = reference?.measure.id === measure.id && measure.concept?.periodType !== 'instant';
  if (!isAside && (!isOfSame || monthsIn(main) >= 12 || isWhole)) return undefined;
  return sameStretch(main, year, calendar);
}

/** `compared with $121 million, or 29 cents per share, in 2005`, behind two numbers of a quarter: of its quarter, all of it. */
function ofPartHeldAgainst(year: Period, { role, measure, figure }: Statement, clock: Clock): Period {
  const { text, story, times, context } = clock;
  const isHeld = role.name === 'comparison' || (story.isLastHeld && isSaidAgain(figure, clock));
  const [main] = story.lastOf(measure)?.periods ?? [];
  if (!isHeld || !main || isInstant(main) || monthsIn(main) >= 12) return year;
  const isBare = times.some(
    ({ start, end, periods }) => periods[0] === year && BARE_YEAR.test(text.slice(start, end)),
  );
  return isBare ? sameStretch(main, year, context.document.calendar) : year;
}

/** `$121 million, or 29 cents`. */
const isSaidAgain = ({ start }: Statement['figure'], { text, times, figures, index }: Clock): boolean =>
  /^[\s,]*or\s*$/i.test(maskTimes(text, times).slice(figures[index - 1]?.end ?? 0, start));

/** `26.0% for the quarter, compared to 26.9% as of September 30`: what spans a time is of one as long that ends on that day. */
function asLongAsReference(
  day: Period,
  { role, measure, figure }: Statement,
  { story, context }: Clock,
): Period | undefined {
  const reference = story.lastLike(figure.kind);
  const [span] = reference?.periods ?? [];
  const isOfSame = role.name === 'comparison' && reference?.measure.id === measure.id;
  return isOfSame && span && isInstant(day) && isDuration(span)
    ? monthsTo(context.document.calendar, day, monthsIn(span))
    : undefined;
}

/** `in fiscal 2023`, `the full year 2023`: the whole of it. */
const OF_WHOLE = /\b(?:full|whole|entire|all of|fiscal|calendar)[- ]?(?:year )?$/i;

/** `at the end of the fourth quarter`: what nothing else tells to be a balance is one. */
const isEnd = ({ start }: TimeMention, { text }: Clock): boolean =>
  /\b(?:at|as of)\s+(?:the\s+)?(?:end|close)\s+of\s+(?:the\s+|our\s+)?$/i.test(text.slice(0, start));

const BARE_YEAR = /^(?:19|20)\d{2}$/;

/** `reduced by £11.6m or 16%`, `grew by $45.5 million during the quarter, or 3.1%`: one change, told twice. */
function orChange(
  { figure, role }: Statement,
  { story, text, times, figures, index }: Clock,
): Period | undefined {
  const isSame =
    (role.name === 'change' || role.name === 'joined') &&
    /^\s*(?:(?:during|over|in)\s)?\s*,?\s*or\s+$/.test(
      maskTimes(text, times).slice(figures[index - 1]?.end ?? 0, figure.start),
    );
  return (isSame && story.last?.compared) || undefined;
}

/** `a 23% reduction in the workforce between December 31, 2019 and April 28, 2020`: from the first day to the second. */
function daysBetweenWhich(
  { figure }: Statement,
  { text, times, figures, index }: Clock,
): Pick<Statement, 'periods' | 'compared'> | undefined {
  const until = figures[index + 1]?.start ?? text.length;
  const time = times.find(
    ({ start, periods }) => start > figure.end && start < until && periods.length === 2,
  );
  const [from, to] = time?.periods ?? [];
  return time && from && to && /\bbetween\s+$/i.test(text.slice(figure.end, time.start))
    ? { periods: [to], compared: from }
    : undefined;
}

/** Neither the words before a number nor the text around tell a period. */
const isWithoutTime = ({ figure }: Statement, { times, story, context }: Clock): boolean =>
  story.frame === undefined &&
  story.span === undefined &&
  (context.headingPeriod === undefined || context.isOfTitle === true) &&
  times.every(({ start }) => start > figure.start);

/** `58.7%, compared to 57.6% in the fourth quarter of 2024`, `38.6 (H1 2024: 36.1)`: the first number is of the same span a year later. */
function heldAgainst(statement: Statement, clock: Clock): Period | undefined {
  const { figure, role, aspect } = statement;
  const { text, times, figures, index, context } = clock;
  const next = figures[index + 1];
  if (!next || role.name !== 'amount' || aspect === 'change' || aspect === 'changePercent') return undefined;
  const before = times.find(({ start, end }) => start > figure.end && end <= next.start);
  const isNoted =
    before !== undefined &&
    OPENS.test(text.slice(figure.end, before.start)) &&
    /^:\s?$/.test(text.slice(before.end, next.start));
  if (!isWithoutTime(statement, clock)) return undefined;
  if (!isNoted && !HELD.test(text.slice(figure.end, next.start))) return undefined;
  const time = isNoted ? before : times.find(({ start, role: use }) => start >= next.end && use !== 'event');
  const [base] = time?.periods ?? [];
  if (!time || !base || !isDuration(base)) return undefined;
  if (!isNoted && !TO_TIME.test(text.slice(next.end, time.start))) return undefined;
  const later = yearsOn(context.document.calendar, base, 1);
  return lastDay(later) <= context.document.released ? later : undefined;
}

/** `£38.6m (H1 2024: £36.1m)`. */
const OPENS = /^\s*\(\s?$/;
const HELD =
  /^\s*(?:thousand|million|billion)?,?\s*(?:as )?(?:compared (?:to|with)|versus|vs\.?|against|up from|down from)\s*$/i;
const TO_TIME = /^\s*(?:thousand|million|billion)?,?\s*(?:in|for|during)\s+(?:the\s+)?$/i;

/** `… was 34.5%, compared with 33.2%, an improvement of 130 basis points`: from the second number to the first. */
function betweenTold(
  { measure, role, nameStart, figure }: Statement,
  { story, text }: Clock,
): Pick<Statement, 'periods' | 'compared'> | undefined {
  const { last, lastMain } = story;
  const isToldBefore = role.name === 'change' && nameStart < 0;
  if (!isToldBefore && !OF_TOLD.test(text.slice(0, figure.end + LONGEST_MOVE))) return undefined;
  if (!last || !lastMain || !story.isLastHeld) return undefined;
  const [period, compared] = [lastMain.periods[0], last.periods[0]];
  return period &&
    compared &&
    lastMain.measure.id === last.measure.id &&
    last.measure.id === measure.id &&
    period !== compared
    ? { periods: [period], compared }
    : undefined;
}

/** `This 4.5% increase per share is due to …`: of the two numbers before it. */
const OF_TOLD =
  /^\W*(?:this|the) [\d.,]+\s?(?:%|per ?cent|percentage points?) (?:increase|decrease|decline|growth|improvement|reduction|drop|rise)\b/i;
const LONGEST_MOVE = 32;

const isBeside = (role: RoleName): boolean => role === 'comparison' || role === 'aside';

/** Roles that share the period of the number before them. */
const FOLLOWS: ReadonlySet<RoleName> = new Set<RoleName>([
  'change',
  'level',
  'revised',
  'joined',
  'rangeEnd',
]);

/** The period of a number that names none: its reference's, or the one that the sentence speaks of. */
function sharedPeriod(statement: Statement, clock: Clock): Period {
  const { role, figure, nameStart } = statement;
  const { story, text, figures, index } = clock;
  const frame = frameTime(statement, clock);
  const isBehindAside = /^[^(]*\)/.test(text.slice(figures[index - 1]?.end ?? 0, figure.start));
  const before = story.isLastHeld && (role.name === 'level' || isBehindAside) ? story.lastMain : story.last;
  const last = before?.periods[0];
  if (last && isSaidAgain(figure, clock)) return last;
  if (role.name === 'joined' && isParted(statement, clock)) return laterTime(statement, clock) ?? frame;
  if (isBeside(role.name))
    return besidePeriod(statement, clock, story.lastLike(figure.kind)?.periods[0] ?? frame);
  return last && FOLLOWS.has(role.name) && nameStart < 0 ? last : frame;
}

/** The one wording of time behind a list of numbers that another is held against. */
const sharedBehind = (statement: Statement, clock: Clock): Period | undefined =>
  statement.role.name === 'comparison' ? laterTime(statement, clock) : undefined;

/** `1.45% for 2022, and 1.58% and 1.61% for the quarter before`: a wording of time parts a number from the one before. */
const isParted = ({ figure }: Statement, { times, figures, index }: Clock): boolean =>
  times.some(
    ({ start, end, role }) =>
      role !== 'event' && start >= (figures[index - 1]?.end ?? 0) && end <= figure.start,
  );

const OF_OUTLOOK = new RegExp(`\\b${OUTLOOK_NOUN}\\b`, 'i');

/** The earlier number that one is held against: the same span a year before, or the wording that follows. */
function besidePeriod(statement: Statement, clock: Clock, reference: Period): Period {
  const { role, figure, before } = statement;
  const { text, times, figures, index, story, context } = clock;
  if (role.name === 'aside') return story.last?.periods[0] ?? reference;
  if (OF_OUTLOOK.test(before) && /\b(?:rais|lower|revis|updat|narrow)\w*/i.test(before)) return reference;
  const until = figures[index + 1]?.start ?? text.length;
  const next = isBaseWithin(figure, text)
    ? undefined
    : times.find((time) => time.start >= figure.end && time.start < until && time.role !== 'event');
  if (next?.periods[0]) return next.periods[0];
  const shared = sharedBehind(statement, clock);
  if (shared) return shared;
  const compared = times.findLast((time) => time.role === 'compared' && time.end <= figure.start);
  const told = compared?.periods[0] ?? heldBelow(reference, context.against);
  return told ?? (story.last ? yearsOn(context.document.calendar, reference, -1) : reference);
}
