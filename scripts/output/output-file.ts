/**
 * A file to be written: its path below the output folder, and its text in pieces or its bytes, made only when they are
 * asked for.
 */
export type OutputFile = readonly [path: string, content: Iterable<string | Uint8Array> | (() => Uint8Array)];

/** Characters that are gathered as text: put together of many small ones it takes ten times as much as its bytes. */
const CHUNK = 1 << 16;

/** What a file holds, whole. */
export function joinContent([, content]: OutputFile): Buffer {
  return Buffer.concat(typeof content === 'function' ? [content()] : [...encodePieces(content)]);
}

/** Pieces as bytes, many small texts at once. */
export function* encodePieces(pieces: Iterable<string | Uint8Array>): Generator<Uint8Array> {
  let text = '';
  for (const piece of pieces) {
    const isText = typeof piece === 'string';
    if (isText) text += piece;
    if (text !== '' && (!isText || text.length >= CHUNK)) {
      yield Buffer.from(text);
      text = '';
    }
    if (!isText) yield piece;
  }
  if (text !== '') yield Buffer.from(text);
}
