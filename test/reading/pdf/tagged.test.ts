import { expect, test } from 'vitest';
import { readPdf } from '../../../scripts/1-read/pdf/read-pdf.ts';
import { writePdf } from './write-pdf.ts';

/** Texts of the rows of a table; those of the head stand so close that only tags tell them apart. */
const ROWS = [
  [
    [72, 'Amounts'],
    [200, 'June 30, 2024'],
    [264, 'June 30, 2023'],
  ],
  [
    [72, 'Revenue'],
    [222, '1,234'],
    [286, '1,100'],
  ],
  [
    [72, 'Costs'],
    [230, '834'],
    [294, '750'],
  ],
] as const;

/** Numbers of the objects that hold the structure: the tree, the table, then rows and cells. */
const [TREE, TABLE, FIRST] = [6, 7, 8];

/** A page with a table, its cells tagged as such or as paragraphs. */
function page(role: 'TD' | 'P'): Uint8Array {
  const cells = ROWS.flatMap((row, i) => row.map(([x, text]) => ({ x, text, row: i })));
  const content = cells
    .map(
      ({ x, text, row }, i) =>
        `/${role} <</MCID ${i}>> BDC BT /F 10 Tf ${x} ${700 - 20 * row} Td (${text}) Tj ET EMC`,
    )
    .join('\n');
  const cell = (i: number): number => FIRST + ROWS.length + i;
  return writePdf([
    `<< /Type /Catalog /Pages 2 0 R /StructTreeRoot ${TREE} 0 R /MarkInfo << /Marked true >> >>`,
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /StructParents 0 /Resources << /Font << /F 5 0 R >> >> >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    `<< /Type /StructTreeRoot /K ${TABLE} 0 R /ParentTree << /Nums [0 [${cells.map((_, i) => `${cell(i)} 0 R`).join(' ')}]] >> >>`,
    `<< /S /Table /P ${TREE} 0 R /K [${ROWS.map((_, i) => `${FIRST + i} 0 R`).join(' ')}] >>`,
    ...ROWS.map(
      (row, i) =>
        `<< /S /TR /P ${TABLE} 0 R /K [${row.map((_, j) => `${cell(i * row.length + j)} 0 R`).join(' ')}] >>`,
    ),
    ...cells.map(({ row }, i) => `<< /S /${role} /P ${FIRST + row} 0 R /Pg 3 0 R /K ${i} >>`),
  ]);
}

const headOf = async (role: 'TD' | 'P'): Promise<string | undefined> =>
  (await readPdf({ file: 'tagged.pdf', bytes: page(role) })).lines[0];

test('cells that a file tells by its tags stand apart, however close', async () => {
  expect(await headOf('TD')).toBe('Amounts\tJune 30, 2024\tJune 30, 2023');
});

test('others are told apart by their place alone', async () => {
  expect(await headOf('P')).not.toContain('2024\tJune');
});
