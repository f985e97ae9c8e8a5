import type { HtmlBlock, HtmlCell, HtmlTable } from './blocks.ts';
import type { Page } from './page.ts';
import { type Element, findAttribute, isElement } from './parse-tree.ts';
import { isOnWhite, type State } from './state.ts';
import { tablePart } from './table-parts.ts';

/** Reads what stands in a cell. */
type ReadCell = (cell: Element, state: State, page: Page) => HtmlBlock[];

interface Around {
  readonly state: State;
  readonly page: Page;
  readonly read: ReadCell;
}

/** Wider tables are no statements; what they hold beyond is put into the last column. */
const MOST_COLUMNS = 50_000;

/** The cells of a table on the grid that their spans make. */
export function readHtmlTable(table: Element, state: State, page: Page, read: ReadCell): HtmlTable {
  const grid = new Grid();
  const captions: HtmlBlock[] = [];
  for (const row of rowsIn(table, page)) {
    if (tablePart(row, page) === 'caption') captions.push(...read(row, state, page));
    else if (!isLeftOut(row, page)) addRow(row, grid, { state, page, read });
  }
  return { kind: 'table', captions, cells: grid.cells };
}

/** Rows and captions in the order of the source. */
function* rowsIn(table: Element, page: Page): Generator<Element> {
  for (const child of table.childNodes.filter(isElement)) {
    const part = tablePart(child, page);
    if (part === 'row' || part === 'caption') yield child;
    if (part === 'group')
      for (const row of child.childNodes.filter(isElement)) if (tablePart(row, page) === 'row') yield row;
  }
}

function isLeftOut(element: Element, page: Page): boolean {
  const isHidden = page.lookOf(element).isHidden || findAttribute(element, 'hidden') !== undefined;
  if (isHidden) page.hide(element);
  return isHidden || page.isLeftOut(element);
}

function addRow(row: Element, grid: Grid, { state, page, read }: Around): void {
  grid.startRow();
  const onRow = { ...state, isOnWhite: isOnWhite(row, page.lookOf(row), state, page) };
  const inHead = row.parentNode && 'tagName' in row.parentNode && row.parentNode.tagName === 'thead';
  for (const cell of row.childNodes.filter(isElement)) {
    if (tablePart(cell, page) !== 'cell') continue;
    const isShown = !isLeftOut(cell, page);
    const look = page.lookOf(cell);
    const isHead = cell.tagName === 'th' || inHead === true || findAttribute(cell, 'role') === 'columnheader';
    const setting = {
      ...onRow,
      isBold: look.isBold ?? (state.isBold || cell.tagName === 'th'),
      isOnWhite: isOnWhite(cell, look, onRow, page),
      colour: look.colour ?? state.colour,
    };
    grid.add(readSpan(cell, 'colspan'), readSpan(cell, 'rowspan'), {
      blocks: isShown ? read(cell, setting, page) : [],
      indent: look.indent,
      isHead,
    });
  }
}

const readSpan = (cell: Element, name: string): number => {
  const span = Number.parseInt(findAttribute(cell, name) ?? '1', 10);
  return span >= 1 ? Math.min(span, 1000) : 1;
};

class Grid {
  readonly cells: HtmlCell[] = [];
  /** By column, the row before which a cell from further up still fills it. */
  readonly #filledTo: number[] = [];
  #row = -1;
  #column = 0;

  startRow(): void {
    this.#row++;
    this.#column = 0;
  }

  add(columnSpan: number, rowSpan: number, cell: Pick<HtmlCell, 'blocks' | 'indent' | 'isHead'>): void {
    while ((this.#filledTo[this.#column] ?? 0) > this.#row) this.#column++;
    const column = Math.min(this.#column, MOST_COLUMNS);
    const end = Math.min(column + columnSpan, MOST_COLUMNS + 1);
    for (let at = column; at < end; at++) this.#filledTo[at] = this.#row + rowSpan;
    this.#column = end;
    if (cell.blocks.length > 0)
      this.cells.push({ row: this.#row, column, columnSpan: end - column, rowSpan, ...cell });
  }
}
