/** No digit follows a figure's groups of three: what does, however close, is a figure of its own. */
export const GROUPED = /(?:^|[^\d.,])\d{1,3}(?:,\d{3})+$/;

/** No year has a percent sign: `2023` beside `% change` is a head beside another. */
export const isYearBeforePercent = (before: string, text: string): boolean =>
  /^(?:19|20)\d{2}$/.test(before) && /^[%％]/.test(text);
