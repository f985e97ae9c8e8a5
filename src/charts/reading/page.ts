import { conceptById } from '../../concepts/index.ts';
import type { IssuerRecord, PeriodRecord } from '../../model/document.ts';
import { closing, isInstant, type Period } from '../../model/period.ts';
import type { FactQuery, Settled } from '../../model/settled.ts';
import { findYearBefore, periodBefore } from '../../model/year-before.ts';
import { type MeasuredAmount, measured } from './measured.ts';

/** Finds the amount of a concept in a period or at its end, that of the page unless another is named, in the issuer's own currency. */
export type Reader = (concept: string, period?: Period) => MeasuredAmount | undefined;

/** What the charts of a period's page are drawn from. */
export interface PageFigures {
  readonly facts: Settled;
  readonly issuer: IssuerRecord;
  readonly record: PeriodRecord;
  /** The dates of its period, and of the same one a year before, whether or not the issuer has that. */
  readonly now: Period;
  readonly earlier: Period;
  /** The day on which it ends, after the one that ended it a year before. */
  readonly dates: readonly [before: Period, now: Period];
  /** `FY2012`, and `FY2011` where the issuer has it. */
  readonly label: string;
  readonly before: string | undefined;
  readonly read: Reader;
}

export function readPage(facts: Settled, record: PeriodRecord, issuer: IssuerRecord): PageFigures {
  const now = record.period;
  /** The charts of a page ask for the same amounts many times. */
  const known = new Map<string, MeasuredAmount | undefined>();
  return {
    facts,
    issuer,
    record,
    now,
    earlier: periodBefore(issuer, now),
    dates: [periodBefore(issuer, closing(now)), closing(now)],
    label: record.label,
    before: findYearBefore(issuer, record)?.label,
    read: (concept, when = now) => {
      const period = conceptById.get(concept)?.periodType === 'instant' ? closing(when) : when;
      const key = `${concept}|${period}`;
      if (!known.has(key))
        known.set(key, findAmount(facts, { concept, period, unit: issuer.reportingCurrency }));
      return known.get(key);
    },
  };
}

/** The best statement that says how much it was: not `over 100`, not one end of a range. */
export function findAmount(facts: Settled, query: FactQuery): MeasuredAmount | undefined {
  const fact = facts
    .findAll(query)
    .find(({ qualifier }) => qualifier === 'exact' || qualifier === 'approximate');
  return fact && measured(fact, facts);
}

/** What is known of a measure at the dates that give it, in order. */
export const readDates = (facts: Settled, query: FactQuery): { date: Period; amount: MeasuredAmount }[] =>
  [...new Set(facts.ofConcept(query.concept).map(({ period }) => period))]
    .filter(isInstant)
    .sort()
    .flatMap((date) => {
      const amount = findAmount(facts, { ...query, period: date });
      return amount ? [{ date, amount }] : [];
    });
