import type { SourceText } from '../../../src/model/corpus.ts';
import { InputError } from '../../../src/model/problem.ts';
import { notesOnLeftOut } from '../left-out.ts';
import { joinTexts } from '../placed-text.ts';
import type { LeftOut, RawDocument } from '../raw-document.ts';
import { ReadingText } from '../reading-text.ts';
import type { RegularPart, SpannedCell } from '../regular-rows/spanned-table.ts';
import { regularRows } from '../regular-rows.ts';
import { MOST_BYTES, openWorkbook, type Workbook } from './open-workbook.ts';
import { MOST_CELLS, sheetCells } from './sheet-cells.ts';

const PLAIN = { depth: 0, isListItem: false, isStrong: false };

/** Reads the sheets of a workbook as statements of one document; what a cell shows is what is printed. */
export function readXlsx({ file, bytes }: Pick<SourceText, 'file' | 'bytes'>): RawDocument {
  const workbook = opened(file, bytes);
  const reading = new ReadingText();
  const leftOut: LeftOut[] = [];
  let unsolved = 0;
  for (const sheet of workbook.sheets) {
    const cells = sheetCells(sheet, workbook);
    if (cells.shown.length + cells.hidden.length >= MOST_CELLS)
      throw refusal(file, `a sheet of more than ${MOST_CELLS} cells`, 'the statements of a release');
    if (cells.shown.length > 0) addCells(cells.shown, sheet.name, reading);
    leftOut.push(...cells.hidden);
    unsolved += cells.unsolved;
  }
  return { ...reading.finish(), leftOut, notes: [...notesOnLeftOut(leftOut), ...noteOnUnsolved(unsolved)] };
}

const noteOnUnsolved = (cells: number): string[] =>
  cells === 0
    ? []
    : [
        `${cells === 1 ? '1 formula has no result' : `${cells} formulas have no results`} in the file and is read as empty; open and save it with a spreadsheet program.`,
      ];

function opened(file: string, bytes: Uint8Array): Workbook {
  try {
    const workbook = openWorkbook(bytes);
    if (workbook) return workbook;
  } catch {
    throw refusal(file, 'a workbook that cannot be unpacked', 'an .xlsx file that Excel opens');
  }
  throw refusal(file, `a workbook that unpacks to more than ${MOST_BYTES / 1e6} MB`, 'a release');
}

const refusal = (file: string, found: string, expected: string): InputError =>
  new InputError([
    { file, line: 0, column: 0, found, expected, mend: 'save the statements anew as .xlsx or CSV' },
  ]);

/** The name of a sheet titles it where nothing above its first table does. */
function addCells(cells: readonly SpannedCell[], name: string, reading: ReadingText): void {
  const parts = regularRows(cells) ?? [...Map.groupBy(cells, ({ row }) => row).values()].map(asText);
  if (parts[0]?.kind === 'rows' && !/^(?:sheet|table|tabelle|feuil)\s*\d*$/i.test(name))
    reading.addText([{ text: name, runs: [] }], { ...PLAIN, isStrong: true });
  for (const part of parts)
    if (part.kind === 'text') reading.addText([part.text], { ...PLAIN, isStrong: part.isStrong });
    else reading.addTable(part.rows, part.hasHead);
}

const asText = (row: readonly SpannedCell[]): RegularPart => ({
  kind: 'text',
  text: joinTexts(
    row.map(({ text }) => text),
    ' ',
  ),
  isStrong: false,
});
