import type { RawDocument, RawTable } from '../1-read/raw-document.ts';
import { isNoteHead } from '../grammar/note-heads.ts';

/** Texts of all fields of tables in which figures may stand. */
export function* figureTexts({ nodes }: RawDocument): Generator<string> {
  for (const node of nodes) {
    if (node.kind !== 'table') continue;
    const notes = noteFields(node);
    for (const { cells } of node.rows)
      for (const [i, { text }] of cells.entries()) if (i > 0 && !notes.has(i)) yield text;
  }
}

const noteFields = ({ rows }: RawTable): Set<number> =>
  new Set(rows.flatMap(({ cells }) => cells.flatMap(({ text }, i) => (isNoteHead(text) ? [i] : []))));
