import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'parse5';
import { getDocumentProxy } from 'unpdf';
import { readHtml } from '../../scripts/1-read/html/read-html.ts';
import { readPdf } from '../../scripts/1-read/pdf/read-pdf.ts';
import { type Bench, medianTimes } from '../measure.ts';

const FORMS = join(import.meta.dirname, '../../test/forms');
const HTML_BYTES = 1_000_000;

/** A file should be read in three times what parse5 needs for it with its places, a PDF in twice what taking out its text needs. */
export const readAgainstLibraries: Bench = {
  name: 'read-against-libraries',
  async run() {
    const html = pageOf(HTML_BYTES);
    const bytes = new TextEncoder().encode(html);
    const pdfs = filesOf('pdf');
    const times = await medianTimes({
      parse: () => parse(html, { sourceCodeLocationInfo: true }),
      html: () => readHtml({ file: 'page.html', bytes }),
      extract: () => each(pdfs, extractText),
      pdf: () => each(pdfs, (pdf) => readPdf({ file: 'release.pdf', bytes: pdf })),
    });
    return [
      { what: 'a page of 1 MB, parse5 with places, median', value: times.parse, unit: 'ms' },
      { what: 'reading it, median', value: times.html, unit: 'ms' },
      { what: 'reading against parse5', value: times.html / times.parse, unit: 'times', atMost: 3 },
      { what: `text of ${pdfs.length} PDF files, pdf.js, median`, value: times.extract, unit: 'ms' },
      { what: 'reading them, median', value: times.pdf, unit: 'ms' },
      { what: 'reading against extraction', value: times.pdf / times.extract, unit: 'times', atMost: 2 },
    ];
  },
};

const filesOf = (form: string): Buffer[] => {
  const folder = join(FORMS, form, 'norwell');
  return readdirSync(folder).map((name) => readFileSync(join(folder, name)));
};

/** The bodies of releases one behind the other until they are so long. */
function pageOf(bytes: number): string {
  const bodies = filesOf('html').map((file) => /<body[^>]*>(.*)<\/body>/is.exec(file.toString())?.[1] ?? '');
  let page = '';
  for (let i = 0; page.length < bytes; i++) page += bodies[i % bodies.length];
  return `<html><body>${page}</body></html>`;
}

async function each(files: readonly Buffer[], read: (file: Buffer) => Promise<unknown>): Promise<void> {
  for (const file of files) await read(file);
}

async function extractText(file: Buffer): Promise<void> {
  const pdf = await getDocumentProxy(Uint8Array.from(file), { verbosity: 0 });
  for (let number = 1; number <= pdf.numPages; number++) await (await pdf.getPage(number)).getTextContent();
  await pdf.loadingTask.destroy();
}
