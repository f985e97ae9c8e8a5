import type { NumberToken } from '../../grammar/numbers.ts';
import { readUnit } from '../../grammar/units.ts';
import type { Figure } from './figure.ts';

/** A number that is found by a wording of its own, and the stretch that the wording takes up. */
export interface SpecialFigure {
  readonly figure: Figure;
  readonly start: number;
  readonly end: number;
}

/** `JPY94.16 per US$1.00`, `94.16 yen to the dollar`: what one unit of another currency costs. */
const PER_ONE =
  /^(?:\s(yen|dollars?|euros?|pounds?))?\s?(?:per|to|=|for)\s(?:the\s|one\s|((?:US\$|NT\$|HK\$|[$€£¥]|[A-Z]{3})\s?)?1(?:\.0{1,4})?(?!\d|[.,]\d))\s?(?:(?:U\.?S\.?\s)?(?:dollars?|euros?|yen|pounds?|francs?))?/i;
const TALKS_OF_RATE =
  /\b(?:exchange|buying|translation|conversion|average|spot|currency) rates?\b|\btranslat(?:ed|ions?)\b|\bconverted\b/i;
const RATE_WORD = /\brates?(?: of)?\s*$|\bat\s*$/i;

/** Exchange rates of a sentence. */
export function findRates(text: string, tokens: readonly NumberToken[]): SpecialFigure[] {
  const speaksOfRates = TALKS_OF_RATE.test(text);
  return tokens.flatMap((token): SpecialFigure[] => {
    const rest = text.slice(token.end, token.end + 40);
    const perOne = PER_ONE.exec(rest);
    const other = perOne ? readUnit(perOne[0].replace(/^\s?(?:yen|dollars?)\s/i, ' '))?.currency : undefined;
    const own = token.currency || readUnit(perOne?.[1] ?? '')?.currency;
    if (perOne && other && own) return [rateFigure(token, own, other, token.end + perOne[0].length)];
    if (
      !speaksOfRates ||
      !token.currency ||
      token.places === 0 ||
      /^\s?(?:thousand|million|billion|per\b)/i.test(rest)
    )
      return [];
    const foreign = otherCurrency(text, token.currency);
    return foreign && RATE_WORD.test(text.slice(Math.max(0, token.start - 30), token.start))
      ? [rateFigure(token, token.currency, foreign, token.end)]
      : [];
  });
}

function rateFigure(token: NumberToken, own: string, other: string, end: number): SpecialFigure {
  const { raw, start, digits, places } = token;
  const figure: Figure = {
    raw,
    start,
    end,
    digits,
    places,
    kind: 'rate',
    unit: `${own}/${other}`,
    scale: 0,
    isNegative: false,
    noun: '',
    remark: '',
  };
  return { figure, start, end };
}

/** The other currency that a sentence names beside one: `U.S. dollar amounts are translated from yen`. */
function otherCurrency(text: string, own: string): string | undefined {
  for (const match of text.matchAll(
    /\b(?:U\.?S\.? )?dollars?\b|\beuros?\b|\byen\b|\bpounds?\b|\bfrancs?\b|\b(?:USD|EUR|JPY|GBP|CHF)\b/gi,
  )) {
    const currency = readUnit(match[0])?.currency;
    if (currency && currency !== own) return currency;
  }
  return undefined;
}
