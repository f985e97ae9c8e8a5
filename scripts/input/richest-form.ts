import type { SourceText } from '../../src/model/corpus.ts';
import { RICHEST_FIRST } from '../../src/model/file-types.ts';
import { readExtension } from './document-names.ts';

/** Inline XBRL names its prefix in the page's head, and tags all figures of the statements. */
const TAG = '<ix:';

/** Of one release in several forms the one to be read: the richest, of two alike the first. */
export function isRicher(source: SourceText, other: SourceText): boolean {
  return rankForm(source) < rankForm(other);
}

function rankForm({ name, bytes, parts }: SourceText): number {
  if (parts) return RICHEST_FIRST.length;
  const place = RICHEST_FIRST.indexOf(readExtension(name));
  const isTagged = name.match(/\.x?html?$/i) && Buffer.from(bytes).includes(TAG);
  return isTagged ? -1 : place;
}
