import { raised } from '../raised-marks.ts';
import type { LeftOut } from '../raw-document.ts';
import type { SpannedCell } from '../regular-rows/spanned-table.ts';
import { displayNumber } from './display-number.ts';
import { type CellStyle, elements, type Workbook, type XmlElement } from './open-workbook.ts';

/** Points that a step of indentation sets in. */
const STEP = 9;
/** More cells are no release. */
export const MOST_CELLS = 200_000;

/** What a sheet holds. */
export interface SheetCells {
  /** Those that show something, on the grid of the sheet. */
  readonly shown: readonly SpannedCell[];
  /** In sheets, rows and columns that are hidden. */
  readonly hidden: readonly LeftOut[];
  /** Formulas whose results are not in the file. */
  readonly unsolved: number;
}

export function sheetCells(sheet: Workbook['sheets'][number], workbook: Workbook): SheetCells {
  const spans = mergedSpans(sheet.root);
  const isHiddenColumn = hiddenColumns(sheet.root);
  const shown: SpannedCell[] = [];
  const hidden: LeftOut[] = [];
  let [count, unsolved] = [0, 0];
  for (const row of elements(sheet.root, 'row')) {
    const cells = elements(row, 'c').slice(0, MOST_CELLS - count);
    count += cells.length;
    for (const [i, cell] of cells.entries()) {
      const name = cell.getAttribute('r') ?? '';
      const at = parseCellName(name);
      const text = shownText(cell, workbook);
      const style = styleOf(cell, workbook);
      if (text === '' && elements(cell, 'f').length > 0) unsolved++;
      if (!at || text === '') continue;
      const place = { kind: 'cell', sheet: sheet.name, cell: name } as const;
      if (sheet.isHidden || isOn(row, 'hidden') || isHiddenColumn(at.column)) {
        hidden.push({ why: 'hidden', text, place });
        continue;
      }
      const span = spans.get(name);
      shown.push({
        ...at,
        rowSpan: span?.rows ?? 1,
        columnSpan: span?.columns ?? (style?.isAcross ? 1 + emptyBehind(cells, i, workbook) : 1),
        text: { text, runs: [{ start: 0, end: text.length, place }] },
        indent: (style?.indent ?? 0) * STEP + leadingBlanks(cell, workbook),
        isStrong: style?.isStrong ?? false,
        isHead: false,
      });
    }
  }
  return { shown, hidden, unsolved };
}

const styleOf = (cell: XmlElement, { styles }: Workbook): CellStyle | undefined =>
  styles[Number(cell.getAttribute('s') ?? 0)];

/** Empty cells over which the one before them is centred. */
function emptyBehind(cells: readonly XmlElement[], from: number, workbook: Workbook): number {
  const others = cells.slice(from + 1);
  const end = others.findIndex(
    (cell) => !styleOf(cell, workbook)?.isAcross || shownText(cell, workbook) !== '',
  );
  return end < 0 ? others.length : end;
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
