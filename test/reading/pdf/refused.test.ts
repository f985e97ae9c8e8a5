import { deflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { openPdf } from '../../../scripts/1-read/pdf/open-pdf.ts';
import { readPdf } from '../../../scripts/1-read/pdf/read-pdf.ts';
import type { InputError } from '../../../src/model/problem.ts';
import { drawPdf } from './draw-pdf.ts';
import { writePdf } from './write-pdf.ts';

const CATALOG = '<< /Type /Catalog /Pages 2 0 R >>';
const PAGES = '<< /Type /Pages /Kids [3 0 R] /Count 1 >>';
const FONT = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>';
const SAYS =
  'BT /F 12 Tf 72 700 Td (Revenue rose to 1,234 million in the year ended 31 December 2023.) Tj ET\n';
const KEY = `(${'0123456789abcdef'.repeat(2)})`;

const page = (resources = '') =>
  `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> ${resources} >> >>`;

function stream(content: string | Uint8Array, words = ''): Uint8Array {
  const bytes = Buffer.from(content as string);
  const head = `<< /Length ${bytes.length} ${words} >>\nstream\n`;
  return Buffer.concat([Buffer.from(head), bytes, Buffer.from('\nendstream')]);
}

/** A form that draws another so many times; each has the number behind its own. */
const form = (content: string, drawn: number): Uint8Array =>
  stream(
    content,
    `/Type /XObject /Subtype /Form /BBox [0 0 612 792] /Resources << /Font << /F 5 0 R >> /XObject << /X ${drawn} 0 R >> >>`,
  );

const plain = [CATALOG, PAGES, page(), stream(SAYS), FONT];
const shifted = (words: string): string =>
  words.replaceAll(/[a-w]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 3));
const drawing = (lines: readonly string[]): Promise<Uint8Array> =>
  drawPdf(['page 612x792', 'font regular 10', ...lines].join('\n'));

const REFUSED: readonly (readonly [string, Uint8Array | Promise<Uint8Array>, string])[] = [
  [
    'a page without text',
    drawing(['fill 10 10 100 100']),
    'a page that holds no text: the text of this PDF cannot be extracted',
  ],
  [
    'letters that are others than they show',
    drawing(
      Array.from(
        { length: 30 },
        (_, i) => `at 72 ${60 + i * 20} ${shifted('revenue rose to 4,567 million here')}`,
      ),
    ),
    'text whose fonts do not tell its characters: the text of this PDF cannot be extracted',
  ],
  [
    'a file with a password',
    writePdf(
      [...plain, `<< /Filter /Standard /V 1 /R 2 /P -4 /O ${KEY} /U ${KEY} >>`],
      '/Encrypt 6 0 R /ID [<01> <01>]',
    ),
    'a PDF file that only opens with a password',
  ],
  [
    'pages that hold themselves',
    writePdf([CATALOG, '<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 2 >>', ...plain.slice(2)]),
    'a damaged PDF file (Pages tree contains circular reference)',
  ],
  ['half a file', writePdf(plain).subarray(0, 300), 'a damaged PDF file (Invalid PDF structure)'],
  [
    'more pages than a release has',
    writePdf([CATALOG, `<< /Type /Pages /Kids [${'3 0 R '.repeat(2001)}] /Count 2001 >>`, ...plain.slice(2)]),
    'a PDF file of 2001 pages; no more than 2000 are read',
  ],
];
test.each(REFUSED)('%s is refused', async (_, bytes, found) => {
  const reading = readPdf({ file: 'hostile.pdf', bytes: await bytes });
  const problems = await reading.then(
    () => [],
    (error: InputError) => error.problems,
  );
  expect(problems.map((problem) => problem.found)).toEqual([found]);
});

const FORMS = writePdf([
  CATALOG,
  PAGES,
  page('/XObject << /X 6 0 R >>'),
  stream('/X Do\n'.repeat(20)),
  FONT,
  ...Array.from({ length: 8 }, (_, i) => form(i === 7 ? SAYS : '/X Do\n'.repeat(20), i + 7)),
]);
const UNFOLDING = writePdf([
  CATALOG,
  PAGES,
  page(),
  stream(deflateSync(Buffer.from(SAYS.repeat(400_000))), '/Filter /FlateDecode'),
  FONT,
]);
test.each([
  ['forms that draw each other many times over', FORMS],
  ['a small stream that unfolds to a large one', UNFOLDING],
])('the reading of %s ends at its bound, and the next file is read', async (_, bytes) => {
  const stopped = await openPdf(bytes, { seconds: 2, megabytes: 1500 });
  expect(stopped).toMatchObject({ found: 'a PDF file that takes longer than 2 seconds to read' });
  expect(await openPdf(writePdf(plain))).toHaveLength(1);
});

test('what takes more memory than its bound is stopped', async () => {
  const stopped = await openPdf(UNFOLDING, { seconds: 60, megabytes: 100 });
  expect(stopped).toMatchObject({ found: 'a PDF file that takes more than 100 MB of memory to read' });
});

test('a form that draws itself is drawn once', async () => {
  const bytes = writePdf([
    CATALOG,
    PAGES,
    page('/XObject << /X 6 0 R >>'),
    stream(`${SAYS}/X Do\n`),
    FONT,
    form(`${SAYS}/X Do\n`, 6),
  ]);
  const { lines } = await readPdf({ file: 'loop.pdf', bytes });
  expect(lines.filter(Boolean).length).toBeLessThanOrEqual(2);
});
