import { deflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { isDocx, readDocx } from '../../../scripts/1-read/docx/read-docx.ts';
import { sizeUnpacked } from '../../../scripts/1-read/list-zip.ts';
import { zip } from '../zip.ts';

const cell = (text: string): string => `<w:tc><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:tc>`;
const row = (...texts: string[]): string => `<w:tr>${texts.map(cell).join('')}</w:tr>`;
const document = `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>
<w:p><w:r><w:t>Acme reports results</w:t></w:r></w:p>
<w:tbl>${row('', '2024', '2023')}${row('Revenue', '$1,234', '$1,100')}${row('Costs', '834', '750')}${row('Profit', '400', '350')}</w:tbl>
</w:body></w:document>`;
const types =
  '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';
const relations =
  '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>';

test('rows of a table are rows, each place a paragraph or row', async () => {
  const bytes = zip({
    '[Content_Types].xml': types,
    '_rels/.rels': relations,
    'word/document.xml': document,
  });
  expect(isDocx(bytes)).toBe(true);
  const { lines, places } = await readDocx({ file: 'acme.docx', bytes });
  expect(lines.filter((line) => line !== '')).toEqual([
    'Acme reports results',
    '\t2024\t2023',
    'Revenue\t$1,234\t$1,100',
    'Costs\t834\t750',
    'Profit\t400\t350',
  ]);
  expect(places?.[0]?.[0]?.place).toEqual({ kind: 'paragraph', paragraph: 1 });
});

test('hidden text is not there; raised figures, fields, formulas and columns left out are', async () => {
  const run = (text: string, look = '') => `<w:r><w:rPr>${look}</w:rPr><w:t>${text}</w:t></w:r>`;
  const formula =
    '<m:oMath><m:f><m:num><m:r><m:t>12</m:t></m:r></m:num></m:f><m:r><m:t>.5%</m:t></m:r></m:oMath>';
  const field = `<w:fldSimple w:instr="LINK">${run('77')}</w:fldSimple>`;
  const late = `<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>${cell('2024')}${cell('2023')}</w:tr>`;
  const eps = `<w:tr>${cell('A share')}${['0.83', '0.70']
    .map(
      (text) =>
        `<w:tc><w:p>${run(text)}${run('2', '<w:position w:val="8"/>')}${run('99', '<w:vanish/>')}</w:p></w:tc>`,
    )
    .join('')}</w:tr>`;
  const body = `<w:p>${run('Margin ')}${formula}${run(' and ')}${field}${run('0', '<w:vanish w:val="0"/>')}</w:p><w:tbl>${late}${eps}</w:tbl>`;
  const bytes = zip({
    '[Content_Types].xml': types,
    '_rels/.rels': relations,
    'word/document.xml': document
      .replace(/<w:body>[\s\S]*<\/w:body>/, `<w:body>${body}</w:body>`)
      .replace(
        '<w:document',
        '<w:document xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
      ),
  });
  const { lines, notes } = await readDocx({ file: 'acme.docx', bytes });
  expect(notes).toEqual(['Left out 2 texts that the page does not show: “99”.']);
  expect(lines.filter((line) => line !== '')).toEqual([
    'Margin 12.5% and 770',
    '\t2024\t2023',
    'A share\t0.83²\t0.70²',
  ]);
});

test('a document that says that it unpacks to gigabytes is refused before it is unpacked', async () => {
  const bytes = zip({ 'word/document.xml': document }, 3_000_000_000);
  await expect(readDocx({ file: 'acme.docx', bytes })).rejects.toThrow('unpacks to more than 200 MB');
});

test('a document that hides its size is refused all the same', () => {
  const packed = deflateRawSync(Buffer.alloc(2_000_000));
  const entry = { name: 'word/document.xml', size: 10, packed, isDeflated: true };
  expect(sizeUnpacked([entry], 1_000_000)).toBe(Number.POSITIVE_INFINITY);
  expect(sizeUnpacked([entry], 3_000_000)).toBe(2_000_000);
});

test('a damaged one is refused', async () => {
  const bytes = zip({ 'word/document.xml': '<w:document' });
  await expect(readDocx({ file: 'acme.docx', bytes })).rejects.toThrow('cannot be unpacked');
});
