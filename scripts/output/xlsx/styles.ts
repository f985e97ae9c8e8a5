import { HEAD, MAIN } from './namespaces.ts';

/** Styles by their place among `cellXfs`: heads, amounts with negatives in parentheses, links, days, labels; 0 is plain. */
export const STYLE = { plain: 0, head: 1, whole: 2, decimal: 3, link: 4, date: 5, wholeLink: 6, decimalLink: 7, label: 8 } as const; // biome-ignore format: a list

const FONTS = [
  '<sz val="11"/><name val="Calibri"/>',
  '<b/><sz val="11"/><name val="Calibri"/>',
  '<u/><sz val="11"/><color rgb="FF0563C1"/><name val="Calibri"/>',
].map((font) => `<font>${font}</font>`);

const FORMATS = ['#,##0;(#,##0)', '#,##0.0###;(#,##0.0###)', 'yyyy-mm-dd'].map(
  (code, index) => `<numFmt numFmtId="${164 + index}" formatCode="${code}"/>`,
);

/** Long ones go on in a second line: “Fiscal Year Ended March 31, 2012, JPY” is longer than any amount below it. */
const WRAPPED: readonly number[] = [STYLE.head, STYLE.label];
const WRAP = ' applyAlignment="1"><alignment wrapText="1"/></xf>';

/** Number format and font of each style. */
const CELLS = [[0, 0], [0, 1], [164, 0], [165, 0], [0, 2], [166, 0], [164, 2], [165, 2], [0, 0]].map(
  ([format, font], style) =>
    `<xf numFmtId="${format}" fontId="${font}" fillId="0" borderId="0" xfId="0"${format ? ' applyNumberFormat="1"' : ''}${font ? ' applyFont="1"' : ''}${WRAPPED.includes(style) ? WRAP : '/>'}`,
); // biome-ignore format: a row a style

/** `styles.xml`. */
export const STYLES_XML = `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="${FORMATS.length}">${FORMATS.join('')}</numFmts><fonts count="${FONTS.length}">${FONTS.join('')}</fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${CELLS.length}">${CELLS.join('')}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
