import { foldLabel } from './fold-label.ts';
import { conceptById } from './index.ts';

/** Ids are addresses of pages, and file systems take names of up to 255 bytes. */
const LONGEST = 60;

/**
 * An id for a label that the vocabulary does not know, from the headings above it (outermost first) and the label
 * itself. Wordings that turn with the sign give one id.
 */
export function makeConceptId(section: readonly string[], label: string): string {
  const id = shortened([...section, label].map(joinWords).join('')) || 'Unnamed';
  return conceptById.has(id) ? `${id}Line` : id;
}

/** An id for a member that the vocabulary does not know: `north-america`. */
export function makeMemberId(label: string): string {
  return shortened(wordsIn(label).join('-')) || 'unnamed';
}

/** The words of a label as an id has them. */
export const joinWords = (label: string): string =>
  wordsIn(label)
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join('');

const wordsIn = (label: string): string[] => foldLabel(label).text.match(/[\p{L}\p{N}]+/gu) ?? [];

/** Whether an id is too long to say all of its words. */
export const isShortened = (id: string): boolean =>
  id.length > LONGEST && id.length <= LONGEST + 7 && /[\dA-Z]{5}$/.test(id);

/** A long id keeps its beginning; a checksum of the whole tells it from others that begin alike. */
function shortened(id: string): string {
  if (id.length <= LONGEST * 2) return id;
  return `${Array.from(id).slice(0, LONGEST).join('')}${checksum(id)}`;
}

/** FNV-1a over UTF-16 units, 32 bits. */
function checksum(text: string): string {
  let sum = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) sum = Math.imul(sum ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return sum.toString(36).toUpperCase();
}
