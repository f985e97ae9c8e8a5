import type { SourceText } from '../../../src/model/corpus.ts';
import { InputError } from '../../../src/model/problem.ts';
import { placeTags } from '../ixbrl/place-tags.ts';
import { readTags } from '../ixbrl/read-tags.ts';
import { notesOnLeftOut } from '../left-out.ts';
import type { PositionedText } from '../placed-text.ts';
import type { LeftOut, RawDocument } from '../raw-document.ts';
import { ReadingText } from '../reading-text.ts';
import { decodeHtml } from './decode-html.ts';
import { layOut } from './lay-out.ts';
import { leaveOutSite } from './main-content.ts';
import { Page, textIn } from './page.ts';
import { withoutPageFurniture } from './page-furniture.ts';

import { parseTree } from './parse-tree.ts';
import { readBlocks } from './read-blocks.ts';
import { PLAIN_STATE } from './state.ts';

/** Reads a page: an exhibit of a filing, a newsroom's page, what a browser or Word saved. */
export function readHtml({ file, bytes }: Pick<SourceText, 'file' | 'bytes'>): RawDocument {
  const parsed = parseTree(decodeHtml(bytes));
  if ('found' in parsed) throw new InputError([{ file, ...parsed }]);
  const page = new Page(parsed);
  leaveOutSite(page);
  const { blocks, furniture } = withoutPageFurniture(readBlocks(page.root, PLAIN_STATE, page));
  const reading = new ReadingText();
  const contents = layOut(blocks, reading);
  const leftOut = [...page.leftOut(), ...[...furniture, ...contents].map(asLeftOut)];
  const raw = reading.finish();
  const tags = placeTags(readTags(page.elements, textIn), raw.places ?? [], (offset) => page.placeAt(offset));
  return { ...raw, leftOut, notes: notesOnLeftOut(leftOut), ...(tags.length > 0 && { tags }) };
}

const asLeftOut = ({ text, runs }: PositionedText): LeftOut => ({
  why: 'page',
  text,
  place: runs[0]?.place ?? { kind: 'text', line: 1, column: 1 },
});

/** Begins like a page, with whatever a filing or a browser writes before it. */
export function isHtml(bytes: Uint8Array): boolean {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 2048)).replaceAll('\0', '');
  const [, element = ''] =
    /^[^a-z<]*(?:<!--[\s\S]*?-->\s*|<\?[^>]*>\s*)*<(!doctype\s+html|[a-z]+[1-6]?)\b/i.exec(head) ?? [];
  return element.startsWith('!') || FIRST_ELEMENTS.has(element.toLowerCase());
}

/** What a page begins with, or a part of one that was taken from it. */
const FIRST_ELEMENTS: ReadonlySet<string> = new Set(
  (
    'html head body document meta title link style script base table div p center font h1 h2 h3 h4 h5 h6 main ' +
    'article section header nav aside span b strong em i u ul ol dl pre blockquote figure form hr br img a'
  ).split(' '),
);
