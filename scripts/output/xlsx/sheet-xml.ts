import { escapeXml } from '../xbrl/taxonomy-xml.ts';
import { type Cell, columnLetters, type MarkedCell, type XlsxSheet } from './cells.ts';
import { HEAD, MAIN, RELATIONS } from './namespaces.ts';
import type { SharedStrings } from './shared-strings.ts';
import { STYLE } from './styles.ts';

/** What a sheet can hold, and the links that Excel takes in one. */
const MOST_ROWS = 1_048_576;
const MOST_LINKS = 65_000;

/** A sheet's XML, a row a piece: that of a long one takes a hundred megabytes and more. */
export function* formatSheetXml(
  { header, rows, widths = [] }: XlsxSheet,
  strings: SharedStrings,
  links: Links,
): Generator<string> {
  const columns = widths.map(
    (width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  yield `${HEAD}<worksheet xmlns="${MAIN}" xmlns:r="${RELATIONS}">`;
  yield '<sheetViews><sheetView workbookViewId="0"><pane xSplit="1" ySplit="1" topLeftCell="B2" activePane="bottomRight" state="frozen"/></sheetView></sheetViews>';
  if (columns.length > 0) yield `<cols>${columns.join('')}</cols>`;
  const heads = header.map((text, index) => textCell(`${columnLetters(index)}1`, text, STYLE.head, strings));
  const lines = header.map((text, column) => countLines(text, widths[column]));
  yield `<sheetData><row r="1"${rowHeight(Math.max(1, ...lines))}>${heads.join('')}</row>`;
  let number = 1;
  for (const row of rows) {
    if (++number > MOST_ROWS) break;
    const at = String(number);
    let lines = 1;
    let cells = '';
    for (let index = 0; index < row.length; index++) {
      const cell = row[index] ?? null;
      if (isLabel(cell)) lines = Math.max(lines, countLines(String(cell.value), widths[index]));
      cells += formatCell(columnLetters(index) + at, cell, strings, links);
    }
    yield `\n<row r="${at}"${rowHeight(lines)}>${cells}</row>`;
  }
  yield '</sheetData>';
  yield links.format();
  yield '</worksheet>';
}

const isLabel = (cell: Cell): cell is MarkedCell =>
  cell !== null && typeof cell === 'object' && cell.as === 'label';

/** Characters that a cell loses at its sides and to letters in bold. */
const MARGIN = 2;
const USUAL_WIDTH = 8;

/** Lines that a wrapped text takes: not every program works out the height of a row. */
function countLines(text: string, width = USUAL_WIDTH): number {
  const room = width - MARGIN;
  let lines = 1;
  let used = 0;
  for (const { length } of text.split(' ')) {
    if (used > 0 && used + 1 + length > room) {
      lines++;
      used = length;
    } else used += (used > 0 ? 1 : 0) + length;
  }
  return lines;
}

/** The height of a row of more than one line, in points. */
const rowHeight = (lines: number): string =>
  lines > 1 ? ` ht="${LINE_HEIGHT * lines}" customHeight="1"` : '';

const LINE_HEIGHT = 15;

/** The links of a sheet: a file each is led to once, a place in it is said where the link stands. */
export class Links {
  readonly #ids = new Map<string, number>();
  readonly #links: string[] = [];

  /** The files that they lead to, in the order of their ids `rId1`, `rId2`. */
  get targets(): readonly string[] {
    return [...this.#ids.keys()];
  }

  add(place: string, link: string): void {
    if (this.#links.length >= MOST_LINKS) return;
    const at = link.indexOf('#');
    const file = at < 0 ? link : link.slice(0, at);
    const id = this.#ids.get(file) ?? this.#ids.size + 1;
    this.#ids.set(file, id);
    const location = at < 0 ? '' : ` location="${escapeXml(link.slice(at + 1))}"`;
    this.#links.push(`<hyperlink ref="${place}" r:id="rId${id}"${location}/>`);
  }

  format(): string {
    return this.#links.length > 0 ? `<hyperlinks>${this.#links.join('')}</hyperlinks>` : '';
  }
}

function formatCell(place: string, cell: Cell, strings: SharedStrings, links: Links): string {
  if (cell === null || cell === '') return '';
  if (typeof cell === 'string') return textCell(place, cell, STYLE.plain, strings);
  if (typeof cell === 'number') return numberCell(place, cell, amountStyle(cell));
  const { value, link, formula, as } = cell;
  if (value === '') return '';
  if (link !== undefined) links.add(place, link);
  const textStyle = link !== undefined ? STYLE.link : as === 'label' ? STYLE.label : STYLE.plain;
  return typeof value === 'number'
    ? numberCell(place, value, cellStyle(cell, value), formula)
    : textCell(place, value, textStyle, strings);
}

const amountStyle = (value: number): number => (Number.isInteger(value) ? STYLE.whole : STYLE.decimal);

const cellStyle = ({ as, link }: MarkedCell, value: number): number => {
  if (as !== undefined) return as === 'date' ? STYLE.date : STYLE.plain;
  if (link === undefined) return amountStyle(value);
  return Number.isInteger(value) ? STYLE.wholeLink : STYLE.decimalLink;
};

function numberCell(place: string, value: number, style: number, formula?: string): string {
  const computed = formula === undefined ? '' : `<f>${escapeXml(formula)}</f>`;
  return `<c r="${place}" s="${style}">${computed}<v>${value}</v></c>`;
}

const textCell = (place: string, text: string, style: number, strings: SharedStrings): string =>
  `<c r="${place}${style ? `" s="${style}` : ''}${strings.endOfCell(text)}`;
