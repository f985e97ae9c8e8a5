import { type DefaultTreeAdapterMap, defaultTreeAdapter, Parser, Token, Tokenizer } from 'parse5';
import type { Complaint } from '../../../src/model/problem.ts';

export type Element = DefaultTreeAdapterMap['element'];
export type TextNode = DefaultTreeAdapterMap['textNode'];
export type Node = DefaultTreeAdapterMap['node'];
export type Tree = DefaultTreeAdapterMap['document'];

/** A page that holds more than this is no release: each element takes some hundred bytes of memory. */
const MOST_ELEMENTS = 500_000;

/** Each tag may be compared with all that are open; browsers keep fewer than this. */
const DEEPEST = 2000;

export interface ParsedPage {
  readonly source: string;
  readonly tree: Tree;
  /** All of its elements, each behind those that it is in. */
  readonly elements: readonly Element[];
}

class TooLarge extends Error {}

/**
 * The tree of a page as a browser makes it, with the place of each node in the source. Nothing is fetched and nothing
 * runs. Or a complaint where it is larger or deeper than any release.
 */
export function parseTree(source: string, most = MOST_ELEMENTS): ParsedPage | Complaint {
  const parser = isXml(source) ? new XmlParser(most) : new BoundedParser(most);
  try {
    parser.tokenizer.write(source, true);
    return { source, tree: parser.document, elements: parser.elements };
  } catch (error) {
    if (!(error instanceof TooLarge)) throw error;
    return { line: 0, column: 0, found: error.message, expected: 'the page of one release', mend: MEND };
  }
}

const MEND = 'save the release alone, without the pages around it';

class BoundedParser extends Parser<DefaultTreeAdapterMap> {
  readonly elements: Element[];

  constructor(most: number) {
    const elements: Element[] = [];
    const treeAdapter: typeof defaultTreeAdapter = {
      ...defaultTreeAdapter,
      createElement(...given) {
        const element = defaultTreeAdapter.createElement(...given);
        if (elements.push(element) > most)
          throw new TooLarge(`a page of more than ${most.toLocaleString('en-US')} elements`);
        return element;
      },
    };
    const options = { sourceCodeLocationInfo: true, scriptingEnabled: false, treeAdapter };
    super(options);
    this.tokenizer = new PlacingTokenizer(options, this);
    this.elements = elements;
  }

  override onItemPush(node: DefaultTreeAdapterMap['parentNode'], tid: number, isTop: boolean): void {
    if (this.openElements.stackTop > DEEPEST)
      throw new TooLarge(`elements nested more than ${DEEPEST.toLocaleString('en-US')} deep`);
    super.onItemPush(node, tid, isTop);
  }
}

/** Elements and texts have places; those of attributes, of which there are many more, are asked by nobody. */
class PlacingTokenizer extends Tokenizer {
  protected isInAttribute = false;

  protected override getCurrentLocation(offset: number): ReturnType<Tokenizer['getCurrentLocation']> {
    return this.isInAttribute ? null : super.getCurrentLocation(offset);
  }

  protected override _createAttr(start: string): void {
    this.isInAttribute = true;
    super._createAttr(start);
    this.isInAttribute = false;
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

export function findAttribute(element: Element, name: string): string | undefined {
  for (const attribute of element.attrs) if (attribute.name === name) return attribute.value;
  return undefined;
}
