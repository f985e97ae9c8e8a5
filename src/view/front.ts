import type { Issuer } from '../data/index.ts';
import type { DocumentRecord, PeriodRecord } from '../model/document.ts';
import { endOf } from '../model/period.ts';
import { type News, newsOf } from './news.ts';

/** Releases that the front page tells as new. */
const NEWEST = 8;

export interface Release {
  readonly issuer: Issuer;
  readonly document: DocumentRecord;
  readonly news: News;
}

/** The latest releases of all issuers, newest first. */
export function newestReleases(issuers: readonly Issuer[]): Release[] {
  const all = issuers.flatMap((issuer) => issuer.documents.map((document) => ({ issuer, document })));
  return all
    .sort((a, b) => (a.document.released < b.document.released ? 1 : -1))
    .slice(0, NEWEST)
    .map(({ issuer, document }) => ({ issuer, document, news: newsOf(issuer, document) }));
}

/** The periods of an issuer that end last, the longest first. */
export function latestPeriods({ record }: Pick<Issuer, 'record'>): PeriodRecord[] {
  const last = record.periods
    .map(({ period }) => endOf(period))
    .sort()
    .at(-1);
  return record.periods.filter(({ period }) => endOf(period) === last).sort((a, b) => b.months - a.months);
}
