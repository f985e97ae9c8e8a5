/** Whether a text says that amounts per share around it were adjusted for a split. */
export const saysAdjusted = (text: string): boolean =>
  /\bsplit\b|\badjusted for it\b/i.test(text) &&
  /retroactiv|\brestated\b|as if the (?:stock )?split/i.test(text);
