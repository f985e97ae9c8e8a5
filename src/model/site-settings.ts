import { type HouseStyle, USUAL_STYLE } from './house-style.ts';
import type { ISSUER_SECTIONS, PERIOD_SECTIONS } from './sections.ts';

/** A page of the site's own words. */
export interface OwnPage {
  readonly title: string;
  /** HTML. */
  readonly body: string;
}

/** A typeface of the owner's: a file that the site serves. */
export interface OwnFont {
  /** Name of the file below `/fonts/`. */
  readonly file: string;
  readonly role: FontRole;
  /** As CSS names it: `400`, or `200 900` of a variable one. */
  readonly weight: string;
  readonly style: 'normal' | 'italic';
  /** In base 64. */
  readonly bytes: string;
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
  /** Address of the terms on which others may use the data; empty where none are told. */
  readonly license: string;
  /** Rules of CSS that come after the site's own. */
  readonly css: string;
  /** HTML in the head of each page. */
  readonly head: string;
  /** SVG in the place of the title; empty where there is none. */
  readonly nameplate: string;
  /** The same for dark screens, where that is another. */
  readonly darkNameplate: string;
  /** Colour of the icon. */
  readonly accent: string;
  readonly draft: boolean;
  /** Whether the releases may be shown whole, or only their lines with figures. */
  readonly publish: 'full' | 'figures';
  /** Names of charts that no page draws. */
  readonly withoutCharts: readonly string[];
  /** Kinds of pages, and periods as `4q12` or `acme/4q12`, that there are no pages of. */
  readonly withoutPages: readonly string[];
  /** Measures that nothing is summed up by: no key figure, chart, highlight or list names them. */
  readonly withoutMeasures: readonly string[];
  /** Measures that come before the usual key figures. */
  readonly leadingMeasures: readonly string[];
  /** Names of sections that come first, see `sections.ts`. */
  readonly order: {
    readonly period: readonly (typeof PERIOD_SECTIONS)[number][];
    readonly issuer: readonly (typeof ISSUER_SECTIONS)[number][];
  };
  readonly style: HouseStyle;
  /** Files that stand in the place of the site's own typefaces. */
  readonly fonts: { readonly files: readonly OwnFont[] };
}

/** What a typeface is for: headlines and sentences, or tables, charts and labels. */
export const FONT_ROLES = ['serif', 'sans'] as const;
export type FontRole = (typeof FONT_ROLES)[number];

export const DEFAULT_SETTINGS: SiteSettings = {
  title: 'Tieout',
  headline: 'Earnings, line by line',
  intro: '',
  footer: '',
  license: '',
  css: '',
  head: '',
  nameplate: '',
  darkNameplate: '',
  accent: '#125a3e',
  draft: false,
  publish: 'full',
  withoutCharts: [],
  withoutPages: [],
  withoutMeasures: [],
  leadingMeasures: [],
  order: { period: [], issuer: [] },
  style: USUAL_STYLE,
  fonts: { files: [] },
};
