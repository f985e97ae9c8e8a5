import { NO_WIDTH, withPlainSpaces } from '../../grammar/number-style.ts';
import type { PositionedText } from '../placed-text.ts';
import type { PlacedRun } from '../places.ts';
import { raised } from '../raised-marks.ts';
import { literalParts } from './literal-parts.ts';
import type { TextNode } from './parse-tree.ts';
import type { SourcePlaces } from './source-places.ts';

/** How a stretch of text is set. */
export interface Setting {
  readonly isBold: boolean;
  readonly isRaised: boolean;
  readonly keepsSpaces: boolean;
}

/** Lines of a paragraph as a browser shows it: blanks collapsed, a line for each `<br>`. */
export interface Paragraph {
  readonly lines: readonly PositionedText[];
  readonly isStrong: boolean;
  /** Spaces that do not collapse, at the start of its first line. */
  readonly blanks: number;
}

interface Line extends PositionedText {
  readonly isStrong: boolean;
}

interface Run {
  readonly start: number;
  end: number;
  readonly offset: number;
  readonly isLiteral: boolean;
}

const PARTS = new RegExp(
  String.raw`([ \t\n\f\u00a0]+)|(${NO_WIDTH}+)|([^ \t\n\f\u00a0\u00ad\u200b-\u200f\u2060\ufeff]+)`,
  'g',
);

const NOTHING: readonly Paragraph[] = [];

/** Gathers the text of one paragraph after another. */
export class InlineText {
  readonly #source: string;
  readonly #places: SourcePlaces;
  #lines: Line[] = [];
  #text = '';
  #runs: Run[] = [];
  /** A blank that shows only where a word follows, and whether it stands in the source right before that. */
  #blank = '';
  #blanks = 0;
  #bold = 0;
  #letters = 0;

  constructor(source: string, places: SourcePlaces) {
    this.#source = source;
    this.#places = places;
  }

  add(node: TextNode, setting: Setting): void {
    const { startOffset = 0, endOffset = 0 } = node.sourceCodeLocation ?? {};
    const text = setting.isRaised ? raised(node.value) : node.value;
    for (const { from, to, offset, isLiteral } of literalParts(
      node.value,
      this.#source,
      startOffset,
      endOffset,
    ))
      this.#addPart(text.slice(from, to), offset, isLiteral, setting);
  }

  /** Leaves room, as a margin within a line does. */
  addGap(): void {
    if (this.#text !== '') this.#blank = '  ';
  }

  /** Ends a line, as `<br>` does. */
  breakLine(): void {
    this.#blank = '';
    if (this.#text === '') return;
    const text = withPlainSpaces(this.#text);
    const isStrong = this.#letters > 0 && this.#bold === this.#letters;
    if (text.trim() !== '')
      this.#lines.push({ text, runs: this.#runs.map((run) => this.#placed(run)), isStrong });
    this.#bold = 0;
    this.#letters = 0;
    this.#text = '';
    this.#runs = [];
  }

  /** What was gathered: one paragraph, or several where bold lines stand above or below others. */
  take(): readonly Paragraph[] {
    this.breakLine();
    if (this.#lines.length === 0) {
      this.#blanks = 0;
      return NOTHING;
    }
    const paragraphs: (Paragraph & { readonly lines: Line[] })[] = [];
    for (const line of this.#lines) {
      const last = paragraphs.at(-1);
      if (last?.isStrong === line.isStrong) last.lines.push(line);
      else paragraphs.push({ lines: [line], isStrong: line.isStrong, blanks: last ? 0 : this.#blanks });
    }
    this.#lines = [];
    this.#blanks = 0;
    return paragraphs;
  }

  #addPart(text: string, offset: number, isLiteral: boolean, setting: Setting): void {
    PARTS.lastIndex = 0;
    for (let match = PARTS.exec(text); match; match = PARTS.exec(text)) {
      const [, blank, , word] = match;
      if (word !== undefined) this.#addWord(word, offset + (isLiteral ? match.index : 0), isLiteral, setting);
      else if (blank !== undefined) this.#addBlank(blank, setting);
    }
  }

  #addBlank(blank: string, { keepsSpaces }: Setting): void {
    if (keepsSpaces) this.#keepBlank(blank);
    else if (this.#text !== '') this.#blank = this.#blank === '' && blank.length === 1 ? blank : '  ';
    else if (this.#lines.length === 0) this.#blanks += blank.split('\u00a0').length - 1;
  }

  #keepBlank(blank: string): void {
    const lines = blank.split('\n');
    for (const [i, part] of lines.entries()) {
      if (i > 0) this.breakLine();
      this.#text += part.replaceAll('\t', '        ');
    }
  }

  #addWord(word: string, offset: number, isLiteral: boolean, { isBold }: Setting): void {
    const last = this.#runs.at(-1);
    const before = this.#blank.length;
    const goesOn =
      last?.isLiteral &&
      isLiteral &&
      before < 2 &&
      this.#blank !== '\n' &&
      last.end === this.#text.length &&
      last.offset + last.end - last.start + before === offset;
    if (before > 0) this.#text += this.#blank === '\u00a0' ? '\u00a0' : ' ';
    this.#blank = '';
    const start = this.#text.length;
    this.#text += word;
    if (goesOn) last.end = this.#text.length;
    else this.#runs.push({ start, end: this.#text.length, offset, isLiteral });
    this.#letters += word.length;
    if (isBold) this.#bold += word.length;
  }

  #placed({ start, end, offset, isLiteral }: Run): PlacedRun {
    return { start, end, place: this.#places.placeAt(offset), isLiteral };
  }
}
