import { type Box, holdsCentre } from './geometry.ts';
import type { Piece, RulingLine } from './page-content.ts';
import type { PaintedImage, PaintedPage, PaintedPiece, PaintedShape } from './paint-page.ts';

/** Channels of two colours that differ by no more than this look the same. */
const SAME = 12;
const PAPER = '#ffffff';

/** A rule is no thicker than this, in points. */
const THICKEST = 3;
const SHORTEST = 6;

/** A page with less seen text than this, of all that it has, is a picture of one. */
const LEAST_SEEN = 0.2;

/**
 * The pieces of a page, each with the reason why it cannot be seen, if any; `cells` are those of marked contents. Text that is not painted but stands on the
 * picture of a page was recognised in it: the page shows it.
 */
export function tellUnseen(
  { pieces, shapes, images }: PaintedPage,
  cells: ReadonlyMap<number, number> = new Map(),
): Piece[] {
  const areas = shapes.filter(({ box }) => isWide(box));
  const covers = areas.filter(({ isOpaque, isRectangle }) => isOpaque && isRectangle);
  const pictures = images.filter(({ box }) => isWide(box));
  const painted = pieces.filter(({ isUnpainted }) => !isUnpainted);
  const isScan = pictures.length > 0 && painted.length < LEAST_SEEN * pieces.length;
  return pieces.map((piece): Piece => {
    const { order: _order, colour: _colour, hidden, isUnpainted, mark, ...shown } = piece;
    const seen = { ...shown, tableCell: mark === undefined ? undefined : cells.get(mark) };
    const isRecognised =
      isScan &&
      isUnpainted &&
      hidden === 'invisible' &&
      pictures.some(({ box }) => holdsCentre(box, piece.box));
    if (isRecognised) return { ...seen, unseen: undefined, isRecognised };
    return { ...seen, unseen: hidden ?? reasonFrom(piece, areas, covers, pictures) };
  });
}

const isWide = (box: Box): boolean => box[2] - box[0] > SHORTEST && box[3] - box[1] > THICKEST;

function reasonFrom(
  piece: PaintedPiece,
  areas: readonly PaintedShape[],
  covers: readonly PaintedShape[],
  pictures: readonly PaintedImage[],
): Piece['unseen'] {
  if (covers.some(({ order, box }) => order > piece.order && holdsCentre(box, piece.box))) return 'covered';
  return isBlank(piece, areas, pictures) ? 'blank' : undefined;
}

/** Whether a text has the colour of what is painted under it; what a picture shows there nobody knows. */
function isBlank(
  piece: PaintedPiece,
  areas: readonly PaintedShape[],
  pictures: readonly PaintedImage[],
): boolean {
  if (piece.colour === undefined) return false;
  const isUnder = ({ order, box }: PaintedImage): boolean =>
    order < piece.order && holdsCentre(box, piece.box);
  const under = areas.findLast(isUnder);
  const picture = pictures.findLast(isUnder);
  if (picture && picture.order > (under?.order ?? -1)) return false;
  return under
    ? under.colour !== undefined && areAlike(piece.colour, under.colour)
    : areAlike(piece.colour, PAPER);
}

function areAlike(a: string, b: string): boolean {
  const [x, y] = [Number.parseInt(a.slice(1), 16), Number.parseInt(b.slice(1), 16)];
  return [16, 8, 0].every((shift) => Math.abs(((x >> shift) & 255) - ((y >> shift) & 255)) <= SAME);
}

/** Lines of a page: thin shapes. */
export function rulesIn(shapes: readonly PaintedShape[]): RulingLine[] {
  return shapes.flatMap(({ box }): RulingLine[] => {
    const [width, height] = [box[2] - box[0], box[3] - box[1]];
    if (height <= THICKEST && width >= SHORTEST) return [{ isHorizontal: true, box }];
    return width <= THICKEST && height >= SHORTEST ? [{ isHorizontal: false, box }] : [];
  });
}

/** Filled areas that could be stripes of a table or cells. */
export const fillsIn = (shapes: readonly PaintedShape[]): Box[] =>
  shapes.flatMap(({ box, isOpaque, isRectangle, colour }) =>
    isOpaque && isRectangle && colour !== PAPER && box[2] - box[0] > SHORTEST && box[3] - box[1] > THICKEST
      ? [box]
      : [],
  );
