import { crc32, deflateSync, inflateSync } from 'node:zlib';

/** Bytes before the first chunk, and around what a chunk holds. */
const SIGNATURE = 8;
const FRAME = 12;
const MOST_COLOURS = 256;
/** How far apart two colours may be and still be one, over all three channels, the least that is enough. */
const STEPS = [0, 6, 12, 18, 24, 36, 48, 72, 96];

/**
 * The same picture with at most 256 colours, in less than half the bytes: drawings have few colours, and those at the edges
 * of letters differ by less than is seen. A browser writes PNG in true colour, packed in haste.
 */
export function shrinkPng(png: Uint8Array): Uint8Array {
  const picture = readPixels(Buffer.from(png.buffer, png.byteOffset, png.byteLength));
  const { width, height, pixels } = picture;
  const counts = countColours(pixels);
  const byCount = [...counts].sort(([a, n], [b, m]) => m - n || a - b).map(([colour]) => colour);
  const palette = choosePalette(byCount);
  const places = new Map(byCount.map((colour) => [colour, findNearest(palette, colour)]));
  const rows = Buffer.alloc(height * (width + 1));
  let [last, place] = [-1, 0];
  for (let at = 0; at < pixels.length; at += 1) {
    if (pixels[at] !== last) {
      last = pixels[at] ?? 0;
      place = places.get(last) ?? 0;
    }
    rows[at + Math.floor(at / width) + 1] = place;
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 3, 0, 0, 0], 8);
  const colours = Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]));
  return Buffer.concat([
    png.subarray(0, SIGNATURE),
    chunk('IHDR', head),
    chunk('PLTE', colours),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** How often each colour is there; most have a neighbour like themselves. */
function countColours(pixels: Uint32Array): Map<number, number> {
  const counts = new Map<number, number>();
  for (let at = 0, start = 0; at < pixels.length; start = at) {
    const colour = pixels[start] ?? 0;
    while (at < pixels.length && pixels[at] === colour) at += 1;
    counts.set(colour, (counts.get(colour) ?? 0) + at - start);
  }
  return counts;
}

/** The commonest colours, as many as are too far from each other to be one. */
function choosePalette(byCount: readonly number[]): number[] {
  for (const step of STEPS) {
    const palette: number[] = [];
    for (const colour of byCount) {
      if (palette.every((other) => distance(colour, other) > step)) palette.push(colour);
      if (palette.length > MOST_COLOURS) break;
    }
    if (palette.length <= MOST_COLOURS) return palette;
  }
  return byCount.slice(0, MOST_COLOURS);
}

const findNearest = (palette: readonly number[], colour: number): number =>
  palette.reduce(
    (best, other, index) => (distance(colour, other) < distance(colour, palette[best] ?? 0) ? index : best),
    0,
  );

const distance = (a: number, b: number): number =>
  Math.abs((a >> 16) - (b >> 16)) +
  Math.abs(((a >> 8) & 255) - ((b >> 8) & 255)) +
  Math.abs((a & 255) - (b & 255));

interface Pixels {
  readonly width: number;
  readonly height: number;
  /** Row by row, red, green and blue in one number. */
  readonly pixels: Uint32Array;
}

/** The pixels of a PNG of eight bits a channel, without transparency. */
function readPixels(png: Buffer): Pixels {
  const parts: Buffer[] = [];
  for (let at = SIGNATURE; at < png.length; at += FRAME + png.readUInt32BE(at))
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT')
      parts.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  const [depth, kind] = [png[24], png[25]];
  if (depth !== 8 || (kind !== 2 && kind !== 6)) throw new Error(`a PNG of kind ${kind} in ${depth} bits`);
  const size = kind === 2 ? 3 : 4;
  const bytes = unfilter(inflateSync(Buffer.concat(parts)), width * size, size);
  const pixels = new Uint32Array(width * height);
  for (let index = 0; index < pixels.length; index += 1) pixels[index] = bytes.readUIntBE(index * size, 3);
  return { width, height, pixels };
}

/** Undoes the prediction of each byte from those at its left and above. */
function unfilter(filtered: Buffer, stride: number, size: number): Buffer {
  const rows = filtered.length / (stride + 1);
  const bytes = Buffer.alloc(rows * stride);
  for (let row = 0; row < rows; row += 1) {
    const filter = filtered[row * (stride + 1)] ?? 0;
    for (let at = 0; at < stride; at += 1) {
      const to = row * stride + at;
      const left = at < size ? 0 : (bytes[to - size] ?? 0);
      const above = row === 0 ? 0 : (bytes[to - stride] ?? 0);
      const corner = at < size || row === 0 ? 0 : (bytes[to - stride - size] ?? 0);
      bytes[to] = (filtered[row * (stride + 1) + 1 + at] ?? 0) + predict(filter, left, above, corner);
    }
  }
  return bytes;
}

function predict(filter: number, left: number, above: number, corner: number): number {
  if (filter === 0) return 0;
  if (filter === 1) return left;
  if (filter === 2) return above;
  if (filter === 3) return (left + above) >> 1;
  const toLeft = Math.abs(above - corner);
  const toAbove = Math.abs(left - corner);
  const toCorner = Math.abs(left + above - 2 * corner);
  if (toLeft <= toAbove && toLeft <= toCorner) return left;
  return toAbove <= toCorner ? above : corner;
}

function chunk(name: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), content]);
  const around = Buffer.alloc(8);
  around.writeUInt32BE(content.length, 0);
  around.writeUInt32BE(crc32(named), 4);
  return Buffer.concat([around.subarray(0, 4), named, around.subarray(4)]);
}
