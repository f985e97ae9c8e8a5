import { join } from 'node:path';
import { formatCounted } from '../../src/model/format.ts';
import type { Effects } from '../effects.ts';
import { listInputs } from '../input/list-inputs.ts';
import { digestInputs } from '../output/inputs-digest.ts';
import { listOpen } from '../output/issuer-brief.ts';
import { listFiles } from '../output/list-files.ts';
import { moveFiles } from '../output/move-files.ts';
import { replaceFolder, type Workplace } from '../output/output-folder.ts';
import { MANIFEST, writeManifest } from '../output/output-manifest.ts';
import type { Shard } from '../output/part.ts';
import { formatReceipt, type Hashes, hashInputs, makeReceipt, RECEIPT } from '../output/receipt-json.ts';
import { DOWNLOADS_FOLDER, downloadPath, ORIGINALS } from '../output/site-files.ts';
import { forgetWritten, hashFiles, type KnownHashes } from '../output/site-hashes.ts';
import { formatFeed, formatRobots, formatSitemap, ROBOTS_OF_DRAFT } from '../output/site-index.ts';
import { joinIssuers } from '../output/write-files.ts';
import { NoBrowser } from '../print/launch-browser.ts';
import type { PrintSite } from '../print/print-site.ts';
import { PROGRAM_VERSION } from '../program-version.ts';
import type { Render } from '../render-site.ts';
import { ofThisProgram } from '../results/open-results.ts';
import { digestProgram, PAGES, PROGRAM } from '../results/program-digest.ts';
import type { BuildOptions } from './build-options.ts';
import type { Compile, ConvertedIssuers } from './convert-documents.ts';
import { showProblems } from './program.ts';
import { renderPages } from './render-pages.ts';
import { summarise } from './summary.ts';
import { listErrors, listHardlyRead } from './tell-errors.ts';
import { findUnknown } from './tell-settings.ts';
import { type WrittenIssuer, writeIssuers } from './write-issuers.ts';

/** What makes data, pages and printouts. */
export interface Makers {
  readonly compile: Compile;
  readonly render: Render;
  readonly print?: PrintSite | undefined;
  /** The browser that made the printouts that are kept, where it is known. */
  readonly browser?: string;
}

/** A built site: what it is of, and the paths of its pages. */
export interface Built extends ConvertedIssuers<WrittenIssuer> {
  readonly pages: readonly string[];
  /** The browser that printed it; empty where none did. */
  readonly browser: string;
  readonly known: KnownHashes;
}

/** Builds a site in place of the one before. */
export async function replaceSite(options: BuildOptions, effects: Effects, makers: Makers): Promise<Built> {
  let built: Built | undefined;
  await replaceFolder(options.out, 'site', effects, async (workplace) => {
    built = await makeSite(workplace, options, effects, makers);
  });
  if (!built) throw new Error('nothing was built');
  return built;
}

/** Makes a whole site in an empty folder, its receipt included. */
export async function makeSite(
  workplace: Workplace,
  options: BuildOptions,
  effects: Effects,
  makers: Makers,
): Promise<Built> {
  const inputs = hashInputs(listInputs(options.documents, effects));
  const built = await fillSite(workplace, options, inputs, effects, makers);
  writeSiteIndex(workplace.folder, options, inputs, built, effects);
  return built;
}

/**
 * Converts the documents, renders the pages, puts the downloads and the documents beside them, and prints them. Of a part
 * of the issuers where there is a shard.
 */
export async function fillSite(
  { folder, scratch }: Workplace,
  options: BuildOptions,
  inputs: Hashes,
  effects: Effects,
  makers: Makers,
  shard?: Shard,
): Promise<Built> {
  const { base, site, settings, kept } = options;
  const before = shard === undefined ? effects.realPath(options.out) : undefined;
  const converted = await convertAndTell(options, scratch, effects, makers.compile, { shard, before });
  const { edition } = converted;
  const briefs = converted.issuers.map(({ brief }) => brief);
  joinIssuers(scratch, briefs, { edition, settings, inputs }, effects);
  effects.makeFolder(folder);
  const issuers = converted.issuers.map(({ brief: { issuer }, digest, putData }) => {
    return { slug: issuer.slug, digest, inputs: digestInputs(inputs, issuer.slug), putData };
  });
  const known = await renderPages(
    {
      ...{ render: makers.render, options: { data: scratch, out: folder, base, site } },
      ...{ edition, settings, issuers, inputs: [digestInputs(inputs), digestProgram(PROGRAM, effects)] },
      results: ofThisProgram(kept, effects, PAGES),
      before,
    },
    effects,
  );
  const paths = known.size > 0 ? [...known.keys()] : listFiles(folder, effects);
  const pages = paths.filter((path) => path.endsWith('.html'));
  effects.say(`Rendered ${formatCounted(pages.length, 'page')}`);
  moveFiles(join(scratch, DOWNLOADS_FOLDER), join(folder, 'data'), effects);
  if (settings.publish === 'full') moveFiles(join(scratch, ORIGINALS), folder, effects);
  for (const { hashes } of converted.issuers)
    for (const [path, hash] of Object.entries(hashes)) {
      const download = downloadPath(path);
      if (download) known.set(download, hash);
    }
  const browser = await printAll(folder, options, forgetWritten(known, folder, effects), makers);
  return { ...converted, pages, browser, known };
}

/** Converts the documents issuer by issuer, and tells what is wrong with them. */
async function convertAndTell(
  options: BuildOptions,
  to: string,
  effects: Effects,
  compile: Compile,
  { shard, before }: { readonly shard: Shard | undefined; readonly before: string | undefined },
): Promise<ConvertedIssuers<WrittenIssuer>> {
  const { documents, strict, ignoresTags, kept } = options;
  const writing = { compile, choices: { ignoresTags }, results: ofThisProgram(kept, effects), before };
  const wanted = { folder: documents, mayLeaveOut: strict.size === 0, shard };
  const converted = await writeIssuers(wanted, to, effects, writing);
  const { leftOut, notices } = converted;
  const issuers = converted.issuers.map(({ brief }) => brief);
  showProblems([...leftOut, ...notices], effects);
  const { settings, settingsText } = options;
  if (shard === undefined && settingsText)
    showProblems(findUnknown(settings, settingsText, issuers), effects);
  effects.say(`Converted ${summarise({ issuers, leftOut })}`);
  if (strict.size === 0) listErrors(listOpen(issuers), effects);
  listHardlyRead(issuers, effects);
  return converted;
}

/** A site without printouts is a site all the same; that a browser is missing is said. Returns what printed. */
async function printAll(
  folder: string,
  { paper, kept }: BuildOptions,
  effects: Effects,
  { print, browser: known }: Makers,
): Promise<string> {
  if (!print) return '';
  const printing = { folder, paper, only: [], results: ofThisProgram(kept, effects) };
  const options = known === undefined ? printing : { ...printing, browser: known };
  try {
    const { made, cards, charts, browser } = await print(options, effects);
    const pages = made.reduce((total, printout) => total + printout.pages, 0);
    const pictures = [
      ...(cards.length > 0 ? [`${formatCounted(cards.length, 'card')} for shared links`] : []),
      ...(charts.length > 0 ? [`${formatCounted(charts.length, 'picture')} of charts`] : []),
    ];
    const drawn = pictures.length > 0 ? `; drew ${pictures.join(' and ')}` : '';
    effects.say(`Printed ${formatCounted(made.length, 'printout')}, ${formatCounted(pages, 'page')}${drawn}`);
    return browser;
  } catch (error) {
    if (!(error instanceof NoBrowser)) throw error;
    effects.complain(`Built without printouts: ${error.message}.`);
    return '';
  }
}

/** What machines ask a site for, and the receipt of all its files, which comes last. */
function writeSiteIndex(
  folder: string,
  options: BuildOptions,
  inputs: Hashes,
  { edition, issuers, known, pages }: Built,
  effects: Effects,
): void {
  const { base, site, ignoresTags, isDraft, settings, settingsDigest } = options;
  const briefs = issuers.map(({ brief }) => brief);
  const write = (name: string, text: string) => effects.write(join(folder, name), [text]);
  write('robots.txt', settings.draft ? ROBOTS_OF_DRAFT : formatRobots({ base, site }));
  if (!settings.draft) {
    write('sitemap.xml', formatSitemap(pages, { base, site }, settings.withoutMeasures));
    write('feed.xml', formatFeed(briefs, { base, site }, settings));
    for (const brief of briefs) {
      const { slug, shortName } = brief.issuer;
      const title = settings.title.includes(shortName) ? settings.title : `${shortName}: ${settings.title}`;
      const titled = { ...settings, title };
      write(`${slug}/feed.xml`, formatFeed([brief], { base, site }, titled, `${slug}/`));
    }
  }
  write(RECEIPT, ''); // the lists of what was made name it
  writeManifest(join(folder, 'data'), 'data', effects);
  const paths = [...writeManifest(folder, 'site', effects), MANIFEST];
  const receipt = makeReceipt({
    version: PROGRAM_VERSION,
    choices: { base, site, ignoresTags, ...(isDraft && { draft: true as const }) },
    ...{ inputs, settings: settingsDigest, edition, issuers: briefs },
    files: hashFiles(folder, paths, known, effects),
  });
  write(RECEIPT, formatReceipt(receipt));
}
