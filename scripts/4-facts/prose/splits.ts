import { trimDecimal } from '../../grammar/numbers.ts';
import type { SpecialFigure } from './rates.ts';

/**
 * `1:200 stock split`, `2:1 stock split`, `2-for-1 split`. Before a colon some print the old shares and some the new ones:
 * only a reverse split leaves fewer.
 */
const SPLIT =
  /(?<![\d:])(?:(\d{1,5}):(\d{1,5})|(\d{1,5})[- ]for[- ](\d{1,5}))(?![\d:])(?=[^.;]{0,60}\bsplit)|(?<=\bsplit\b[^.;\d]{0,40})(?:(\d{1,5}):(\d{1,5})|(\d{1,5})[- ]for[- ](\d{1,5}))(?![\d:])/gi;

const REVERSE = /\b(?:reverse|consolidat)/i;

/** Stock splits of a sentence; the value is how many new shares take the place of one old share. */
export function findSplits(text: string): SpecialFigure[] {
  if (!/split/i.test(text)) return [];
  return [...text.matchAll(SPLIT)].flatMap((match): SpecialFigure[] => {
    const [one, other, isByColon] = [
      Number(match[1] ?? match[5] ?? match[3] ?? match[7]),
      Number(match[2] ?? match[6] ?? match[4] ?? match[8]),
      match[0].includes(':'),
    ];
    const isTurned = isByColon && one < other !== REVERSE.test(text);
    const ratio = isTurned ? other / one : one / other;
    if (!Number.isFinite(ratio)) return [];
    const [start, raw] = [match.index, match[0]];
    const end = start + raw.length;
    const digits = trimDecimal(ratio.toFixed(6));
    const places = digits.split('.')[1]?.length ?? 0;
    return [
      {
        start,
        end,
        figure: {
          raw,
          start,
          end,
          digits,
          places,
          kind: 'split',
          unit: 'shares',
          scale: 0,
          isNegative: false,
          noun: '',
          remark: '',
        },
      },
    ];
  });
}
