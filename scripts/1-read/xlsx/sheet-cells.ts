import { raised } from '../raised-marks.ts';
import type { SpannedCell } from '../regular-rows/spanned-table.ts';
import { displayNumber } from './display-number.ts';
import { elements, type Workbook, type XmlElement } from './open-workbook.ts';

/** Points that a step of indentation sets in. */
const STEP = 9;
/** More cells are no release. */
export const MOST_CELLS = 200_000;

/** The cells of a sheet that show something, on its grid; rows and columns that are hidden are left out. */
export function sheetCells(sheet: Workbook['sheets'][number], workbook: Workbook): SpannedCell[] {
  const spans = mergedSpans(sheet.root);
  const hidden = hiddenColumns(sheet.root);
  return elements(sheet.root, 'row')
    .filter((row) => !isOn(row, 'hidden'))
    .flatMap((row) => elements(row, 'c'))
    .slice(0, MOST_CELLS)
    .flatMap((cell): SpannedCell[] => {
      const name = cell.getAttribute('r') ?? '';
      const at = parseCellName(name);
      const text = shownText(cell, workbook);
      if (!at || text === '' || hidden(at.column)) return [];
      const style = workbook.styles[Number(cell.getAttribute('s') ?? 0)];
      const span = spans.get(name);
      const place = { kind: 'cell', sheet: sheet.name, cell: name } as const;
      return [
        {
          ...at,
          rowSpan: span?.rows ?? 1,
          columnSpan: span?.columns ?? 1,
          text: { text, runs: [{ start: 0, end: text.length, place }] },
          indent: (style?.indent ?? 0) * STEP + leadingBlanks(cell, workbook),
          isStrong: style?.isStrong ?? false,
          isHead: false,
        },
      ];
    });
}

const isOn = (element: XmlElement, name: string): boolean =>
  /^(?:1|true)$/.test(element.getAttribute(name) ?? '');

/** `C12` from 0: row 11, column 2. */
function parseCellName(name: string): { readonly row: number; readonly column: number } | undefined {
  const [, letters, digits] = /^([A-Z]{1,3})(\d{1,7})$/.exec(name) ?? [];
  if (!letters || !digits) return undefined;
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return { row: Number(digits) - 1, column: column - 1 };
}

function mergedSpans(root: XmlElement): Map<string, { readonly rows: number; readonly columns: number }> {
  return new Map(
    elements(root, 'mergeCell').flatMap((merged) => {
      const [first = '', last = ''] = (merged.getAttribute('ref') ?? '').split(':');
      const [from, to] = [parseCellName(first), parseCellName(last)];
      if (!from || !to) return [];
      return [[first, { rows: to.row - from.row + 1, columns: to.column - from.column + 1 }] as const];
    }),
  );
}

function hiddenColumns(root: XmlElement): (column: number) => boolean {
  const ranges = elements(root, 'col')
    .filter((column) => isOn(column, 'hidden'))
    .map(
      (column) => [Number(column.getAttribute('min')) - 1, Number(column.getAttribute('max')) - 1] as const,
    );
  return (column) => ranges.some(([from = 0, to = 0]) => column >= from && column <= to);
}

const shownText = (cell: XmlElement, workbook: Workbook): string =>
  writtenText(cell, workbook).replace(/\s+/g, ' ').trim();

const leadingBlanks = (cell: XmlElement, workbook: Workbook): number =>
  /^ */.exec(writtenText(cell, workbook))?.[0].length ?? 0;

function writtenText(cell: XmlElement, { strings, styles, is1904 }: Workbook): string {
  const type = cell.getAttribute('t') ?? 'n';
  if (type === 'inlineStr') return richText(cell);
  const value = elements(cell, 'v')[0]?.textContent ?? '';
  if (type === 's') return richText(strings[Number(value)]);
  if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE';
  if (type !== 'n' || value === '' || !Number.isFinite(Number(value))) return value;
  return displayNumber(
    Number(value),
    styles[Number(cell.getAttribute('s') ?? 0)]?.format ?? 'General',
    is1904,
  );
}

/** Runs of a text; raised ones are marks. Readings beside Japanese characters are no part of it. */
function richText(root: XmlElement | undefined): string {
  const runs = elements(root, 'r');
  if (runs.length === 0) return elements(root, 't')[0]?.textContent ?? '';
  return runs
    .map((run) => {
      const text = elements(run, 't')
        .map((one) => one.textContent ?? '')
        .join('');
      const isRaised = elements(run, 'vertAlign').some((one) => one.getAttribute('val') === 'superscript');
      return isRaised ? raised(text) : text;
    })
    .join('');
}
