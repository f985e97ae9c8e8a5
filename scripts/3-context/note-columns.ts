import type { RawDocument, RawTable } from '../1-read/raw-document.ts';

/** The head of a column whose numbers refer to notes or pages: they state nothing, and show nothing of how numbers are written. */
export const isNoteHead = (text: string): boolean =>
  /^(?:(?:notes?|refs?|references?|fn)(?: (?:no|number|ref)s?)?|pages?(?: (?:no|number)s?)?)\.?$/i.test(
    text.trim(),
  );

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
