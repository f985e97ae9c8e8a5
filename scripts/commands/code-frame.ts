import type { TextPosition } from '../../src/model/text-position.ts';

const NEIGHBOURS = 1;
const WIDTH = 100;
const ELLIPSIS = '…';

/**
 * The line of a place between its neighbours, numbered, with a mark under the column. Long lines are cut to what
 * surrounds the column. Empty where the text has no such line.
 */
export function formatCodeFrame(lines: readonly string[], { line, column }: TextPosition): string[] {
  if (line < 1 || line > lines.length) return [];
  const first = Math.max(1, line - NEIGHBOURS);
  const last = Math.min(lines.length, line + NEIGHBOURS);
  const digits = String(last).length;
  const start = Math.max(0, column - 1 - Math.floor(WIDTH / 2));
  const gutter = (number: number | '', mark: string) => `${mark} ${String(number).padStart(digits)} | `;
  const frame: string[] = [];
  for (let number = first; number <= last; number++) {
    frame.push((gutter(number, number === line ? '>' : ' ') + cut(lines[number - 1] ?? '', start)).trimEnd());
    if (number === line) frame.push(`${gutter('', ' ')}${' '.repeat(column - 1 - start)}^`);
  }
  return frame;
}

/** `WIDTH` characters of a line, each shown as one: a tab as a space, what is invisible as a stand-in. */
function cut(line: string, start: number): string {
  const characters = [...line];
  const shown = characters.slice(start, start + WIDTH);
  if (start > 0 && shown.length > 0) shown[0] = ELLIPSIS;
  if (start + WIDTH < characters.length) shown[shown.length - 1] = ELLIPSIS;
  return visible(shown.join('').replaceAll('\t', ' '));
}

/** Text of a document made safe for a terminal: no character in it can move the cursor or turn the writing. */
export function visible(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu, '\ufffd');
}
