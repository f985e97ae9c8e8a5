import { toHtml } from 'hast-util-to-html';
import type { Root } from 'mdast';
import { toHast } from 'mdast-util-to-hast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { OwnPage } from '../../src/model/site-settings.ts';

const parse = (text: string): Root => unified().use(remarkParse).use(remarkGfm).parse(text);

/** Markdown as HTML; HTML within it is left out. */
export const renderMarkdown = (text: string): string => render(parse(text));

/** A page: its first heading is its title, and the others go down with it. */
export function renderPage(text: string, title: string): OwnPage {
  const root = parse(text);
  const [first] = root.children;
  if (first?.type === 'heading' && first.depth === 1) {
    const words = text.slice(first.position?.start.offset, first.position?.end.offset);
    root.children.shift();
    return { title: plain(words), body: render(root) };
  }
  return { title, body: render(root) };
}

const plain = (heading: string): string =>
  heading.replace(/^#+\s*|\s*#*\s*$|\n=+\s*$/g, '').replace(/[*_`\\]/g, '');

const render = (root: Root): string => toHtml(toHast(root));
