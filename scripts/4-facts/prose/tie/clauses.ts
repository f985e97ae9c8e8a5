/** A stretch of a sentence that tells of one thing, by its UTF-16 offsets. */
export interface Clause {
  readonly start: number;
  readonly end: number;
}

const VERB =
  '(?:was|were|is|are|had|has|have|increased|decreased|grew|rose|fell|declined|improved|totall?ed|amounted|came|reached|expects?|generated|reported|recorded|returned|used|remained)';
/** `; `, `while`, quotes, and `and` before a subject with a verb of its own. */
const BREAK = new RegExp(
  `[;“”"]|(?:,\\s*)?\\b(?:while|whereas|although)\\b|,?\\s\\band\\s(?=(?:[\\p{L}’'&-]+\\s){1,8}${VERB}\\b)`,
  'giu',
);

/** Splits a sentence where another subject begins. */
export function splitClauses(text: string): Clause[] {
  const clauses: Clause[] = [];
  let start = 0;
  for (const { index, 0: mark } of text.matchAll(BREAK)) {
    if (index > start) clauses.push({ start, end: index });
    start = index + mark.length;
  }
  clauses.push({ start, end: text.length });
  return clauses;
}
