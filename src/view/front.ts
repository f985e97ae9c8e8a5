import { type Issuer, type View, viewIssuer, viewIssuers } from '../data/index.ts';
import type { DocumentRecord, IssuerRecord, PeriodRecord } from '../model/document.ts';
import { lastDay } from '../model/period.ts';
import { ensureFound } from './addresses.ts';
import { type KeyFigures, keyFigures } from './key-figures.ts';
import { gatherNews, type News } from './news.ts';

/** Releases that the front page tells as new. */
const NEWEST = 8;

export interface Release {
  readonly issuer: IssuerRecord;
  readonly document: Told;
  readonly news: News;
}

/** What the front page tells of a document by itself. */
type Told = Pick<DocumentRecord, 'id' | 'title' | 'released'>;

/** What pages of all issuers tell of one. */
export interface IssuerSummary {
  readonly record: IssuerRecord;
  readonly documents: readonly Told[];
  /** Statements, derived ones included. */
  readonly figures: number;
  /** The periods that end last, the longest first, and the key figures of the first. */
  readonly latest: readonly PeriodRecord[];
  readonly keys: KeyFigures | undefined;
}

const SUMMARY: View<IssuerSummary> = {
  name: 'summary',
  make(issuer) {
    const { record, documents, facts } = issuer;
    const latest = latestPeriods(issuer);
    return {
      record,
      documents: documents.map(({ id, title, released }) => ({ id, title, released })),
      figures: facts.statements.length,
      latest,
      keys: latest[0] && keyFigures(issuer, latest[0]),
    };
  },
};

/** What pages of all issuers tell of each. */
export const listSummaries = (): readonly IssuerSummary[] => viewIssuers(SUMMARY);

/** The latest releases of all issuers, newest first. */
export function newestReleases(issuers: readonly IssuerSummary[]): Release[] {
  const all = issuers.flatMap(({ record, documents }) =>
    documents.map((document) => ({ issuer: record, document })),
  );
  return all
    .sort((a, b) => (a.document.released < b.document.released ? 1 : -1))
    .slice(0, NEWEST)
    .map((release) => ({ ...release, news: readNews(release) }));
}

const readNews = ({ issuer: { slug }, document }: Omit<Release, 'news'>): News =>
  ensureFound(viewIssuer(slug, NEWS)[document.id]);

/** The news of as many releases of an issuer as may be among the newest of all, by their ids. */
const NEWS: View<Readonly<Record<string, News>>> = {
  name: 'news',
  make(issuer) {
    const { documents } = issuer;
    const days = documents.map(({ released }) => released).sort();
    const first = days.at(-NEWEST) ?? '';
    const newest = documents.filter(({ released }) => released >= first);
    return Object.fromEntries(newest.map((document) => [document.id, gatherNews(issuer, document)]));
  },
};

/** The periods of an issuer that end last, the longest first. */
export function latestPeriods({ record }: Pick<Issuer, 'record'>): PeriodRecord[] {
  const last = record.periods
    .map(({ period }) => lastDay(period))
    .sort()
    .at(-1);
  return record.periods.filter(({ period }) => lastDay(period) === last).sort((a, b) => b.months - a.months);
}
