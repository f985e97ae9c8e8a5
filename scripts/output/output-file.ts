/**
 * A file to be written: its path below the output folder, and its text in pieces or its bytes, made only when they are
 * asked for.
 */
export type OutputFile = readonly [path: string, content: Iterable<string | Uint8Array> | (() => Uint8Array)];

/** What a file holds, whole. */
export function joinContent([, content]: OutputFile): Buffer {
  if (typeof content === 'function') return Buffer.from(content());
  return Buffer.concat([...content].map((piece) => (typeof piece === 'string' ? Buffer.from(piece) : piece)));
}
