import { join } from 'node:path';
import type { Corpus } from '../../src/model/corpus.ts';
import type { SiteSettings } from '../../src/model/site-settings.ts';
import type { Effects } from '../effects.ts';
import { listFiles } from '../output/list-files.ts';
import { sha256 } from '../output/receipt-json.ts';
import type { Render, RenderOptions } from '../render-site.ts';
import type { Results } from '../results/results.ts';

/** Files by their paths below the site. */
type Files = Readonly<Record<string, Uint8Array>>;

export interface Rendering {
  readonly render: Render;
  readonly options: RenderOptions;
  readonly corpus: Corpus;
  readonly settings: SiteSettings;
  readonly results: Results;
}

/** What pages are found by, and what they depend on beside the program. */
interface Wanted {
  readonly of: string;
  readonly inputs: unknown;
  readonly isOwn: (path: string) => boolean;
}

/**
 * Renders the pages of a site. An issuer's pages, and whatever lies below its address, depend on its own data; the others
 * on all. What earlier runs rendered from the same data is taken from there.
 */
export async function renderPages(rendering: Rendering, effects: Effects): Promise<void> {
  const { render, options, corpus, settings, results } = rendering;
  const { data, out, base, site } = options;
  const said = { base, site, settings, edition: corpus.edition };
  const slugs = corpus.issuers.map(({ issuer }) => issuer.slug);
  const issuers = slugs.map((slug): Wanted & { readonly slug: string } => ({
    slug,
    of: `${slug}/pages`,
    inputs: { said, data: hashFiles(join(data, slug), effects) },
    isOwn: (path) => path.startsWith(`${slug}/`),
  }));
  const others: Wanted = {
    of: '.site/pages',
    inputs: { said, data: hashFiles(data, effects) },
    isOwn: (path) => !slugs.includes(path.split('/', 1)[0] ?? ''),
  };
  const missing = issuers.filter((wanted) => !putKept(wanted));
  if (putKept(others) && missing.length === 0) return;
  const fresh = join(out, '.rendered');
  effects.makeFolder(fresh);
  await render({ ...options, out: fresh, only: missing.map(({ slug }) => slug) }, effects);
  const paths = listFiles(fresh, effects);
  for (const { of, inputs, isOwn } of [...missing, others]) {
    const files = Object.fromEntries(
      paths.filter(isOwn).map((path) => [path, effects.readBytes(join(fresh, path))]),
    );
    results.keep(of, inputs, files);
    put(files);
  }
  effects.remove(fresh);

  function putKept({ of, inputs }: Wanted): boolean {
    const kept = results.find<Files>(of, inputs);
    if (kept) put(kept.result);
    return kept !== undefined;
  }

  function put(files: Files): void {
    for (const [path, bytes] of Object.entries(files)) effects.writeBytes(join(out, path), bytes);
  }
}

const hashFiles = (folder: string, effects: Effects): (readonly [path: string, hash: string])[] =>
  effects.kindOf(folder) === 'folder'
    ? listFiles(folder, effects).map((path) => [path, sha256(effects.readBytes(join(folder, path)))])
    : [];
