import type { Figure } from './figures.ts';

/** Whether a number stands alone in parentheses, with neither currency nor unit. */
export const isParenthesised = (
  text: string,
  { start, end, raw }: Pick<Figure, 'start' | 'end' | 'raw'>,
): boolean =>
  /^[\d.,]+$/.test(raw) &&
  /\(\s?$/.test(text.slice(Math.max(0, start - 2), start)) &&
  /^\s?\)$/.test(text.slice(start + raw.length, end));
