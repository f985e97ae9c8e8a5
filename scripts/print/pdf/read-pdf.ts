/** A file that does not look as Chromium writes it. */
export class UnknownPdf extends Error {
  override readonly name = 'UnknownPdf';
}

/** An object of a PDF: what stands between `obj` and `endobj`, as Latin-1, and its stream where it has one. */
export interface PdfObject {
  readonly number: number;
  /** A dictionary, array, number … */
  readonly value: string;
  readonly stream?: Uint8Array | undefined;
}

/** A file taken apart. */
export interface PdfFile {
  readonly objects: Map<number, PdfObject>;
  /** Numbers of the catalog and of the document information. */
  readonly root: number;
  readonly info: number;
}

/**
 * Takes a PDF apart by its table of offsets. Reads what Chromium writes (one table, streams of direct length, no
 * encryption, no object changed later) and refuses all else, so that nothing is ever lost in silence.
 */
export function takePdfApart(bytes: Uint8Array): PdfFile {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text.slice(-64))?.[1] ?? Number.NaN);
  const table = text.slice(start);
  const trailer = /^trailer\s*(<<[\s\S]*?>>)\s*startxref/m.exec(table)?.[1] ?? '';
  const [root, info] = [referenceIn(trailer, 'Root'), referenceIn(trailer, 'Info')];
  if (root === undefined || info === undefined || /\/(?:Encrypt|Prev)\b/.test(trailer))
    throw new UnknownPdf('found no plain trailer; expected the one that Chromium writes');
  const objects = new Map<number, PdfObject>();
  for (const [number, from, to] of extents(table, start))
    objects.set(number, readObject(text, bytes, number, from, to));
  return { objects, root, info };
}

/** Where each object in use begins and the next one begins. */
function extents(table: string, end: number): [number: number, from: number, to: number][] {
  const [, first, count] = /^xref\s+(\d+) (\d+)\s/.exec(table) ?? [];
  if (first !== '0' || count === undefined) throw new UnknownPdf('found no single table of offsets');
  const offsets = [...table.matchAll(/^(\d{10}) (\d{5}) ([nf])/gm)]
    .map(([, offset, , use], number) => ({ number, offset: Number(offset), used: use === 'n' }))
    .filter(({ used }) => used)
    .sort((a, b) => a.offset - b.offset);
  return offsets.map(({ number, offset }, index) => [number, offset, offsets[index + 1]?.offset ?? end]);
}

function readObject(text: string, bytes: Uint8Array, number: number, from: number, to: number): PdfObject {
  const [head] = /^\d+ 0 obj\s*/.exec(text.slice(from, from + 24)) ?? [];
  const close = text.lastIndexOf('endobj', to);
  if (!head?.startsWith(`${number} `) || close < from)
    throw new UnknownPdf(`found no object ${number} at ${from}`);
  const body = text.slice(from + head.length, close).trimEnd();
  if (!body.endsWith('endstream')) return { number, value: body };
  const keyword = /\s*\bstream\r?\n/g;
  keyword.lastIndex = endOfValue(body, 0);
  const opening = keyword.exec(body);
  const value = body.slice(0, opening?.index ?? 0);
  const length = Number(/\/Length (\d+)(?! \d+ R)/.exec(value)?.[1] ?? Number.NaN);
  const data = from + head.length + keyword.lastIndex;
  if (!opening || !/^\s*endstream/.test(text.slice(data + length, data + length + 16)))
    throw new UnknownPdf(`found a stream of unknown length in object ${number}`);
  return { number, value, stream: bytes.subarray(data, data + length) };
}

/** The number of the object that an entry of a dictionary refers to. */
export function referenceIn(dictionary: string, key: string): number | undefined {
  const found = new RegExp(`/${key} (\\d+) 0 R`).exec(dictionary)?.[1];
  return found === undefined ? undefined : Number(found);
}

const BRACKETS = /<<|>>|[[\]()<>\\]/g;

/** Where the dictionary that begins at `from` ends: strings in it may hold brackets. */
export function endOfValue(text: string, from: number): number {
  let depth = 0;
  BRACKETS.lastIndex = from;
  for (let found = BRACKETS.exec(text); found; found = BRACKETS.exec(text)) {
    const [token] = found;
    if (token === '(') BRACKETS.lastIndex = endOfString(text, found.index);
    else if (token === '<<' || token === '[') depth++;
    else if (token === '>>' || token === ']') depth--;
    else if (token === '<') BRACKETS.lastIndex = text.indexOf('>', found.index) + 1;
    if (depth === 0) return BRACKETS.lastIndex;
  }
  throw new UnknownPdf('found a dictionary without an end');
}

/** Where the string that begins at `from` ends: parentheses in it are balanced or escaped. */
function endOfString(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    const character = text[at];
    if (character === '\\') at++;
    else if (character === '(') depth++;
    else if (character === ')' && --depth === 0) return at + 1;
  }
  throw new UnknownPdf('found a string without an end');
}
