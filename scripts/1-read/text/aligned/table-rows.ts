import type { LayoutLine, Segment } from './layout-lines.ts';
import { isRestOfLabel, type Region } from './regions.ts';

/** A stretch and its line. */
export interface LinePart extends Segment {
  readonly line: number;
}

/** A row of a table whose label may stand on several lines; it stands on the line of its figures. */
export interface AlignedRow {
  readonly line: number;
  readonly label: readonly LinePart[];
  readonly figures: readonly Segment[];
}

/** Rows of a region in order, labels that wrap made whole. */
export function readAlignedRows({ body }: Region): AlignedRow[] {
  const rows: AlignedRow[] = [];
  for (const line of body) {
    if (line.kind === 'blank') continue;
    const row = makeRow(line);
    const above = rows.at(-1);
    const joined = above && line.number === lastLine(above) + 1 ? joinRows(above, row, line) : undefined;
    if (joined) rows[rows.length - 1] = joined;
    else rows.push(row);
  }
  return rows;
}

const makeRow = ({ number, words, figures }: LayoutLine): AlignedRow => ({
  line: number,
  label: words.map((segment) => ({ ...segment, line: number })),
  figures,
});

const lastLine = ({ line, label }: AlignedRow): number => Math.max(line, ...label.map((part) => part.line));

/** Two rows that are one: a label above its figures, the rest of a label below or beside them. */
function joinRows(above: AlignedRow, row: AlignedRow, line: LayoutLine): AlignedRow | undefined {
  const text = above.label.at(-1)?.text ?? '';
  if (above.label.length === 0 || /:$/.test(text)) return undefined;
  const isAlone = above.figures.length === 0;
  if (row.label.length === 0) return isAlone ? { ...row, label: above.label } : undefined;
  const goesOn = isRestOfLabel(line) && (isAlone || row.figures.length === 0);
  if (!goesOn) return undefined;
  const label = [...above.label, ...row.label];
  return isAlone ? { ...row, label } : { ...above, label };
}
