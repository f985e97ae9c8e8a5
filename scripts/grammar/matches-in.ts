/**
 * Where a global pattern stands in a text. Most texts have none of most patterns, and to tell so takes no copy of the
 * pattern, such as `matchAll` makes of it for each text.
 */
export const matchesIn = (text: string, pattern: RegExp): readonly RegExpExecArray[] =>
  text.search(pattern) < 0 ? [] : [...text.matchAll(pattern)];
