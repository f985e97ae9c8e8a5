import { LOST_MARK } from '../../grammar/lost-marks.ts';
import { matchesIn } from '../../grammar/matches-in.ts';
import { type OtherSpan, spansOf } from './other-numbers.ts';

/** A line that a note opens: `(1) These are non-GAAP measures.`, `2 See the reconciliation below.` */
const NOTE = /^\s*(?:\((\d{1,2})\)\s*|(\d{1,2})\s+)(?=\p{Lu}[\p{L}'’-]*\s)/u;

/** Numbers of the notes that a document's lines open: in parentheses, or those that may be raised, which text alone does not show. */
export interface NoteNumbers {
  readonly bracketed: ReadonlySet<number>;
  readonly raised: ReadonlySet<number>;
}

export function notesIn(lines: readonly string[]): NoteNumbers {
  const found = lines.map((line) => NOTE.exec(line)).filter((match) => match !== null);
  const numbers = (group: number) =>
    new Set(found.flatMap((match) => (match[group] === undefined ? [] : Number(match[group]))));
  const bracketed = numbers(1);
  return { bracketed, raised: numbers(2).union(bracketed) };
}

/** A mark stands behind a word that it is a note to, not behind a unit: `SEK 120 million (95)` has two numbers. */
const BRACKETED =
  /(?=\()(?<=[\p{L}™®*”"’)] ?)(?<!\b(?:thousand|million|billion|trillion|m|bn|mn|k|percent|points?|bps|shares?|cents?|employees|stores|to|of|from|was|were|and|or) ?)\((\d{1,2})\)(?=[ ,.;:]|$)/giu;
/** `income(8)`: nothing else touches a word so, whether its note is there or not. */
const GLUED =
  /(?=\()(?<=\p{L}{3}|[™®])(?<!(?:thousand|million|billion|trillion|percent|points?|shares?|cents?))\(\d{1,2}\)(?=[ ,.;:]|$)/giu;
/** `to $325 million 2`, `to $325 million.2` */
const AT_END = /(?=\d)(?<=\b(?:thousand|million|billion|percent|share)(?:\. ?| ))(\d)(?=\s*$)/giu;

/** `1 Excludes discontinued brands.`: the mark of the note itself. */
const OWN = /^(\d)(?=\s+\p{Lu}\p{Ll}+\b)/gu;

/** `All-In Cash Cost 1 Improvements`, in a heading; `Opens 3 Stores` counts. */
const IN_HEADING =
  /(?=\d)(?<=^(?:[\p{Lu}&][\p{L}&-]*\s|(?:of|and|the|in|to)\s)*(?!Top\b|Phase\b|Stage\b|Tier\b|Level\b|Scope\b|Step\b|Part\b)\p{Lu}[\p{L}-]*(?<!s|ed)\s)(\d)(?=(?:\s\p{Lu}[\p{L}-]*)+$)/gu;

/** `$325 million (12)`; a lone digit is one whether its note is there or not. */
const BRACKETED_AT_END =
  /(?=\()(?<=(?:\d|%|thousand|million|billion) ?)\((\d{2})\)(?!\s?(?:[%％]|per ?cent\b))/g;

/** `Adjusted employee benefits 1`: a lone digit that closes the label of a row; `Level 1` and `Class 2` are names. */
const BEHIND_LABEL =
  /^(?:\D*[^\p{L}\d])?(?!(?:phase|stage|tier|level|scope|step|part|class|type|group|zone|line|note|no\.?|basel|category|series)\s)[\p{Ll})]*\p{Ll}{2,}\)?\s(\d)$/iu;

export function markBehindLabel(label: string): OtherSpan[] {
  const found = BEHIND_LABEL.exec(label.trimEnd());
  const end = label.trimEnd().length;
  return found ? [{ kind: 'numbering', start: end - 1, end }] : [];
}

/** A number that may be a mark: all of its digits, and none behind a point. */
const SHORT = /(?<!\d|\d[.,])\d{1,2}(?!\d|[.,]\d)/g;

/** Marks in a text that refer to notes. */
export function markSpans(text: string, { bracketed, raised }: NoteNumbers): OtherSpan[] {
  const glued = spansOf('numbering', matchesIn(text, GLUED));
  if (raised.size === 0 || !matchesIn(text, SHORT).some(([number]) => raised.has(Number(number))))
    return glued;
  return [
    ...findSpans(text, BRACKETED, bracketed),
    ...glued,
    ...findSpans(text, LOST_MARK, raised),
    ...findSpans(text, BRACKETED_AT_END, bracketed),
    ...findSpans(text, AT_END, raised),
    ...findSpans(text, OWN, raised),
    ...findSpans(text, IN_HEADING, raised),
  ];
}

const findSpans = (text: string, marks: RegExp, notes: ReadonlySet<number>): OtherSpan[] =>
  spansOf(
    'numbering',
    matchesIn(text, marks).filter(([, number]) => notes.has(Number(number))),
  );

/** The text with such stretches blanked; every character keeps its place. */
export const withoutSpans = (text: string, spans: readonly OtherSpan[]): string =>
  spans.reduce(
    (blanked, { start, end }) => blanked.slice(0, start) + ' '.repeat(end - start) + blanked.slice(end),
    text,
  );
