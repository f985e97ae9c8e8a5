/** `in the low 40 percents`, `Mid 40%s`: a span of values that no number tells, by the words before the number. */
export const isDecade = (digits: string, before: string): boolean =>
  /^[1-9]0$/.test(digits) && /\b(?:low|mid|middle|high|upper|lower)(?:er)?[\s-]+$/i.test(before);

export const DECADE = 'It names a span of values, not one.';
