import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync, inflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { effects } from '../../scripts/effects.ts';
import { listFiles } from '../../scripts/output/list-files.ts';
import { findBrowsers } from '../../scripts/print/find-browser.ts';
import { launchBrowser } from '../../scripts/print/launch-browser.ts';
import { type PrintJob, printPages } from '../../scripts/print/print-pages.ts';
import { servePages } from '../../scripts/print/serve-pages.ts';
import { LEFT_OUT_IN_BOOK, LEFT_OUT_IN_BRIEF, type Printout } from '../../src/model/printout.ts';
import { PrintedSite, runScript } from './printed-site.ts';
import { hasTool, readPrintout, textOfPdf } from './read-printout.ts';
import { readTexts, SLIPS, telling } from './slips.ts';

const PATIENCE = 600_000;
/** Periods that are printed a second time. */
const AGAIN = 3;
const hasBrowser = !(await findBrowsers().next()).done;

/** Words that a figure or heading of a page is compared by, however lines were broken. */
const letters = (text: string): string => text.replace(/\s+/g, '');

const headingsOf = (main: Element): string[] =>
  [...main.querySelectorAll('h1, h2, h3, h4')].map(({ textContent }) => letters(textContent ?? ''));

/** What the compressed parts of a PDF hold; those that are no text are of no use here. */
function inflatedStreams(bytes: Buffer): string[] {
  const ends = [...bytes.toString('latin1').matchAll(/stream\r?\n([\s\S]*?)endstream/g)];
  return ends.flatMap(({ index, 0: all, 1: body = '' }) => {
    const from = index + all.indexOf(body, 'stream'.length);
    try {
      return [inflateSync(bytes.subarray(from, from + body.length)).toString('latin1')];
    } catch {
      return [];
    }
  });
}

describe.skipIf(!hasBrowser)('printouts of the repository’s documents', { timeout: PATIENCE }, () => {
  let site: PrintedSite;
  let single: readonly Printout[] = [];
  let books: readonly Printout[] = [];
  let texts: ReadonlyMap<string, string> | undefined;

  beforeAll(() => {
    site = new PrintedSite();
    const made = site.printouts.filter(({ file }) => existsSync(site.path(file)));
    single = made.filter(({ kind }) => kind !== 'book');
    books = made.filter(({ kind }) => kind === 'book');
  }, PATIENCE);
  afterAll(() => site?.discard());

  /** What of its pages a book is to hold. */
  const partsOf = ({ pages, brief = [] }: Printout): Element[] =>
    pages.map((page) => {
      const main = site.mainOf(page).cloneNode(true) as Element;
      const leftOut = brief.includes(page) ? LEFT_OUT_IN_BRIEF : LEFT_OUT_IN_BOOK;
      for (const part of main.querySelectorAll(leftOut)) part.remove();
      return main;
    });

  test('a book has at most 32 pages', async () => {
    for (const { file } of books)
      expect((await readPrintout(site.path(file))).pages, file).toBeLessThanOrEqual(32);
  });

  test('there is one for each period, for the issuer, and a book for each release', () => {
    const missing = site.printouts.filter(
      ({ file, kind }) => kind !== 'checks' && !existsSync(site.path(file)),
    );
    expect(missing.map(({ file }) => file)).toEqual([]);
    expect(site.said).toMatch(
      /^Printed \d+ printouts, \d+ pages; drew \d+ cards for shared links and \d+ pictures of charts$/m,
    );
  });

  test('what is derived is hatched stripe by stripe, for all who show PDFs', () => {
    for (const { file } of single) {
      const bytes = readFileSync(site.path(file));
      expect(
        inflatedStreams(bytes).filter((text) => text.includes('/ShadingType')),
        file,
      ).toEqual([]);
    }
  });

  test('a fiscal year has at most 14 pages', async () => {
    for (const { file, of } of single.filter(({ kind, of }) => kind === 'period' && /^fy/.test(of)))
      expect((await readPrintout(site.path(file))).pages, of).toBeLessThanOrEqual(14);
  });

  test('a period, a release and a measure take so many kilobytes at most, printouts included', () => {
    // Of a period some 1,200 are charts as files: fifteen, each as SVG with its letters and as PNG.
    const most = { period: 3500, release: 2400, measure: 300 };
    const sizes = Map.groupBy(
      listFiles(site.folder, effects),
      (path) => /^[^/]+\/(?:(?:documents|measures)\/[^/.]+|[^/]+)(?=\/)/.exec(path)?.[0] ?? '',
    );
    const tooLarge = [...sizes].flatMap(([folder, files]) => {
      const kind = /\/documents\/./.test(folder)
        ? 'release'
        : /\/measures\/./.test(folder)
          ? 'measure'
          : 'period';
      const isPeriod = single.some(({ kind, pages }) => kind === 'period' && pages[0] === `${folder}/`);
      if (kind === 'period' && !isPeriod) return [];
      const size = files.reduce((sum, file) => sum + statSync(site.path(file)).size, 0) / 1000;
      return size > most[kind] ? [`${folder}: ${Math.round(size)}`] : [];
    });
    expect(tooLarge).toEqual([]);
  });

  test('each says what it is, in what language, and can be read aloud', async () => {
    for (const { file, title, author, language } of [...single, ...books]) {
      const seen = await readPrintout(site.path(file));
      expect(seen, file).toMatchObject({ title, author, language, isTagged: true });
      expect(seen, file).toMatchObject({ figuresWithoutText: 0, headersWithoutScope: 0, dumbLinks: 0 });
    }
  });

  test('none is too wide for its paper, which would make all of it smaller', async () => {
    for (const { file } of [...single, ...books]) {
      const { scale } = await readPrintout(site.path(file));
      expect(Math.abs(scale - 300 / 96), file).toBeLessThan(0.002);
    }
  });

  test('each keeps what docs/printouts.md says of PDF/UA', async () => {
    for (const { file } of [...single, ...books]) {
      const seen = await readPrintout(site.path(file));
      expect(seen, file).toMatchObject({ misplaced: [], poorFonts: 0, pagesOutOfOrder: 0 });
      const leaps = seen.headingLevels.filter((level, i) => level > (seen.headingLevels[i - 1] ?? 0) + 1);
      expect(leaps, `levels of headings left out in ${file}`).toEqual([]);
    }
  });

  test('each has as many rows of tables as its page, and bookmarks for all its headings', async () => {
    for (const { file, pages } of single) {
      const main = site.mainOf(pages[0] ?? '');
      const seen = await readPrintout(site.path(file));
      expect(seen.structure.get('TR') ?? 0, `rows of ${file}`).toBe(main.querySelectorAll('tr').length);
      expect(seen.outline.map(letters).sort(), `bookmarks of ${file}`).toEqual(headingsOf(main).sort());
    }
  });

  test('the bookmarks of a book are its own and those of its pages', async () => {
    for (const { file, pages, cover } of books) {
      const headings = new Set(pages.flatMap((page) => headingsOf(site.mainOf(page))));
      const seen = await readPrintout(site.path(file));
      const own = seen.outline.filter((title) => !headings.has(letters(title)));
      expect(own, file).toEqual([cover?.title, 'Contents']);
    }
  });

  test.skipIf(!hasTool('pdftotext'))('each holds every figure of its page, as often as the page', () => {
    for (const { file, pages } of single) {
      const figures = [...site.mainOf(pages[0] ?? '').querySelectorAll('data')];
      const printed = countNumbers(textOfPdf(site.path(file)));
      const wanted = countNumbers(figures.map(({ textContent }) => textContent).join(' '));
      const missing = [...wanted].filter(([number, times]) => (printed.get(number) ?? 0) < times);
      expect(missing, file).toEqual([]);
    }
  });

  test.each(SLIPS)(
    'a misprint in $where leaves one number for its fact on all pages, charts and files',
    (slip) => {
      texts ??= readTexts(site.folder);
      expect([...texts].filter(([, text]) => text.includes(telling(slip))).map(([path]) => path)).toEqual([]);
    },
  );

  test.skipIf(!hasTool('pdftotext'))('and in no printout is it told more often than on its page', () => {
    for (const { file, pages } of single.filter(({ kind }) => kind === 'period')) {
      const printed = textOfPdf(site.path(file));
      const page = site.mainOf(pages[0] ?? '').textContent ?? '';
      const more = SLIPS.filter(
        (slip) => printed.split(telling(slip)).length > page.split(telling(slip)).length,
      );
      expect(more, file).toEqual([]);
    }
  });

  test('no link leads to where it was printed', async () => {
    for (const { file } of [...single, ...books]) {
      const { addresses } = await readPrintout(site.path(file));
      expect(
        addresses.filter((address) => /^https?:/.test(address)),
        file,
      ).toEqual([]);
    }
  });

  test('each period carries its facts and its release, byte for byte', async () => {
    const lines = new Set(site.read('data/facts.csv').split('\n'));
    for (const { file, sources, rows } of [...single.filter(({ kind }) => kind === 'period'), ...books]) {
      const { attachments } = await readPrintout(site.path(file));
      for (const source of sources) {
        const attached = attachments.get(source.split('/').at(-1) ?? '');
        expect(attached?.relationship).toBe('Source');
        expect(Buffer.from(attached?.bytes ?? []).equals(readFileSync(site.path(source))), source).toBe(true);
      }
      const facts = attachments.get(rows[0]?.name ?? '');
      expect(facts?.relationship).toBe('Data');
      const carried = Buffer.from(facts?.bytes ?? [])
        .toString()
        .split('\n');
      expect(carried.length).toBeGreaterThan(10);
      expect(carried.filter((line) => !lines.has(line))).toEqual([]);
    }
  });

  test('pages link to their printouts with the number of pages and the size', async () => {
    for (const { file, pages, kind } of single) {
      if (kind !== 'period' && kind !== 'issuer') continue;
      const html = site.read(`${pages[0]}index.html`);
      const offers = html.match(/<!--printout-->[\s\S]*?<!--\/printout-->/g) ?? [];
      const offered = offers.find((offer) => offer.includes('application/pdf')) ?? '';
      const size = Math.round(statSync(site.path(file)).size / 1000);
      expect(offered).toContain(`href="/${file}"`);
      expect(offered).toContain(`${(await readPrintout(site.path(file))).pages} page`);
      expect(offered).toMatch(size < 1000 ? new RegExp(`\\b${size} kB`) : /MB/);
    }
  });

  test.skipIf(!hasTool('pdftotext'))(
    'contents of a book give the pages, and each page bears its part’s head',
    () => {
      const heads = new Map(single.map(({ pages: [page], running }) => [page, running.headLeft]));
      const headOf = (page: string | undefined) => heads.get(page) ?? '';
      for (const { file, pages } of books) {
        const printed = textOfPdf(site.path(file)).split('\f');
        const texts = printed.map(letters);
        const contents = printed
          .slice(
            1,
            printed.findIndex((text) => text.includes(headOf(pages[0]))),
          )
          .join('');
        const parts = pages.map((page) => {
          const title = (site.mainOf(page).querySelector('h1')?.textContent ?? '').trim();
          const from = Number(new RegExp(`${title}\\s+(\\d+)\\b`).exec(contents)?.[1]);
          expect(texts[from - 1], `${title} on page ${from} of ${file}`).toContain(letters(title));
          return { from, head: letters(headOf(page)) };
        });
        for (const [index, { from, head }] of parts.entries())
          for (const text of texts.slice(from - 1, (parts[index + 1]?.from ?? texts.length) - 1))
            expect(text).toContain(head);
      }
    },
  );

  test('a book prints the charts of its parts, and all that its links lead to', async () => {
    for (const book of books) {
      const { file } = book;
      const figures = partsOf(book).flatMap((main) => [...main.querySelectorAll('figure')]);
      const drawn = new Map(figures.map((figure) => [withoutFiles(figure), titleOf(figure)]));
      const { outline, lostTargets } = await readPrintout(site.path(file));
      const titles = new Set(drawn.values());
      expect(
        outline
          .map(letters)
          .filter((title) => titles.has(title))
          .sort(),
        `charts of ${file}`,
      ).toEqual([...drawn.values()].sort());
      expect(lostTargets, file).toEqual([]);
    }
  });

  test.skipIf(!hasTool('pdftotext'))('a book holds every figure of its parts', () => {
    for (const book of books) {
      const { file } = book;
      const numbers = countNumbers(textOfPdf(site.path(file)));
      const figures = partsOf(book).flatMap((main) => [
        ...main.querySelectorAll('data:not(details:not(figure details) data)'),
      ]);
      const missing = figures.flatMap(({ textContent }) =>
        [...countNumbers(textContent ?? '').keys()].filter((number) => !numbers.has(number)),
      );
      expect(new Set(missing), file).toEqual(new Set());
    }
  });

  test.skipIf(!hasTool('qpdf'))('each is a sound file', () => {
    for (const { file } of [...single, ...books]) {
      expect(() => execFileSync('qpdf', ['--check', site.path(file)], { stdio: 'pipe' }), file).not.toThrow();
    }
  });

  test('printed again, by itself, a period is the same to the byte', async () => {
    const periods = single.filter(({ kind }) => kind === 'period').slice(0, AGAIN);
    await site.withCopy((copy) => {
      runScript('print', ['--out', copy, ...periods.map(({ of }) => of)]);
      const isSame = (file: string) => readFileSync(site.path(file)).equals(readFileSync(join(copy, file)));
      expect(periods.filter(({ file }) => !isSame(file)).map(({ file }) => file)).toEqual([]);
    });
  });

  test('American paper holds the same', async () => {
    const { file, of } = single.find(({ kind }) => kind === 'period') as Printout;
    const before = await readPrintout(site.path(file));
    const after = await site.withCopy((copy) => {
      runScript('print', ['--out', copy, '--paper', 'letter', of]);
      return readPrintout(join(copy, file));
    });
    expect(after.structure.get('TD')).toBe(before.structure.get('TD'));
    expect([after.width, after.height].sort()).toEqual([612, 792]);
    expect(Math.round(Math.min(before.width, before.height))).toBe(596);
  });

  test('before attachments, each is at most 1.6 times what the browser prints without structure', async () => {
    const period = single.find(({ kind }) => kind === 'period') as Printout;
    const untagged = await printUntagged(site.folder, period.pages[0] ?? '');
    const { attachments } = await readPrintout(site.path(period.file));
    const carried = [...attachments.values()].map(({ bytes }) => deflateSync(bytes, { level: 9 }).length);
    const bare = statSync(site.path(period.file)).size - carried.reduce((sum, size) => sum + size, 0);
    expect(bare / untagged).toBeLessThan(1.6);
  });
});

async function printUntagged(folder: string, page: string): Promise<number> {
  const pages = await servePages({ folder, base: '/', effects });
  const browser = await launchBrowser(pages);
  let size = 0;
  const job: PrintJob = {
    print: async (tab) => {
      await tab.open(page);
      return tab.print(false);
    },
    receive: async ({ bytes }) => {
      size = bytes.length;
    },
  };
  await printPages(browser, pages, [job], 'A4');
  await browser.close();
  pages.stop();
  return size;
}

const titleOf = (figure: Element): string => letters(figure.querySelector('h3')?.textContent ?? '');

/** A chart as it is drawn, whatever page it is on: all but the files that it can be had as. */
function withoutFiles(figure: Element): string {
  const copy = figure.cloneNode(true) as Element;
  for (const files of copy.querySelectorAll('.files')) files.remove();
  return copy.outerHTML;
}

const countAll = (words: readonly string[]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
};

/** How often each number occurs in a text; signs may stand outside a figure's link. */
const countNumbers = (text: string): Map<string, number> =>
  countAll(text.match(/\d+(?:,\d+)*(?:\.\d+)?|–/g) ?? []);
