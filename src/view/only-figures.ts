import type { DocumentPart, Field } from './document.ts';

/** A document of which nothing may be shown but its lines with figures, and what heads their columns. */
export function onlyFigures(parts: readonly DocumentPart[]): DocumentPart[] {
  return parts
    .map(
      (part): DocumentPart =>
        part.kind === 'text'
          ? { ...part, lines: part.lines.filter(hasFigure) }
          : { ...part, body: part.body.filter(hasFigure) },
    )
    .filter((part) => (part.kind === 'text' ? part.lines.length : part.body.length) > 0);
}

const hasFigure = ({ fields }: { readonly fields: readonly Field[] }): boolean =>
  fields.some(({ pieces }) => pieces.some((piece) => typeof piece !== 'string' && piece.kind === 'fact'));
