import type { UnitPhrase } from '../../grammar/units.ts';
import type { Figure } from './figure.ts';

/** Numbers in the label of a row are told in the scale of the row's table, but for prices and what it is not told for. */
export function scaledByTable(
  figures: readonly Figure[],
  text: string,
  unit: UnitPhrase | undefined,
): readonly Figure[] {
  const scale = unit?.scale ?? 0;
  if (scale <= 0) return figures;
  const sharesApart = unit?.exceptions?.find(({ noun, isPer }) => noun === 'share' && !isPer);
  return figures.map((figure) => {
    if (figure.scale !== 0 || isOfOneShare(figure, text)) return figure;
    if (figure.kind === 'money') return { ...figure, scale };
    return (figure.kind === 'shares' && figure.unit === 'shares') || isOfShares(figure, text)
      ? {
          ...figure,
          scale: sharesApart ? sharesApart.scale : Number(figure.digits) < FEWEST_SHARES ? scale : 0,
        }
      : figure;
  });
}

/** `authorized 20,000; issued and outstanding 7,590 and 7,643`: shares that only the words before them name. */
const isOfShares = ({ kind, start }: Figure, text: string): boolean =>
  kind === 'bare' &&
  /\b(?:authori[sz]ed|issued|outstanding)(?:[\s,:–-]+(?:[\d,]+\s+and\s+)?)$/i.test(text.slice(0, start));

/** Listed companies have more shares than that. */
const FEWEST_SHARES = 100_000;

/** A par value stands before or behind its amount. */
const isOfOneShare = ({ start, end }: Figure, text: string): boolean =>
  /\b(?:par|stated)\s(?:value\s)?(?:of\s)?$/i.test(text.slice(Math.max(0, start - 20), start)) ||
  /^\s(?:par|stated)\b/i.test(text.slice(end, end + 8));
