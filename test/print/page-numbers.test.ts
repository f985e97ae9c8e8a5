import { describe, expect, test } from 'vitest';
import { numberPages } from '../../scripts/print/pdf/page-numbers.ts';
import type { PdfFile } from '../../scripts/print/pdf/read-pdf.ts';

/** Four pages; `sums` is on the second, `cash` on the fourth. */
const FILE: PdfFile = {
  objects: new Map(
    [
      [1, '<</Type /Catalog /Pages 2 0 R /Dests 7 0 R>>'],
      [2, '<</Type /Pages /Kids [3 0 R 4 0 R 5 0 R 6 0 R]>>'],
      ...[3, 4, 5, 6].map((number) => [number, '<</Type /Page>>'] as const),
      [7, '<</sums [4 0 R /XYZ 0 0 0] /cash [6 0 R /XYZ 0 0 0]>>'],
    ].map(([number, value]) => [number as number, { number: number as number, value: value as string }]),
  ),
  root: 1,
  info: 1,
};

const INK = '.1 .1 .1 RG .1 .1 .1 rg';
const PLACE = '0 0 .0039 RG 0 0 .0039 rg';
/** The digits have the glyphs A0 to A9. */
const glyphs = (text: string): string[] => [...text].map((digit) => `<A${digit}> Tj`);
const textOf = (text: string): string[] => {
  const [first = '', ...rest] = glyphs(text);
  return ['BT', '1 0 0 -1 7 7 Tm', first, ...rest.map((show) => `6 0 Td ${show}`), 'ET'];
};
const drawing = (...lines: (string | string[])[]): string => `${lines.flat().join('\n')}\n`;
const SAMPLE = drawing(PLACE, textOf('0123456789'), INK);

/** What a page shows: glyphs, and a dot for each that is left out. */
const shownOn = (page = ''): string =>
  [...page.matchAll(/^(?:6 0 Td )?(?:<A(\d)> Tj)?\n/gm)].map(([, digit = '.']) => digit).join('');

describe('page numbers', () => {
  test.each([
    ['at the end of their place', ['sums'], ['0000'], '...2'],
    ['each in its own place', ['sums', 'cash'], ['0001', '0000'], '...4...2'],
  ])('stand %s', (_, places, texts, expected) => {
    const page = `${drawing(PLACE, ...texts.map(textOf))}${INK}`;
    expect(shownOn(numberPages(FILE, [SAMPLE, page], places)[1])).toBe(expected);
  });

  test('are put where places are printed, whatever the text of a document is', () => {
    const text = drawing(INK, textOf('0000'), PLACE, textOf('0000'), INK, textOf('0000'));
    const [, changed] = numberPages(FILE, [SAMPLE, text], ['sums']);
    expect(shownOn(changed)).toBe('0000...20000');
  });

  test('leave no trace of the digits that they are taken from', () => {
    const [sample] = numberPages(FILE, [SAMPLE, drawing(PLACE, textOf('0000'))], ['sums']);
    expect(sample).not.toContain('Tj');
  });

  test('change nothing where there are no places', () => {
    expect(numberPages(FILE, [SAMPLE], [])).toEqual([SAMPLE]);
  });

  test.each([
    ['a place is not met', ['sums', 'cash'], drawing(PLACE, textOf('0000')), 'found 1 of 2 places'],
    ['another text stands in a place', ['sums'], drawing(PLACE, textOf('12')), 'found another text'],
    ['the target is on no page', ['none'], drawing(PLACE, textOf('0000')), 'found another text'],
  ])('are refused where %s', (_, places, page, message) => {
    expect(() => numberPages(FILE, [SAMPLE, page], places)).toThrow(message);
  });
});
