import type { LayoutLine, Segment } from './layout-lines.ts';

/** A head, and the lines that hold its parts. */
export interface HeadPart extends Segment {
  readonly line: number;
}
export type HeadParts = readonly HeadPart[];

/** Where a second head begins within a stretch: `Three Months Ended June 30, Six Months Ended June 30,`. */
const NEXT_HEAD =
  /(?:(?<=[,\d]) ?|(?<=\p{L}) )(?=(?:(?:Three|Six|Nine|Twelve|Thirteen|Sixteen|Twenty[- ](?:Six|Four)|Thirty[- ](?:Six|Nine)|Forty|Fifty[- ](?:Two|Three)|\d{1,2}) (?:Months?|Weeks?) Ended|(?:Fiscal )?(?:Years?|Quarters?) Ended|As (?:of|at))\b)/giu;
const WHOLE_HEAD = /\bended\b|\d{4}/i;
/** Years or days with a single space between them. */
const TIMES_IN_A_ROW =
  /^(?:(?:FY)?(?:19|20)\d{2})(?: (?:FY)?(?:19|20)\d{2})+$|^(?:\p{L}+\.? \d{1,2}, \d{4})(?: \p{L}+\.? \d{1,2}, \d{4})+$/u;

/** The heads of a line, those with a single space between them apart. */
export function splitHeads({ words, number }: LayoutLine): HeadPart[] {
  return words.flatMap((segment) => {
    const at = TIMES_IN_A_ROW.test(segment.text)
      ? [...segment.text.matchAll(/(?<=\d{4}) /g)].map(({ index }) => index)
      : [...segment.text.matchAll(NEXT_HEAD)]
          .map(({ index }) => index)
          .filter((index) => WHOLE_HEAD.test(segment.text.slice(0, index)));
    const starts = [0, ...at.map((index) => index + (segment.text[index] === ' ' ? 1 : 0))];
    return starts.map((from, i): HeadPart => {
      const text = segment.text.slice(from, at[i] ?? segment.text.length);
      return { start: segment.start + from, end: segment.start + from + text.length, text, line: number };
    });
  });
}

/** What stands above the rest of a head: a month without its day, or a preposition. */
const OPEN =
  /\b(?:January|February|March|April|May|June|July|August|September|October|November|December|ended|ending|of|at|as)$/i;
/** The rest: a day, with its year or without. */
const REST = /^\d{1,2},?(?: \d{4})?$/;

/** Tiers of heads from the top; a head that wraps is one, in the tier where it begins. */
export function joinHeads(lines: readonly LayoutLine[]): HeadParts[][] {
  const tiers: HeadParts[][] = [];
  for (const line of lines) {
    const above = tiers.at(-1);
    const heads = splitHeads(line);
    const own: HeadParts[] = [];
    for (const head of heads) {
      const at = above?.findIndex((upper) => continuesHead(upper, head)) ?? -1;
      if (above && at >= 0) above[at] = [...(above[at] ?? []), head];
      else own.push([head]);
    }
    if (own.length > 0) tiers.push(own);
  }
  return tiers;
}

function continuesHead(upper: HeadParts, head: HeadPart): boolean {
  const last = upper.at(-1);
  const first = upper[0];
  return (
    last !== undefined &&
    first !== undefined &&
    last.line < head.line &&
    REST.test(head.text) &&
    OPEN.test(last.text) &&
    head.start < first.end &&
    head.end > first.start
  );
}

/** A head as one stretch. */
export const extent = (parts: HeadParts): Segment => ({
  start: Math.min(...parts.map(({ start }) => start)),
  end: Math.max(...parts.map(({ end }) => end)),
  text: parts.map(({ text }) => text).join(' '),
});
