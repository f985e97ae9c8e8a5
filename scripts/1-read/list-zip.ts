import { inflateRawSync } from 'node:zlib';

/** An entry of a ZIP file, as its central directory names it. */
export interface ZipEntry {
  readonly name: string;
  /** Unpacked, by what the directory says. */
  readonly size: number;
  /** As it is packed. */
  readonly packed: Uint8Array;
  readonly isDeflated: boolean;
}

/** The bytes that entries really unpack to, whatever the directory says; infinite where they are more than `most`. */
export function sizeUnpacked(entries: readonly ZipEntry[], most: number): number {
  let size = 0;
  for (const { packed, isDeflated } of entries) {
    if (size > most) return Number.POSITIVE_INFINITY;
    size += isDeflated ? sizeInflated(packed, most - size) : packed.length;
  }
  return size > most ? Number.POSITIVE_INFINITY : size;
}

function sizeInflated(packed: Uint8Array, most: number): number {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, most) }).length;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? Number.POSITIVE_INFINITY : 0;
  }
}

const DIRECTORY = 0x02014b50;
const END = 0x06054b50;
const DEFLATED = 8;
/** A comment at the end has at most this length. */
const LONGEST_END = 65_557;

/** The entries of a ZIP file (APPNOTE 4.3.12); undefined for any other file. Nothing is unpacked here. */
export function listZip(bytes: Uint8Array): ZipEntry[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 22 || view.getUint32(0, true) !== 0x04034b50) return undefined;
  let end = bytes.length - 22;
  while (end >= Math.max(0, bytes.length - LONGEST_END) && view.getUint32(end, true) !== END) end--;
  if (end < 0 || view.getUint32(end, true) !== END) return undefined;
  const entries: ZipEntry[] = [];
  let at = view.getUint32(end + 16, true);
  while (at + 46 <= bytes.length && view.getUint32(at, true) === DIRECTORY) {
    const length = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + length));
    const local = view.getUint32(at + 42, true);
    const start =
      local + 30 < bytes.length
        ? local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
        : 0;
    entries.push({
      name,
      size: view.getUint32(at + 24, true),
      packed: bytes.subarray(start, start + view.getUint32(at + 20, true)),
      isDeflated: view.getUint16(at + 10, true) === DEFLATED,
    });
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}
