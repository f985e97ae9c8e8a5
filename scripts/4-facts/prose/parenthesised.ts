import type { Figure } from './figure.ts';

/** Whether a number stands alone in parentheses, with no more than its currency, and a few words of its unit behind it. */
export const isParenthesised = (
  text: string,
  { start, end, raw }: Pick<Figure, 'start' | 'end' | 'raw'>,
): boolean =>
  /^[-−–]?(?:\p{L}{0,4}\p{Sc}?\s?)?[\d.,’' \u00a0]+\s?%?$/u.test(raw) &&
  /\(\s?$/.test(text.slice(Math.max(0, start - 2), start)) &&
  /^(?:\s?\p{L}+)?\s?\)(?:\s?(?:%|\p{L}+)){0,4}$/u.test(
    text.slice(start + raw.length, Math.max(end, text.indexOf(')', start) + 1)),
  );

/** `SEK 61 million (55)`, `10.3% of net sales (8.6)`: what stands before the number of the year before, in its parenthesis. */
export const OPENS_EARLIER =
  /^\s?(?:of (?:(?:the|our|its|total|net|group|consolidated)\s)*(?:sales|revenues?|turnover)\s)?\(\s?$/i;
