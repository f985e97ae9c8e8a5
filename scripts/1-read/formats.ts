import type { SourceText } from '../../src/model/corpus.ts';
import type { Extension } from '../../src/model/file-types.ts';
import { isDelimited, readDelimited } from './delimited/read-delimited.ts';
import { isDocx, readDocx } from './docx/read-docx.ts';
import { isHtml, readHtml } from './html/read-html.ts';
import { isPdf, readPdf } from './pdf/read-pdf.ts';
import type { RawDocument } from './raw-document.ts';
import { readText } from './text/read-text.ts';
import { isXlsx } from './xlsx/open-workbook.ts';
import { readXlsx } from './xlsx/read-xlsx.ts';

/** A format that can be read. Later phases know none of them. */
export interface Format {
  /** As a message names it: `HTML`, `PDF`. */
  readonly name: string;
  /** Lower case, the usual one first. */
  readonly extensions: readonly string[];
  /** Tells the format by what stands in the file, whatever its name says. */
  isFormat(bytes: Uint8Array): boolean;
  /** Throws an `InputError` where the file is useless. */
  read(source: SourceText): RawDocument | Promise<RawDocument>;
}

/**
 * Those that few bytes give away come first; text is what nothing else is. A new format is one reader, one row here, and
 * its extension in `src/model/file-types.ts`.
 */
export const FORMATS: readonly Format[] = [
  { name: 'PDF', extensions: ['pdf'], isFormat: isPdf, read: readPdf },
  { name: 'HTML', extensions: ['html', 'htm', 'xhtml'], isFormat: isHtml, read: readHtml },
  { name: 'Word', extensions: ['docx'], isFormat: isDocx, read: readDocx },
  { name: 'Excel', extensions: ['xlsx'], isFormat: isXlsx, read: readXlsx },
  { name: 'CSV', extensions: ['csv', 'tsv'], isFormat: isDelimited, read: readDelimited },
  { name: 'text', extensions: ['txt', 'text', 'md', 'tsv'], isFormat: () => true, read: readText },
] satisfies readonly (Format & { readonly extensions: readonly Extension[] })[];

/** Two formats may share one: tab-separated text is CSV where its fields are quoted. */
export const EXTENSIONS: readonly string[] = [...new Set(FORMATS.flatMap(({ extensions }) => extensions))];
