import type { Cover } from '../../src/model/printout.ts';
import type { PagePlace } from './pdf/page-numbers.ts';

/** What a book is made of. Addresses are paths from the origin. */
export interface BookPages {
  readonly language: string;
  readonly title: string;
  readonly cover: Cover;
  readonly style: string;
  readonly parts: readonly string[];
}

/**
 * Puts pages together to one, in place of the page that is open: cover, contents, then each page as a part. Their ids
 * get the part's number, and links among them become links within the book. A table or chart that several pages show
 * is printed once and referred to after that; notes that only it refers to are left out there. What a page keeps
 * closed, other than the figures of its charts, is only named. Runs in a browser, whose understanding of HTML is the
 * one that counts; so it can use nothing from outside itself.
 *
 * @returns the places for page numbers (`.page-of`), in the order of the text.
 */
export async function composeBook({ language, title, cover, style, parts }: BookPages): Promise<PagePlace[]> {
  const texts = await Promise.all(parts.map(async (path) => (await fetch(path)).text()));
  const pages = texts.map((html) => new DOMParser().parseFromString(html, 'text/html'));
  document.title = title;
  document.documentElement.lang = language;
  const element = (name: string, className: string, ...content: (string | Node)[]): HTMLElement => {
    const made = document.createElement(name);
    if (className) made.className = className;
    made.append(...content);
    return made;
  };
  const pageOf = (id: string): HTMLElement => {
    const number = element('span', 'page-of');
    number.dataset['pageOf'] = id;
    return number;
  };
  const linkTo = (id: string, text: string, ...more: Node[]): HTMLElement => {
    const link = element('a', '', element('span', '', text), ...more);
    link.setAttribute('href', `#${id}`);
    return link;
  };
  const rewrite = (root: Element, name: string, match: string, change: (value: string) => string): void => {
    for (const node of root.querySelectorAll(`[${name}${match}]`))
      node.setAttribute(name, change(node.getAttribute(name) ?? ''));
  };
  const textOf = (node: Element | null | undefined): string =>
    (node?.textContent ?? '').replace(/\s+/g, ' ').trim();

  const titleOf = (node: Element): string =>
    textOf(node.querySelector(':is(caption, figcaption) :is(h3, h4, strong)'));
  /** The same for a table or chart wherever it is printed alike; the marks of a table's notes have other numbers there. */
  const keyOf = (node: Element): string =>
    node.matches('figure')
      ? node.outerHTML
      : [node.id, titleOf(node), ...[...node.querySelectorAll('data')].map(textOf)].join('|');

  const styles = new Map<string, Element>();
  for (const page of pages)
    for (const sheet of page.head.querySelectorAll('link[rel="stylesheet"], style'))
      if (!sheet.textContent?.startsWith('@page')) styles.set(sheet.outerHTML, sheet);
  document.head.append(...styles.values(), element('style', '', style));

  const names = new Map(parts.map((path, index) => [path, `part-${index + 1}`]));
  const met = new Map<string, string>();
  /** Where something is that would have these ids in its place. */
  const moved = new Map<string, string>();
  const mains = pages.map((page, index) => {
    const name = `part-${index + 1}`;
    const main = element('section', 'part');
    main.id = name;
    main.append(...(page.querySelector('main')?.childNodes ?? []));
    for (const section of main.querySelectorAll('.for-screen')) section.remove();
    for (const closed of main.querySelectorAll('details:not(figure details)'))
      closed.replaceWith(element('p', 'elsewhere', textOf(closed.querySelector('summary'))));
    for (const node of main.querySelectorAll('.statement[id], figure[id]')) {
      const key = keyOf(node);
      const first = met.get(key);
      if (first === undefined) {
        met.set(key, name);
        continue;
      }
      for (const { id } of [node, ...node.querySelectorAll('[id]')])
        moved.set(`${name}-${id}`, `${first}-${id}`);
      const place = `${first}-${node.id}`;
      node.replaceWith(element('p', 'elsewhere', linkTo(place, titleOf(node)), ': page ', pageOf(place)));
    }
    for (const note of main.querySelectorAll('.notes > li')) {
      const [mark] = main.querySelectorAll(`a[href="#${note.id}"]`);
      if (mark) mark.id = note.querySelector('.nr')?.getAttribute('href')?.slice(1) ?? '';
      else note.remove();
    }
    for (const notes of main.querySelectorAll('.notes:not(:has(li))')) notes.closest('section')?.remove();
    for (const node of main.querySelectorAll('[id]')) node.id = `${name}-${node.id}`;
    for (const attribute of ['aria-labelledby', 'aria-describedby', 'aria-controls', 'for', 'headers'])
      rewrite(main, attribute, '', (ids) => ids.replace(/\S+/g, `${name}-$&`));
    for (const attribute of ['fill', 'stroke', 'clip-path', 'mask', 'filter'])
      rewrite(main, attribute, '^="url(#"', (value) => value.replace('url(#', `url(#${name}-`));
    return main;
  });

  const ids = new Set(mains.flatMap((main) => [main, ...main.querySelectorAll('[id]')].map(({ id }) => id)));
  for (const [index, main] of mains.entries())
    rewrite(main, 'href', '', (address) => {
      if (address.startsWith('#part-')) return address;
      const [path = '', fragment] = (address.startsWith('#') ? parts[index] + address : address).split('#');
      const part = names.get(path);
      if (part === undefined) return address;
      const id = fragment ? `${part}-${fragment}` : part;
      const place = ids.has(id) ? id : moved.get(id);
      return place === undefined ? `${path}#${fragment}` : `#${place}`;
    });

  const terms = element('dl', 'meta');
  for (const [term, description] of cover.terms)
    terms.append(element('div', '', element('dt', '', term), element('dd', '', description)));
  const front = element(
    'header',
    'cover',
    element('p', 'name', 'Tieout'),
    element('p', 'eyebrow', cover.eyebrow),
    element('h1', '', cover.title),
    element('p', 'lead', cover.subtitle),
    terms,
  );

  const entries = mains.map((main) => {
    const sections = [...main.querySelectorAll('section[id], .section[id]')]
      .map((section) => ({ id: section.id, text: textOf(section.querySelector('h2')) }))
      .filter(({ id, text }) => text !== '' && !id.endsWith('-key-figures'))
      .map(({ id, text }) => element('li', '', linkTo(id, text, pageOf(id))));
    return element(
      'li',
      '',
      linkTo(main.id, textOf(main.querySelector('h1')), pageOf(main.id)),
      element('ol', '', ...sections),
    );
  });
  const contents = element('nav', 'contents', element('h2', '', 'Contents'), element('ol', '', ...entries));
  const digits = element('p', 'digits');
  digits.ariaHidden = 'true';
  contents.prepend(digits);
  document.body.replaceChildren(element('div', 'page', front, contents, ...mains));
  const sheets = document.head.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]');
  await Promise.all(
    [...sheets].map(
      (link) =>
        link.sheet ?? new Promise((resolve) => link.addEventListener('load', resolve, { once: true })),
    ),
  );
  return [...document.querySelectorAll<HTMLElement>('.page-of')].map((place) => ({
    target: place.dataset['pageOf'] ?? '',
    side: contents.contains(place) ? 'end' : 'start',
  }));
}
