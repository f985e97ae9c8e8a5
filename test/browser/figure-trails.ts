import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { listPages } from '../../scripts/audit/site-pages.ts';
import type { Effects } from '../../scripts/effects.ts';
import { BASE } from '../built/repository-site.ts';

const LINK = /<a\b[^>]*?\bhref="([^"]*)"[^>]*>([\s\S]*?)<\/a>/g;
const FIGURE = /<data value="-?([^"]*)"/g;
const ROW = /<(tr|li) id="([^"]*)"[\s\S]*?<\/\1>/g;

/** A figure on a page, and where it leads. */
interface Figure {
  readonly page: string;
  readonly href: string;
  /** Without its sign, which a document may print the other way round. */
  readonly value: string;
}

/** A built site, as a reader who asks where a figure comes from walks it. */
export class FigureTrails {
  readonly #folder: string;
  readonly #effects: Effects;
  readonly #texts = new Map<string, string>();
  readonly #rows = new Map<string, ReadonlyMap<string, string>>();
  readonly #places = new Map<string, ReadonlyMap<string, Element>>();

  constructor(folder: string, effects: Effects) {
    this.#folder = folder;
    this.#effects = effects;
  }

  /** All pages' figures, those of one kind of page and one kind of place counted: `period → line`. */
  count(): Record<string, number> {
    const counts: Record<string, number> = {};
    for (const { address, kind } of listPages(this.#folder, this.#effects)) {
      for (const figure of this.#figuresOf(address)) {
        const trail = `${kind} → ${placeOf(figure)}`;
        counts[trail] = (counts[trail] ?? 0) + 1;
      }
    }
    return counts;
  }

  /** Figures whose trail ends before a reader knows what they are, where they stand and what speaks for them. */
  findLost(): string[] {
    return listPages(this.#folder, this.#effects).flatMap(({ address }) => [
      ...this.#figuresOf(address)
        .filter((figure) => !this.#leadsHome(figure))
        .map(({ href, value }) => `${address}: ${value} leads to ${href}`),
      ...this.#findWithoutPlace(address),
    ]);
  }

  #figuresOf(page: string): Figure[] {
    return [...this.#read(page).matchAll(LINK)].flatMap(([, href = '', words = '']) =>
      [...words.matchAll(FIGURE)].map(([, value = '']) => ({ page, href, value })),
    );
  }

  #leadsHome(figure: Figure): boolean {
    const [page, id] = targetOf(figure);
    switch (placeOf(figure)) {
      case 'line':
        return this.#standsIn(page, id, figure.value);
      case 'measure':
        return this.#isTold(page, id);
      case 'own page':
        return this.#read(page).includes(` id="${id}"`);
    }
  }

  /** In the line that it leads to there is the same figure, which leads on to its statement. */
  #standsIn(page: string, id: string, value: string): boolean {
    const place = this.#placesOf(page).get(id);
    const links = [...(place?.matches('a') ? [place] : []), ...(place?.querySelectorAll('a') ?? [])];
    return links.some((link) => {
      const printed = link.querySelector('data')?.getAttribute('value')?.replace('-', '');
      const href = link.getAttribute('href') ?? '';
      return printed === value && this.#isTold(...targetOf({ page, href, value }));
    });
  }

  /** The page of its measure has a row for it: printed, with line, unit, name to cite and checks; or derived, with what from. */
  #isTold(page: string, id: string): boolean {
    const row = this.#rowsOf(page).get(id) ?? '';
    if (id === DERIVED_COLUMNS) return row.length > 0;
    return /<code>(?:(?!<\/code>).)+#L\d/.test(row) || /class="inputs"/.test(row);
  }

  /** A figure that leads nowhere has to be its own place: a row that others lead to. */
  #findWithoutPlace(page: string): string[] {
    const rest = this.#read(page).replace(LINK, '').replace(ROW, '');
    return [...rest.matchAll(FIGURE)].map(([figure]) => `${page}: ${figure} leads nowhere`);
  }

  #rowsOf(page: string): ReadonlyMap<string, string> {
    const rows =
      this.#rows.get(page) ??
      new Map([...this.#read(page).matchAll(ROW)].map(([row, , id = '']) => [id, row] as const));
    this.#rows.set(page, rows);
    return rows;
  }

  #placesOf(page: string): ReadonlyMap<string, Element> {
    const known = this.#places.get(page);
    if (known) return known;
    const { document } = parseHTML(this.#read(page));
    const places = new Map([...document.querySelectorAll('[id]')].map((place) => [place.id, place]));
    this.#places.set(page, places);
    return places;
  }

  #read(page: string): string {
    const bytes = () => this.#effects.readBytes(join(this.#folder, page, 'index.html'));
    const text = this.#texts.get(page) ?? new TextDecoder().decode(bytes());
    this.#texts.set(page, text);
    return text;
  }
}

const DERIVED_COLUMNS = 'derived-columns';

function placeOf(figure: Figure): 'line' | 'measure' | 'own page' {
  const [page] = targetOf(figure);
  if (page.includes('/documents/')) return 'line';
  return page.includes('/measures/') ? 'measure' : 'own page';
}

/** Address of a page below the base, and an id on it. */
function targetOf({ page, href }: Figure): [page: string, id: string] {
  const { pathname, hash } = new URL(href, `http://site${BASE}${page}`);
  return [pathname.slice(BASE.length), decodeURIComponent(hash.slice(1))];
}
