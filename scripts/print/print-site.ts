import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { formatDate } from '../../src/model/format.ts';
import { mediaType } from '../../src/model/originals.ts';
import type { Printout, PrintoutKind, PrintoutList, RunningText } from '../../src/model/printout.ts';
import type { Effects } from '../effects.ts';
import { listFiles } from '../output/list-files.ts';
import { sha256 } from '../output/receipt-json.ts';
import { NOTHING_KEPT, type Results } from '../results/results.ts';
import { type FindRows, indexRows } from './attached-rows.ts';
import { bindBook } from './book.ts';
import { drawCards, findCards } from './draw-cards.ts';
import { drawCharts, findCharts } from './draw-charts.ts';
import { launchBrowser } from './launch-browser.ts';
import { makePictures } from './make-pictures.ts';
import { type MadePrintout, offerPrintouts } from './offer-printouts.ts';
import { withoutInputs } from './page-inputs.ts';
import type { Paper } from './paper.ts';
import type { Attachment } from './pdf/attach-files.ts';
import { nameInputs } from './pdf/describe.ts';
import { finishPdf } from './pdf/finish.ts';
import { type PrintedPage, type PrintJob, printPages } from './print-pages.ts';
import { ORIGIN, type ServedPages, servePages } from './serve-pages.ts';

export interface PrintOptions {
  /** Folder of the built site. */
  readonly folder: string;
  readonly paper: Paper;
  /** Slugs of the periods to print; all printouts where there are none. */
  readonly only: readonly string[];
  /** What was printed before. */
  readonly results?: Results;
  /** Version of the browser that printed it, where that is known; else the browser here is asked. */
  readonly browser?: string;
}

/** Printouts, and the version of the browser that printed them. */
export interface PrintedSite {
  readonly made: readonly MadePrintout[];
  /** Paths of pictures that were drawn beside them: for shared links, and of charts. */
  readonly cards: readonly string[];
  readonly charts: readonly string[];
  readonly browser: string;
}

/** Makes the printouts of a built site and has its pages link to them. */
export type PrintSite = (options: PrintOptions, effects: Effects) => Promise<PrintedSite>;

/** What the site lists as its printouts, beside its pages. */
const LIST = 'printouts.json';

/** pages ─ browser ▶ PDFs ─ finish ▶ printouts ▶ links to them */
export const printSite: PrintSite = async (options, effects) => {
  const { folder, paper, only, results = NOTHING_KEPT } = options;
  const list = readList(folder, effects);
  const printouts = choosePrintouts(list, folder, only, effects);
  const pages = await servePages({ folder, base: list.base, effects });
  let opened: Browser | undefined;
  const open = async (): Promise<Browser> => {
    opened ??= await launchBrowser(pages);
    return opened;
  };
  try {
    const browser = options.browser ?? (await open()).version();
    const made = await makePrintouts(open, pages, { list, printouts, paper, results, browser });
    const shared = hashShared(list, folder, effects);
    const making = { open, pages, only, results, browser, shared };
    const cards = findCards(list.cards ?? [], pages);
    const charts = findCharts(list.charts ?? [], pages);
    const pictures = {
      cards: await makePictures(making, { kind: 'card', all: cards, draw: drawCards }),
      charts: await makePictures(making, { kind: 'chart', all: charts, draw: drawCharts }),
    };
    const drawn = [...pictures.cards, ...pictures.charts].map((file) => ({ file, pages: 1, bytes: 0 }));
    offerPrintouts(folder, [...made, ...drawn], effects);
    return { made, ...pictures, browser };
  } finally {
    await opened?.close();
    pages.stop();
  }
};

/** The printouts that a built site lists. */
export const readList = (folder: string, effects: Effects): PrintoutList =>
  JSON.parse(readText(join(folder, LIST), effects)) as PrintoutList;

const readText = (file: string, effects: Effects): string =>
  new TextDecoder().decode(effects.readBytes(file));

/** The printouts whose pages there are. A book is bound of those of its pages that there are. */
export function choosePrintouts(
  { printouts }: PrintoutList,
  folder: string,
  only: readonly string[],
  effects: Effects,
): Printout[] {
  const hasPage = (page: string) => effects.kindOf(join(folder, page, 'index.html')) === 'file';
  return printouts
    .map((printout) => ({ ...printout, pages: printout.pages.filter(hasPage) }))
    .filter(({ pages, kind, of }) => {
      const isWanted = only.length === 0 || (kind === 'period' && only.includes(of));
      return isWanted && pages.length > 0;
    });
}

/** The longest first, so that none is waited for at the end. */
const ORDER: Readonly<Record<PrintoutKind, number>> = { book: 0, checks: 1, period: 2, issuer: 3 };

interface Making {
  readonly list: PrintoutList;
  readonly printouts: readonly Printout[];
  readonly paper: Paper;
  readonly results: Results;
  readonly browser: string;
}

/** Beside what is kept of issuers. */
const nameResult = ({ file }: Printout): string => `.printouts/${file}`;

/** What a printout is kept as. */
type Finished = Awaited<ReturnType<typeof finishPdf>>;

async function makePrintouts(
  open: () => Promise<Browser>,
  pages: ServedPages,
  { list, printouts, paper, results, browser }: Making,
): Promise<MadePrintout[]> {
  const { folder, effects } = pages;
  const { base, site } = list;
  const findRows = readRows(printouts, folder, effects);
  const made: MadePrintout[] = [];
  const heads = indexHeads(list);
  const shared = hashShared(list, folder, effects);
  const dependsOn = (printout: Printout, version: string): unknown => ({
    ...{ printout: { ...printout, inputs: '' }, paper, base, site, shared, version },
    heads: printout.pages.map((page) => heads.get(page)),
    pages: printout.pages.map((page) =>
      sha256(withoutInputs(readText(join(folder, page, 'index.html'), effects))),
    ),
    attachments: readAttachments(printout, folder, findRows, effects).map(({ bytes, ...rest }) => [
      rest,
      sha256(bytes),
    ]),
  });
  const put = (printout: Printout, { bytes, pages }: Finished): void => {
    effects.progress('Printing', made.length + 1, printouts.length);
    effects.writeBytes(join(folder, printout.file), nameInputs(bytes, printout.inputs));
    made.push({ file: printout.file, pages, bytes: bytes.length });
  };
  const finish = async (
    printout: Printout,
    { bytes: printed, headings }: PrintedPage,
    places: readonly string[],
  ): Promise<void> => {
    const finished = await finishPdf(printed, {
      printout,
      headings,
      places,
      addresses: { origin: ORIGIN, site, path: base + printout.file },
      attachments: readAttachments(printout, folder, findRows, effects),
    });
    results.keep(nameResult(printout), dependsOn(printout, (await open()).version()), finished);
    put(printout, finished);
  };
  const missing = printouts.filter((printout) => {
    const kept = results.find<Finished>(nameResult(printout), dependsOn(printout, browser));
    if (kept) put(printout, kept.result);
    return !kept;
  });
  const jobs = [...missing]
    .sort((a, b) => ORDER[a.kind] - ORDER[b.kind])
    .map((printout): PrintJob => {
      let places: readonly string[] = [];
      return {
        print: async (tab) => {
          if (printout.kind === 'book') places = await bindBook(tab, pages, printout, heads);
          else await tab.open(printout.pages[0] ?? '');
          return tab.print(true);
        },
        receive: (printed) => finish(printout, printed, places),
      };
    });
  if (jobs.length > 0) await printPages(await open(), pages, jobs, paper);
  return made.sort((a, b) => (a.file < b.file ? -1 : 1));
}

/** What any page may show beside its own words: all of the site that is no page, no download and of no issuer. */
function hashShared({ printouts }: PrintoutList, folder: string, effects: Effects): unknown {
  const issuers = new Set(['data', ...printouts.map(({ issuer }) => issuer)]);
  return listFiles(folder, effects)
    .filter((path) => !issuers.has(path.split('/', 1)[0] ?? '') && !/\.(?:html|json)$/.test(path))
    .map((path) => [path, sha256(effects.readBytes(join(folder, path)))]);
}

/** The running head of each page that has a printout of its own. */
export const indexHeads = ({ printouts }: PrintoutList): Map<string, RunningText> =>
  new Map(
    printouts.filter(({ kind }) => kind !== 'book').map(({ pages: [page = ''], running }) => [page, running]),
  );

/** The downloads that printouts carry rows of, each read once. */
function readRows(printouts: readonly Printout[], folder: string, effects: Effects): Map<string, FindRows> {
  const wanted = Map.groupBy(
    printouts.flatMap(({ rows }) => rows),
    ({ file }) => file,
  );
  return new Map(
    [...wanted].flatMap(([name, rows]) => {
      const path = join(folder, 'data', name);
      if (effects.kindOf(path) !== 'file') return [];
      return [[name, indexRows(new TextDecoder().decode(effects.readBytes(path)), rows)] as const];
    }),
  );
}

function readAttachments(
  { rows, sources, date }: Printout,
  folder: string,
  findRows: ReadonlyMap<string, FindRows>,
  effects: Effects,
): Attachment[] {
  const tables = rows.flatMap((wanted): Attachment[] => {
    const find = findRows.get(wanted.file);
    if (!find) return [];
    const description = `Rows of ${wanted.file} that this document shows`;
    return [
      {
        name: wanted.name,
        bytes: Buffer.from(find(wanted)),
        type: 'text/csv',
        relationship: 'Data',
        description,
      },
    ];
  });
  const texts = sources
    .map((source) => ({ name: source.split('/').at(-1) ?? source, path: join(folder, source) }))
    .filter(({ path }) => effects.kindOf(path) === 'file')
    .map(({ name, path }): Attachment => {
      const description = `The release of ${formatDate(date)}, whose lines are cited`;
      return {
        name,
        bytes: effects.readBytes(path),
        type: mediaType(name),
        relationship: 'Source',
        description,
      };
    });
  return [...tables, ...texts];
}
