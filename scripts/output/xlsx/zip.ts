import { constants, crc32, deflateRawSync } from 'node:zlib';
import { type Unzipped, unzipSync } from 'fflate';
import { encodePieces } from '../output-file.ts';

/** Signatures, the version that can read what is here (2.0: deflate), names in UTF-8, the method deflate. */
const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const VERSION = 20;
const UTF8 = 0x0800;
const DEFLATE = 8;
/** The first day that zip knows, 1980-01-01. */
const FIRST_DAY = 0x21;
/** Smaller takes longer from here on. */
const LEVEL = 4;
/** Bytes of a text that are packed at once. */
const STRETCH = 1 << 24;
/** A file as it stands in a zip file. */
export interface Packed {
  readonly pieces: readonly Uint8Array[];
  readonly check: number;
  /** Length of the text in bytes. */
  readonly size: number;
}

/** Packs a text as it is made: what is longer than a stretch is in memory in stretches only. */
export function packText(text: string | Iterable<string>): Packed {
  const pieces: Buffer[] = [];
  let gathered: Uint8Array[] = [];
  let [length, check, size] = [0, 0, 0];
  const pack = (finishFlush: number): void => {
    const bytes = Buffer.concat(gathered);
    pieces.push(deflateRawSync(bytes, { level: LEVEL, finishFlush }));
    check = crc32(bytes, check);
    size += length;
    [gathered, length] = [[], 0];
  };
  for (const bytes of encodePieces(typeof text === 'string' ? [text] : text)) {
    gathered.push(bytes);
    length += bytes.length;
    if (length >= STRETCH) pack(constants.Z_SYNC_FLUSH);
  }
  pack(constants.Z_FINISH);
  return { pieces, check, size };
}

/**
 * A zip file (APPNOTE 6.3) in pieces, without a clock: the same bytes from the same parts by one version of zlib.
 */
export function* zipParts(parts: Readonly<Record<string, Packed>>): Generator<Uint8Array> {
  const entries: Buffer[] = [];
  let offset = 0;
  for (const [path, { pieces, check, size }] of Object.entries(parts)) {
    const name = Buffer.from(path);
    const length = pieces.reduce((sum, piece) => sum + piece.length, 0);
    const about = Buffer.alloc(26);
    for (const [at, value] of [[0, VERSION], [2, UTF8], [4, DEFLATE], [8, FIRST_DAY], [22, name.length]] as const)
      about.writeUInt16LE(value, at); // biome-ignore format: a field a pair
    about.writeUInt32LE(check, 10);
    about.writeUInt32LE(length, 14);
    about.writeUInt32LE(size, 18);
    const head = Buffer.concat([uint32(LOCAL), about, name]);
    yield head;
    yield* pieces;
    entries.push(
      Buffer.concat([uint32(CENTRAL), uint16(VERSION), about, Buffer.alloc(10), uint32(offset), name]),
    );
    offset += head.length + length;
  }
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(END, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  yield directory;
  yield end;
}

function uint16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

/** Whether two zip files hold the same: other versions of zlib pack the same parts into other bytes. */
export function hasSameParts(one: Uint8Array, other: Uint8Array): boolean {
  const [parts, others] = [unzip(one), unzip(other)];
  const names = Object.keys(parts);
  return (
    names.length > 0 &&
    names.length === Object.keys(others).length &&
    names.every((name) => isSameBytes(parts[name], others[name]))
  );
}

/** What is no zip file has no parts. */
function unzip(bytes: Uint8Array): Unzipped {
  try {
    return unzipSync(bytes);
  } catch {
    return {};
  }
}

const isSameBytes = (a: Uint8Array | undefined, b: Uint8Array | undefined): boolean =>
  a !== undefined && b !== undefined && Buffer.compare(a, b) === 0;
