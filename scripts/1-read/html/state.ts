import { BOLD_ELEMENTS } from './element-kinds.ts';
import type { Setting } from './inline-text.ts';
import { type CssLook, isWhite } from './looks.ts';
import type { Page } from './page.ts';
import { type Element, findAttribute } from './parse-tree.ts';

/** What holds for the text of an element, by itself or by what is around it. */
export interface State extends Setting {
  readonly depth: number;
  readonly isListItem: boolean;
  readonly indent: number;
  /** White text shows where something behind it may be dark. */
  readonly isOnWhite: boolean;
  readonly colour: string | undefined;
  /** Tables around it. */
  readonly tables: number;
  /** What it holds are blocks, whatever they are elsewhere. */
  readonly holdsBlocks: boolean;
}

export const PLAIN_STATE: State = {
  isBold: false,
  isRaised: false,
  keepsSpaces: false,
  depth: 0,
  isListItem: false,
  indent: 0,
  isOnWhite: true,
  colour: undefined,
  tables: 0,
  holdsBlocks: false,
};

/** What holds within an element. */
export function stateIn(
  element: Element,
  look: CssLook,
  around: State,
  { isBlock, isTable }: { readonly isBlock: boolean; readonly isTable: boolean },
  page: Page,
): State {
  const { tagName } = element;
  return {
    isBold: look.isBold ?? (around.isBold || BOLD_ELEMENTS.has(tagName)),
    isRaised: !isBlock && (around.isRaised || tagName === 'sup' || look.isRaised),
    keepsSpaces: look.keepsSpaces ?? (around.keepsSpaces || tagName === 'pre'),
    depth: /^h[1-6]$/.test(tagName) ? Number(tagName[1]) : around.depth,
    isListItem: around.isListItem || tagName === 'li',
    indent: isBlock ? around.indent + look.indent : around.indent,
    isOnWhite: isOnWhite(element, look, around, page),
    colour: look.colour ?? findAttribute(element, 'color')?.toLowerCase() ?? around.colour,
    tables: around.tables + (isTable ? 1 : 0),
    holdsBlocks: look.holdsBlocks,
  };
}

/** Whether what is behind an element is white, as far as the page itself says. */
export function isOnWhite(element: Element, look: CssLook, around: State, page: Page): boolean {
  const background = look.background ?? findAttribute(element, 'bgcolor')?.toLowerCase();
  if (background !== undefined) return isWhite(background);
  return around.isOnWhite && !page.mayBeColoured(element);
}

/** Whether no reader sees what is in an element. */
export const isHidden = (
  element: Element,
  look: CssLook,
  { isOnWhite, colour }: State,
  isBlock: boolean,
): boolean =>
  look.isHidden ||
  (look.isCutOff && (isBlock || look.isBox)) ||
  findAttribute(element, 'hidden') !== undefined ||
  (isOnWhite && isWhite(colour));
