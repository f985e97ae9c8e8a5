import type { UnitPhrase } from '../../grammar/units.ts';
import type { Figure } from './figure.ts';

/** In what the amounts of a table are told, and the most shares that its labels count. */
export interface TableScale {
  readonly unit: UnitPhrase | undefined;
  readonly mostShares: number;
}

/** Numbers in the label of a row are told in the scale of the row's table, but for prices and what it is not told for. */
export function scaledByTable(
  figures: readonly Figure[],
  text: string,
  table: TableScale | undefined,
): readonly Figure[] {
  if (!table) return figures;
  const { unit, mostShares } = table;
  const scale = unit?.scale ?? 0;
  const sharesApart = unit?.exceptions?.find(({ noun, isPer }) => noun === 'share' && !isPer);
  const ofShares = (digits: string): number =>
    sharesApart ? sharesApart.scale : isInScale(Number(digits), mostShares) ? scale : 0;
  return figures.map((figure) => {
    if (scale <= 0 || figure.scale !== 0 || isOfOneShare(figure, text)) return figure;
    if (figure.kind === 'money') return { ...figure, scale };
    const isCount = (figure.kind === 'shares' && figure.unit === 'shares') || isOfShares(figure, text);
    return isCount ? { ...figure, scale: ofShares(figure.digits) } : figure;
  });
}

/** The most shares that the labels of a table count, as printed. */
export const mostSharesIn = (labels: readonly string[]): number =>
  Math.max(
    0,
    ...labels
      .filter((label) => OF_SHARES.test(label))
      .flatMap((label) => label.match(GROUPED) ?? [])
      .map((printed) => Number(printed.replaceAll(',', ''))),
  );
const OF_SHARES = /\b(?:shares|authori[sz]ed|issued|outstanding)\b/i;
const GROUPED = /(?<![\p{Sc}\d,.]\s?)\d{1,3}(?:,\d{3})+(?![\d.])/gu;

/** All shares of a table are told in one scale: a company may issue so many at least, and hardly so many thousands. */
const isInScale = (shares: number, most: number): boolean =>
  most < LEAST_IN_FULL || (most < MOST_IN_SCALE && shares < FEWEST_SHARES);
const LEAST_IN_FULL = 1_000_000;
const MOST_IN_SCALE = 10_000_000;

/** `authorized shares - 20,000; issued and outstanding 7,590 and 7,643`: shares that only the words before them name. */
const isOfShares = ({ kind, start }: Figure, text: string): boolean =>
  kind === 'bare' &&
  /\b(?:authori[sz]ed|issued|outstanding)(?:\s+shares)?(?:[\s,:–-]+(?:[\d,]+\s+and\s+)?)$/i.test(
    text.slice(0, start),
  );

/** Listed companies have more shares than that. */
const FEWEST_SHARES = 100_000;

/** A par value stands before or behind its amount; `10/-` is in full, and so is what is told of each. */
const isOfOneShare = ({ start, end }: Figure, text: string): boolean =>
  /\b(?:par|stated|face|nominal)\s(?:value\s)?(?::\s?|of\s)?$/i.test(
    text.slice(Math.max(0, start - 20), start),
  ) ||
  /^(?:\s(?:par|stated|face|nominal|each|per (?:\p{L}+ )?share)\b|\s?\/-)/iu.test(text.slice(end, end + 24));
