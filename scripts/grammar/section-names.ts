const LONGEST_NAME = 80;

/** Lines between two parts of a table that say what the rows below are: no more than this. */
export const MOST_SECTION_NAMES = 3;

/** Words of titles, which open a table of their own. */
const TITLE =
  /\b(?:statements?|sheets?|summary|results|highlights?|reconciliations?|schedule|outlook|guidance|supplement\w*)\b/i;

/** A line that says what the rows below it are; a title or a number opens something new. */
export const isSectionName = (text: string): boolean =>
  text !== '' &&
  text.length <= LONGEST_NAME &&
  !/[.;,!?]$/.test(text) &&
  !TITLE.test(text) &&
  !/\d/.test(text);
