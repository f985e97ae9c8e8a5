import { pagesOfDestinations } from './page-tree.ts';
import { type PdfFile, UnknownPdf } from './read-pdf.ts';

/**
 * The colour that places are printed in, and nothing else: by it they are found, whatever the text of a document is.
 */
export const PLACE_COLOR = '#000001';
const COLORED = '0 0 .0039 RG 0 0 .0039 rg\n';

/** Digits that a place has room for. */
const ROOM = 4;

/** What is printed in a place: which one it is. */
export const textOfPlace = (place: number): string => String(place).padStart(ROOM, '0');

/** What is printed once before all places, in their typeface and colour, so that the glyph of each digit is known. */
export const DIGITS = '0123456789';

/**
 * Puts the numbers of pages into their places, in the browser's own glyphs. Which page something is on is known only
 * when all is printed, and a second printing would take half as long again as the first.
 *
 * @param places Ids of what is on the page whose number goes to each place.
 * @param drawings What is drawn on each page, lines that each end with an operator.
 * @throws {UnknownPdf} where the places are not there as they were meant to be printed.
 */
export function numberPages(
  file: PdfFile,
  drawings: readonly string[],
  places: readonly string[],
): readonly string[] {
  if (places.length === 0) return drawings;
  const pages = pagesOfDestinations(file);
  const waiting = new Map(places.entries());
  let digits: readonly string[] = [];
  const fillText = (text: string): string => {
    const glyphs = [...text.matchAll(SHOWN)].map(([, glyph = '']) => glyph);
    if (glyphs.length === 0) return text;
    if (glyphs.length === DIGITS.length) {
      digits = glyphs;
      return text.replace(SHOWN, '');
    }
    const number = Number(glyphs.map((glyph) => digits.indexOf(glyph)).join(''));
    const page = pages.get(waiting.get(number) ?? '');
    if (page === undefined) throw new UnknownPdf('found another text in a place for a page number');
    waiting.delete(number);
    const standing = String(page).padStart(ROOM);
    let at = 0;
    return text.replace(SHOWN, () => {
      const digit = standing[at++] ?? ' ';
      return digit === ' ' ? '' : `<${digits[Number(digit)]}> Tj`;
    });
  };
  const filled = drawings.map((drawing) => {
    const [before = '', ...colored] = drawing.split(COLORED);
    return [before, ...colored.map((part) => changeTexts(part, fillText))].join(COLORED);
  });
  if (waiting.size > 0)
    throw new UnknownPdf(`found ${places.length - waiting.size} of ${places.length} places for page numbers`);
  return filled;
}

const SHOWN = /<([0-9A-F]+)> Tj/g;
const TEXT = /^BT\n[\s\S]*?^ET$/gm;

/** Changes the texts that stand before the next change of colour. */
function changeTexts(part: string, change: (text: string) => string): string {
  const end = part.indexOf(' rg\n');
  const colored = end < 0 ? part : part.slice(0, end);
  return colored.replace(TEXT, change) + part.slice(colored.length);
}
