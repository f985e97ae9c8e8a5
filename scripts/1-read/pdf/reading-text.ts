import { seenText } from '../../grammar/numbers.ts';
import type { PlacedRun } from '../places.ts';
import type { RawCell, RawNode, RawRow } from '../raw-document.ts';
import { turnedBack } from './geometry.ts';
import { mendBreaks, type Vocabulary } from './mend-breaks.ts';
import type { ReadText } from './paragraphs.ts';
import type { PdfTable, ReadCell } from './read-table.ts';
import type { PlacedWord } from './text-lines.ts';

const LONGEST_HEADING = 200;

/** Grows the lines of a reading text with their nodes and places. */
export class PdfReadingText {
  readonly lines: string[] = [];
  readonly places: PlacedRun[][] = [];
  readonly nodes: RawNode[] = [];
  private readonly vocabulary: Vocabulary;

  constructor(vocabulary: Vocabulary) {
    this.vocabulary = vocabulary;
  }

  addText({ words, isListItem, isStrong, isPageEdge }: ReadText, depth: number): void {
    const line = this.startLine();
    this.write(words);
    const text = seenText(this.lines[line - 1] ?? '').trim();
    const isHeading = depth > 0 && text.length <= LONGEST_HEADING && /\p{L}{3}/u.test(text);
    this.nodes.push({
      kind: 'text',
      lines: [line, line],
      text,
      depth: isHeading ? depth : 0,
      isListItem,
      isStrong,
      ...(isPageEdge && { isPageEdge }),
    });
    this.startLine();
  }

  addTable({ heads, rows }: PdfTable): void {
    const first = this.lines.length + 1;
    const read = [...heads, ...rows].flatMap(({ cells, isAside }, i): RawRow[] => {
      const line = this.startLine();
      const isHead = i < heads.length;
      const row = { line, cells: this.writeCells(cells, isHead), ...(isHead && { isHead }) };
      return isAside ? [] : [row];
    });
    this.nodes.push({
      kind: 'table',
      lines: [first, this.lines.length],
      rows: read,
      hasHead: heads.length > 0,
    });
    this.startLine();
  }

  private startLine(): number {
    this.lines.push('');
    this.places.push([]);
    return this.lines.length;
  }

  private writeCells(cells: readonly ReadCell[], isHead: boolean): RawCell[] {
    const filled = cells.findLastIndex(({ words, span }) => words.length > 0 || span > 1);
    const last = filled < 0 ? 0 : filled + (cells[filled]?.span ?? 1) - 1;
    return cells.slice(0, last + 1).map(({ words, span, indent }, i): RawCell => {
      if (i > 0) this.append('\t');
      const offset = this.lines.at(-1)?.length ?? 0;
      this.write(words);
      const source = this.lines.at(-1)?.slice(offset) ?? '';
      return {
        text: seenText(source),
        source,
        offset,
        ...(isHead && words.length > 0 && { span }),
        ...(indent > 0 && { indent }),
        ...(words.length > 0 && words.every((word) => word.isBold) && { isStrong: true }),
      };
    });
  }

  private write(words: readonly PlacedWord[]): void {
    for (const { text, word, isSpaced } of mendBreaks(words, this.vocabulary)) {
      if (isSpaced) this.append(' ');
      const start = this.lines.at(-1)?.length ?? 0;
      this.append(text);
      const { page, direction } = word.sheet;
      const place = { kind: 'box', page, box: turnedBack(word.box, direction) } as const;
      this.places.at(-1)?.push({ start, end: start + text.length, place });
    }
  }

  private append(text: string): void {
    this.lines[this.lines.length - 1] += text;
  }
}
