import type { Cover } from '../../src/model/printout.ts';

/** What a book is made of. Addresses are paths from the origin. */
export interface BookPages {
  readonly language: string;
  readonly title: string;
  readonly cover: Cover;
  readonly style: string;
  readonly parts: readonly BookPart[];
}

interface BookPart {
  readonly path: string;
  /** Selects what of the page stays out of the book. */
  readonly leftOut?: string | undefined;
}

/**
 * Puts pages together to one, in place of the page that is open: cover, contents, then each page as a part. Their ids
 * get the part's number, and links among them become links within the book. The first part's lead and key figures go to
 * the cover. Notes that only something left out refers to are left out too. What a page keeps closed, other than the
 * figures of its charts, is only named. Runs in a browser, whose understanding of HTML is the one that counts; so it can
 * use nothing from outside itself.
 *
 * @returns what is on the page whose number goes to each place (`.page-of`), in the order of the text.
 */
export async function composeBook({ language, title, cover, style, parts }: BookPages): Promise<string[]> {
  const texts = await Promise.all(parts.map(async ({ path }) => (await fetch(path)).text()));
  const pages = texts.map((html) => new DOMParser().parseFromString(html, 'text/html'));
  document.title = title;
  document.documentElement.lang = language;
  const element = (name: string, className: string, ...content: (string | Node)[]): HTMLElement => {
    const made = document.createElement(name);
    if (className) made.className = className;
    made.append(...content);
    return made;
  };
  const makePage = (id: string): HTMLElement => {
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
  const trimmedText = (node: Element | null | undefined): string =>
    (node?.textContent ?? '').replace(/\s+/g, ' ').trim();

  const styles = new Map<string, Element>();
  for (const page of pages)
    for (const sheet of page.head.querySelectorAll('link[rel="stylesheet"], style'))
      if (!sheet.textContent?.startsWith('@page')) styles.set(sheet.outerHTML, sheet);
  document.head.append(...styles.values(), element('style', '', style));

  const names = new Map(parts.map(({ path }, index) => [path, `part-${index + 1}`]));
  const mains = pages.map((page, index) => {
    const name = `part-${index + 1}`;
    const main = element('section', 'part');
    main.id = name;
    main.append(...(page.querySelector('main')?.childNodes ?? []));
    for (const section of main.querySelectorAll('.for-screen')) section.remove();
    const { leftOut } = parts[index] ?? {};
    if (leftOut) for (const section of main.querySelectorAll(leftOut)) section.remove();
    for (const closed of main.querySelectorAll('details:not(figure details)'))
      closed.replaceWith(
        element('p', 'elsewhere', `${trimmedText(closed.querySelector('summary'))}: on the page itself`),
      );
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
      const [path = '', fragment] = (address.startsWith('#') ? parts[index]?.path + address : address).split(
        '#',
      );
      const part = names.get(path);
      if (part === undefined) return address;
      const id = fragment ? `${part}-${fragment}` : part;
      return ids.has(id) ? `#${id}` : `${path}#${fragment}`;
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
    element('p', 'subtitle', cover.subtitle),
    ...(mains[0]?.querySelectorAll('.mast .lead, .keys') ?? []),
    terms,
  );

  const entries = mains.map((main) => {
    const sections = [...main.querySelectorAll('section[id], .section[id]')]
      .map((section) => ({ id: section.id, text: trimmedText(section.querySelector('h2')) }))
      .filter(({ id, text }) => text !== '' && !id.endsWith('-key-figures'))
      .map(({ id, text }) => element('li', '', linkTo(id, text, makePage(id))));
    return element(
      'li',
      '',
      linkTo(main.id, trimmedText(main.querySelector('h1')), makePage(main.id)),
      element('ol', '', ...sections),
    );
  });
  const contents = element('nav', 'contents', element('h2', '', 'Contents'), element('ol', '', ...entries));
  const digits = element('p', 'digits');
  digits.ariaHidden = 'true';
  contents.prepend(digits);
  document.body.replaceChildren(element('div', 'page', front, contents, ...mains));
  // Pages are opened without scripts, so that no event tells when a sheet is there.
  for (const link of document.head.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]'))
    while (!link.sheet) {
      const answer = await fetch(link.href);
      if (!answer.ok) throw new Error(`found no style sheet at ${link.href}`);
      await answer.text();
    }
  return [...document.querySelectorAll<HTMLElement>('.page-of')].map(
    ({ dataset }) => dataset['pageOf'] ?? '',
  );
}
