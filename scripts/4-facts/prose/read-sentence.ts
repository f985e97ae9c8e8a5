import { fiscalYearStart } from '../../../src/model/calendar.ts';
import type { Aspect, Qualifier } from '../../../src/model/fact.ts';
import { closing, endOf, isInstant, monthsIn, type Period, shift } from '../../../src/model/period.ts';
import type { DocumentContext } from '../../3-context/document-context.ts';
import { type NumberToken, scanNumbers } from '../../grammar/numbers.ts';
import type { PeriodMention } from '../../grammar/periods.ts';
import { type Figure, type OtherNumber, readFigures } from './figures.ts';
import { findMeasure, type MeasureSearch } from './find-measure.ts';
import type { Measure, Measures } from './measures.ts';
import { findOtherSpans } from './other-numbers.ts';
import { type Phrase, readPhrase } from './phrases.ts';
import { yearOf } from './relative-times.ts';
import { type Role, roleOf } from './roles.ts';
import { shareAmongMeasures, shareAmongTimes } from './respectively.ts';
import type { Story } from './story.ts';
import { findTimes, maskTimes, type TimeMention } from './times.ts';
import { polarityOf } from './turn.ts';

/** What one number of a sentence states, before its period is settled for good. Offsets are UTF-16, in the sentence. */
export interface Statement {
  readonly figure: Figure;
  readonly role: Role;
  readonly measure: Measure;
  readonly aspect: Aspect;
  /** Several where one amount is stated for several dates. */
  readonly periods: readonly Period[];
  readonly compared: Period | '';
  readonly polarity: 1 | -1;
  readonly qualifier: Qualifier;
  /** Words before it, for the basis; and behind it, up to the next number. */
  readonly before: string;
  readonly behind: string;
  /** Where the words that name its measure start, -1 where the measure is carried over. */
  readonly nameStart: number;
  readonly isSubject: boolean;
  /** Only `and` stands between it and the number before. */
  readonly isJoined: boolean;
}

export interface ReadSentence {
  readonly text: string;
  readonly statements: readonly Statement[];
  readonly others: readonly OtherNumber[];
  readonly unread: readonly Figure[];
}

/** What holds for a whole block of text. */
export interface BlockContext {
  readonly document: DocumentContext;
  readonly measures: Measures;
  /** Wordings of periods in a text. */
  readonly periodsIn: (text: string) => readonly PeriodMention[];
  /** Ids of the concepts and sections that enclose the block, innermost first. */
  readonly enclosing: readonly string[];
  /** The nearest heading's words, for the ids of measures that the vocabulary does not know. */
  readonly path: readonly string[];
  /** The measure that the nearest heading names. */
  readonly headingMeasure: Measure | undefined;
  /** The period that a heading names. */
  readonly headingPeriod: Period | undefined;
  /** A text around says that amounts per share were adjusted for a split. */
  readonly isSplitAdjusted: boolean;
  /** Dates at the end of a label hold for all its numbers. */
  readonly isLabel: boolean;
}

/** Reads every number of a sentence; the story is what the sentences before it have told, and goes on with this one. */
export function readSentence(text: string, story: Story, context: BlockContext): ReadSentence {
  const { calendar, period: main } = context.document;
  const tokens = scanNumbers(text);
  const mentions = tokens.length > 0 ? context.periodsIn(text) : [];
  const { figures, others } = readFigures(text, tokens, tokens.every(isMarked) ? [] : findOtherSpans(text, mentions));
  const current = story.frame ?? context.headingPeriod ?? main;
  const times = figures.length > 0 ? findTimes(text, mentions, { calendar, main, current }) : [];
  story.open(text, times);
  if (figures.length === 0) return { text, statements: [], others, unread: [] };
  const masked = maskTimes(text, times);
  const statements: Statement[] = [];
  const unread: Figure[] = [];
  const taken = new Set<TimeMention>();
  let before: { role: Role; figure: Figure; phrase: Phrase } | undefined;
  figures.forEach((figure, i) => {
    const next = figures[i + 1]?.start ?? text.length;
    const gap = masked.slice(figures[i - 1]?.end ?? 0, figure.start);
    const behind = masked.slice(figure.end, next);
    const isAlike = before !== undefined && alike(before.figure, figure) && (before.figure.kind === figure.kind || before.role.name === 'change');
    const role = roleOf(gap, behind, before && { role: before.role, isAlike, isSameRate: before.figure.kind === 'percent' && figure.kind === 'percent' });
    const phrase = readPhrase(context.isLabel ? lastPart(role.rest) : role.rest, context.measures, role.name === 'comparison' || role.name === 'aside' || role.name === 'revised');
    const gapStart = figures[i - 1]?.end ?? 0;
    const search: MeasureSearch = { figure, role, phrase, gap, behind, masked, figures, index: i, story, context };
    const found = findMeasure(search);
    before = { role, figure, phrase };
    if (!found) {
      unread.push(figure);
      return;
    }
    const isChange = role.name === 'change' || (role.name === 'joined' && statements.at(-1)?.role.name === 'change');
    const measured: Statement = {
      figure,
      role: isChange && role.name === 'joined' ? { ...role, name: 'change' } : role,
      measure: found.measure,
      aspect: aspectOf(figure, isChange, found.measure),
      periods: [],
      compared: '',
      polarity: polarityOf(found.measure, phrase.turn, figure.isNegative, role, story),
      qualifier: role.qualifier,
      before: text.slice(0, figure.start),
      behind: text.slice(figure.end, next),
      nameStart: found.isNamed ? gapStart + phrase.start : -1,
      isSubject: phrase.isSubject && found.isNamed && !found.isBehind,
      isJoined: role.name === 'joined',
    };
    const timed = settleTime(measured, { text, times, figures, index: i, story, context, taken });
    if (role.name === 'rangeEnd' && statements.length > 0) openRange(statements, timed);
    else statements.push(timed);
    story.tell(timed);
  });
  const shared = shareAmongTimes(shareAmongMeasures(statements, text), times, context.isLabel);
  story.close(times);
  return { text, statements: shared, others, unread };
}

/** A currency or percent sign makes sure that a number is no date, name or identifier. */
const isMarked = ({ currency, percent }: NumberToken): boolean => currency !== '' || percent;

/** Numbers that can share measure and role: two rates, two amounts. */
function alike(a: Figure, b: Figure): boolean {
  return a.kind === b.kind && (a.unit === b.unit || a.unit === '' || b.unit === '') && a.kind !== 'count' || (a.kind === 'percent' && b.kind === 'money') || (a.kind === 'money' && b.kind === 'percent');
}

/** The number before turns out to open a range: it takes `from`, and the period of its end. */
function openRange(statements: Statement[], end: Statement): void {
  const first = statements.pop();
  if (first) statements.push({ ...first, qualifier: 'from', periods: end.periods }, { ...end, measure: first.measure, aspect: first.aspect, polarity: first.polarity, compared: first.compared });
}

function aspectOf(figure: Figure, isChange: boolean, { concept }: Measure): Aspect {
  const isRate = figure.kind === 'percent' || figure.kind === 'points' || figure.kind === 'times';
  if (isChange && !(concept?.kind === 'percent' && /growth/i.test(concept.label) && figure.kind === 'percent')) return figure.kind === 'percent' ? 'changePercent' : 'change';
  return isRate ? 'ratio' : 'amount';
}

interface Clock {
  readonly text: string;
  readonly times: readonly TimeMention[];
  readonly figures: readonly Figure[];
  readonly index: number;
  readonly story: Story;
  readonly context: BlockContext;
  /** Wordings of time that belong to a number held against another. */
  readonly taken: Set<TimeMention>;
}

/** Settles which period a number is of, and for a change what it is measured against. */
function settleTime(statement: Statement, clock: Clock): Statement {
  const { role, measure, aspect } = statement;
  const own = ownTime(statement, clock);
  if (own && (role.name === 'comparison' || role.name === 'aside')) clock.taken.add(own);
  const reference = role.name === 'comparison' || role.name === 'aside' ? clock.story.lastLike(statement.figure.kind) : clock.story.last;
  const isBeside = role.name === 'comparison' || role.name === 'aside';
  const frame = frameTime(statement, clock);
  let period = own?.periods[0] ?? frame;
  if (isBeside && !own) period = besidePeriod(statement, clock, reference?.periods[0] ?? frame);
  const isOr = /^[\s,]*or\s*$/i.test(clock.text.slice(clock.figures[clock.index - 1]?.end ?? 0, statement.figure.start));
  if (isOr && !own && reference) period = clock.story.last?.periods[0] ?? period;
  else if ((role.name === 'change' || role.name === 'level' || role.name === 'revised' || role.name === 'joined' || role.name === 'rangeEnd') && !own && reference && statement.nameStart < 0) period = reference.periods[0] ?? period;
  const settled = fitToMeasure(period, measure, clock);
  const isChange = aspect === 'change' || aspect === 'changePercent';
  const periods = own && own.periods.length > 1 && !isChange ? own.periods.map((p) => fitToMeasure(p, measure, clock)) : [settled];
  return { ...statement, periods, compared: isChange ? comparedTo(settled, statement, clock) : '' };
}

const TO_TIME = /^(?:['’]s)?[\s,]*(?:(?:\((?:net|in total)\)|in total|in aggregate|respectively|YoY|year[- ]over[- ]year|of dividends?|per share|basis|of (?:total |net )*(?:revenues?|sales)|or \(?\d[\d.]*\)?% of (?:total |net )*(?:revenues?|sales))[\s,]*)*(?:(?:for|in|end of|year-end|fiscal year-end|as of|as at|at|during|on|of|by|the|from|recorded|reported|posted|earned|ended|both)\s+)*$/i;

/** A wording of time right behind the number, or in front of it within its parentheses or comparison. */
function ownTime({ figure, role }: Statement, { text, times, figures, index }: Clock): TimeMention | undefined {
  const until = figures[index + 1]?.start ?? text.length;
  const gapStart = figures[index - 1]?.end ?? 0;
  const behind = times.find((time) => time.start >= figure.end && time.start < until && time.role !== 'compared' && time.role !== 'event' && time.role !== 'since' && !/^\s*:/.test(text.slice(time.end, time.end + 3)) && TO_TIME.test(text.slice(figure.end, time.start)));
  if (behind) return behind;
  if (role.name !== 'aside' && role.name !== 'comparison') return undefined;
  const open = Math.max(text.lastIndexOf('(', figure.start), role.name === 'comparison' ? figure.start - role.rest.length - 90 : 0, gapStart);
  return times.findLast((time) => time.start >= open && time.end <= figure.start && (role.name === 'comparison' ? time.role === 'compared' : true));
}

/** The period that the sentence speaks of where the number stands. */
function frameTime({ figure, measure, nameStart }: Statement, { text, times, figures, index, story, context, taken }: Clock): Period {
  const takes = (time: TimeMention) => time.role === 'frame' || (time.role === 'part' && measure.concept?.kind === 'perShare');
  if (figure.kind === 'rate' || figure.kind === 'split') {
    const days = times.filter((time) => isInstant(time.periods[0] ?? ''));
    const day = days.find((time) => time.start > figure.start) ?? days.at(-1);
    if (day?.periods[0]) return day.periods[0];
  }
  const before = times.filter((time) => time.start < figure.start && takes(time) && !taken.has(time));
  const main = context.document.period;
  const near = before.findLast((time) => fits(time.periods[0] ?? '', measure, main)) ?? (nameStart >= 0 ? undefined : before.at(-1));
  if (near?.periods[0]) return near.periods[0];
  const later = times.find((time) => time.start > figure.start && takes(time) && fits(time.periods[0] ?? '', measure, main) && isShared(time, text, figures, index));
  if (later?.periods[0]) return later.periods[0];
  if (story.sameDay) return story.sameDay;
  const told = story.frame && fits(story.frame, measure, main) ? story.frame : undefined;
  return told ?? (context.headingPeriod && fits(context.headingPeriod, measure, main) ? context.headingPeriod : main);
}

/** A wording of time behind the last of several numbers that `and` joins holds for all of them. */
function isShared(time: TimeMention, text: string, figures: readonly Figure[], index: number): boolean {
  if (/^\s*:/.test(text.slice(time.end, time.end + 3))) return false;
  if (/\b(?:compared (?:to|with)|versus|against|from|than)\s/i.test(text.slice(figures[index]?.end ?? 0, time.start))) return false;
  for (let i = index + 1; i < figures.length; i++) {
    const [a, b] = [figures[i - 1], figures[i]];
    if (!a || !b || b.start > time.start) break;
    const owns = TO_TIME.test(text.slice(b.end, time.start));
    if (owns && !/^[\s,]*(?:and|or|to|by|[-–—])?\s*$/i.test(text.slice(a.end, b.start))) return false;
  }
  return true;
}

/** Of a label only the part that stands at the number: `issued and outstanding` of a row of common stock. */
const lastPart = (gap: string): string => /[^,;:—]*[,;:—]?\s*$/.exec(gap)?.[0] ?? gap;

/** A day says nothing of what is measured over a span, unless it closes the period reported on. */
const fits = (period: Period, { concept }: Measure, main: Period): boolean => !isInstant(period) || concept === undefined || concept.periodType === 'instant' || period === closing(main);

/** The earlier number that one is held against: the same span a year before, or the wording that follows. */
function besidePeriod({ role, figure, before }: Statement, { text, times, figures, index, story }: Clock, reference: Period): Period {
  if (role.name === 'aside') return reference;
  if (/\b(?:guidance|forecast|outlook|target)\b/i.test(before) && /\b(?:rais|lower|revis|updat|narrow)\w*/i.test(before)) return reference;
  const until = figures[index + 1]?.start ?? text.length;
  const next = times.find((time) => time.start >= figure.end && time.start < until && time.role !== 'event');
  if (next?.periods[0]) return next.periods[0];
  const compared = times.findLast((time) => time.role === 'compared' && time.end <= figure.start);
  return compared?.periods[0] ?? (story.last ? shift(reference, -12) : reference);
}

/** Balances and counts are instants; a dividend carries its fiscal year; other measures keep their span. */
function fitToMeasure(period: Period, measure: Measure, { context, text }: Clock): Period {
  const { document } = context;
  const { concept } = measure;
  if (concept?.statement === 'dividends' && concept.kind === 'perShare') return monthsIn(period) === 12 ? period : yearOf(period, document.calendar, 0);
  if (concept === undefined) return measure.counts === 'stock' && period === document.period ? document.released : period;
  if (concept.periodType === 'instant') {
    if (isInstant(period)) return period;
    const isUndatedCount = (concept.kind === 'count' || concept.kind === 'rate') && period === document.period && !/\b(?:ended|end of|closed|grew|rose|increased)\b/i.test(text);
    return isUndatedCount ? document.released : closing(period);
  }
  return isInstant(period) ? (period === closing(document.period) ? document.period : yearWithin(period, context)) : period;
}

/** A span is meant though a day is named: the fiscal year to that day. */
function yearWithin(day: Period, { document }: BlockContext): Period {
  const start = fiscalYearStart(document.calendar, day);
  return endOf(document.period) === day ? document.period : `${start}/${day}`;
}

const SEQUENTIAL = /^\s*(?:sequentially|quarter[- ]over[- ]quarter|quarter[- ]on[- ]quarter|QoQ|q\/q|from the (?:previous|prior|preceding) quarter)/i;

function comparedTo(period: Period, statement: Statement, { text, times, figures, index }: Clock): Period {
  const { figure, behind } = statement;
  if (SEQUENTIAL.test(behind) || /\b(?:sequentially|QoQ)\s+(?:by\s+)?$/i.test(statement.before)) return shift(period, monthsIn(period) > 3 ? -12 : -3);
  const until = figures[index + 1]?.start ?? text.length;
  const isCompared = (time: TimeMention) => time.role === 'compared' && !/\b(?:while|whereas|because|although|stayed|remained|was|were|grew|rose|fell|increased|decreased)\b/i.test(text.slice(figure.end, time.start));
  const named = times.find((time) => isCompared(time) && time.start >= figure.end && time.start < until) ?? (/^[\s,]*(?:YoY|year[- ]o)/i.test(behind) ? undefined : times.findLast((time) => isCompared(time) && time.end <= figure.start) ?? times.find((time) => isCompared(time) && time.start >= figure.end && !figures.some((f) => f.start > figure.end && f.end <= time.start && f.kind === 'money' && !/^\s*,?\s*(?:or|and)/.test(text.slice(figure.end, f.start)))));
  const found = named?.periods[0];
  if (!found) return shift(period, -12);
  if (isInstant(period)) return closing(found);
  return isInstant(found) ? shift(period, -12) : found;
}
