import type { TextPosition } from '../commands/code-frame.ts';

/** Where a file of settings, JSON or TypeScript, names an entry; its beginning where it does not. */
export function findEntry(text: string, key: string): TextPosition {
  const literal = key.replace(/[^\w]/g, '\\$&');
  const index = Math.max(0, text.search(RegExp(`(?<![\\w$])["']?${literal}["']?\\s*[:,}]`)));
  const before = text.slice(0, index).split('\n');
  return { line: before.length, column: [...(before.at(-1) ?? '')].length + 1 };
}
