import type { IssuerRecord } from '../model/document.ts';
import type { Finding } from '../model/finding.ts';
import type { Highlight } from '../model/highlight.ts';
import { inHouseStyle } from '../model/house-style.ts';
import type { Settled } from '../model/settled.ts';
import type { SiteSettings } from '../model/site-settings.ts';
import type { Verification } from '../model/verification.ts';

/** The issuer with the periods that have pages, named as the house writes dates. */
export const shownRecord = (record: IssuerRecord, { withoutPages }: SiteSettings): IssuerRecord => ({
  ...record,
  periods: record.periods
    .filter(({ slug }) => !withoutPages.includes(slug) && !withoutPages.includes(`${record.slug}/${slug}`))
    .map((period) => ({ ...period, name: inHouseStyle(period.name) })),
});

export const shownFindings = (findings: readonly Finding[]): Finding[] =>
  findings.map((finding) => ({ ...finding, message: inHouseStyle(finding.message) }));

/** What checks found, without the targets of measures that are left out. */
export const shownVerification = (
  { ledger, ...rest }: Verification,
  { withoutMeasures }: SiteSettings,
): Verification => ({
  ...rest,
  ledger: ledger.filter(({ concept }) => !withoutMeasures.includes(concept)),
});

type Highlights = Readonly<Record<string, readonly Highlight[]>>;

/** The highlights that rest on no measure that is left out. */
export const shownHighlights = (
  all: Highlights,
  facts: Settled,
  { withoutMeasures }: SiteSettings,
): Highlights => {
  const isShown = ({ sources }: Highlight) =>
    !sources.some((id) => withoutMeasures.includes(facts.byId(id)?.concept ?? ''));
  return Object.fromEntries(
    Object.entries(all).map(([slug, list]) => [slug, list.filter(isShown).map(shownHighlight)]),
  );
};

const shownHighlight = (highlight: Highlight): Highlight => ({
  ...highlight,
  title: inHouseStyle(highlight.title),
  parts: highlight.parts.map((part) => (typeof part === 'string' ? inHouseStyle(part) : part)),
});
