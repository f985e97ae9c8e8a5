import { betweenLines, isOpenLine } from '../grammar/open-lines.ts';
import type { OutlineBlock, OutlineText } from './outline-block.ts';

/** Shorter lines are headings or leads rather than sentences. */
const LEAST_OF_SENTENCE = 50;

/**
 * Joins texts that a blank line, the end of a page or a forced line end breaks within a sentence: the first goes on
 * without a stop, and the second begins with a small letter, or stands behind a word that something follows.
 */
export function joinBroken(blocks: readonly OutlineBlock[]): OutlineBlock[] {
  const joined: OutlineBlock[] = [];
  for (const block of blocks) {
    const before = joined.at(-1);
    if (before && before.kind !== 'table' && block.kind === 'paragraph' && goesOnIn(before, block))
      joined[joined.length - 1] = {
        ...before,
        ...(before.kind === 'heading' && { kind: 'paragraph', depth: 0 }),
        lines: [before.lines[0], block.lines[1]],
        text: `${before.text}${betweenLines(before.text, block.text)}${block.text}`,
      };
    else joined.push(block);
  }
  return joined;
}

/** A heading that a format marks is whole. */
const isRunning = ({ kind, depth }: OutlineText): boolean =>
  depth === 0 && kind !== 'unit' && kind !== 'contact';

const goesOnIn = (above: OutlineText, below: OutlineText): boolean =>
  isRunning(above) &&
  above.text.length >= LEAST_OF_SENTENCE &&
  /(?:[\p{L}\p{N}%,)]|\p{L}-)$/u.test(above.text) &&
  (/^\p{Ll}+[\s,-]/u.test(below.text) || above.text.endsWith('-') || isOpenLine(above.text));
