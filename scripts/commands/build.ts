import { join } from 'node:path';
import type { Corpus } from '../../src/model/corpus.ts';
import type { Verdict } from '../../src/model/finding.ts';
import { sourceOf } from '../../src/model/printout.ts';
import type { SiteSettings } from '../../src/model/site-settings.ts';
import { readConfig } from '../config/read-config.ts';
import { type Effects, reportsPath } from '../effects.ts';
import { listInputs } from '../input/list-inputs.ts';
import { assertApart, assertReplaceable, replaceFolder } from '../output/output-folder.ts';
import { writeManifest } from '../output/output-manifest.ts';
import { formatReceipt, makeReceipt, RECEIPT } from '../output/receipt-json.ts';
import { DOWNLOADS } from '../output/site-files.ts';
import { hashSite } from '../output/site-hashes.ts';
import { formatFeed, formatRobots, formatSitemap, ROBOTS_OF_DRAFT } from '../output/site-index.ts';
import { writeSiteData } from '../output/write-files.ts';
import { NoBrowser } from '../print/launch-browser.ts';
import { PAPERS, type Paper } from '../print/paper.ts';
import type { PrintOptions, PrintSite } from '../print/print-site.ts';
import { PROGRAM_VERSION } from '../program-version.ts';
import type { Render } from '../render-site.ts';
import { CACHE_FLAGS, CACHE_USAGE, openResults } from '../results/open-results.ts';
import type { Results } from '../results/results.ts';
import { parseArguments, UsageError } from './arguments.ts';
import { type Compile, type Converted, choosing, convertDocuments } from './convert-documents.ts';
import { EXIT, type Program, showProblems } from './program.ts';
import { findOpen, formatCount, summarise } from './summary.ts';
import { listErrors, showErrors } from './tell-errors.ts';

const USAGE = `Usage: tieout build [--documents DIR] [--out DIR] [--base PATH] [--site URL] [--strict[=slip]]
                    [--no-tags] [--config FILE] [--cache DIR | --no-cache]

Converts documents and renders the whole site.

  --documents DIR  folder with one folder of releases per issuer (default: documents)
  --out DIR        where the site goes (default: dist)
  --base PATH      path under which the site will be served (default: /)
  --site URL       origin at which it will be served, as in https://example.org
  --strict         exit status 3 where a check found an error in a document; --strict=slip for slips of words too;
                   and nothing is built where a document cannot be read, instead of leaving it out with status 4
  --no-tags        reads inline XBRL as if its numbers had no tags
  --config FILE    settings of the site, which the flags win over (default: tieout.config.ts, if there is one)
${CACHE_USAGE}`;

/** The program `build`: documents in, site out, on paper too where there is a printer. */
export const buildWith = (compile: Compile, render: Render, print?: PrintSite): Program => ({
  usage: USAGE,
  async run(args, effects) {
    const options = await readBuildOptions(args, effects);
    assertApart(options.documents, options.out, effects);
    assertReplaceable(options.out, 'site', effects);
    const { corpus, sources } = await convertDocuments(
      options.documents,
      effects,
      choosing(compile, { ignoresTags: options.ignoresTags }, options.results),
      options.strict.size === 0,
    );
    showProblems([...corpus.leftOut, ...(corpus.notices ?? [])], effects);
    effects.say(`Converted ${summarise(corpus)}`);
    const counted = findOpen(corpus).filter(({ verdict }) => options.strict.has(verdict));
    const isStrict = options.strict.size > 0;
    if (!isStrict) listErrors(findOpen(corpus), sources, effects);
    const pages = await replaceSite(options, { corpus, sources }, effects, { render, print });
    const seconds = (effects.elapsed() / 1000).toFixed(1);
    effects.say(
      `Built ${options.out}: ${formatCount(pages, 'page')} of ${summarise(corpus)} in ${seconds} s`,
    );
    if (counted.length === 0) return corpus.leftOut.length > 0 ? EXIT.documentsLeftOut : EXIT.done;
    showErrors(counted, { corpus, sources }, effects.complain);
    return EXIT.errorsFound;
  },
});

/**
 * Renders the site in its workplace, puts the downloads and the documents beside it, prints it, and moves all into
 * place. Returns the number of pages.
 */
async function replaceSite(
  options: BuildOptions,
  { corpus, sources }: Converted,
  effects: Effects,
  { render, print }: { readonly render: Render; readonly print: PrintSite | undefined },
): Promise<number> {
  const { out, base, site, paper, settings } = options;
  let pages = 0;
  await replaceFolder(out, 'site', effects, async ({ folder, scratch }) => {
    writeSiteData(scratch, corpus, effects, settings);
    await render({ data: scratch, out: folder, base, site }, effects);
    pages = listFiles(folder, effects).filter((path) => path.endsWith('.html')).length;
    effects.say(`Rendered ${formatCount(pages, 'page')}`);
    effects.copy(join(scratch, DOWNLOADS), join(folder, 'data'));
    for (const { issuer, id, name, file } of settings.publish === 'full' ? sources : []) {
      effects.copy(effects.realPath(file), join(folder, sourceOf(issuer, id, name)));
    }
    if (print) await printAll(print, { folder, paper, only: [] }, effects);
    writeSiteIndex(folder, options, corpus, effects);
    writeManifest(join(folder, 'data'), 'data', effects);
  });
  return pages;
}

/** A site without printouts is a site all the same; that a browser is missing is said. */
async function printAll(print: PrintSite, options: PrintOptions, effects: Effects): Promise<void> {
  try {
    const made = await print(options, effects);
    const pages = made.reduce((total, printout) => total + printout.pages, 0);
    effects.say(`Printed ${formatCount(made.length, 'printout')}, ${formatCount(pages, 'page')}`);
  } catch (error) {
    if (!(error instanceof NoBrowser)) throw error;
    effects.complain(`Built without printouts: ${error.message}.`);
  }
}

interface BuildOptions {
  readonly documents: string;
  readonly out: string;
  readonly base: string;
  readonly site: string;
  /** Verdicts that end the build with a status of their own. */
  readonly strict: ReadonlySet<Verdict>;
  readonly ignoresTags: boolean;
  readonly paper: Paper;
  readonly settings: SiteSettings;
  readonly results: Results;
}

async function readBuildOptions(args: readonly string[], effects: Effects): Promise<BuildOptions> {
  const flags = {
    values: ['documents', 'out', 'base', 'site', 'config', ...CACHE_FLAGS.values],
    switches: ['strict', 'strict=slip', 'no-tags', ...CACHE_FLAGS.switches],
  } as const;
  const { values, switches, operands } = parseArguments(args, flags);
  if (operands.length > 0) throw new UsageError(`nothing is expected beside the flags, not ${operands[0]}`);
  const { config, settings } = await readConfig(reportsPath('.'), effects, values.config);
  const documents = values.documents ?? config.documents ?? reportsPath('documents');
  return {
    documents,
    results: openResults({ values, switches }, documents, effects),
    out: values.out ?? config.out ?? reportsPath('dist'),
    base: parseBase(values.base ?? config.base ?? '/'),
    site: parseSite(values.site ?? config.site),
    paper: PAPERS[config.paper ?? 'a4'],
    settings,
    strict: new Set([
      ...(switches.has('strict') || switches.has('strict=slip') ? (['error'] as const) : []),
      ...(switches.has('strict=slip') ? (['slip'] as const) : []),
    ]),
    ignoresTags: switches.has('no-tags'),
  };
}

/** `reports`, `/reports` and `/reports/` are one base. */
function parseBase(path: string): string {
  const parts = path.split('/').filter(Boolean);
  if (parts.every((part) => /^[\w.~-]+$/.test(part)))
    return parts.length === 0 ? '/' : `/${parts.join('/')}/`;
  throw new UsageError(`--base takes a path such as /reports, not ${path}`);
}

function parseSite(url: string | undefined): string {
  if (url === undefined) return '';
  if (/^https?:$/.test(URL.parse(url)?.protocol ?? '')) return url;
  throw new UsageError(`--site takes a URL such as https://example.org, not ${url}`);
}

/** What machines ask a site for, and the receipt of all its files, which comes last. */
function writeSiteIndex(folder: string, options: BuildOptions, corpus: Corpus, effects: Effects): void {
  const { documents, base, site, ignoresTags, settings } = options;
  const write = (name: string, text: string) => effects.write(join(folder, name), [text]);
  write('robots.txt', settings.draft ? ROBOTS_OF_DRAFT : formatRobots({ base, site }));
  if (!settings.draft) {
    write('sitemap.xml', formatSitemap(listFiles(folder, effects), { base, site }));
    write('feed.xml', formatFeed(corpus, { base, site }, settings.title));
  }
  const receipt = makeReceipt({
    version: PROGRAM_VERSION,
    choices: { base, site, ignoresTags },
    inputs: listInputs(documents, effects),
    corpus,
    files: hashSite(folder, effects),
  });
  write(RECEIPT, formatReceipt(receipt));
}

/** Paths of all files below a folder, in order, hidden ones left out. */
function listFiles(folder: string, effects: Effects, below = ''): string[] {
  return effects
    .list(join(folder, below))
    .filter((name) => !name.startsWith('.'))
    .sort()
    .flatMap((name) => {
      const path = below === '' ? name : `${below}/${name}`;
      return effects.kindOf(join(folder, path)) === 'folder' ? listFiles(folder, effects, path) : [path];
    });
}
