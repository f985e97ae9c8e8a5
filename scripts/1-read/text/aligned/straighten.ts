import type { CellLine } from '../../pdf/cell-lines.ts';
import type { Box } from '../../pdf/geometry.ts';
import type { PdfCell } from '../../pdf/line-cells.ts';
import { columnsIn } from '../../pdf/table-columns.ts';
import type { TableRegion } from '../../pdf/table-regions.ts';
import { cellsOver, zoneFrom } from '../../pdf/table-zone.ts';
import type { PlacedWord } from '../../pdf/text-lines.ts';

/** A page, and a table on it. */
export interface TableOnPage {
  readonly page: readonly CellLine[];
  readonly region: TableRegion;
}

/**
 * Puts figures below each other where the columns of a table shift from row to row, as in a text whose pages are laid
 * out each by itself: a row with as many figures as there are heads in a line has them in order.
 */
export function straighten({ page, region }: TableOnPage): TableOnPage {
  const { first, body, last, columns, zone } = region;
  const rows = page.slice(body, last + 1).filter(({ values }) => values.length > 0);
  const count = Math.max(...rows.map(({ values }) => values.length));
  const full = rows.filter(({ values }) => values.length === count);
  const heads = page.slice(first, body).map((line) => cellsOver(line, zone));
  const head = heads.findLast(({ length }) => length === count);
  if (columns.length <= count || !head || full.length * 2 < rows.length) return { page, region };
  const model = full.reduce((best, line) => (distance(line, head) < distance(best, head) ? line : best));
  const moved = page.map((line, i) => {
    if (i < body || i > last || line.values.length === 0) return line;
    return moveValues(line, nearest(full, line), model);
  });
  const straight = moved.slice(body, last + 1);
  const own = columnsIn(straight);
  return { page: moved, region: { ...region, columns: own, zone: zoneFrom(own, straight, []) } };
}

/** How far the figures of a row stand from heads. */
const distance = ({ values }: CellLine, heads: readonly PdfCell[]): number =>
  values.reduce((sum, { box }, i) => sum + Math.abs(middle(box) - middle(heads[i]?.box ?? box)), 0);

const middle = ([left, , right]: Box): number => (left + right) / 2;

/** The row closest to a line, itself if it is one. */
const nearest = (rows: readonly CellLine[], { base }: CellLine): CellLine =>
  rows.reduce((best, row) => (Math.abs(row.base - base) < Math.abs(best.base - base) ? row : best));

/** A line whose figures stand as far from those of a model as they stand from those of a full row beside it. */
function moveValues(line: CellLine, beside: CellLine, model: CellLine): CellLine {
  const by = new Map<PlacedWord, number>();
  for (const { words, core } of line.values) {
    const offs = beside.values.map((value) => Math.abs(value.core[1] - core[1]));
    const at = offs.indexOf(Math.min(...offs));
    const step = (model.values[at]?.core[1] ?? 0) - (beside.values[at]?.core[1] ?? 0);
    for (const word of words) by.set(word, step);
  }
  const move = (cell: PdfCell): PdfCell => {
    const step = by.get(cell.words[0] as PlacedWord) ?? 0;
    const shift = ([left, top, right, bottom]: Box): Box => [left + step, top, right + step, bottom];
    return {
      ...cell,
      words: cell.words.map((word) => ({ ...word, box: shift(word.box) })),
      box: shift(cell.box),
      core: [cell.core[0] + step, cell.core[1] + step],
    };
  };
  const cells = line.cells.map(move);
  return {
    ...line,
    words: cells.flatMap(({ words }) => words),
    cells,
    values: cells.filter((_, i) => line.values.includes(line.cells[i] as PdfCell)),
  };
}
