import type { AnswerTable } from '../parse-answers.ts';

/** A run of digits in the prose of a document. */
export interface NumberToken {
  readonly line: number;
  /** 1-based, in code points, where `raw` starts. */
  readonly column: number;
  /** Column after the last character. */
  readonly end: number;
  /** As printed, currency and percent sign included, Markdown escapes left out. */
  readonly raw: string;
  /** Which occurrence of `raw` on its line, from 1. */
  readonly n: number;
}

const NUMBER = /\d+:\d+|(?:JPY ?|US\\?\$|\$)?\d+(?:,\d{3})*(?:\.\d+)?%?/gu;

/** Every number outside table cells: sentences, headings, notes, and the words of tables. */
export function numberTokens(text: string, tables: readonly AnswerTable[]): NumberToken[] {
  return text.split('\n').flatMap((content, index) => {
    const found = wordsIn(content, index + 1, tables).flatMap(({ words, before }) =>
      [...words.matchAll(NUMBER)].map(({ 0: match, index: at }) => {
        const column = before + codePoints(words.slice(0, at)) + 1;
        return { line: index + 1, column, end: column + codePoints(match), raw: match.replace('\\', '') };
      }),
    );
    return found.map((token, i) => ({
      ...token,
      n: found.slice(0, i + 1).filter(({ raw }) => raw === token.raw).length,
    }));
  });
}

/** The parts of a line that are no table cell: all of it, a row's label, or every field of a header row. */
function wordsIn(content: string, line: number, tables: readonly AnswerTable[]) {
  const table = tables.find(({ first, last }) => first <= line && line <= last);
  const fields = content.split('\t');
  return fields
    .map((words, cell) => ({
      words,
      cell,
      before: codePoints(fields.slice(0, cell).join('\t')) + Math.min(cell, 1),
    }))
    .filter(({ cell }) => cell === 0 || table === undefined || table.head.has(line) || table.text.has(cell));
}

const codePoints = (text: string): number => [...text].length;
