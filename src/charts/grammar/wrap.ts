import { textWidth, type Weight } from './text-width.ts';

/**
 * Breaks a text into lines no wider than `width`, between words where it can. What does not fit into `most` lines is
 * cut with an ellipsis: the whole text stands in the table of figures.
 */
export function wrap(
  text: string,
  width: number,
  size: number,
  weight: Weight = 'regular',
  most = 2,
): readonly string[] {
  const fits = (line: string): boolean => textWidth(line, size, weight) <= width;
  const lines: string[] = [''];
  for (const word of text.trim().split(/\s+/)) {
    const current = lines.at(-1) ?? '';
    const longer = current === '' ? word : `${current} ${word}`;
    if (current === '' || fits(longer)) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  const kept = lines.slice(0, most);
  if (lines.length > most) kept[most - 1] = `${kept[most - 1]}…`;
  return kept.map((line) => (fits(line) ? line : shorten(line, fits)));
}

/** The longest beginning of a line that fits with an ellipsis. */
function shorten(line: string, fits: (line: string) => boolean): string {
  const characters = [...line.replace(/…$/, '')];
  while (characters.length > 1 && !fits(`${characters.join('').trimEnd()}…`)) characters.pop();
  return `${characters.join('').trimEnd()}…`;
}

/** Width of the widest of some lines. */
export const widestLine = (texts: readonly string[], size: number, weight: Weight = 'regular'): number =>
  Math.max(0, ...texts.map((text) => textWidth(text, size, weight)));
