import { type Box, holdsCentre } from './geometry.ts';
import type { Piece, RulingLine } from './page-content.ts';
import type { PaintedPage, PaintedPiece, PaintedShape } from './paint-page.ts';

/** Channels of two colours that differ by no more than this look the same. */
const SAME = 12;
const PAPER = '#ffffff';

/** A rule is no thicker than this, in points. */
const THICKEST = 3;
const SHORTEST = 6;

/** The pieces of a page, each with the reason why it cannot be seen, if any. `images` are boxes of pictures under the text. */
export function tellUnseen({ pieces, shapes }: PaintedPage, images: readonly Box[]): Piece[] {
  const areas = shapes.filter(({ box }) => box[2] - box[0] > SHORTEST && box[3] - box[1] > THICKEST);
  const covers = areas.filter(({ isOpaque, isRectangle }) => isOpaque && isRectangle);
  return pieces.map((piece): Piece => {
    const { order: _order, colour: _colour, hidden, ...seen } = piece;
    return { ...seen, unseen: hidden ?? reasonFrom(piece, areas, covers, images) };
  });
}

function reasonFrom(
  piece: PaintedPiece,
  areas: readonly PaintedShape[],
  covers: readonly PaintedShape[],
  images: readonly Box[],
): Piece['unseen'] {
  if (covers.some(({ order, box }) => order > piece.order && holdsCentre(box, piece.box))) return 'covered';
  return isBlank(piece, areas, images) ? 'blank' : undefined;
}

/** Whether a text has the colour of what is painted under it. */
function isBlank(piece: PaintedPiece, areas: readonly PaintedShape[], images: readonly Box[]): boolean {
  if (piece.colour === undefined) return false;
  const under = areas.findLast(({ order, box }) => order < piece.order && holdsCentre(box, piece.box));
  if (under) return under.colour !== undefined && areAlike(piece.colour, under.colour);
  return areAlike(piece.colour, PAPER) && !images.some((box) => holdsCentre(box, piece.box));
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
