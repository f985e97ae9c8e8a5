import { seenText } from '../../grammar/numbers.ts';
import { joinTexts, moveRuns, type PositionedText } from '../placed-text.ts';
import type { PlacedRun } from '../places.ts';
import type { RawCell, RawRow, RawText } from '../raw-document.ts';

/** Text of a field, the columns that it covers, and the lines of the file that it comes from. */
export interface RowField {
  readonly text: PositionedText;
  readonly span: number;
  readonly lines: readonly number[];
}

type Part = Pick<RowField, 'text' | 'lines'>;

/** Parts as one field, blanks between them. */
export const joinParts = (parts: readonly Part[], span = 1): RowField => ({
  text: joinTexts(
    parts.map(({ text }) => text),
    ' ',
  ),
  span,
  lines: parts.flatMap(({ lines }) => lines),
});

/** Parts that no table takes: a text that titles nothing and states nothing. */
export function unreadNode(parts: readonly Part[]): RawText {
  const lines = parts.flatMap((part) => part.lines);
  return {
    kind: 'text',
    lines: [Math.min(...lines), Math.max(...lines)],
    depth: 0,
    isListItem: false,
    isStrong: false,
    text: parts.map(({ text }) => text.text).join(' '),
    isPageEdge: true,
  };
}

/** Writes fields into the line of the first; the lines of the others are empty. */
export function writeRow(
  fields: readonly (RowField | undefined)[],
  written: Map<number, PositionedText>,
): RawRow {
  const cells: RawCell[] = [];
  const runs: PlacedRun[] = [];
  let text = '';
  for (const [i, field] of fields.entries()) {
    if (i > 0) text += '\t';
    const source = field?.text.text ?? '';
    cells.push({ text: seenText(source), source, offset: text.length, span: field?.span ?? 1 });
    runs.push(...moveRuns(field?.text.runs ?? [], text.length));
    text += source;
  }
  const line = Math.min(...fields.flatMap((field) => field?.lines ?? []));
  written.set(line, { text, runs });
  return { line, cells };
}
