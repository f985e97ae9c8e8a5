import { UNSEEN_ELEMENTS } from './element-kinds.ts';
import type { CssLook, PartOfTable } from './looks.ts';
import type { Page } from './page.ts';
import { type Element, findAttribute, isElement, isText } from './parse-tree.ts';

/** Elements of HTML that are parts of tables. */
const NAMES: Readonly<Record<string, PartOfTable>> = {
  table: 'table',
  thead: 'group',
  tbody: 'group',
  tfoot: 'group',
  tr: 'row',
  td: 'cell',
  th: 'cell',
  caption: 'caption',
};

/** What elements are by their role for those who hear a page. */
const ROLES: Readonly<Record<string, PartOfTable>> = {
  table: 'table',
  grid: 'table',
  rowgroup: 'group',
  row: 'row',
  cell: 'cell',
  gridcell: 'cell',
  columnheader: 'cell',
  rowheader: 'cell',
};

/** What an element is of a table: by its name, else by how it looks or by its role. */
export const tablePart = (
  element: Element,
  page: Page,
  look = page.lookOf(element),
): PartOfTable | undefined =>
  NAMES[element.tagName] ?? look.tablePart ?? ROLES[findAttribute(element, 'role')?.toLowerCase() ?? ''];

/** Whether an element is a table; one of other elements holds nothing but rows of cells. */
export function isTable(element: Element, look: CssLook, page: Page): boolean {
  if (tablePart(element, page, look) !== 'table') return false;
  if (element.tagName === 'table') return true;
  const rows = partsIn(element, page).flatMap(({ part, element: child }) =>
    part === 'group' ? partsIn(child, page) : [{ part, element: child }],
  );
  return (
    rows.some(({ part }) => part === 'row') &&
    rows.every(
      ({ part, element: row }) =>
        part === 'caption' || (part === 'row' && partsIn(row, page).every((cell) => cell.part === 'cell')),
    )
  );
}

interface Part {
  readonly part: PartOfTable | 'other';
  readonly element: Element;
}

/** The parts that an element holds; text beside them is none. */
function partsIn(element: Element, page: Page): Part[] {
  return element.childNodes.flatMap((child): Part[] => {
    if (isElement(child))
      return UNSEEN_ELEMENTS.has(child.tagName)
        ? []
        : [{ part: tablePart(child, page) ?? 'other', element: child }];
    return isText(child) && child.value.trim() !== '' ? [{ part: 'other', element }] : [];
  });
}
