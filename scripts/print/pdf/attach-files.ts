import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { addObject, changeObject, pdfDate, pdfText, withEntries } from './edit-pdf.ts';
import type { PdfFile } from './read-pdf.ts';

/** A file that a printout carries. */
export interface Attachment {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** `text/csv`. */
  readonly type: string;
  /** How it stands to the document, in the terms of PDF: what it was made from, or its figures for machines. */
  readonly relationship: 'Source' | 'Data';
  readonly description: string;
}

/** Attaches files as they are, and says how they are associated with the document. */
export function attachFiles(file: PdfFile, attachments: readonly Attachment[], date: string): void {
  if (attachments.length === 0) return;
  const sorted = [...attachments].sort((a, b) => (a.name < b.name ? -1 : 1));
  const specifications = sorted.map((attachment) => ({
    name: attachment.name,
    reference: addSpecification(file, attachment, date),
  }));
  const names = specifications.map(({ name, reference }) => `${pdfText(name)} ${reference}`).join(' ');
  const associated = specifications.map(({ reference }) => reference).join(' ');
  changeObject(file, file.root, (catalog) =>
    withEntries(catalog, `/Names <</EmbeddedFiles <</Names [${names}]>>>> /AF [${associated}]`),
  );
}

function addSpecification(file: PdfFile, attachment: Attachment, date: string): string {
  const { name, bytes, type, relationship, description } = attachment;
  const digest = createHash('md5').update(bytes).digest('hex');
  const packed = deflateSync(bytes, { level: 9 });
  const subtype = type.replaceAll('/', '#2F');
  const embedded = addObject(
    file,
    `<</Type /EmbeddedFile /Subtype /${subtype} /Params <</Size ${bytes.length} /ModDate ${pdfDate(date)} /CheckSum <${digest}>>> /Filter /FlateDecode /Length ${packed.length}>>`,
    packed,
  );
  return addObject(
    file,
    `<</Type /Filespec /F ${pdfText(name)} /UF ${pdfText(name)} /Desc ${pdfText(description)} /AFRelationship /${relationship} /EF <</F ${embedded} /UF ${embedded}>>>>`,
  );
}
