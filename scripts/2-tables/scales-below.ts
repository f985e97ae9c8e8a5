import type { RawRow } from '../1-read/raw-document.ts';

/** `$8.70 - $8.72` in one row and `Billion` below it in the next are one cell that wrapped. */
export const withScalesBelow = (rows: readonly RawRow[]): readonly RawRow[] =>
  rows.some((row, i) => scalesRow(row, rows[i - 1]))
    ? rows.flatMap((row, i) => {
        if (scalesRow(row, rows[i - 1])) return [];
        const below = rows[i + 1];
        return below && scalesRow(below, row) ? [joined(row, below)] : [row];
      })
    : rows;

/** Nothing but words of scale, each below a figure. */
function scalesRow({ cells }: RawRow, above: RawRow | undefined): boolean {
  const filled = cells.flatMap(({ text }, i) => (text === '' ? [] : [i]));
  return (
    above !== undefined &&
    filled.length > 0 &&
    filled.every((i) => SCALE.test(cells[i]?.text ?? '') && /\d[^\p{L}]*$/u.test(above.cells[i]?.text ?? ''))
  );
}

const SCALE = /^(?:thousand|million|billion|trillion)s?$/i;

/** The source of a cell stays that of its own line. */
const joined = (row: RawRow, below: RawRow): RawRow => ({
  ...row,
  cells: row.cells.map((cell, i) => {
    const scale = below.cells[i]?.text ?? '';
    return scale === '' ? cell : { ...cell, text: `${cell.text} ${scale}` };
  }),
});
