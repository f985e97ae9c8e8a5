import type { Printout } from '../../../src/model/printout.ts';
import { PROGRAM_VERSION } from '../../program-version.ts';
import { addObject, changeObject, pdfDate, pdfText, readPdfText, stringIn, withEntries } from './edit-pdf.ts';
import type { PdfFile } from './read-pdf.ts';

type Described = Pick<Printout, 'title' | 'author' | 'subject' | 'language' | 'date'>;

const CREATOR = `Tieout ${PROGRAM_VERSION}`;

/** Stands in the description for the hash of the inputs, which is named last: what is printed does not rest on it. */
const UNNAMED = '0'.repeat(64);
const INPUTS = 'tieout:inputs';

/** Says what the document is, twice as PDF wants it: for old readers and as XMP. Its only date is its release's. */
export function describeDocument(file: PdfFile, printout: Described): void {
  const { title, author, subject, language, date } = printout;
  const producer = readPdfText(stringIn(file.objects.get(file.info)?.value ?? '', 'Producer') ?? '()');
  changeObject(
    file,
    file.info,
    () =>
      `<</Title ${pdfText(title)} /Author ${pdfText(author)} /Subject ${pdfText(subject)} /Creator ${pdfText(CREATOR)} /Producer ${pdfText(producer)} /CreationDate ${pdfDate(date)} /ModDate ${pdfDate(date)}>>`,
  );
  const xmp = Buffer.from(formatXmp(printout, producer));
  const metadata = addObject(file, `<</Type /Metadata /Subtype /XML /Length ${xmp.length}>>`, xmp);
  changeObject(file, file.root, (catalog) =>
    withEntries(
      catalog.replace(/\/Lang \([^)]*\)/, `/Lang ${pdfText(language)}`),
      `/Metadata ${metadata} /PageMode /UseOutlines`,
    ),
  );
}

function formatXmp({ title, author, subject, language, date }: Described, producer: string): string {
  const inLanguage = (text: string) =>
    `<rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(text)}</rdf:li></rdf:Alt>`;
  const time = `${date}T12:00:00Z`;
  return `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:tieout="urn:tieout:printout">
<dc:format>application/pdf</dc:format>
<dc:title>${inLanguage(title)}</dc:title>
<dc:creator><rdf:Seq><rdf:li>${escapeXml(author)}</rdf:li></rdf:Seq></dc:creator>
<dc:description>${inLanguage(subject)}</dc:description>
<dc:language><rdf:Bag><rdf:li>${escapeXml(language)}</rdf:li></rdf:Bag></dc:language>
<pdf:Producer>${escapeXml(producer)}</pdf:Producer>
<xmp:CreatorTool>${CREATOR}</xmp:CreatorTool>
<xmp:CreateDate>${time}</xmp:CreateDate>
<xmp:ModifyDate>${time}</xmp:ModifyDate>
<${INPUTS}>${UNNAMED}</${INPUTS}>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>`;
}

/** The PDF with the hash of what it was made from, as long as what stood for it. */
export function nameInputs(pdf: Buffer, inputs: string): Buffer {
  const [start, end] = [`<${INPUTS}>`, `</${INPUTS}>`];
  const at = pdf.indexOf(start + UNNAMED + end);
  if (at < 0) return pdf;
  const named = Buffer.from(pdf);
  named.write(inputs.padEnd(UNNAMED.length), at + start.length, 'latin1');
  return named;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escapeXml = (text: string): string => text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? '');

/**
 * The browser leaves out the space where a heading goes on in the next line. The headings of the page, in order, put
 * it back.
 */
export function mendOutline(file: PdfFile, headings: readonly string[]): void {
  const byLetters = new Map(headings.map((heading) => [heading.replace(/\s/g, ''), heading]));
  for (const { number, value } of [...file.objects.values()]) {
    if (!value.startsWith('<</Title') || !value.includes('/Parent')) continue;
    const title = stringIn(value, 'Title');
    const mended = title && byLetters.get(readPdfText(title).replace(/\s/g, ''));
    if (title && mended) changeObject(file, number, () => value.replace(title, () => pdfText(mended)));
  }
}
