/** An entry of a ZIP file, as its central directory names it, and its size unpacked. */
export interface ZipEntry {
  readonly name: string;
  readonly size: number;
}

const DIRECTORY = 0x02014b50;
const END = 0x06054b50;
/** A comment at the end has at most this length. */
const LONGEST_END = 65_557;

/** The entries of a ZIP file (APPNOTE 4.3.12); undefined for any other file. Nothing is unpacked. */
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
    entries.push({ name, size: view.getUint32(at + 24, true) });
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}
