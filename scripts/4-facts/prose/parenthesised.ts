import type { Figure } from './figures.ts';

/** Whether a number stands alone in parentheses, with no more than a percent sign. */
export const isParenthesised = (
  text: string,
  { start, end, raw }: Pick<Figure, 'start' | 'end' | 'raw'>,
): boolean =>
  /^[\d.,]+\s?%?$/.test(raw) &&
  /\(\s?$/.test(text.slice(Math.max(0, start - 2), start)) &&
  /^\s?\)$/.test(text.slice(start + raw.length, end));
