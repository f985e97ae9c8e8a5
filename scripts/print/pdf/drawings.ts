import { promisify } from 'node:util';
import { deflate, inflate } from 'node:zlib';
import { listPageObjects } from './page-tree.ts';
import { type PdfFile, type PdfObject, referenceIn, UnknownPdf } from './read-pdf.ts';

const pack = promisify(deflate);
const unpack = promisify(inflate);

/** Changes what is drawn on the pages: for each, lines in Latin-1 that each end with an operator. */
export async function changeDrawings(
  file: PdfFile,
  change: (drawings: readonly string[]) => readonly string[],
): Promise<void> {
  const contents = listPageObjects(file).map((page) => findContent(file, page));
  const drawings = await Promise.all(
    contents.map(async ({ stream }) => {
      const drawing = (await unpack(stream)).toString('latin1');
      return drawing.endsWith('\n') ? drawing : `${drawing}\n`;
    }),
  );
  const changed = change(drawings);
  await Promise.all(
    contents.map(async (content, index) => {
      const stream = await pack(Buffer.from(changed[index] ?? '', 'latin1'));
      const value = content.value.replace(/\/Length \d+/, `/Length ${stream.length}`);
      file.objects.set(content.number, { ...content, value, stream });
    }),
  );
}

function findContent({ objects }: PdfFile, page: number): PdfObject & { readonly stream: Uint8Array } {
  const number = referenceIn(objects.get(page)?.value ?? '', 'Contents') ?? 0;
  const content = objects.get(number);
  if (!content?.stream) throw new UnknownPdf(`found no content of page object ${page}`);
  return { ...content, stream: content.stream };
}
