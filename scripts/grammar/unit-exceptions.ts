/** What the scale of a caption does not hold for. */
export interface UnitException {
  /** The thing in the singular: `share`, `ounce`, `subscriber`. */
  readonly noun: string;
  /** All the words that name it, in lower case: `average rental rate`. */
  readonly phrase: string;
  /** Amounts per such a thing rather than such things. */
  readonly isPer: boolean;
  /** Power of ten of its own: 3 for `shares, which are reflected in thousands`; 0 where none is given. */
  readonly scale: number;
}

const EXCEPT = /[,;(]?\s*\b(?:except|other than|excluding|with the exception of)\b(?: for)?/i;

/** `$ in millions, subscribers in thousands`: a thing with a scale of its own, without a word such as `except`. */
const APART =
  /(?:,|;|\band)\s*(?:number of )?(?:\p{L}+ )?\p{L}{3,}s(?: \p{L}+)? (?:\w+ ){0,3}in (?:thousands|millions|billions)\b/giu;

/**
 * Parts a unit phrase into what holds for all and its exceptions: `(In millions, except number of shares, which are
 * reflected in thousands, and per-share amounts)`. `scaleIn` reads a word of scale, `isMoney` one of a currency: what
 * `(unaudited, dollars in thousands)` says holds for all.
 */
export function readExceptions(
  text: string,
  scaleIn: (words: string) => number | undefined,
  isMoney: (words: string) => boolean,
): { readonly main: string; readonly exceptions: readonly UnitException[] } {
  const at = EXCEPT.exec(text);
  const apart = text.matchAll(APART).find(([words]) => phraseIn(words) !== '' && !isMoney(words));
  const from = at?.index ?? apart?.index;
  if (from === undefined) return { main: text, exceptions: [] };
  const exceptions: UnitException[] = [];
  for (const piece of text.slice(from + (at?.[0].length ?? 0)).split(/,|;|\band\b|\bor\b|&/i)) {
    const scale = scaleIn(piece);
    const phrase = phraseIn(piece);
    const noun =
      phrase
        .split(' ')
        .at(-1)
        ?.replace(/(?<=[^s])s$/, '') ?? '';
    const last = exceptions.at(-1);
    if (noun !== '') exceptions.push({ noun, phrase, isPer: /\bper\b/i.test(piece), scale: scale ?? 0 });
    else if (scale !== undefined && last) exceptions[exceptions.length - 1] = { ...last, scale };
  }
  const main = text.slice(0, from);
  const isShared = apart !== undefined && scaleIn(main) === undefined;
  return { main: isShared ? `${main} ${IN_SCALE.exec(text)?.[0]}` : main, exceptions };
}

/** `Dollars and shares in thousands` tells the scale of both. */
const IN_SCALE = /\bin (?:thousands|millions|billions)\b/i;

/** The thing that a piece of the list names, without words that say nothing of it. */
const phraseIn = (piece: string): string =>
  piece
    .toLowerCase()
    .replace(/\b(?:which|that) (?:is|are)\b.*|\b(?:is|are)\b.*|\bin (?:thousands|millions|billions).*/, '')
    .replace(
      /\b(?:for|the|all|per|numbers?|of|amounts?|data|figures?|information|values?|expressed|stated|shown|presented|reported|otherwise|noted|where|indicated|as)\b|[^\p{L} ]/gu,
      ' ',
    )
    .trim()
    .replace(/\s+/g, ' ');
