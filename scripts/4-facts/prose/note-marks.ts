import type { OtherSpan } from './other-numbers.ts';

/** A line that a note opens: `(1) These are non-GAAP measures.` */
const NOTE = /^\s*\((\d{1,2})\)\s*(?=\p{Lu})/u;

/** Numbers of the notes that a document's lines open. */
export const notesIn = (lines: readonly string[]): ReadonlySet<number> =>
  new Set(lines.flatMap((line) => Number(NOTE.exec(line)?.[1] ?? 0) || []));

/** A mark stands behind a word that it is a note to, not behind a unit: `SEK 120 million (95)` has two numbers. */
const MARK =
  /(?<=[\p{L}™®*”"’)] ?)(?<!\b(?:thousand|million|billion|trillion|m|bn|mn|k|percent|points?|bps|shares?|cents?|employees|stores|to|of|from|was|were|and|or) ?)\((\d{1,2})\)(?=[ ,.;:]|$)/giu;

/** Marks in a text that refer to notes. */
export const markSpans = (text: string, notes: ReadonlySet<number>): OtherSpan[] =>
  notes.size === 0
    ? []
    : [...text.matchAll(MARK)]
        .filter(([, number]) => notes.has(Number(number)))
        .map(({ index, 0: mark }) => ({ kind: 'numbering', start: index, end: index + mark.length }));

/** The text with such stretches blanked; every character keeps its place. */
export const withoutSpans = (text: string, spans: readonly OtherSpan[]): string =>
  spans.reduce(
    (blanked, { start, end }) => blanked.slice(0, start) + ' '.repeat(end - start) + blanked.slice(end),
    text,
  );
