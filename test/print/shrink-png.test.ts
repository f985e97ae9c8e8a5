import { crc32, deflateSync, inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { shrinkPng } from '../../scripts/print/shrink-png.ts';

type Colour = readonly [red: number, green: number, blue: number];

const chunk = (name: string, content: Buffer): Buffer => {
  const around = Buffer.alloc(8);
  const named = Buffer.concat([Buffer.from(name), content]);
  around.writeUInt32BE(content.length, 0);
  around.writeUInt32BE(crc32(named), 4);
  return Buffer.concat([around.subarray(0, 4), named, around.subarray(4)]);
};

/** A PNG in true colour of rows that are already filtered, each begun by its filter. */
function png(width: number, rows: readonly (readonly number[])[]): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(rows.length, 4);
  head.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.from(rows.flat()))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** The colours of a PNG with a palette whose rows are not filtered. */
function colours(picture: Uint8Array): Colour[][] {
  const bytes = Buffer.from(picture);
  const contentOf = (name: string) => {
    const at = bytes.indexOf(name, 8, 'latin1');
    return bytes.subarray(at + 4, at + 4 + bytes.readUInt32BE(at - 4));
  };
  const [palette, width] = [contentOf('PLTE'), bytes.readUInt32BE(16)];
  const rows = inflateSync(contentOf('IDAT'));
  return Array.from({ length: bytes.readUInt32BE(20) }, (_, y) =>
    Array.from({ length: width }, (_, x): Colour => {
      const at = 3 * (rows[y * (width + 1) + 1 + x] ?? 0);
      return [palette[at] ?? 0, palette[at + 1] ?? 0, palette[at + 2] ?? 0];
    }),
  );
}

const RED: Colour = [200, 0, 0];
const BLUE: Colour = [0, 0, 200];

test.each([
  ['none', [0, ...RED, ...BLUE], [0, ...BLUE, ...RED]],
  ['sub', [1, ...RED, 56, 0, 200], [1, ...BLUE, 200, 0, 56]],
  ['up', [0, ...RED, ...BLUE], [2, 56, 0, 200, 200, 0, 56]],
  ['average', [0, ...RED, ...BLUE], [3, 156, 0, 200, 200, 0, 256 - 200]],
  ['Paeth', [0, ...RED, ...BLUE], [4, 56, 0, 200, 200, 0, 56]],
])('few colours stay as they are, whatever filter a row has: %s', (_, ...rows) => {
  expect(colours(shrinkPng(png(2, rows)))).toEqual([
    [RED, BLUE],
    [BLUE, RED],
  ]);
});

test('of very many colours near ones become one', () => {
  const row = Array.from({ length: 1000 }, (_, at): Colour => [at >> 2, at & 255, 128]);
  const [shown = []] = colours(shrinkPng(png(1000, [[0, ...row.flat()]])));
  const distances = shown.map((colour, at) =>
    colour.reduce((sum, value, channel) => sum + Math.abs(value - (row[at]?.[channel] ?? 0)), 0),
  );
  expect(new Set(shown.map(String)).size).toBeLessThanOrEqual(256);
  expect(Math.max(...distances)).toBeLessThanOrEqual(24);
});
