import type { DocumentRecord } from '../model/document.ts';
import { sentenceCase } from './sentence-case.ts';
import type { ShownRow } from './table-rows.ts';

/** Without the figures that a label tells and what leads up to them: those stand in the table as it was released. */
export function shortLabel({ label }: Pick<ShownRow, 'label'>, document: DocumentRecord): string {
  const [first = ''] = label;
  const words = typeof first === 'string' ? first : first.text;
  const bare = label.length > 1 ? words.replace(/\s*(?:[,;:—–(]|\s-).*$/su, '') : words;
  return sentenceCase(bare.replace(SIGN, '').replace(BULLET, '').replace(LOOSE_DASH, ', '), document).trim();
}

/** How a line enters the sum below it: its figure says so by its own sign. */
const SIGN = /^\s*[+=]\s*(?=\p{L})/u;
/** A mark of a list: the rows stand below each other without it. */
const BULLET = /^\s*[-–—•·]\s+(?=[\p{L}(])/u;
/** A dash that sets off what a label adds: `Deferred tax assets -current`, `Accounts payable—trade`. */
const LOOSE_DASH = /\s+[-–—]\s*(?=\p{L})|(?<=\p{L})\s*—\s*(?=\p{L})/gu;
