import type { Issuer } from '../data/index.ts';
import type { DocumentRecord, LineRange, TextBlock } from '../model/document.ts';
import { upperFirst } from '../model/format.ts';
import { linePieces, type TextPiece } from './pieces.ts';
import type { TableView } from './table.ts';

/** A footnote or note of the documents as a page lists it. */
export interface Note {
  readonly number: number;
  readonly id: string;
  readonly document: DocumentRecord;
  readonly range: LineRange;
  readonly lines: readonly (readonly TextPiece[])[];
}

/** A mark that leads to a note; the first of a note has an id, for the note leads back to it. */
export interface NoteMark {
  readonly note: Note;
  readonly id: string | undefined;
}

/** The notes of some tables, numbered anew in order of appearance; notes with one wording are one note. */
export class Notes {
  readonly list: Note[] = [];
  readonly #issuer: Issuer;
  readonly #byWording = new Map<string, Note>();
  /** Where the first mark of each note stands. */
  readonly #firsts = new Map<Note, string>();

  constructor(issuer: Issuer, tables: readonly TableView[]) {
    this.#issuer = issuer;
    for (const table of tables) {
      this.under(table);
      for (const row of table.rows) this.marked(table.document, row.line, row.marks);
    }
  }

  /** Notes that stand under a table. */
  under({ id, document, blocks }: TableView): NoteMark[] {
    return this.#marks(
      id,
      blocks.flatMap(({ notes }) => notes.flatMap((range) => this.#note(document, range) ?? [])),
    );
  }

  /** Notes that a line's marks refer to. */
  marked(document: DocumentRecord, line: number, marks: readonly string[]): NoteMark[] {
    return this.#marks(
      `${document.id}#${line}`,
      marks.flatMap((mark) => {
        const block = findNote(document, line, mark);
        return (block && this.#note(document, block.lines)) ?? [];
      }),
    );
  }

  #marks(place: string, notes: readonly Note[]): NoteMark[] {
    return [...new Set(notes)].map((note) => {
      if (!this.#firsts.has(note)) this.#firsts.set(note, place);
      return { note, id: this.#firsts.get(note) === place ? markId(note) : undefined };
    });
  }

  #note(document: DocumentRecord, range: LineRange): Note | undefined {
    const [first, last] = range;
    const lines = document.lines.slice(first - 1, last);
    const wording = lines.join('\n').replace(OWN_MARK, '').trim();
    if (wording === '') return undefined;
    const known = this.#byWording.get(wording);
    if (known) return known;
    const number = this.list.length + 1;
    const pieces = lines.map((line, index) =>
      withoutMark(linePieces(line, this.#issuer.factsAt(document.id, first + index)), index),
    );
    const note = { number, id: `note-${number}`, document, range, lines: pieces };
    this.#byWording.set(wording, note);
    this.list.push(note);
    return note;
  }
}

/** Id of the first mark of a note. */
export const markId = ({ id }: Note): string => `${id}-mark`;

/** What starts a note and tells it from others of its document: a raised mark, `(Note 1)`, `Note:`. */
const OWN_MARK = /^\s*(?:[*¹²³⁰⁴-⁹]+\s*|\(notes? ?\d*\)\s*:?\s*|notes? ?\d*\s*[:.]\s+)?/i;

/** The first line without the mark that starts it: the page numbers its notes itself. */
function withoutMark(pieces: readonly TextPiece[], line: number): readonly TextPiece[] {
  const [first, ...rest] = pieces;
  if (line > 0 || typeof first !== 'string') return pieces;
  return [upperFirst(first.replace(OWN_MARK, '')), ...rest];
}

/** The note of a mark that a line refers to: the nearest below it, else the nearest above. */
function findNote(document: DocumentRecord, line: number, mark: string): TextBlock | undefined {
  const notes = document.blocks.filter(
    (block): block is TextBlock =>
      (block.kind === 'footnote' || block.kind === 'note') && block.mark === mark,
  );
  return notes.find(({ lines }) => lines[0] > line) ?? notes.at(-1);
}
