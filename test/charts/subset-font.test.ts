import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openFont } from '../../src/charts/subset-font.ts';

const FONT = new Uint8Array(
  readFileSync(
    join(
      import.meta.dirname,
      '../../node_modules/@fontsource/source-sans-3/files/source-sans-3-latin-400-normal.woff',
    ),
  ),
);

const subsetFont = (font: Uint8Array, characters: string): Uint8Array => openFont(font)(characters);

test('a font for few characters is a font, and small', () => {
  const font = subsetFont(FONT, 'Revenue 106,248');
  expect(Buffer.from(font.subarray(0, 4)).toString()).toBe('wOFF');
  expect(new DataView(font.buffer).getUint32(8)).toBe(font.length);
  expect(font.length).toBeLessThan(FONT.length / 4);
});

test('it has what the characters need and nothing else', () => {
  expect(subsetFont(subsetFont(FONT, 'é1'), 'é1')).toEqual(subsetFont(FONT, 'é1'));
  expect(subsetFont(subsetFont(FONT, 'é1'), 'AB')).toEqual(subsetFont(FONT, ''));
});

test('a letter that is put together brings its parts along', () => {
  expect(subsetFont(subsetFont(FONT, 'é'), 'e')).toEqual(subsetFont(FONT, 'e'));
});

test('a character that the font lacks changes nothing', () => {
  expect(subsetFont(FONT, 'a株')).toEqual(subsetFont(FONT, 'a'));
});

test('a font opened once is cut anew each time', () => {
  const cut = openFont(FONT);
  cut('Revenue');
  expect(cut('é1')).toEqual(subsetFont(FONT, 'é1'));
});
