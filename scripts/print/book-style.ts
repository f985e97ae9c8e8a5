import { PLACE_COLOR } from './pdf/page-numbers.ts';

/** In a layer this wins over the rules of the owner too, which stand in none. */
const important = (rules: string): string => rules.replaceAll(';', ' !important;');

/** How the cover, the contents and the parts of a book are set; all else is set as on the pages themselves. */
export const BOOK_STYLE = `
@layer print {
  .cover { break-after: page; padding-top: 12mm; }
  .cover > .name { font: italic 400 1.2rem / 1 var(--serif); padding-bottom: 0.5rem; border-bottom: 1px solid var(--rule); margin-bottom: 14mm; }
  .cover h1 { font: 350 5.2rem / 1 var(--display); letter-spacing: -0.025em; margin: 0.1em 0 0.2em -0.03em; }
  .cover .subtitle { font: 400 1.1rem / 1.3 var(--sans); color: var(--ink-2); margin-bottom: 8mm; }
  .cover .lead { font-size: 1.45rem; line-height: 1.4; margin-bottom: 9mm; }
  .cover .keys { margin-bottom: 12mm; }
  .cover dl { border-top: 3px double var(--ink); max-width: 34rem; }
  .contents { break-after: page; }
  .contents h2 { font: 500 2rem / 1.1 var(--serif); border-top: 1px solid var(--ink); padding-top: 0.7rem; margin-bottom: 1rem; }
  .contents > ol { columns: 2; column-gap: 2.5rem; font: 400 0.95rem / 1.35 var(--sans); }
  .contents > ol > li { padding-bottom: 1rem; }
  .contents > ol > li > a { font-weight: 600; break-after: avoid; }
  .contents ol ol a { color: var(--ink-2); padding-left: 0.9rem; }
  .contents a { display: flex; gap: 0.5rem; padding-block: 0.12rem; break-inside: avoid; }
  .contents a::before { content: ""; order: 1; flex: 1; min-width: 1rem; border-bottom: 1px dotted var(--ink-3); margin-bottom: 0.3em; }
  .contents .page-of { order: 2; }
  .part { break-before: page; }
  .elsewhere { margin-block: 0.5rem; font: 400 0.95rem / 1.4 var(--sans); color: var(--ink-2); }
  .page-of { display: inline-block; flex: none; min-width: 2.06em; }
  /* Printed to be found in the drawing, where page numbers take its place: on one line, whatever the owner's rules and typeface. */
  .digits, .page-of { ${important(`font-family: "Sans for print", var(--sans); font-weight: 400; font-style: normal; font-variant-numeric: tabular-nums; font-kerning: none; letter-spacing: 0; white-space: nowrap; color: ${PLACE_COLOR};`)} }
  .digits { height: 0; margin: 0; }
}`;
