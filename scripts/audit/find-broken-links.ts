import { join } from 'node:path';
import type { Effects } from '../effects.ts';
import type { SitePage } from './site-pages.ts';

const LINK = /\s(?:href|src)="([^"]*)"/g;
/** What a template holds is no part of the page: links to printouts wait there. */
const TEMPLATE = /<template\b[\s\S]*?<\/template>/g;
const ID = /\sid="([^"]*)"/g;
/** Addresses of other hosts, and what is within the page itself. */
const ELSEWHERE = /^(?:[a-z]+:|\/\/)/;

/** A built site, as much of it as links need. */
export class LinkedSite {
  readonly #folder: string;
  readonly #base: string;
  readonly #effects: Effects;
  readonly #ids = new Map<string, ReadonlySet<string>>();

  constructor(folder: string, base: string, effects: Effects) {
    this.#folder = folder;
    this.#base = base;
    this.#effects = effects;
  }

  /** Links of a page that lead to no file, or to no place of a page. */
  findBroken({ address }: SitePage): string[] {
    const html = this.#readPage(address).replace(TEMPLATE, '');
    const links = new Set([...html.matchAll(LINK)].map(([, href = '']) => decodeReferences(href)));
    return [...links].filter((href) => !ELSEWHERE.test(href) && !this.#leads(href, address));
  }

  #leads(href: string, from: string): boolean {
    const url = new URL(href, `http://site${this.#base}${from}`);
    const path = decodeURIComponent(url.pathname);
    if (!path.startsWith(this.#base)) return false;
    const address = path.slice(this.#base.length);
    if (!isPage(address)) return this.#effects.kindOf(join(this.#folder, address)) === 'file';
    const ids = this.#idsOf(address);
    return ids !== undefined && (url.hash === '' || ids.has(decodeURIComponent(url.hash.slice(1))));
  }

  #idsOf(address: string): ReadonlySet<string> | undefined {
    const known = this.#ids.get(address);
    if (known) return known;
    if (this.#effects.kindOf(this.#fileOf(address)) !== 'file') return undefined;
    const ids = new Set([...this.#readPage(address).matchAll(ID)].map(([, id = '']) => decodeReferences(id)));
    this.#ids.set(address, ids);
    return ids;
  }

  #fileOf = (address: string): string => join(this.#folder, address, 'index.html');

  #readPage = (address: string): string =>
    new TextDecoder().decode(this.#effects.readBytes(this.#fileOf(address)));
}

const isPage = (address: string): boolean => address === '' || address.endsWith('/');

/** Of the characters that are escaped in attributes. */
const decodeReferences = (text: string): string =>
  text
    .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
    .replace(/&#x([\da-f]+);/gi, (_, code) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
