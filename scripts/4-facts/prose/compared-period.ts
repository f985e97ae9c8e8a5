import { type Calendar, fiscalPart, quartersOn, yearsOn } from '../../../src/model/calendar.ts';
import {
  addDays,
  closing,
  firstDay,
  isDuration,
  isInstant,
  monthsIn,
  type Period,
} from '../../../src/model/period.ts';
import type { Clock } from './clock.ts';
import type { Statement } from './statement.ts';
import type { TimeMention } from './times.ts';
import { endOfPair, lastOfPair, ownTime } from './which-time.ts';

const SEQUENTIAL =
  /^\s*(?:(?:higher|lower|up|down|increases?|decreases?|growth)\s)?(?:sequentially|quarter[- ]over[- ]quarter|quarter[- ]on[- ]quarter|QoQ|q\/q|from the (?:previous|prior|preceding) quarter)/i;
/** `Sequential backlog growth of`. */
const SEQUENTIAL_BEFORE =
  /\b(?:(?:sequentially|QoQ)\s+(?:by\s+)?|sequential\s(?:[\p{L}-]+\s){0,5}?(?:growth|increase|decrease|decline|improvement)\s(?:of\s+)?)$/iu;
/** `rose by 30 bps during the quarter`: since it began. */
const WITHIN_QUARTER = /^\s*(?:during|over) the quarter\b/i;
const WITHIN_SPAN = /^\s*(?:during|over) the (?!past\b|last\b)/i;
const OTHER_CLAUSE =
  /\b(?:while|whereas|because|although|stayed|remained|was|were|grew|rose|fell|increased|decreased)\b/i;

/** What a change is measured against by the wording that says so, behind it or before it; undefined where none does. */
export function findBase(period: Period, statement: Statement, clock: Clock): Period | undefined {
  const { calendar, released } = clock.context.document;
  if (SEQUENTIAL.test(statement.behind) || SEQUENTIAL_BEFORE.test(statement.before))
    return spanBefore(calendar, period);
  if (statement.figure.kind === 'points' && WITHIN_QUARTER.test(statement.behind) && monthsIn(period) === 3)
    return quartersOn(calendar, period, -1);
  const named =
    timeOfBase(statement, clock) ?? namedComparison(period, statement, clock) ?? timeOfThan(statement, clock);
  const found = named?.periods[0];
  const within = found ? undefined : startOfSpan(period, statement, clock);
  if (within) return within;
  const { sinceDay } = clock.story;
  if (
    !found &&
    sinceDay?.day === period &&
    statement.aspect === 'change' &&
    !IN_A_YEAR.test(statement.behind)
  )
    return sinceDay.since;
  if (!found && SEQUENTIAL_ALL.test(clock.text) && !IN_A_YEAR_ANY.test(clock.text))
    return spanBefore(calendar, period);
  const { last } = clock.story;
  if (!found && OF_SAME.test(clock.text) && last?.compared && last.periods[0] === period)
    return last.compared;
  if (!found) return IN_A_YEAR_ANY.test(clock.text) ? yearsOn(calendar, period, -1) : undefined;
  if (named.isRelative && period === released) return yearsOn(calendar, period, -1);
  if (isInstant(period)) return closing(found);
  if (isInstant(found)) return statement.measure.counts === 'stock' ? found : yearsOn(calendar, period, -1);
  return sameStretch(period, found, calendar);
}

/** `These decreases were partly offset by …`: held against what the changes before it are. */
const OF_SAME =
  /^\W*(?:this|these|such|the) (?:net )?(?:increases?|decreases?|declines?|changes?|reductions?|improvements?) (?:was|were|is|are)\b/i;

/** `receivables fell by $5.6 million in the first six months`, `loans grew 2% during the quarter`: a balance, since these began. */
function startOfSpan(period: Period, statement: Statement, clock: Clock): Period | undefined {
  const isMove = statement.figure.kind === 'money' && statement.aspect === 'change';
  const told = ownTime(statement, clock) ?? (isMove ? spanAround(statement, clock) : undefined);
  const own = told?.periods[0] ?? '';
  const isWithin = isMove || WITHIN_SPAN.test(statement.behind);
  return isInstant(period) && isWithin && isDuration(own) ? addDays(firstDay(own), -1) : undefined;
}

/** `during the quarter, reducing debt by $128.6 million`: the span that the words before it are in. */
const spanAround = ({ figure, behind }: Statement, { text, times }: Clock): TimeMention | undefined =>
  IN_A_YEAR.test(behind)
    ? undefined
    : times.findLast(
        ({ start, end, role }) =>
          role === 'frame' &&
          end <= figure.start &&
          /\b(?:during|over)\s+(?:the\s+)?$/i.test(text.slice(0, start)),
      );

/** `year to date up 25% as compared to 2024`: a stretch of a year is held against the same one of the other. */
export function sameStretch(period: Period, found: Period, calendar: Calendar): Period {
  const [own, whole] = [fiscalPart(calendar, period), fiscalPart(calendar, found)];
  return own && whole && own.year !== whole.year && monthsIn(period) !== monthsIn(found)
    ? yearsOn(calendar, period, whole.year - own.year)
    : found;
}

/** The quarter, half or year before; nine months have none, and are held against those of the year before. */
function spanBefore(calendar: Calendar, period: Period): Period {
  const quarters = Math.round(monthsIn(period) / 3);
  return quartersOn(calendar, period, quarters === 3 ? -4 : -Math.max(1, quarters));
}

/** `Sequentially, revenues fell 16% and EBITDA 20%`: of a sentence that speaks of no year, all of it. */
const SEQUENTIAL_ALL = /\bsequentially\b|\bquarter[- ]o(?:ver|n)[- ]quarter\b/i;
const IN_A_YEAR_ANY = /\byear|\bannual(?!i[sz])|\bYoY\b|\by\/y\b/i;
const IN_A_YEAR = /^[\s,]*(?:YoY|year[- ]o)/i;
const BASE = '(?:from|over|against|versus|vs\\.?|(?:(?:as|when) )?compared (?:to|with))';
const TO_BASE = new RegExp(
  `^\\s*,?\\s*(?:(?:higher|lower|more|less|up|down|increase|decrease|decline)\\s)?${BASE}\\s*(?:the\\s(?:[\\p{L}-]+\\s){1,6}of\\s+)?$`,
  'iu',
);
const OPENS_BASE = new RegExp(`^\\s*,?\\s*${BASE}\\s`, 'i');
const TO_TIME =
  /^\s*(?:thousand|million|billion|trillion)?\s*(?:(?:(?:reported|recorded)\s+)?(?:in|for|as of|at|on)\s+(?:the\s+)?|the\s+)?$/i;

/** `1.8% from JPY25,975 million in 2Q09`, `1.8%, or $4 million, from $220 million the prior quarter`: the amount that a change starts from brings its own period. */
export function timeOfBase(
  { figure }: Statement,
  { text, times, figures, index }: Clock,
): TimeMention | undefined {
  const last = lastOfPair(text, figures, index);
  const [pair, base] = figures.slice(last, last + 2);
  const isBase =
    base?.kind === 'money' ||
    base?.kind === 'perShare' ||
    (base?.kind === 'percent' && figure.kind === 'points');
  if (!pair || !isBase || !TO_BASE.test(text.slice(pair.end, base.start))) return undefined;
  return times.find(({ start }) => start >= base.end && TO_TIME.test(text.slice(base.end, start)));
}

/** `lower than the position at the start of the plan in the fourth quarter of 2023`. */
const timeOfThan = (
  { figure, behind }: Statement,
  { text, times, figures, index }: Clock,
): TimeMention | undefined =>
  /^\s*(?:higher|lower|more|less|better|worse)\s+than\b/i.test(behind)
    ? times.find(
        ({ start, role }) =>
          role !== 'event' && start >= figure.end && start < (figures[index + 1]?.start ?? text.length),
      )
    : undefined;

/** A balance is also held against the day since when it moved. */
function namedComparison(
  period: Period,
  { figure, behind }: Statement,
  { text, times, figures, index }: Clock,
): TimeMention | undefined {
  const isBase = ({ role, periods }: TimeMention) =>
    role === 'compared' || (role === 'since' && isInstant(period) && isInstant(periods[0] ?? ''));
  const compared = times.filter(
    (time) => isBase(time) && !OTHER_CLAUSE.test(text.slice(figure.end, time.start)),
  );
  const until = endOfPair(text, figures, index);
  const after = compared.filter((time) => time.start >= figure.end);
  const next = after.find((time) => time.start < until);
  if (next || IN_A_YEAR.test(behind)) return next;
  const isReached = (time: TimeMention) =>
    !figures.some(
      (other) =>
        other.start > figure.end &&
        other.end <= time.start &&
        other.kind === 'money' &&
        !/^\s*,?\s*(?:or|and)/.test(text.slice(figure.end, other.start)),
    );
  const earlier = OPENS_BASE.test(behind) ? undefined : compared.findLast((time) => time.end <= figure.start);
  return earlier ?? after.find(isReached);
}
