/**
 * `(All figures in brackets apply to the first quarter 2013)`: a legend, in brackets or a sentence of its own. What it tells
 * of time is of figures that stand beside others, not of what is reported on.
 */
const LEGEND =
  /\((?=[^()]*\b(?:in|within)\s(?:brackets|parenthes[ei]s)\b)[^()]{1,200}\)|^[^.;()\d]{0,80}\b(?:figures?|numbers?|amounts?|values?|comparatives?)\s(?:\p{L}+\s){0,3}?(?:in|within)\s(?:brackets|parenthes[ei]s)\b[^.;]{0,120}(?:\.|$)/giu;

/** The text, legends blanked; every character keeps its place. */
export const withoutLegends = (text: string): string =>
  /\b(?:brackets|parenthes[ei]s)\b/i.test(text)
    ? text.replace(LEGEND, (legend) => ' '.repeat(legend.length))
    : text;
