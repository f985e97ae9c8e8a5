import { type DefaultTreeAdapterMap, defaultTreeAdapter, Parser, Token } from 'parse5';
import type { Complaint } from '../../../src/model/problem.ts';

export type Element = DefaultTreeAdapterMap['element'];
export type TextNode = DefaultTreeAdapterMap['textNode'];
export type Node = DefaultTreeAdapterMap['node'];
export type Tree = DefaultTreeAdapterMap['document'];

/** A page that holds more than this is no release: each element takes some hundred bytes of memory. */
const MOST_ELEMENTS = 1_000_000;

/** Each tag may be compared with all that are open; browsers keep fewer than this. */
const DEEPEST = 2000;

class TooLarge extends Error {}

/**
 * The tree of a page as a browser makes it, with the place of each node in the source. Nothing is fetched and nothing
 * runs. Or a complaint where it is larger or deeper than any release.
 */
export function parseTree(source: string): Tree | Complaint {
  const parser = isXml(source) ? new XmlParser() : new BoundedParser();
  try {
    parser.tokenizer.write(source, true);
    return parser.document;
  } catch (error) {
    if (!(error instanceof TooLarge)) throw error;
    return { line: 0, column: 0, found: error.message, expected: 'the page of one release', mend: MEND };
  }
}

const MEND = 'save the release alone, without the pages around it';

class BoundedParser extends Parser<DefaultTreeAdapterMap> {
  #elements = 0;

  constructor() {
    super({ sourceCodeLocationInfo: true, scriptingEnabled: false, treeAdapter: defaultTreeAdapter });
  }

  override onItemPush(node: DefaultTreeAdapterMap['parentNode'], tid: number, isTop: boolean): void {
    if (++this.#elements > MOST_ELEMENTS)
      throw new TooLarge(`a page of more than ${MOST_ELEMENTS.toLocaleString('en-US')} elements`);
    if (this.openElements.stackTop > DEEPEST)
      throw new TooLarge(`elements nested more than ${DEEPEST.toLocaleString('en-US')} deep`);
    super.onItemPush(node, tid, isTop);
  }
}

/** Inline XBRL is XML, in which `<ix:nonFraction … />` holds nothing; HTML would let it hold all that follows. */
class XmlParser extends BoundedParser {
  override onStartTag(token: Token.TagToken): void {
    super.onStartTag(token);
    if (token.selfClosing && !token.ackSelfClosing)
      this.onEndTag({ ...token, type: Token.TokenType.END_TAG, attrs: [] });
  }
}

const isXml = (source: string): boolean =>
  /^\s*<\?xml\b/.test(source) || /<html\b[^>]*\bxmlns:\w+=/i.test(source.slice(0, 20_000));

export const isElement = (node: Node): node is Element => 'tagName' in node;

export const isText = (node: Node): node is TextNode => node.nodeName === '#text';

export function attributeOf(element: Element, name: string): string | undefined {
  for (const attribute of element.attrs) if (attribute.name === name) return attribute.value;
  return undefined;
}
