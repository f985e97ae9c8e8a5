import type { OutlineBlock } from '../1-read/outline-block.ts';
import type { NumberStyle } from '../grammar/number-style.ts';
import { type Grid, makeGrids } from './grid.ts';

/** A remark on the table above, which goes on below it. */
const REMARK = /^(?:\*+|†|‡|[⁰¹²³⁴-⁹]+|\(?(?:\d{1,2}|[a-z])\))\s?\p{L}/u;
const LONGEST_REMARK = 300;
const MOST_REMARKS = 3;

/** The grids of every block, none for a text. A table that goes on below a remark, without heads, has those above it. */
export function gridsOfBlocks(blocks: readonly OutlineBlock[], style: NumberStyle): Grid[][] {
  const all: Grid[][] = [];
  const labels = new Set(
    blocks.flatMap((block) =>
      block.kind === 'table' ? block.raw.rows.flatMap(({ cells }) => cells[0]?.text.trim() || []) : [],
    ),
  );
  for (const [i, block] of blocks.entries()) {
    if (block.kind !== 'table') {
      all.push([]);
      continue;
    }
    const grids = makeGrids(block, style, [], labels);
    const above = tableAbove(blocks, all, i);
    const goesOn = above !== undefined && grids.length === 1 && grids.every((grid) => isBelow(grid, above));
    all.push(goesOn ? makeGrids(block, style, above.heads, labels) : grids);
  }
  return all;
}

/** The table above a block with nothing but remarks between them. */
function tableAbove(
  blocks: readonly OutlineBlock[],
  grids: readonly (readonly Grid[])[],
  at: number,
): Grid | undefined {
  for (let i = at - 1; i >= 0 && at - i <= MOST_REMARKS + 1; i--) {
    const block = blocks[i];
    if (!block || block.kind === 'table') return at - i > 1 ? grids[i]?.at(-1) : undefined;
    if (!REMARK.test(block.text) || block.text.length > LONGEST_REMARK) return undefined;
  }
  return undefined;
}

/** It has no heads of its own, and figures in the very fields of the other. */
const isBelow = (grid: Grid, above: Grid): boolean =>
  grid.heads.length === 0 &&
  grid.rows.every(({ role }) => role !== 'unit') &&
  above.heads.length > 0 &&
  filled(grid).length > 1 &&
  filled(grid).join() === filled(above).join();

const filled = ({ columns }: Grid): number[] =>
  columns.filter(({ hasFigures }) => hasFigures).map(({ cell }) => cell);
