import { MONTH } from '../../grammar/dates.ts';
import { matchesIn } from '../../grammar/matches-in.ts';

/** A sentence by its UTF-16 offsets. */
export interface Sentence {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Longer ones are cut at a space, so that no text makes a reader slow. */
const LONGEST = 1600;

/** A full stop; a semicolon before what has a subject in capitals and its own verb. */
const END =
  /[.!?]+["”’')\]]*\s+(?=["“‘'[]?[\p{Lu}\p{N}])|;\s+(?=\p{Lu}\p{Ll}[^;.]{2,90}?\s(?:was|were|increased|decreased|declined|grew|rose|fell|improved|totaled)\s)/gu;

/** Words after which a full stop ends nothing. */
const ABBREVIATION =
  /(?:^|[\s(])(?:Mr|Mrs|Ms|Dr|Prof|St|No|Nos|Rs|Re|Tk|vs|approx|[Aa]dj|e\.g|i\.e|incl|excl|[A-Z]|U\.S|U\.K|a\.m|p\.m|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.$/;
/** After `U.S.` and the like only a word that opens sentences starts one. */
const OPENER = /^(?:The|This|These|We|Our|It|In|As|For|All|Its|They|That)\b/;

/** `31. December 2016`: the month behind the point of its day. */
const DOTTED_MONTH = new RegExp(`^${MONTH} (?:19|20)\\d{2}`);

/** Splits running text at full stops; a parenthesis behind a full stop still belongs to the sentence before it. */
export function splitSentences(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  let start = 0;
  const add = (end: number) => {
    for (const piece of cut(text, start, end)) sentences.push(piece);
    start = end;
  };
  for (const match of matchesIn(text, END)) {
    const end = match.index + match[0].length;
    const before = text.slice(Math.max(start, match.index - 12), match.index + 1);
    if (/(?:^|[^\d.,])\d{1,2}\.$/.test(before) && DOTTED_MONTH.test(text.slice(end, end + 16))) continue;
    if (ABBREVIATION.test(before) && !OPENER.test(text.slice(end, end + 8))) continue;
    add(end);
  }
  add(text.length);
  return sentences;
}

function* cut(text: string, start: number, end: number): Generator<Sentence> {
  let from = start;
  while (end - from > LONGEST) {
    const at = lastGap(text, from + LONGEST / 2, from + LONGEST);
    yield { start: from, end: at, text: text.slice(from, at) };
    from = at;
  }
  if (from < end) yield { start: from, end, text: text.slice(from, end) };
}

/** A space between two words, neither of them part of a number, as late as possible. */
function lastGap(text: string, from: number, to: number): number {
  for (let at = to; at > from; at--) {
    if (text[at - 1] === ' ' && /[\p{L}.,;]/u.test(text[at - 2] ?? '') && /\p{Ll}/u.test(text[at] ?? ''))
      return at;
  }
  for (let at = to; at > from; at--)
    if (!/[\d.,]/.test(text[at] ?? '') && !/[\d.,]/.test(text[at - 1] ?? '')) return at;
  return to;
}
