import { join } from 'node:path';
import type { Corpus } from '../../src/model/corpus.ts';
import type { Effects } from '../effects.ts';
import { listInputs } from '../input/list-inputs.ts';
import { listFiles } from '../output/list-files.ts';
import { replaceFolder, type Workplace } from '../output/output-folder.ts';
import { writeManifest } from '../output/output-manifest.ts';
import { putOriginals } from '../output/put-originals.ts';
import { formatReceipt, hashInputs, makeReceipt, RECEIPT } from '../output/receipt-json.ts';
import { DOWNLOADS } from '../output/site-files.ts';
import { hashSite } from '../output/site-hashes.ts';
import { formatFeed, formatRobots, formatSitemap, ROBOTS_OF_DRAFT } from '../output/site-index.ts';
import { writeSiteData } from '../output/write-files.ts';
import { NoBrowser } from '../print/launch-browser.ts';
import type { PrintOptions, PrintSite } from '../print/print-site.ts';
import { PROGRAM_VERSION } from '../program-version.ts';
import type { Render } from '../render-site.ts';
import { ofThisProgram } from '../results/open-results.ts';
import { PAGES } from '../results/program-digest.ts';
import type { BuildOptions } from './build-options.ts';
import type { Converted } from './convert-documents.ts';
import { renderPages } from './render-pages.ts';
import { formatCount } from './summary.ts';

/** What makes pages and printouts. */
export interface Makers {
  readonly render: Render;
  readonly print?: PrintSite | undefined;
  /** The browser that made the printouts that are kept, where it is known. */
  readonly browser?: string;
}

/** Builds a site of what was converted in place of the one before. Returns the number of pages. */
export async function replaceSite(
  options: BuildOptions,
  converted: Converted,
  effects: Effects,
  makers: Makers,
): Promise<number> {
  let pages = 0;
  await replaceFolder(options.out, 'site', effects, async (workplace) => {
    ({ pages } = await fillSite(workplace, options, converted, effects, makers));
    writeSiteIndex(workplace.folder, options, converted.corpus, effects);
    writeManifest(join(workplace.folder, 'data'), 'data', effects);
  });
  return pages;
}

/**
 * Renders the pages, puts the downloads and the documents beside them, and prints them. Returns the number of pages and
 * the browser that printed, if any.
 */
export async function fillSite(
  { folder, scratch }: Workplace,
  { documents, base, site, paper, settings, kept }: BuildOptions,
  { corpus, sources }: Converted,
  effects: Effects,
  { render, print, browser }: Makers,
): Promise<{ readonly pages: number; readonly browser: string }> {
  effects.makeFolder(folder);
  writeSiteData(scratch, corpus, effects, settings, hashInputs(listInputs(documents, effects)));
  const options = { data: scratch, out: folder, base, site };
  const results = ofThisProgram(kept, effects, PAGES);
  await renderPages({ render, options, corpus, settings, results }, effects);
  const pages = listFiles(folder, effects).filter((path) => path.endsWith('.html')).length;
  effects.say(`Rendered ${formatCount(pages, 'page')}`);
  effects.copy(join(scratch, DOWNLOADS), join(folder, 'data'));
  if (settings.publish === 'full') putOriginals(folder, { corpus, sources }, effects);
  const printing = { folder, paper, only: [], results: ofThisProgram(kept, effects) };
  const known = browser === undefined ? printing : { ...printing, browser };
  return { pages, browser: print ? await printAll(print, known, effects) : '' };
}

/** A site without printouts is a site all the same; that a browser is missing is said. Returns what printed. */
async function printAll(print: PrintSite, options: PrintOptions, effects: Effects): Promise<string> {
  try {
    const { made, cards, browser } = await print(options, effects);
    const pages = made.reduce((total, printout) => total + printout.pages, 0);
    const drawn = cards.length > 0 ? `; drew ${formatCount(cards.length, 'card')} for shared links` : '';
    effects.say(`Printed ${formatCount(made.length, 'printout')}, ${formatCount(pages, 'page')}${drawn}`);
    return browser;
  } catch (error) {
    if (!(error instanceof NoBrowser)) throw error;
    effects.complain(`Built without printouts: ${error.message}.`);
    return '';
  }
}

/** What machines ask a site for, and the receipt of all its files, which comes last. */
function writeSiteIndex(folder: string, options: BuildOptions, corpus: Corpus, effects: Effects): void {
  const { documents, base, site, ignoresTags, settings, settingsDigest } = options;
  const write = (name: string, text: string) => effects.write(join(folder, name), [text]);
  write('robots.txt', settings.draft ? ROBOTS_OF_DRAFT : formatRobots({ base, site }));
  if (!settings.draft) {
    write('sitemap.xml', formatSitemap(listFiles(folder, effects), { base, site }, settings.withoutMeasures));
    write('feed.xml', formatFeed(corpus, { base, site }, settings));
  }
  const receipt = makeReceipt({
    version: PROGRAM_VERSION,
    choices: { base, site, ignoresTags },
    inputs: listInputs(documents, effects),
    settings: settingsDigest,
    corpus,
    files: hashSite(folder, effects),
  });
  write(RECEIPT, formatReceipt(receipt));
}
