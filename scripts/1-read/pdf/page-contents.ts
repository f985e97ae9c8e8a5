import { getDocumentProxy, getResolvedPDFJS } from 'unpdf';
import type { Complaint } from '../../../src/model/problem.ts';
import * as complaints from './complaints.ts';
import type { Matrix } from './geometry.ts';
import type { PageContent } from './page-content.ts';
import { type OperatorNames, type PaintedPage, type Painting, paintPage } from './paint-page.ts';
import type { Font } from './paint-state.ts';
import { readFont } from './read-font.ts';
import { cellsOfMarks, type StructNode } from './table-cells.ts';
import { fillsIn, rulesIn, tellUnseen } from './tell-unseen.ts';
import { settleUnknown, UnknownGlyphs } from './unknown-glyphs.ts';

/** The longest release has some hundred pages; one of a page has some thousand pieces of text. */
export const MOST_PAGES = 2000;
export const MOST_PIECES = 3_000_000;

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;
type PdfPage = Awaited<ReturnType<Pdf['getPage']>>;

/** Pictures are not decoded: what they show is no text, and they can be made as large as memory. */
const NO_IMAGES = 1;

/** What every page paints, or what is wrong with the file. Nothing in it is run or fetched. */
export async function readPageContents(bytes: Uint8Array): Promise<readonly PageContent[] | Complaint> {
  const { OPS } = await getResolvedPDFJS();
  let pdf: Pdf | undefined;
  try {
    pdf = await getDocumentProxy(Uint8Array.from(bytes), {
      maxImageSize: NO_IMAGES,
      verbosity: 0,
      enableXfa: false,
    });
    if (pdf.numPages > MOST_PAGES) return complaints.tooManyPages(pdf.numPages, MOST_PAGES);
    return await readPages(pdf, OPS);
  } catch (error) {
    return complaints.fromError(error as Error);
  } finally {
    await pdf?.loadingTask.destroy();
  }
}

async function readPages(pdf: Pdf, names: OperatorNames): Promise<PageContent[] | Complaint> {
  const pages: PageContent[] = [];
  const layers = await pdf.getOptionalContentConfig();
  const unknown = new UnknownGlyphs();
  let pieces = 0;
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    const content = await readPage(page, {
      names,
      isLayerShown: (layer) => layers.isVisible(layer),
      unknown,
    });
    pieces += content.pieces.length;
    if (pieces > MOST_PIECES) return complaints.tooMuchText(MOST_PIECES);
    pages.push(content);
    page.cleanup();
  }
  return settleUnknown(pages);
}

type FilePart = Pick<Painting, 'names' | 'isLayerShown' | 'unknown'>;

async function readPage(page: PdfPage, file: FilePart): Promise<PageContent> {
  const { width, height, transform } = page.getViewport({ scale: 1 });
  const operators = await page.getOperatorList();
  const painted = paintPage({
    ...file,
    operators,
    view: transform as unknown as Matrix,
    width,
    height,
    fontAt: fontsOn(page),
  });
  return {
    page: page.pageNumber,
    width,
    height,
    pieces: tellUnseen(painted, await tableCells(page, painted)),
    rules: rulesIn(painted.shapes),
    fills: fillsIn(painted.shapes),
  };
}

/** The table's cell of each marked content of a tagged page, as its own structure tells them. */
async function tableCells(page: PdfPage, { pieces }: PaintedPage): Promise<ReadonlyMap<number, number>> {
  return pieces.some(({ mark }) => mark !== undefined)
    ? cellsOfMarks((await page.getStructTree()) as StructNode | null)
    : new Map();
}

function fontsOn(page: PdfPage): (id: string) => Font {
  const fonts = new Map<string, Font>();
  return (id) => {
    const known = fonts.get(id);
    if (known) return known;
    const font = readFont(id, page.commonObjs.has(id) ? page.commonObjs.get(id) : undefined);
    fonts.set(id, font);
    return font;
  };
}
