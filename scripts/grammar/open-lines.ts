/** Source of a pattern: small words that something follows, in headings, sentences and labels alike. */
export const LEADS_ON = 'and|or|of|for|the|to|in|with|by|from|at';

const ENDS_OPEN = new RegExp(
  `(?:\\b(?:${LEADS_ON}|a|an|its|our|was|were|is|are|per(?: (?:basic|diluted|common|ordinary)){0,2})|,)$`,
  'i',
);

/** Whether a line cannot be the end of a heading or sentence: it ends with a word or mark that something follows. */
export const isOpenLine = (line: string): boolean => ENDS_OPEN.test(line.trimEnd());

/** Whether a line cannot be the start of one: a small word that something stands before. */
export const isRestOfLine = (line: string): boolean =>
  /^(?:and|or|of|for|to|in|with|by|from|at|as|that|which)\s/.test(line.trimStart());

/** What stands between two lines of one text: a blank, but none where a word breaks at a hyphen: `year-`, `over-year`. */
export const betweenLines = (above: string, below: string): '' | ' ' =>
  /\p{L}-$/u.test(above) && /^\s*\p{L}/u.test(below) ? '' : ' ';
