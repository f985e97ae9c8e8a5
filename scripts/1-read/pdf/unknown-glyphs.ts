import { isKnownWord, LIGATURES } from './ligature-words.ts';
import type { PageContent } from './page-content.ts';

/** Stands for a glyph whose character the file does not tell. Nothing may take it for a digit. */
export const UNKNOWN = '\uFFFD';

/** Private characters that stand for such glyphs while a file is read, one for each glyph of each font. */
const FIRST = 0xf0000;
const MOST = 0xfffd;
const STAND_IN = /[\u{f0000}-\u{ffffd}]/gu;

/** Gives each glyph without a character a stand-in of its own, the same wherever it is printed. */
export class UnknownGlyphs {
  private readonly standIns = new Map<string, string>();

  standInFor(font: string, code: number): string {
    const key = `${font} ${code}`;
    const known = this.standIns.get(key);
    if (known) return known;
    const standIn = String.fromCodePoint(FIRST + (this.standIns.size % MOST));
    this.standIns.set(key, standIn);
    return standIn;
  }
}

/**
 * Pages whose stand-ins are what they show: programs that write no character for a ligature (`bene…ts`, `…nancial`) use
 * one glyph for it, so the words in which it is printed tell which it is. All others become `UNKNOWN`.
 */
export function settleUnknown(pages: readonly PageContent[]): PageContent[] {
  const texts = pages.flatMap(({ pieces }) =>
    pieces.flatMap(({ text }) => (text.search(STAND_IN) >= 0 ? [text] : [])),
  );
  if (texts.length === 0) return [...pages];
  const shown = new Map<string, string>();
  const settled = (text: string): string =>
    text.replace(STAND_IN, (standIn) => shown.get(standIn) ?? UNKNOWN);
  for (const standIn of new Set(texts.flatMap((text) => text.match(STAND_IN) ?? [])))
    shown.set(
      standIn,
      findLigature(
        texts.filter((text) => text.includes(standIn)),
        standIn,
      ) ?? UNKNOWN,
    );
  return pages.map((page) => ({
    ...page,
    pieces: page.pieces.map((piece) => ({ ...piece, text: settled(piece.text) })),
  }));
}

/** The ligature that makes known words of most texts with a glyph. */
function findLigature(texts: readonly string[], standIn: string): string | undefined {
  const scores = LIGATURES.map((ligature) => ({
    ligature,
    hits: texts.filter((text) => isKnownWord(text.replaceAll(standIn, ligature), ligature)).length,
  }));
  const best = scores.sort((a, b) => b.hits - a.hits)[0];
  return best && best.hits * 3 > texts.length ? best.ligature : undefined;
}
