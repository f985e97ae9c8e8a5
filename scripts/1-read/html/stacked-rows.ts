import type { PositionedText } from '../placed-text.ts';
import { isFigure } from '../regular-rows/cell-kinds.ts';
import type { HtmlBlock, HtmlCell, HtmlText } from './blocks.ts';

/** Rows whose cells each hold a line for each of several rows: figures below each other in one cell. */
export function splitStacked(cells: readonly HtmlCell[]): HtmlCell[] {
  const rows = [...Map.groupBy(cells, ({ row }) => row).values()];
  const heights = rows.map(stackHeight);
  if (heights.every((height) => height === 1)) return [...cells];
  let next = 0;
  return rows.flatMap((row, i) => {
    const height = heights[i] ?? 1;
    const start = next;
    next += height;
    return row.flatMap((cell) => splitCell({ ...cell, row: start }, height));
  });
}

/** Lines that the cells with several figures have in common; 1 where there are none or they differ. */
function stackHeight(row: readonly HtmlCell[]): number {
  const heights = new Set(
    row
      .map(({ blocks }) => linesIn(blocks))
      .filter((lines) => lines.length > 1 && lines.every(({ text }) => isFigure(text)))
      .map(({ length }) => length),
  );
  const [height = 1] = heights;
  const fits = row.every(({ blocks }) => [0, 1, height].includes(linesIn(blocks).length));
  return heights.size === 1 && fits && row.length > 1 ? height : 1;
}

const linesIn = (blocks: readonly HtmlBlock[]): PositionedText[] =>
  blocks.flatMap((block) => (block.kind === 'text' ? block.lines : []));

/** A cell with one line stays in the first of the rows. */
function splitCell(cell: HtmlCell, height: number): HtmlCell[] {
  const texts = cell.blocks.filter((block): block is HtmlText => block.kind === 'text');
  const lines = texts.flatMap((text) => text.lines.map((line) => ({ ...text, lines: [line] })));
  if (height === 1 || lines.length !== height) return [cell];
  return lines.map((line, i) => ({ ...cell, row: cell.row + i, blocks: [line] }));
}
