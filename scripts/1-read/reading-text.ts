import { seenText } from '../grammar/numbers.ts';
import { moveRuns, type PositionedText } from './placed-text.ts';
import type { PlacedRun } from './places.ts';
import type { RawCell, RawDocument, RawNode, RawRow, RawText } from './raw-document.ts';
import { plainText } from './read-markdown.ts';
import type { RegularRow } from './regular-rows/spanned-table.ts';

type TextKind = Pick<RawText, 'depth' | 'isListItem' | 'isStrong'>;

/** Writes a reading text of blocks and rows: an empty line between any two blocks, tabs between the cells of a row. */
export class ReadingText {
  readonly #lines: string[] = [];
  readonly #places: PlacedRun[][] = [];
  readonly #nodes: RawNode[] = [];

  addText(lines: readonly PositionedText[], kind: TextKind): void {
    const first = this.#open(kind.isListItem);
    for (const line of lines) this.#addLine(line);
    const text = plainText(lines.map((line) => line.text.trim()).join(' '));
    this.#nodes.push({ kind: 'text', lines: [first, this.#lines.length], ...kind, text });
  }

  addTable(rows: readonly RegularRow[], hasHead: boolean): void {
    const first = this.#open(false);
    const raw = rows.map((row) => this.#addRow(row));
    this.#nodes.push({ kind: 'table', lines: [first, this.#lines.length], rows: raw, hasHead });
  }

  finish(): RawDocument {
    return { lines: this.#lines, nodes: this.#nodes, places: this.#places };
  }

  /** Items of a list stand close. Returns the line that the block begins in. */
  #open(isListItem: boolean): number {
    const last = this.#nodes.at(-1);
    if (last && !(isListItem && last.kind === 'text' && last.isListItem))
      this.#addLine({ text: '', runs: [] });
    return this.#lines.length + 1;
  }

  #addLine({ text, runs }: PositionedText): void {
    this.#lines.push(text);
    this.#places.push([...runs]);
  }

  #addRow({ cells }: RegularRow): RawRow {
    const raw: RawCell[] = [];
    const runs: PlacedRun[] = [];
    let line = '';
    for (const [i, { text, span, indent, isStrong }] of cells.entries()) {
      if (i > 0) line += '\t';
      const offset = line.length;
      raw.push({ text: seenText(text.text), source: text.text, offset, span, indent, isStrong });
      runs.push(...moveRuns(text.runs, offset));
      line += text.text;
    }
    this.#addLine({ text: line, runs });
    return { line: this.#lines.length, cells: raw };
  }
}
