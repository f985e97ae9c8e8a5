import { rememberLast } from '../../../src/model/remember.ts';
import type { Place } from '../places.ts';
import type { LeftOut } from '../raw-document.ts';
import { UNSEEN_ELEMENTS } from './element-kinds.ts';
import { InlineText } from './inline-text.ts';
import { type CssLook, readLook } from './looks.ts';
import {
  type Element,
  findAttribute,
  isText,
  type Node,
  type ParsedPage,
  type TextNode,
  type Tree,
} from './parse-tree.ts';
import { SourcePlaces } from './source-places.ts';
import { declarationsFor, readStylesheet, type Stylesheet } from './stylesheet.ts';

/** What reading a page needs to know of all of it, and what it left out. */
export class Page {
  readonly root: Tree;
  readonly elements: readonly Element[];
  readonly #site = new Set<Element>();
  readonly #hidden: Element[] = [];
  readonly #filing: TextNode[] = [];
  readonly #source: string;
  readonly #places: SourcePlaces;
  readonly #sheet: Stylesheet;
  readonly #hasOtherSheets: boolean;

  constructor({ source, tree, elements }: ParsedPage) {
    this.root = tree;
    this.#source = source;
    this.#places = new SourcePlaces(source);
    this.elements = elements;
    const sheets: string[] = [];
    let hasOtherSheets = false;
    for (const element of this.elements) {
      if (element.tagName === 'style')
        sheets.push(...element.childNodes.filter(isText).map(({ value }) => value));
      if (element.tagName === 'link' && /stylesheet/i.test(findAttribute(element, 'rel') ?? ''))
        hasOtherSheets = true;
    }
    this.#sheet = readStylesheet(sheets);
    this.#hasOtherSheets = hasOtherSheets || this.#sheet.size > 0;
  }

  placeAt(offset: number): Place {
    return this.#places.placeAt(offset);
  }

  inlineText(): InlineText {
    return new InlineText(this.#source, this.#places);
  }

  /** A row or a cell is asked for what it is, whether it shows, and how, one after the other. */
  readonly lookOf: (element: Element) => CssLook = rememberLast((element) =>
    readLook(declarationsFor(element, this.#sheet)),
  );

  /** Whether a colour that nothing on the page shows may come from a sheet that is not at hand. */
  mayBeColoured(element: Element): boolean {
    return this.#hasOtherSheets && findAttribute(element, 'class') !== undefined;
  }

  /** Takes an element for a part of the site around the release. */
  leaveOut(element: Element): void {
    this.#site.add(element);
  }

  isLeftOut(element: Element): boolean {
    return this.#site.has(element);
  }

  /** Takes a text for what a filing writes around the page. */
  leaveOutText(node: TextNode): void {
    this.#filing.push(node);
  }

  hide(element: Element): void {
    this.#hidden.push(element);
  }

  /** What of the page is no part of the release, as far as it says anything. */
  leftOut(): LeftOut[] {
    const filing = this.#filing.map((node) => this.#outside('filing', node, node.value));
    const site = [...this.#site].map((element) => this.#outside('site', element, textIn(element)));
    const hidden = this.#hidden.map((element) => this.#outside('hidden', element, textIn(element)));
    return [...filing, ...site, ...hidden].filter(({ text }) => /[\p{L}\p{N}]/u.test(text));
  }

  #outside(why: LeftOut['why'], node: Element | TextNode, text: string): LeftOut {
    const place = this.#places.placeAt(node.sourceCodeLocation?.startOffset ?? 0);
    return { why, text: text.replace(/\s+/g, ' ').trim(), place };
  }
}

/** All text below a node that a reader could see. */
export function textIn(root: Element | Tree): string {
  const parts: string[] = [];
  const stack: Node[] = [root];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (isText(node)) parts.push(node.value);
    if ('childNodes' in node && !UNSEEN_ELEMENTS.has(node.nodeName))
      for (let i = node.childNodes.length - 1; i >= 0; i--) stack.push(node.childNodes[i] as Node);
  }
  return parts.join('');
}
