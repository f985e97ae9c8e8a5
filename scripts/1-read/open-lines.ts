/** Whether a line cannot be the end of a heading or sentence: it ends with a word or mark that something follows. */
export const isOpenLine = (line: string): boolean =>
  /(?:\b(?:and|or|of|for|the|to|in|with|by|from|at|a|an|its|our)|,)$/i.test(line.trimEnd());

/** Whether a line cannot be the start of one: a small word that something stands before. */
export const isRestOfLine = (line: string): boolean =>
  /^(?:and|or|of|for|to|in|with|by|from|at|as|that|which)\s/.test(line.trimStart());
