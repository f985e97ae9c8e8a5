import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { deflate } from 'node:zlib';
import type { PdfFile, PdfObject } from './read-pdf.ts';

/** Objects that go into one stream: many compress well, few are quick to get at. */
const PER_STREAM = 256;
/** Octets of an entry in the table of offsets: kind, offset or stream, index in it. */
const WIDTHS = [1, 4, 2] as const;
const ENTRY = WIDTHS[0] + WIDTHS[1] + WIDTHS[2];

const compress = promisify(deflate);
const pack = (data: Uint8Array): Promise<Buffer> => compress(data, { level: 6 });

/**
 * Writes a PDF 1.7 in which all that is no stream is packed into object streams: the structure that makes a file
 * readable aloud would otherwise be most of it. Its identifier comes from its content, so that the same content
 * gives the same file.
 */
export async function writePdf({ objects, root, info }: PdfFile): Promise<Buffer> {
  const all = [...objects.values()].sort((a, b) => a.number - b.number);
  const plain = all.filter(({ stream }) => !stream);
  const first = (all.at(-1)?.number ?? 0) + 1;
  const packed = await Promise.all(
    inGroups(plain, PER_STREAM).map((group, index) => objectStream(first + index, group)),
  );
  const table = first + packed.length;
  const writer = new Writer(table + 1);
  for (const object of all) if (object.stream) writer.addStream(object);
  for (const stream of packed) writer.addStream(stream);
  for (const [index, group] of inGroups(plain, PER_STREAM).entries())
    for (const [place, { number }] of group.entries()) writer.place(number, 2, first + index, place);
  return writer.finish(table, root, info);
}

/** The file as it grows, and where everything in it is. */
class Writer {
  readonly #parts: Buffer[] = [];
  readonly #table: Buffer;
  readonly #digest = createHash('md5');
  #length = 0;

  constructor(size: number) {
    this.#table = Buffer.alloc(size * ENTRY);
    this.#table.writeUInt16BE(0xffff, WIDTHS[0] + WIDTHS[1]);
    this.#add(Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1'));
  }

  addStream({ number, value, stream = new Uint8Array() }: PdfObject): void {
    this.place(number, 1, this.#length, 0);
    this.#add(Buffer.from(`${number} 0 obj\n${value}\nstream\n`, 'latin1'));
    this.#add(stream);
    this.#add(Buffer.from('\nendstream\nendobj\n', 'latin1'));
  }

  place(number: number, kind: 1 | 2, at: number, index: number): void {
    const offset = number * ENTRY;
    this.#table.writeUInt8(kind, offset);
    this.#table.writeUInt32BE(at, offset + WIDTHS[0]);
    this.#table.writeUInt16BE(index, offset + WIDTHS[0] + WIDTHS[1]);
  }

  async finish(number: number, root: number, info: number): Promise<Buffer> {
    const start = this.#length;
    this.place(number, 1, start, 0);
    const data = await pack(differences(this.#table));
    const id = this.#digest.copy().digest('hex');
    const value = `<</Type /XRef /Size ${number + 1} /Root ${root} 0 R /Info ${info} 0 R /ID [<${id}> <${id}>] /W [${WIDTHS.join(' ')}] /Filter /FlateDecode /DecodeParms <</Predictor 12 /Columns ${ENTRY}>> /Length ${data.length}>>`;
    this.addStream({ number, value, stream: data });
    this.#add(Buffer.from(`startxref\n${start}\n%%EOF\n`, 'latin1'));
    return Buffer.concat(this.#parts);
  }

  #add(part: Uint8Array): void {
    this.#digest.update(part);
    this.#parts.push(Buffer.from(part.buffer, part.byteOffset, part.byteLength));
    this.#length += part.byteLength;
  }
}

async function objectStream(number: number, objects: readonly PdfObject[]): Promise<PdfObject> {
  let offset = 0;
  const index = objects.map((object) => {
    const entry = `${object.number} ${offset}`;
    offset += object.value.length + 1;
    return entry;
  });
  const head = `${index.join(' ')}\n`;
  const body = objects.map(({ value }) => `${value}\n`).join('');
  const stream = await pack(Buffer.from(head + body, 'latin1'));
  const value = `<</Type /ObjStm /N ${objects.length} /First ${head.length} /Filter /FlateDecode /Length ${stream.length}>>`;
  return { number, value, stream };
}

/** Each row as its difference from the one above (the PNG predictor "up"), which compresses to a third. */
function differences(table: Buffer): Buffer {
  const rows = table.length / ENTRY;
  const result = Buffer.alloc(rows * (ENTRY + 1));
  for (let row = 0; row < rows; row++) {
    const to = row * (ENTRY + 1);
    result[to] = 2;
    for (let column = 0; column < ENTRY; column++) {
      const at = row * ENTRY + column;
      result[to + 1 + column] = (table[at] ?? 0) - (row > 0 ? (table[at - ENTRY] ?? 0) : 0);
    }
  }
  return result;
}

const inGroups = <T>(list: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(list.length / size) }, (_, index) =>
    list.slice(index * size, (index + 1) * size),
  );
