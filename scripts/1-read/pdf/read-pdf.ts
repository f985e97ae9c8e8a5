import type { SourceText } from '../../../src/model/corpus.ts';
import { InputError } from '../../../src/model/problem.ts';
import type { RawDocument } from '../raw-document.ts';
import { findUnreadable } from './find-unreadable.ts';
import { openPdf } from './open-pdf.ts';
import { readPages } from './read-pages.ts';
import { notesOnUnseen } from './unseen-notes.ts';

const MARK = [0x25, 0x50, 0x44, 0x46, 0x2d];

/** A PDF file says so at its beginning; some programs write a line or a byte order mark before it. */
export function isPdf(bytes: Uint8Array): boolean {
  const start = bytes.subarray(0, 1024);
  return start.some((_, at) => MARK.every((byte, i) => start[at + i] === byte));
}

/** Reads a PDF file with text; places are boxes on its pages. Throws an `InputError` where there is no text to read. */
export async function readPdf({ file, bytes }: Pick<SourceText, 'file' | 'bytes'>): Promise<RawDocument> {
  const pages = await openPdf(bytes);
  const complaint = 'found' in pages ? pages : findUnreadable(pages);
  if ('found' in pages || complaint)
    throw new InputError([{ file, ...(complaint as NonNullable<typeof complaint>) }]);
  return { ...readPages(pages), notes: notesOnUnseen(pages) };
}
