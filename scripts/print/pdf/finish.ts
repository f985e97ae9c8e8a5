import type { Printout } from '../../../src/model/printout.ts';
import { type Attachment, attachFiles } from './attach-files.ts';
import { describeDocument, mendOutline } from './describe.ts';
import { changeDrawings } from './drawings.ts';
import { type Addresses, mendLinks, shortenNames } from './links.ts';
import { giveItemsBodies } from './list-items.ts';
import { markDrawing } from './mark-artifacts.ts';
import { numberPages } from './page-numbers.ts';
import { listPageObjects } from './page-tree.ts';
import { takePdfApart } from './read-pdf.ts';
import { renumberNodes } from './renumber-nodes.ts';
import { writePdf } from './write-pdf.ts';

export interface Finishing {
  readonly printout: Printout;
  readonly headings: readonly string[];
  readonly addresses: Addresses;
  readonly attachments: readonly Attachment[];
  /** Its places for page numbers: ids of what is on those pages. */
  readonly places: readonly string[];
}

/** What the browser printed ▶ links that lead home, page numbers, a description, attachments, small and the same in every run. */
export async function finishPdf(
  printed: Uint8Array,
  { printout, headings, addresses, attachments, places }: Finishing,
): Promise<{ readonly bytes: Buffer; readonly pages: number }> {
  const file = takePdfApart(printed);
  renumberNodes(file);
  giveItemsBodies(file);
  mendLinks(file, addresses);
  mendOutline(file, headings);
  describeDocument(file, printout);
  await changeDrawings(file, (drawings) => numberPages(file, drawings, places).map(markDrawing));
  shortenNames(file);
  attachFiles(file, attachments, printout.date);
  return { bytes: await writePdf(file), pages: listPageObjects(file).length };
}
