/** Whether a line cannot be the end of a heading or sentence: it ends with a word or mark that something follows. */
export const isOpenLine = (line: string): boolean =>
  /(?:\b(?:and|or|of|for|the|to|in|with|by|from|at|a|an|its|our)|,)$/i.test(line.trimEnd());
