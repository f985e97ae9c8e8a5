import { unzlibSync, zlibSync } from 'fflate';

/** Tables that a browser needs to draw glyphs; those for kerning, ligatures and hints are left out. */
const NEEDED = ['OS/2', 'cmap', 'glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp', 'name', 'post'];
/** Those that are other in each font that is cut. */
const CUT: ReadonlySet<string> = new Set(['glyf', 'loca']);
const HEADER = 44;
const ENTRY = 20;

type Tables = ReadonlyMap<string, Uint8Array>;

/**
 * Reads a WOFF font with TrueType outlines once, for any number of fonts cut from it that draw some characters only.
 * Glyphs keep their numbers; the others are blank.
 */
export function openFont(woff: Uint8Array): (characters: Iterable<string>) => Uint8Array {
  const tables = readTables(woff);
  const glyphs = new GlyphTable(tables);
  const cmap = readCharacters(openTable(tables, 'cmap'));
  const kept = [...tables].filter(([tag]) => !CUT.has(tag)).map(packed);
  return (characters) => {
    const used = new Set([0]);
    for (const character of characters) glyphs.addWithParts(cmap(character.codePointAt(0) ?? 0), used);
    return writeTables(woff, [...kept, ...glyphs.blank(used).map(packed)]);
  };
}

function readTables(woff: Uint8Array): Map<string, Uint8Array> {
  const view = new DataView(woff.buffer, woff.byteOffset, woff.byteLength);
  const tables = new Map<string, Uint8Array>();
  for (let index = 0; index < view.getUint16(12); index += 1) {
    const entry = HEADER + index * ENTRY;
    const tag = String.fromCharCode(...woff.subarray(entry, entry + 4));
    const [offset, packed] = [view.getUint32(entry + 4), view.getUint32(entry + 8)];
    const bytes = woff.subarray(offset, offset + packed);
    const isPacked = packed < view.getUint32(entry + 12);
    if (NEEDED.includes(tag)) tables.set(tag, isPacked ? unzlibSync(bytes) : bytes);
  }
  return tables.set('post', withoutNames(openTable(tables, 'post')));
}

/** What a font says for printers, without the names of its glyphs. */
function withoutNames(post: DataView): Uint8Array {
  const bytes = new Uint8Array(post.buffer, post.byteOffset, 32).slice();
  bytes.set([0, 3, 0, 0]);
  return bytes;
}

function openTable(tables: Tables, tag: string): DataView {
  const bytes = tables.get(tag);
  if (!bytes) throw new Error(`the font has no table ${tag}`);
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Glyphs by character, from the map of the basic plane; 0 where the font has none. */
function readCharacters(cmap: DataView): (code: number) => number {
  const at = Array.from({ length: cmap.getUint16(2) }, (_, index) => cmap.getUint32(8 + index * 8)).find(
    (offset) => cmap.getUint16(offset) === 4,
  );
  if (at === undefined) return () => 0;
  const size = cmap.getUint16(at + 6);
  const ends = at + 14;
  const starts = ends + size + 2;
  const [deltas, ranges] = [starts + size, starts + 2 * size];
  return (code) => {
    for (let segment = 0; segment < size; segment += 2) {
      if (code > cmap.getUint16(ends + segment)) continue;
      const start = cmap.getUint16(starts + segment);
      if (code < start) return 0;
      const delta = cmap.getUint16(deltas + segment);
      const range = cmap.getUint16(ranges + segment);
      if (range === 0) return (code + delta) & 0xffff;
      const glyph = cmap.getUint16(ranges + segment + range + 2 * (code - start));
      return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
    }
    return 0;
  };
}

/** Outlines, and where each begins. */
class GlyphTable {
  readonly #outlines: Uint8Array;
  readonly #places: readonly number[];
  readonly #isLong: boolean;

  constructor(tables: Tables) {
    this.#outlines = tables.get('glyf') ?? new Uint8Array();
    this.#isLong = openTable(tables, 'head').getInt16(50) === 1;
    const loca = openTable(tables, 'loca');
    const count = openTable(tables, 'maxp').getUint16(4) + 1;
    this.#places = Array.from({ length: count }, (_, index) =>
      this.#isLong ? loca.getUint32(index * 4) : loca.getUint16(index * 2) * 2,
    );
  }

  /** A glyph, and those that it is put together from. */
  addWithParts(glyph: number, used: Set<number>): void {
    used.add(glyph);
    for (const part of this.#listParts(glyph)) if (!used.has(part)) this.addWithParts(part, used);
  }

  #outline(glyph: number): Uint8Array {
    return this.#outlines.subarray(this.#places[glyph], this.#places[glyph + 1]);
  }

  #listParts(glyph: number): number[] {
    const bytes = this.#outline(glyph);
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (bytes.length === 0 || view.getInt16(0) >= 0) return [];
    const parts: number[] = [];
    for (let at = 10, flags = 0x20; flags & 0x20; ) {
      flags = view.getUint16(at);
      parts.push(view.getUint16(at + 2));
      at += 4 + (flags & 1 ? 4 : 2) + (flags & 8 ? 2 : flags & 0x40 ? 4 : flags & 0x80 ? 8 : 0);
    }
    return parts;
  }

  /** The two tables with outlines for some glyphs only. */
  blank(used: ReadonlySet<number>): [string, Uint8Array][] {
    const outlines: Uint8Array[] = [];
    const loca = new DataView(new ArrayBuffer(this.#places.length * (this.#isLong ? 4 : 2)));
    let end = 0;
    this.#places.forEach((_, glyph) => {
      if (this.#isLong) loca.setUint32(glyph * 4, end);
      else loca.setUint16(glyph * 2, end / 2);
      const outline = used.has(glyph) ? this.#outline(glyph) : new Uint8Array();
      outlines.push(outline);
      end += outline.length;
    });
    return [
      ['glyf', join(outlines)],
      ['loca', new Uint8Array(loca.buffer)],
    ];
  }
}

/** A table as a font holds it. */
interface PackedTable {
  readonly tag: string;
  readonly bytes: Uint8Array;
  readonly length: number;
  readonly checksum: number;
}

function packed([tag, bytes]: readonly [string, Uint8Array]): PackedTable {
  const small = zlibSync(bytes, { level: 9 });
  return {
    tag,
    bytes: small.length < bytes.length ? small : bytes,
    length: bytes.length,
    checksum: checksum(bytes),
  };
}

/** A WOFF of the same kind with other tables. */
function writeTables(woff: Uint8Array, tables: readonly PackedTable[]): Uint8Array {
  const sorted = tables.toSorted((a, b) => (a.tag < b.tag ? -1 : 1));
  const head = new DataView(new ArrayBuffer(HEADER + sorted.length * ENTRY));
  const old = new DataView(woff.buffer, woff.byteOffset, HEADER);
  head.setUint32(0, old.getUint32(0));
  head.setUint32(4, old.getUint32(4));
  head.setUint16(12, sorted.length);
  const pieces: Uint8Array[] = [new Uint8Array(head.buffer)];
  let offset = head.byteLength;
  let unpacked = 12 + sorted.length * 16;
  sorted.forEach((table, index) => {
    const entry = HEADER + index * ENTRY;
    [...table.tag].forEach((letter, n) => void head.setUint8(entry + n, letter.charCodeAt(0)));
    head.setUint32(entry + 4, offset);
    head.setUint32(entry + 8, table.bytes.length);
    head.setUint32(entry + 12, table.length);
    head.setUint32(entry + 16, table.checksum);
    const padding = new Uint8Array(-table.bytes.length & 3);
    pieces.push(table.bytes, padding);
    offset += table.bytes.length + padding.length;
    unpacked += (table.length + 3) & ~3;
  });
  head.setUint32(8, offset);
  head.setUint32(16, unpacked);
  return join(pieces);
}

function checksum(bytes: Uint8Array): number {
  let sum = 0;
  for (let at = 0; at < bytes.length; at += 4)
    for (let byte = 0; byte < 4; byte += 1)
      sum = (sum + (bytes[at + byte] ?? 0) * 2 ** (24 - 8 * byte)) % 2 ** 32;
  return sum;
}

function join(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
