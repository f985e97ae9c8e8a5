import type { DocumentLine, DocumentPart, Field, TableLine } from './document.ts';

/** A document of which nothing may be shown but its lines with figures, and what heads their columns. */
export function onlyFigures(parts: readonly DocumentPart[]): DocumentPart[] {
  return parts
    .map(
      (part): DocumentPart =>
        part.kind === 'text'
          ? { ...part, lines: part.lines.filter(hasFigure).map(withoutPage) }
          : {
              ...part,
              head: part.head.map(withoutPage),
              body: part.body.filter(hasFigure).map(withoutPage),
            },
    )
    .filter((part) => (part.kind === 'text' ? part.lines.length : part.body.length) > 0);
}

/** There is no original to lead to. */
const withoutPage = <Line extends DocumentLine | TableLine>({ page: _page, ...line }: Line) => line;

const hasFigure = ({ fields }: { readonly fields: readonly Field[] }): boolean =>
  fields.some(({ pieces }) => pieces.some((piece) => typeof piece !== 'string' && piece.kind === 'fact'));
