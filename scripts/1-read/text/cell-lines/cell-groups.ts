import { isUnitOnly } from '../../../grammar/units.ts';
import { type LineCell, seenTextIn } from './line-cells.ts';

/** Texts that follow each other, the label last, and the figures that follow it. */
export interface CellGroup {
  readonly texts: readonly LineCell[];
  readonly figures: readonly LineCell[];
}

/** Cells in order as groups; single marks among texts are the texts' own. */
export function groupCells(cells: readonly LineCell[]): CellGroup[] {
  const groups: { texts: LineCell[]; figures: LineCell[] }[] = [];
  let open: { texts: LineCell[]; figures: LineCell[] } = { texts: [], figures: [] };
  for (const [i, cell] of cells.entries()) {
    const isValue =
      cell.kind === 'figure' ||
      (cell.kind === 'mark' && (open.figures.length > 0 || isBesideFigure(cells, i)));
    if (!isValue && open.figures.length > 0) {
      groups.push(open);
      open = { texts: [], figures: [] };
    }
    (isValue ? open.figures : open.texts).push(cell);
  }
  return [...groups, open];
}

function isBesideFigure(cells: readonly LineCell[], at: number): boolean {
  const next = cells[at + 1]?.kind;
  return next === 'figure' || next === 'mark';
}

/** Texts that end a table: a sentence, a row of fields, many texts in a row, a unit that holds for what follows. */
export function endsTable({ texts }: CellGroup): boolean {
  const above = texts.slice(0, -1);
  return (
    above.length > MOST_HEADINGS ||
    texts.some((cell) => cell.kind === 'wall') ||
    above.some((cell, i) => isSentence(seenTextIn(cell)) || (i > 0 && isUnitOnly(seenTextIn(cell))))
  );
}

/** Headings of sections one below the other between two rows. */
const MOST_HEADINGS = 3;
const LONG = 120;

const isSentence = (text: string): boolean =>
  text.length > LONG || (/[.;]$/.test(text) && text.split(' ').length > 5);
