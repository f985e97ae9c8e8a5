import type { DocumentRecord } from '../model/document.ts';
import type { TextPiece } from './pieces.ts';

/** A mark in a document's text that leads to its footnote. */
export interface FootnoteMark {
  readonly kind: 'footnote';
  readonly text: string;
  /** Line on which the footnote starts. */
  readonly line: number;
}

export type MarkedPiece = TextPiece | FootnoteMark;

const MARKS = /[⁰¹²³⁴-⁹]+|\*+|[†‡]/gu;

/** Gives the footnote that a mark on a line refers to: the next one that starts with the mark, else the last before. */
export function footnoteFinder(document: DocumentRecord): (mark: string, line: number) => number | undefined {
  const lines = new Map<string, number[]>();
  for (const block of document.blocks)
    if (block.kind === 'footnote') lines.set(block.mark, [...(lines.get(block.mark) ?? []), block.lines[0]]);
  return (mark, line) => {
    const found = lines.get(mark) ?? [];
    return found.find((at) => at >= line) ?? found.at(-1);
  };
}

/** Pieces of a line with the marks of footnotes made into links; a footnote's own mark and unknown ones stay words. */
export function withFootnotes(
  pieces: readonly MarkedPiece[],
  line: number,
  find: (mark: string, line: number) => number | undefined,
): MarkedPiece[] {
  return pieces.flatMap((piece) => (typeof piece === 'string' ? splitAtMarks(piece, line, find) : [piece]));
}

function splitAtMarks(
  text: string,
  line: number,
  find: (mark: string, line: number) => number | undefined,
): MarkedPiece[] {
  const pieces: MarkedPiece[] = [];
  let from = 0;
  for (const { 0: mark, index } of text.matchAll(MARKS)) {
    const target = find(mark, line);
    if (target === undefined || target === line) continue;
    pieces.push(text.slice(from, index), { kind: 'footnote', text: mark, line: target });
    from = index + mark.length;
  }
  return [...pieces, text.slice(from)].filter((piece) => piece !== '');
}
