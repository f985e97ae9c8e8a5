import { periodSlug, settlePeriod } from '../src/model/calendar.ts';
import type { Printed } from '../src/model/fact.ts';
import { type Calendar, quarterEnd, quarterEndingOn } from '../src/model/fiscal-quarters.ts';
import { addDays, duration, isInstant, lastDay, opening, type Period } from '../src/model/period.ts';
import type { ConvertedDocument } from './convert-document.ts';

/**
 * The documents of an issuer on one calendar: the days on which one of them prints that quarters ended are those of all.
 * The latest document knows best how the issuer cuts time.
 */
export function onOneCalendar(documents: readonly ConvertedDocument[]): ConvertedDocument[] {
  const latest = documents.at(-1)?.context.calendar;
  if (!latest || documents.length < 2) return [...documents];
  const calendar = withKnownEnds(
    latest,
    documents.map(({ context }) => context.calendar),
  );
  return documents.map((document) => onCalendar(document, calendar));
}

function withKnownEnds(latest: Calendar, calendars: readonly Calendar[]): Calendar {
  const alike = calendars.filter(({ endMonth, weeks }) => endMonth === latest.endMonth && weeks);
  const weeks = latest.weeks ?? alike.at(-1)?.weeks;
  return weeks ? { ...latest, weeks, ends: Object.assign({}, ...alike.map(({ ends }) => ends)) } : latest;
}

function onCalendar(document: ConvertedDocument, calendar: Calendar): ConvertedDocument {
  const { context, record } = document;
  const settle = (period: Period): Period =>
    isInstant(period)
      ? settleDay(period, context.calendar, calendar)
      : settlePeriod(calendar, settleSpan(period, context.calendar, calendar));
  const period = settle(context.period);
  return {
    ...document,
    context: { ...context, calendar, period },
    record: { ...record, period, periodSlug: periodSlug(calendar, period) },
    facts: document.facts.map((fact): Printed => {
      const [period, compared] = [settle(fact.period), fact.compared && settle(fact.compared)];
      return period === fact.period && compared === fact.compared ? fact : { ...fact, period, compared };
    }),
  };
}

/** A span whose ends a document only worked out, by the ends that others print. */
function settleSpan(period: Period, own: Calendar, calendar: Calendar): Period {
  const [start, end] = [opening(period), lastDay(period)].map((day) => settleDay(day, own, calendar));
  return start && end ? duration(addDays(start, 1), end) : period;
}

/** A day that a document only worked out gives way to the one that another prints. */
function settleDay(day: Period, own: Calendar, calendar: Calendar): Period {
  const number = quarterEndingOn(own, day);
  const isWorkedOut = number !== undefined && quarterEnd(own, number) === day && !own.ends?.[number];
  return isWorkedOut && own.endMonth === calendar.endMonth ? quarterEnd(calendar, number) : day;
}
