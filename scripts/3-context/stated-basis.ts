import type { StatedBasis } from '../../src/model/document.ts';

/** Names of accounting principles, the more particular first: some national ones name those that they follow. */
const PRINCIPLES: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['US GAAP', /\bU\.?S\.? ?GAAP\b|generally accepted in the United States/i],
  ['Japanese GAAP', /\bJ-?GAAP\b|Japanese GAAP|generally accepted in Japan/i],
  ['Swiss GAAP FER', /\bSwiss GAAP FER\b/i],
  ['Ind AS', /\bInd ?AS\b|Indian Accounting Standards/],
  ['HGB', /\bHGB\b|German Commercial Code/],
  ['IFRS', /\bIFRSs?\b|International Financial Reporting Standards/],
];

/** `GAAP` alone. */
const AMERICAN =
  /(?<!\b(?:J|UK|Canadian|Indian|Korean|Chinese|PRC|Hong Kong|German|Dutch|French|local)[- ])\bGAAP\b|\bForm 10-[KQ]\b/;

/** Reports to America from abroad and those in money of countries of IFRS: `GAAP measures` says nothing there. */
const OF_IFRS = /^(?:EUR|GBP|CHF|SEK|NOK|DKK|AUD|NZD|ZAR)$/;
const FOREIGN = /\bForm (?:6-K|20-F|40-F)\b|\bforeign private issuer\b/i;

/** Of the issuer alone, without its subsidiaries; `unconsolidated subsidiaries` are what it has a part in. */
const ALONE =
  /\b(?:non-?consolidated|unconsolidated|stand-?alone|parent[- ](?:only|company only))\b(?!\s(?:[\p{L}-]+\s){0,2}(?:affiliat|associat|compan|entit|invest|joint|ventur|operat|partner|propert|subsidiar|REIT))/iu;
const CONSOLIDATED = /(?<!\bnon-)\bconsolidated\b/i;

const UNAUDITED =
  /\bun-?audited\b|\bnot (?:yet )?(?:been )?(?:audited|subject to (?:an )?audit)\b|\bhave not been (?:audited|reviewed)/i;
/** In a heading, a caption or a head, which are short; or a sentence that says so of what it reports. */
const AUDITED =
  /^.{0,80}\baudited\b.{0,20}$|\b(?:statements|results|figures|accounts)\b[^.\n]{0,60}\b(?:are|is|were|was|been) audited\b/im;

/**
 * By what principles a document says that it reports, of whom, and whether it was audited. What it does not say is left
 * open: no release is taken for audited because it is silent.
 */
export const readBasis = (text: string, currency: string): StatedBasis => ({
  accounting:
    PRINCIPLES.find(([, pattern]) => pattern.test(text))?.[0] ??
    (AMERICAN.test(text) && !OF_IFRS.test(currency) && !FOREIGN.test(text) ? 'US GAAP' : ''),
  scope: CONSOLIDATED.test(text) ? 'consolidated' : ALONE.test(text) ? 'non-consolidated' : '',
  audit: UNAUDITED.test(text) ? 'unaudited' : AUDITED.test(text) ? 'audited' : '',
});
