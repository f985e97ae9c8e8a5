import type { HtmlBlock, HtmlText } from './blocks.ts';
import { BLOCK_ELEMENTS, FILING_HEAD, UNSEEN_ELEMENTS } from './element-kinds.ts';
import type { InlineText } from './inline-text.ts';
import type { Page } from './page.ts';
import { type Element, isElement, isText, type Node } from './parse-tree.ts';
import { readHtmlTable } from './read-table.ts';
import { isHidden, type State, stateIn } from './state.ts';
import { isTable as isTableIn } from './table-parts.ts';

/** Tables nested deeper than this are read as paragraphs. */
const DEEPEST_TABLE = 12;

interface Frame {
  readonly element: { readonly childNodes: readonly Node[] };
  readonly state: State;
  readonly isBlock: boolean;
  /** Text behind it stands apart. */
  readonly isApart: boolean;
  readonly breaksPage: boolean;
  next: number;
}

/** The paragraphs and tables in an element, in order. */
export function readBlocks(root: Frame['element'], state: State, page: Page): HtmlBlock[] {
  const reader = new BlockReader(page);
  reader.read(root, state);
  return reader.blocks;
}

class BlockReader {
  readonly blocks: HtmlBlock[] = [];
  readonly #page: Page;
  readonly #text: InlineText;

  constructor(page: Page) {
    this.#page = page;
    this.#text = page.inlineText();
  }

  read(root: Frame['element'], state: State): void {
    const frames: Frame[] = [
      { element: root, state, isBlock: true, isApart: false, breaksPage: false, next: 0 },
    ];
    for (let frame = frames.at(-1); frame; frame = frames.at(-1)) {
      const child = frame.element.childNodes[frame.next++];
      if (child === undefined) {
        if (frame.isBlock) this.#flush(frame.state);
        else if (frame.isApart) this.#text.addGap();
        if (frame.breaksPage) this.blocks.push({ kind: 'page' });
        frames.pop();
      } else if (isText(child)) this.#addText(child, frame);
      else if (isElement(child)) {
        const entered = this.#enter(child, frame.state);
        if (entered) frames.push(entered);
      }
    }
  }

  #addText(node: Parameters<InlineText['add']>[0], { element, state }: Frame): void {
    if ('tagName' in element && FILING_HEAD.has(element.tagName as string)) this.#page.leaveOutText(node);
    else this.#text.add(node, state);
  }

  #enter(element: Element, around: State): Frame | undefined {
    const { tagName } = element;
    if (UNSEEN_ELEMENTS.has(tagName) || this.#page.isLeftOut(element)) return undefined;
    if (tagName === 'br') this.#text.breakLine();
    if (tagName === 'hr') this.#breakPage(around);
    if (tagName === 'br' || tagName === 'hr') return undefined;
    const look = this.#page.lookOf(element);
    const isBlock = (look.isBlock ?? BLOCK_ELEMENTS.has(tagName)) || around.holdsBlocks;
    const isTable = isTableIn(element, look, this.#page);
    const state = stateIn(element, look, around, { isBlock, isTable }, this.#page);
    if (isHidden(element, look, state, isBlock)) {
      this.#page.hide(element);
      return undefined;
    }
    const breaks = look.breaksPage;
    const isApart = look.isBox && look.hasWidth;
    if (isBlock) this.#flush(around);
    else if (look.indent > 0 || isApart) this.#text.addGap();
    if (breaks === 'before') this.blocks.push({ kind: 'page' });
    if (!isTable || state.tables > DEEPEST_TABLE)
      return { element, state, isBlock, isApart, breaksPage: breaks === 'after', next: 0 };
    this.blocks.push(
      readHtmlTable(element, { ...state, indent: 0, isListItem: false }, this.#page, readBlocks),
    );
    return undefined;
  }

  #breakPage(around: State): void {
    this.#flush(around);
    this.blocks.push({ kind: 'page' });
  }

  #flush({ depth, isListItem, indent }: State): void {
    for (const paragraph of this.#text.take())
      this.blocks.push({ kind: 'text', ...paragraph, depth, isListItem, indent } satisfies HtmlText);
  }
}
