import type { SourceText } from '../../../src/model/corpus.ts';
import { findFileType } from '../../../src/model/file-types.ts';
import { findMostFrequent } from '../../../src/model/most-frequent.ts';
import { type Complaint, InputError } from '../../../src/model/problem.ts';
import type { PositionedText } from '../placed-text.ts';
import type { RawDocument } from '../raw-document.ts';
import { ReadingText } from '../reading-text.ts';
import { isFigure } from '../regular-rows/cell-kinds.ts';
import type { RegularPart, SpannedCell } from '../regular-rows/spanned-table.ts';
import { regularRows } from '../regular-rows.ts';
import { decodeText, notesOnEncoding } from '../text/decode-text.ts';
import {
  DELIMITERS,
  type Delimiter,
  joinRecords,
  type PlaceAt,
  type RecordLines,
  splitFields,
} from './split-fields.ts';

/** So many rows with figures make a text delimited; in a file that is, one makes a table. */
const FEWEST_ROWS = 3;
/** More cells are no release. */
const MOST_CELLS = 200_000;
const PLAIN = { depth: 0, isListItem: false, isStrong: false };

/** Reads text whose fields commas or semicolons part, or a folder of such files as one document, a statement a file. */
export function readDelimited({
  file,
  bytes,
  parts,
}: Pick<SourceText, 'file' | 'bytes' | 'parts'>): RawDocument {
  const reading = new ReadingText();
  const files = parts ?? [{ name: '', bytes }];
  for (const part of files) {
    const text = decodeText(part.bytes);
    if (typeof text !== 'string')
      throw new InputError([{ file: part.name ? `${file}/${part.name}` : file, ...text }]);
    if (part.name !== '')
      reading.addText([{ text: titleFromName(part.name), runs: [] }], { ...PLAIN, isStrong: true });
    const delimiter = findFileType(part.name)?.delimiter ?? findDelimiter(text);
    const cells = text.split(delimiter).length + text.split('\n').length;
    if (cells > MOST_CELLS) throw new InputError([{ file, ...tooManyCells(cells) }]);
    addFile(text, delimiter, reading, part.name === '' ? undefined : inPart(part.name));
  }
  const notes = [...new Set(files.flatMap((part) => notesOnEncoding(part.bytes)))];
  return { ...reading.finish(), ...(notes.length > 0 && { notes }) };
}

const tooManyCells = (cells: number): Complaint => ({
  line: 0,
  column: 0,
  found: `about ${cells} cells`,
  expected: `at most ${MOST_CELLS}`,
  mend: 'keep the statements of the release, each in a file of its own',
});

/** A place in a file of a folder names the file: `2-balance-sheet.csv!12:3`. */
const inPart =
  (sheet: string): PlaceAt =>
  (line, column) => ({ kind: 'cell', sheet, cell: `${line}:${column}` });

/** `2-balance-sheet.csv` holds the balance sheet. */
const titleFromName = (name: string): string =>
  name
    .replace(/\.\w+$/, '')
    .replace(/^\d+[-_. ]*/, '')
    .replace(/[-_]+/g, ' ');

/** Text is delimited where most of its lines with figures are rows of one delimiter. */
export function isDelimited(bytes: Uint8Array): boolean {
  const text = decodeText(bytes);
  if (typeof text !== 'string') return false;
  if (/\t/.test(text)) return (text.match(QUOTED_TABS)?.length ?? 0) >= FEWEST_ROWS;
  return DELIMITERS.some((delimiter) => {
    const rows = countRows(text, delimiter);
    return rows >= FEWEST_ROWS && rows * 2 >= countMixed(text, delimiter);
  });
}

/** Lines in which a figure and the delimiter stand: most of them are rows where it parts fields. */
const countMixed = (text: string, delimiter: Delimiter): number =>
  text.split('\n').filter((line) => line.includes(delimiter) && /\d/.test(line) && line.length <= LONGEST_ROW)
    .length;

/** Longer lines are paragraphs. */
const LONGEST_ROW = 200;

/** A field in quotes between tabs, which plain text has not. */
const QUOTED_TABS = /\t"[^"\t\n]*"(?=\t|\n|$)/g;

function findDelimiter(text: string): Delimiter {
  if (/\t/.test(text)) return '\t';
  const [comma, semicolon] = DELIMITERS.map((delimiter) => countRows(text, delimiter));
  return (semicolon ?? 0) > (comma ?? 0) ? ';' : ',';
}

const countRows = (text: string, delimiter: Delimiter): number =>
  text
    .split(/\r?\n/)
    .filter((line) => !IN_COLUMNS.test(line) && isRow(splitFields({ line: 1, text: line }, delimiter) ?? []))
    .length;

/** Bars or runs of blanks part the columns of such a line. */
const IN_COLUMNS = /\||\S {2,}\S/;

/** A label, then nothing but figures, years, words of a head and empty fields, with one figure at least. */
const isRow = (fields: readonly PositionedText[]): boolean => {
  const [label, ...rest] = fields.map(({ text }) => text);
  return (
    label !== undefined &&
    rest.length > 0 &&
    !/[.!?]\s/.test(label) &&
    !ENDS_IN_FIGURE.test(label) &&
    rest.some((text) => isFigure(text)) &&
    !fields.some(({ text }) => BESIDE_SEMICOLON.test(text)) &&
    rest.every((text) => text === '' || (text.length <= LONGEST_HEAD && !endsInPart(text)))
  );
};
const LONGEST_HEAD = 60;

/** A figure that semicolons part from what is beside it: `Cash;21` before `,340;17` and `,905`. */
const BESIDE_SEMICOLON = /;[^\p{L};]{0,3}\d|\d[)%]?;/u;

/** `net 43` and `383 43` where `43,383` and `43,178` follow each other: no field ends within a figure. */
const endsInPart = (text: string): boolean =>
  ENDS_IN_FIGURE.test(text) && /\p{Ll}{3}|^\d{3} \d{1,3}$/u.test(text);
/** Grouped figures of text whose columns spaces part: `Revenue 124` before `,864`, `net 43` before `,383 43,178`. */
const ENDS_IN_FIGURE = /(?:^|\s)[^\p{L}\s]{0,3}(?!(?:19|20)\d{2}$)\d{1,3}$/u;

interface Line {
  readonly fields: readonly PositionedText[];
  readonly whole: PositionedText;
}

/** Lines of a table, heads and labels among its rows included; the other lines are text. */
function addFile(text: string, delimiter: Delimiter, reading: ReadingText, placeAt?: PlaceAt): void {
  const lines = joinRecords(text.split(/\r?\n/)).map((record): Line => {
    const fields = splitFields(record, delimiter, placeAt) ?? [];
    return { fields, whole: wholeLine(record, fields, placeAt) };
  });
  let at = 0;
  while (at < lines.length) {
    const end = endOfTable(lines, at);
    if (end > at) {
      addTable(lines.slice(at, end), reading);
      at = end;
    } else {
      const { whole } = lines[at] ?? { whole: { text: '', runs: [] } };
      if (whole.text !== '') reading.addText([whole], PLAIN);
      at++;
    }
  }
}

/** A line of one quoted field is what is in the quotes. */
function wholeLine(
  { line, text }: RecordLines,
  fields: readonly PositionedText[],
  placeAt: PlaceAt = (at, column) => ({ kind: 'text', line: at, column }),
): PositionedText {
  const filled = fields.filter(({ text: field }) => field !== '');
  if (filled.length === 1 && filled[0]) return filled[0];
  const shown = text.trim().replace(/\n/g, ' ');
  const place = placeAt(line, text.length - text.trimStart().length + 1);
  return {
    text: shown,
    runs: shown === '' ? [] : [{ start: 0, end: shown.length, place, isLiteral: place.kind === 'text' }],
  };
}

/** Behind the last row of the table that begins in a line with several fields; the line itself where none does. */
function endOfTable(lines: readonly Line[], from: number): number {
  if (!hasFields(lines[from])) return from;
  let end = from;
  let rows = 0;
  for (let at = from; at < lines.length; at++) {
    const line = lines[at];
    if (!line || line.whole.text === '') {
      if (!isRow(lines[at + 1]?.fields ?? [])) break;
      continue;
    }
    if (isRow(line.fields)) {
      rows++;
      end = at + 1;
    } else if (!hasFields(line) && !isLabel(line)) break;
    else if (hasFields(line) && line.fields.some(({ text }) => text.length > LONGEST_HEAD)) break;
  }
  return rows > 0 ? end : from;
}

const LONGEST_LABEL = 160;
const hasFields = (line: Line | undefined): boolean => (line?.fields.length ?? 0) > 1;
const isLabel = ({ whole }: Line): boolean =>
  whole.text.length <= LONGEST_LABEL && !/[.!?]$/.test(whole.text);

/** Rows with more fields than all others, or quotes that do not close: their figures cannot be told apart and stay text. */
function addTable(lines: readonly Line[], reading: ReadingText): void {
  const widths = lines.filter(({ fields }) => isRow(fields)).map(({ fields }) => filledWidth(fields));
  const width = findMostFrequent(widths, (a, b) => b - a) ?? 0;
  const torn = lines.filter(
    ({ fields, whole }) =>
      (isRow(fields) && filledWidth(fields) > width) || (fields.length === 0 && whole.text !== ''),
  );
  const rows = lines.filter((line) => !torn.includes(line));
  const firstRow = rows.findIndex(({ fields }) => isRow(fields) && !fields[0]?.text.match(/^$/));
  const cells = rows.flatMap(({ fields }, row) =>
    fields.flatMap((text, column): SpannedCell[] =>
      text.text === ''
        ? []
        : [
            {
              row,
              column,
              rowSpan: 1,
              columnSpan: row < firstRow ? spanAt(fields, column, width) : 1,
              text,
              indent: 0,
              isStrong: false,
              isHead: false,
            },
          ],
    ),
  );
  const parts = regularRows(cells);
  if (parts) for (const part of parts) addPart(part, reading);
  else for (const { whole } of rows) if (whole.text !== '') reading.addText([whole], PLAIN);
  for (const { whole } of torn) reading.addText([whole], PLAIN);
}

function addPart(part: RegularPart, reading: ReadingText): void {
  if (part.kind === 'text') reading.addText([part.text], { ...PLAIN, isStrong: part.isStrong });
  else reading.addTable(part.rows, part.hasHead);
}

/** Fields up to the last that holds something. */
const filledWidth = (fields: readonly PositionedText[]): number =>
  fields.findLastIndex(({ text }) => text !== '') + 1;

/** A head covers the empty fields behind it. */
function spanAt(fields: readonly PositionedText[], column: number, width: number): number {
  if (column === 0) return 1;
  const next = fields.findIndex(({ text }, i) => i > column && text !== '');
  return (next < 0 ? Math.max(width, column + 1) : next) - column;
}
