import { escapeXml } from '../xbrl/taxonomy-xml.ts';
import { type Cell, columnLetters, type LinkedCell, type Sheet } from './cells.ts';

/** Styles by their place in `STYLES_XML`. */
const STYLE = { head: 1, whole: 2, decimal: 3, link: 4 } as const;

/** What a sheet can hold, and the links that Excel takes in one. */
const MOST_ROWS = 1_048_575;
const MOST_LINKS = 65_000;
const LONGEST_TEXT = 32_767;

/** A sheet's XML, and the addresses of its links in the order of their ids `rId1`, `rId2`. */
export interface SheetXml {
  readonly xml: string;
  readonly links: readonly string[];
}

export function formatSheetXml({ header, rows, widths = [] }: Sheet): SheetXml {
  const links: string[] = [];
  const linked: string[] = [];
  const lines = [
    formatRow(
      1,
      header.map((text) => textCell(text, STYLE.head)),
    ),
  ];
  for (const row of rows) {
    if (lines.length > MOST_ROWS) break;
    const number = lines.length + 1;
    lines.push(formatRow(number, row.map(formatCell)));
    for (const [index, cell] of row.entries()) {
      if (!isLinked(cell) || cell.link === undefined || links.length >= MOST_LINKS) continue;
      links.push(cell.link);
      linked.push(`<hyperlink ref="${columnLetters(index)}${number}" r:id="rId${links.length}"/>`);
    }
  }
  const columns = widths.map(
    (width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  const xml = [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">',
    '<sheetViews><sheetView workbookViewId="0"><pane xSplit="1" ySplit="1" topLeftCell="B2" activePane="bottomRight" state="frozen"/></sheetView></sheetViews>',
    columns.length > 0 ? `<cols>${columns.join('')}</cols>` : '',
    `<sheetData>${lines.join('\n')}</sheetData>`,
    linked.length > 0 ? `<hyperlinks>${linked.join('')}</hyperlinks>` : '',
    '</worksheet>',
  ].join('');
  return { xml, links };
}

/** Content of a cell without its place, which the row knows. */
type Content = (place: string) => string;

const formatRow = (number: number, cells: readonly Content[]): string =>
  `<row r="${number}">${cells.map((cell, index) => cell(`${columnLetters(index)}${number}`)).join('')}</row>`;

function formatCell(cell: Cell): Content {
  if (cell === null || cell === '') return () => '';
  if (!isLinked(cell)) return typeof cell === 'number' ? numberCell(cell) : textCell(cell);
  const { value, link, formula } = cell;
  return typeof value === 'number'
    ? numberCell(value, formula)
    : textCell(value, link === undefined ? 0 : STYLE.link);
}

const isLinked = (cell: Cell): cell is LinkedCell => typeof cell === 'object' && cell !== null;

function numberCell(value: number, formula?: string): Content {
  const style = Number.isInteger(value) ? STYLE.whole : STYLE.decimal;
  const computed = formula === undefined ? '' : `<f>${escapeXml(formula)}</f>`;
  return (place) => `<c r="${place}" s="${style}">${computed}<v>${value}</v></c>`;
}

const textCell =
  (text: string, style = 0): Content =>
  (place) =>
    `<c r="${place}" t="inlineStr"${style ? ` s="${style}"` : ''}><is><t xml:space="preserve">${escapeXml(text.slice(0, LONGEST_TEXT))}</t></is></c>`;

/** Plain, a head, whole numbers and others with negatives in parentheses, a link. */
export const STYLES_XML = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="2"><numFmt numFmtId="164" formatCode="#,##0;(#,##0)"/><numFmt numFmtId="165" formatCode="#,##0.0###;(#,##0.0###)"/></numFmts><fonts count="3"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font><font><u/><sz val="11"/><color rgb="FF0563C1"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="5"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="0" fontId="2" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
