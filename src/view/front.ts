import type { Issuer } from '../data/index.ts';
import type { DocumentRecord, PeriodRecord } from '../model/document.ts';
import { endOf } from '../model/period.ts';

/** Releases that the front page lists as new. */
const NEWEST = 8;

export interface Release {
  readonly issuer: Issuer;
  readonly document: DocumentRecord;
  /** Periods that end with it, the longest first. */
  readonly periods: readonly PeriodRecord[];
}

/** The latest releases of all issuers, newest first. */
export function newestReleases(issuers: readonly Issuer[]): Release[] {
  const all = issuers.flatMap((issuer) => issuer.documents.map((document) => ({ issuer, document })));
  return all
    .sort((a, b) => (a.document.released < b.document.released ? 1 : -1))
    .slice(0, NEWEST)
    .map(({ issuer, document }) => ({
      issuer,
      document,
      periods: periodsEnding(issuer, endOf(document.period)),
    }));
}

/** The periods of an issuer that end last, the longest first. */
export function latestPeriods({ record }: Pick<Issuer, 'record'>): PeriodRecord[] {
  const ends = record.periods.map(({ period }) => endOf(period)).sort();
  return periodsEnding({ record }, ends.at(-1) ?? '');
}

const periodsEnding = ({ record }: Pick<Issuer, 'record'>, end: string): PeriodRecord[] =>
  record.periods.filter(({ period }) => endOf(period) === end).sort((a, b) => b.months - a.months);
