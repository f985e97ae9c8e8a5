import type { SiteSettings } from '../../src/model/site-settings.ts';
import type { DocumentBrief, IssuerBrief } from './issuer-brief.ts';

/** Where a site will be served. */
export interface SiteAddress {
  /** `/` or `/reports/`. */
  readonly base: string;
  /** Origin, `https://example.org`; empty where it is not known: addresses are then relative to the host. */
  readonly site: string;
}

/** `sitemap.xml` (sitemaps.org 0.9): every page of the site, given the paths of its HTML files, but for those of the measures left out. */
export function formatSitemap(
  files: readonly string[],
  address: SiteAddress,
  withoutMeasures: readonly string[] = [],
): string {
  const unlisted = withoutMeasures.map((id) => `/measures/${id}/index.html`);
  const pages = files
    .filter((file) => file.endsWith('index.html') && !unlisted.some((end) => file.endsWith(end)))
    .map((file) => file.slice(0, -'index.html'.length))
    .sort();
  const urls = pages.map((page) => `<url><loc>${escapeXml(pageUrl(page, address))}</loc></url>`);
  return `${XML}<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls.join('\n')}\n</urlset>\n`;
}

/** `robots.txt`: everything may be read, and where the sitemap is. */
export const formatRobots = (address: SiteAddress): string =>
  `User-agent: *\nAllow: /\n\nSitemap: ${pageUrl('sitemap.xml', address)}\n`;

/** `robots.txt` of a site that is not to be found. */
export const ROBOTS_OF_DRAFT = 'User-agent: *\nDisallow: /\n';

/**
 * `feed.xml` (Atom, RFC 4287): one entry for each release, the newest first, dated as released. Of all issuers, or of one
 * in its folder.
 */
export function formatFeed(
  issuers: readonly IssuerBrief[],
  address: SiteAddress,
  { title, withoutPages }: FeedSettings = UNTITLED,
  folder = '',
): string {
  const releases = issuers
    .flatMap((data) => data.documents.map((document) => ({ data, document })))
    .sort((a, b) => (entryKey(a.document) < entryKey(b.document) ? 1 : -1));
  const home = pageUrl(folder, address);
  return [
    `${XML}<feed xmlns="http://www.w3.org/2005/Atom">`,
    `<title>${escapeXml(title)}</title>`,
    `<id>${escapeXml(entryId(folder, address))}</id>`,
    `<link rel="self" href="${escapeXml(pageUrl(`${folder}feed.xml`, address))}"/>`,
    `<link href="${escapeXml(home)}"/>`,
    `<updated>${releaseTime(releases[0]?.document)}</updated>`,
    ...releases.map(({ data, document }) => formatEntry(data, document, { ...address, withoutPages })),
    '</feed>',
    '',
  ].join('\n');
}

type FeedSettings = Pick<SiteSettings, 'title' | 'withoutPages'>;
const UNTITLED: FeedSettings = { title: 'Earnings releases', withoutPages: [] };

function formatEntry(
  { issuer }: IssuerBrief,
  document: DocumentBrief,
  { withoutPages, ...address }: SiteAddress & Pick<SiteSettings, 'withoutPages'>,
): string {
  const hasPage = (slug: string) =>
    !withoutPages.includes(slug) && !withoutPages.includes(`${issuer.slug}/${slug}`);
  const period = issuer.periods.find(({ slug }) => slug === document.periodSlug && hasPage(slug));
  const path = period ? `${issuer.slug}/${period.slug}/` : `${issuer.slug}/documents/${document.id}/`;
  return [
    '<entry>',
    `<title>${escapeXml(`${issuer.shortName}: ${period?.name ?? (document.title || document.id)}`)}</title>`,
    `<id>${escapeXml(entryId(`${issuer.slug}/documents/${document.id}/`, address))}</id>`,
    `<link href="${escapeXml(pageUrl(path, address))}"/>`,
    `<updated>${releaseTime(document)}</updated>`,
    `<author><name>${escapeXml(issuer.name)}</name></author>`,
    `<summary>${escapeXml(document.title || document.id)}</summary>`,
    '</entry>',
  ].join('\n');
}

const XML = '<?xml version="1.0" encoding="UTF-8"?>\n';

const pageUrl = (path: string, { base, site }: SiteAddress): string =>
  `${site.replace(/\/$/, '')}${base}${path.split('/').map(encodeURIComponent).join('/')}`;

/** An id must be absolute and stay: without an origin it is a name. */
const entryId = (path: string, address: SiteAddress): string =>
  address.site === '' ? `urn:tieout:${path || 'releases'}` : pageUrl(path, address);

/** The day of a release, never a clock. */
const releaseTime = (document: DocumentBrief | undefined): string =>
  `${document?.released ?? '1970-01-01'}T00:00:00Z`;

const entryKey = ({ released, issuer, id }: DocumentBrief): string => `${released} ${issuer} ${id}`;

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
// biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 has no place for them
const UNFIT = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
const escapeXml = (text: string): string =>
  text.replace(UNFIT, '').replace(/[&<>"]/g, (mark) => ESCAPES[mark] ?? mark);
