import { join } from 'node:path';
import type { Edition } from '../../src/model/document.ts';
import type { SiteSettings } from '../../src/model/site-settings.ts';
import type { Effects } from '../effects.ts';
import { listFiles } from '../output/list-files.ts';
import { moveFiles } from '../output/move-files.ts';
import type { KnownHashes } from '../output/site-hashes.ts';
import type { Render, RenderOptions } from '../render-site.ts';
import {
  type Earlier,
  findFiles,
  type KeptFiles,
  keepFiles,
  noteStamps,
  putFiles,
} from '../results/keep-files.ts';
import { NOTHING_KEPT, type Results } from '../results/results.ts';

export interface Rendering {
  readonly render: Render;
  readonly options: RenderOptions;
  readonly edition: Edition;
  readonly settings: SiteSettings;
  readonly issuers: readonly RenderedIssuer[];
  /** What pages of all issuers depend on beside the data of each. */
  readonly inputs: unknown;
  readonly results: Results;
  /** The site that these pages will replace, if it is a whole one. */
  readonly before?: string | undefined;
}

export interface RenderedIssuer {
  readonly slug: string;
  /** One hash of its data. */
  readonly digest: string;
  /** One hash of its inputs, which its pages name. */
  readonly inputs: string;
  /** Puts its data in place, where they are not: see `WrittenIssuer`. */
  putData(): void;
}

/** What pages are found by, and what they depend on beside the program. */
interface Wanted {
  readonly of: string;
  /** Where they stand in the site before, if there is one. */
  readonly before: Earlier | undefined;
  readonly inputs: unknown;
  readonly isOwn: (path: string) => boolean;
}

/**
 * Renders the pages of a site. An issuer's pages, and whatever lies below its address, depend on its own data; the others
 * on all. What earlier runs rendered from the same data is taken from there. Returns the hashes of all files where they are kept.
 */
export async function renderPages(rendering: Rendering, effects: Effects): Promise<KnownHashes> {
  const { render, options, settings, edition, issuers, results, before } = rendering;
  const { out, base, site } = options;
  const known: KnownHashes = new Map();
  if (results === NOTHING_KEPT) {
    await render(options, effects);
    return known;
  }
  const said = { base, site, settings, edition };
  const findBefore = (of: string): Earlier | undefined =>
    before === undefined ? undefined : { of, place: (path) => join(before, path) };
  const slugs = new Set(issuers.map(({ slug }) => slug));
  const own = issuers.map(({ slug, putData, ...inputs }) => ({
    slug,
    putData,
    of: `${slug}/pages`,
    before: findBefore(`${slug}/placed`),
    inputs: { said, inputs },
    isOwn: (path: string) => path.startsWith(`${slug}/`),
  }));
  const others: Wanted = {
    of: '.site/pages',
    before: findBefore('.site/placed'),
    inputs: { said, issuers: issuers.map(({ putData: _, ...inputs }) => inputs), inputs: rendering.inputs },
    isOwn: (path) => !slugs.has(path.split('/', 1)[0] ?? ''),
  };
  const missing = own.filter((wanted) => !putPages(wanted));
  if (putPages(others) && missing.length === 0) return known;
  const [fresh, views] = [join(out, '.rendered'), join(out, '.views')];
  for (const folder of [fresh, views]) effects.makeFolder(folder);
  const areMissing = new Set(missing.map(({ slug }) => slug));
  // Pages of all issuers lead into the only one there is, and need more than views of it.
  const seen = own.map(({ slug, inputs, putData }) => {
    const of = `${slug}/views`;
    const kept = findFiles(results, of, inputs);
    const isPut = kept !== undefined && putFiles(results, kept, views, {}, effects);
    if (!isPut || areMissing.has(slug) || issuers.length === 1) putData();
    return { of, inputs, slug, count: isPut ? Object.keys(kept.hashes).length : 0 };
  });
  await render({ ...options, out: fresh, views, only: missing.map(({ slug }) => slug) }, effects);
  effects.releaseMemory();
  const rendered = listFiles(fresh, effects);
  for (const { of, before: there, inputs, isOwn } of [...missing, others]) {
    const paths = rendered.filter(isOwn);
    const kept = keepFiles(results, [of, inputs], { folder: fresh, paths, about: undefined }, effects);
    moveFiles(fresh, out, effects, paths);
    noteHashes(kept);
    if (there) noteStamps(results, there, kept, out, effects);
  }
  for (const { of, inputs, slug, count } of seen) {
    const paths = effects.kindOf(join(views, slug)) === 'folder' ? listFiles(views, effects, slug) : [];
    if (paths.length > count)
      keepFiles(results, [of, inputs], { folder: views, paths, about: undefined }, effects);
  }
  for (const folder of [fresh, views]) effects.remove(folder);
  return known;

  /** Whether the pages were kept; they are in place now. */
  function putPages({ of, before: there, inputs }: Wanted): boolean {
    const kept = findFiles(results, of, inputs);
    if (!kept || !putFiles(results, kept, out, { before: there }, effects)) return false;
    noteHashes(kept);
    return true;
  }

  function noteHashes({ hashes }: KeptFiles<unknown>): void {
    for (const [path, hash] of Object.entries(hashes)) known.set(path, hash);
  }
}
