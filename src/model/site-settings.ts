/** A page of the site's own words. */
export interface OwnPage {
  readonly title: string;
  /** HTML. */
  readonly body: string;
}

/** What the owner of a site says of it, as its pages need it; see `scripts/config/schema.ts`. */
export interface SiteSettings {
  readonly title: string;
  readonly headline: string;
  /** HTML under the headline; empty for the site's usual words. */
  readonly intro: string;
  readonly about?: OwnPage | undefined;
  /** HTML at the foot of each page. */
  readonly footer: string;
  /** Rules of CSS that come after the site's own. */
  readonly css: string;
  /** HTML in the head of each page. */
  readonly head: string;
  /** SVG in the place of the title; empty where there is none. */
  readonly nameplate: string;
  /** Colour of the icon. */
  readonly accent: string;
  readonly draft: boolean;
  /** Whether the releases may be shown whole, or only their lines with figures. */
  readonly publish: 'full' | 'figures';
  /** Names of charts that no page draws. */
  readonly withoutCharts: readonly string[];
}

export const DEFAULT_SETTINGS: SiteSettings = {
  title: 'Tieout',
  headline: 'Earnings, line by line',
  intro: '',
  footer: '',
  css: '',
  head: '',
  nameplate: '',
  accent: '#125a3e',
  draft: false,
  publish: 'full',
  withoutCharts: [],
};
