import { expect, test } from 'vitest';
import { giveItemsBodies } from '../../scripts/print/pdf/list-items.ts';
import type { PdfFile } from '../../scripts/print/pdf/read-pdf.ts';

/** Objects of a PDF, numbered from one. */
function fileOf(values: readonly string[]): PdfFile {
  const objects = new Map(values.map((value, i) => [i + 1, { number: i + 1, value, stream: undefined }]));
  return { objects, root: 1, info: 1 } as unknown as PdfFile;
}

const valuesOf = ({ objects }: PdfFile): string[] =>
  [...objects.values()].map(({ value }) => value.replace(/\s+/g, ' '));

test('an item becomes the body of a new item, and keeps its number for the page', () => {
  const file = fileOf([
    '<</S /L /K [2 0 R]>>',
    '<</S /LI /P 1 0 R /K [0 3 0 R]>>',
    '<</S /P /P 2 0 R /K 1>>',
  ]);
  giveItemsBodies(file);
  expect(valuesOf(file)).toEqual([
    '<</S /L /K [4 0 R]>>',
    '<</S /LBody /P 4 0 R /K [0 3 0 R]>>',
    '<</S /P /P 2 0 R /K 1>>',
    '<</Type /StructElem /S /LI /P 1 0 R /K [2 0 R]>>',
  ]);
});

test('a label stands beside the body, not in it', () => {
  const file = fileOf([
    '<</S /L /K [2 0 R]>>',
    '<</S /LI /P 1 0 R /K [3 0 R 4 0 R]>>',
    '<</S /Lbl /P 2 0 R /K 0>>',
    '<</S /P /P 2 0 R /K 1>>',
  ]);
  giveItemsBodies(file);
  expect(valuesOf(file)).toEqual([
    '<</S /L /K [5 0 R]>>',
    '<</S /LBody /P 5 0 R /K [4 0 R]>>',
    '<</S /Lbl /P 5 0 R /K 0>>',
    '<</S /P /P 2 0 R /K 1>>',
    '<</Type /StructElem /S /LI /P 1 0 R /K [3 0 R 2 0 R]>>',
  ]);
});
