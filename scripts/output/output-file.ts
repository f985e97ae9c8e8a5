/**
 * A file to be written: its path below the output folder, and its text in pieces or its bytes, made only when they are
 * asked for.
 */
export type OutputFile = readonly [path: string, content: Iterable<string> | (() => Uint8Array)];

/** What a file holds, whole. */
export const contentOf = ([, content]: OutputFile): string | Uint8Array =>
  typeof content === 'function' ? content() : [...content].join('');
