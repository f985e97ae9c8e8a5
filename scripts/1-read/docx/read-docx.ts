import mammoth from 'mammoth';
import type { SourceText } from '../../../src/model/corpus.ts';
import { InputError } from '../../../src/model/problem.ts';
import { readHtml } from '../html/read-html.ts';
import { notesOnLeftOut } from '../left-out.ts';
import { listZip, sizeUnpacked } from '../list-zip.ts';
import type { PlacedRun } from '../places.ts';
import type { LeftOut, RawDocument } from '../raw-document.ts';
import { withShownText } from './shown-text.ts';

/** Bytes that a document may unpack to. */
const MOST_BYTES = 200_000_000;
const NAME = 'word/document.xml';

export const isDocx = (bytes: Uint8Array): boolean =>
  listZip(bytes)?.some(({ name }) => name === NAME) ?? false;

/** Reads a document of Word by way of HTML; a place is the paragraph or row in which it stands, counted from 1. */
export async function readDocx({ file, bytes }: Pick<SourceText, 'file' | 'bytes'>): Promise<RawDocument> {
  const entries = listZip(bytes) ?? [];
  const told = entries.reduce((sum, entry) => sum + entry.size, 0);
  if (told > MOST_BYTES || sizeUnpacked(entries, MOST_BYTES) > MOST_BYTES)
    throw refusal(file, `a document that unpacks to more than ${MOST_BYTES / 1e6} MB`, 'a release');
  const { html, hidden } = await asHtml(bytes, file);
  const raw = readHtml({ file, bytes: new TextEncoder().encode(html) });
  const starts = [...html.matchAll(/<(?:p|li|tr|h[1-6])\b/g)].map(({ index }) => index);
  const places = (raw.places ?? []).map((runs) => runs.map((run) => inParagraph(run, starts)));
  const leftOut = [
    ...(raw.leftOut ?? []),
    ...hidden.map((text): LeftOut => ({ why: 'hidden', text, place: { kind: 'paragraph', paragraph: 1 } })),
  ];
  return { ...raw, places, leftOut, notes: notesOnLeftOut(leftOut) };
}

async function asHtml(
  bytes: Uint8Array,
  file: string,
): Promise<{ readonly html: string; readonly hidden: readonly string[] }> {
  try {
    const shown = withShownText(bytes);
    const { value } = await mammoth.convertToHtml(
      { buffer: Buffer.from(shown.bytes) },
      { convertImage: mammoth.images.imgElement(async () => ({ src: '' })) },
    );
    return {
      html: `<!doctype html><body>${value}</body>`,
      hidden: shown.hidden.filter((text) => text !== ''),
    };
  } catch {
    throw refusal(file, 'a document of Word that cannot be unpacked', 'a .docx file that Word opens');
  }
}

const refusal = (file: string, found: string, expected: string): InputError =>
  new InputError([
    { file, line: 0, column: 0, found, expected, mend: 'save the release anew as .docx, PDF or HTML' },
  ]);

/** The converted page is one line, so that its columns count its characters. */
function inParagraph(run: PlacedRun, starts: readonly number[]): PlacedRun {
  if (run.place.kind !== 'text') return run;
  const { column } = run.place;
  const paragraph = starts.filter((start) => start < column).length;
  return { start: run.start, end: run.end, place: { kind: 'paragraph', paragraph } };
}
