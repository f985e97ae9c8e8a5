import type { Download, Issuer, Site } from '../data/index.ts';
import type { PeriodRecord } from '../model/document.ts';
import { DOWNLOADS } from '../model/downloads.ts';
import { formatPeriod } from '../model/format.ts';
import { linkToData, linkToDocument, linkToIssuer, linkToPeriod } from '../model/links.ts';
import { firstDay, isInstant, lastDay, type Period } from '../model/period.ts';
import type { SiteSettings } from '../model/site-settings.ts';
import type { IssuerSummary } from './front.ts';
import { findRelease } from './periods.ts';

/** What a page is, in the words of schema.org; addresses are absolute where the origin is known. */
export type StructuredData = Readonly<Record<string, unknown>>;

/** Makes an address of the site absolute. */
type Absolute = (path: string) => string;

/** A period's page as a `Report`. */
export function describePeriod(
  { settings }: Site,
  issuer: Issuer,
  period: PeriodRecord,
  absolute: Absolute,
): StructuredData {
  const { slug, name, listings, website } = issuer.record;
  const release = findRelease(issuer, period);
  return {
    '@context': 'https://schema.org',
    '@type': 'Report',
    name: `${name}, ${period.name}`,
    description: formatPeriod(period.period),
    url: absolute(linkToPeriod(slug, period.slug)),
    about: {
      '@type': 'Corporation',
      name,
      url: absolute(linkToIssuer(slug)),
      ...(website !== undefined && { sameAs: website }),
      ...(listings.length > 0 && { tickerSymbol: listings }),
    },
    temporalCoverage: formatInterval(period.period),
    ...(release && {
      datePublished: release.released,
      isBasedOn: absolute(linkToDocument(slug, release.id)),
    }),
    publisher: { '@type': 'Organization', name: settings.title },
    license: findLicense(settings, absolute),
  };
}

/** The files of the site as a `Dataset`. */
export function describeData(
  settings: SiteSettings,
  { issuers, files }: { readonly issuers: readonly IssuerSummary[]; readonly files: readonly Download[] },
  absolute: Absolute,
): StructuredData {
  const released = issuers.flatMap(({ documents }) => documents.map((document) => document.released)).sort();
  return {
    '@context': 'https://schema.org',
    '@type': 'Dataset',
    name: `${settings.title}: figures of earnings releases`,
    description: `Every figure in the releases of ${issuers.map(({ record }) => record.name).join(', ')}, with its place, measure, period, unit and checks.`,
    url: absolute(linkToData()),
    ...(released.length > 0 && { dateModified: released.at(-1) }),
    publisher: { '@type': 'Organization', name: settings.title },
    license: findLicense(settings, absolute),
    distribution: files.map(({ name, kind, bytes }) => ({
      '@type': 'DataDownload',
      name,
      description: DOWNLOADS[kind]?.says,
      contentUrl: absolute(linkToData(name)),
      contentSize: `${bytes} B`,
    })),
  };
}

/** The terms that the owner names, or what the site says of them. */
const findLicense = ({ license }: SiteSettings, absolute: Absolute): string =>
  license || absolute(`${linkToData()}#${LICENSE_SECTION}`);

export const LICENSE_SECTION = 'licence';

/** As ISO 8601 writes a day or the time between two. */
const formatInterval = (period: Period): string =>
  isInstant(period) ? lastDay(period) : `${firstDay(period)}/${lastDay(period)}`;

/** As the text of a `script` of data: no sign in it can end the element. */
export const formatStructured = (data: StructuredData): string =>
  JSON.stringify(data).replaceAll('<', '\\u003c');
