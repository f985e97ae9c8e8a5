import type { OtherPlace } from './other-numbers.ts';

const LONE = /^\s*[-–(]?\s?(\d{1,3})\s?[-–)]?\s*$/;

export const isLoneNumber = (text: string): boolean => LONE.test(text);

/** The numbers that only their lines show to be those of pages and notes. */
export const findNumbering = (lines: readonly string[]): OtherPlace[] =>
  [...findLoneNumbering(lines), ...findContents(lines)].map(({ line, at }) => ({
    kind: 'numbering',
    line,
    column: at + 1,
  }));

interface LineNumber {
  readonly line: number;
  readonly at: number;
  readonly number: number;
}

/** `- 4 -`. */
const PAGE = /^\s*[-–]\s?\d{1,3}\s?[-–]\s*$/;

/** So many pages have no number of their own between two that have. */
const MOST_BETWEEN = 2;

/**
 * Numbers that have lines of their own: no cell stands beside them, and they look like a page's, or a sentence does stand
 * there, or they count up. Any other may be the cell of a table.
 */
function findLoneNumbering(lines: readonly string[]): LineNumber[] {
  const filled = lines.flatMap((text, i) => (text.trim() ? [{ text, line: i + 1 }] : []));
  const lone = filled.flatMap(({ text, line }, i) => {
    const beside = [filled[i - 1]?.text ?? '', filled[i + 1]?.text ?? ''];
    const number = LONE.exec(text)?.[1];
    const isPage = PAGE.test(text);
    if (number === undefined || (!isPage && beside.some(isCell))) return [];
    const isSure = isPage || beside.some(isSentence);
    return [{ line, at: text.search(/\d/), number: Number(number), isSure }];
  });
  const countsOn = (from: LineNumber | undefined, to: LineNumber | undefined): boolean =>
    from !== undefined &&
    to !== undefined &&
    to.number > from.number &&
    to.number - from.number <= MOST_BETWEEN + 1;
  return lone.filter((own, i) => own.isSure || countsOn(lone[i - 1], own) || countsOn(own, lone[i + 1]));
}

/** Signs or a number without words. */
const isCell = (text: string): boolean => !/\p{L}/u.test(text) && /[\p{Nd}\p{Sc}|%]/u.test(text);

const isSentence = (text: string): boolean => text.length > 40 && /[.!?]["”’)]*\s*$/.test(text);

const LEADERS = /(?<=\.{4} ?)\d{1,3}\s*$/;
const FEWEST_CONTENTS = 4;

/** `Future outlook ........ 4`: so many lines with leaders whose numbers never fall are contents. */
function findContents(lines: readonly string[]): LineNumber[] {
  const led = lines.flatMap((text, i) => {
    const found = LEADERS.exec(text);
    return found ? [{ line: i + 1, at: found.index, number: Number(found[0]) }] : [];
  });
  const isRising = led.every(({ number }, i) => number >= (led[i - 1]?.number ?? 0));
  return led.length >= FEWEST_CONTENTS && isRising ? led : [];
}
