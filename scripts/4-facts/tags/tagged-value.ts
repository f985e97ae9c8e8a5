import type { Printed } from '../../../src/model/fact.ts';
import type { NumberTag } from '../../1-read/raw-document.ts';
import { isNil, scanNumbers, shiftDecimal } from '../../grammar/numbers.ts';

/** What a tag and the printed number together say of the amount. */
export type TaggedValue = Pick<Printed, 'value' | 'polarity' | 'decimals'>;

/** The tag's amount with the printed sign; where the two differ in sign, the context has turned it. */
export function taggedValue({ value, decimals }: NumberTag, raw: string): TaggedValue {
  if (value === '' || isNil(raw)) return { value: '', polarity: 1, decimals: null };
  const isPrintedNegative = printsNegative(raw);
  const size = value.replace(/^-/, '');
  const isZero = /^0(?:\.0*)?$/.test(size);
  const places = printedPlaces(raw);
  const scale = scaleOfTag(value, raw);
  // An exact number in words, “two segments”, is known to the digits that it would be printed with.
  const told = decimals ?? /\.(\d+)$/.exec(size)?.[1]?.length ?? 0;
  return {
    value: isPrintedNegative && !isZero ? `-${size}` : size,
    polarity: !isZero && isPrintedNegative !== value.startsWith('-') ? -1 : 1,
    decimals: scale === undefined || places === undefined ? told : places - scale,
  };
}

const printsNegative = (raw: string): boolean => {
  const [token] = scanNumbers(raw);
  return token !== undefined && (token.minus || token.parenthesised);
};

const printedPlaces = (raw: string): number | undefined => scanNumbers(raw)[0]?.places;

/** The power of ten between the printed number and the tag's; undefined where their digits differ. */
export function scaleOfTag(value: string, raw: string): number | undefined {
  const printed = scanNumbers(raw)[0]?.digits;
  if (printed === undefined) return undefined;
  const size = Number(value.replace(/^-/, ''));
  if (size === 0 || Number(printed) === 0) return Number(printed) === size ? 0 : undefined;
  const scale = Math.round(Math.log10(size / Number(printed)));
  return Number(shiftDecimal(printed, scale)) === size ? scale : undefined;
}
