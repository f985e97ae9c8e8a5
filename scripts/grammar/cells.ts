import type { Aspect, Basis } from '../../src/model/fact.ts';
import { readBasis, readDirection } from './aspects.ts';
import { isNil, type NumberToken, scanNumbers, shiftDecimal } from './numbers.ts';
import { findPeriods } from './periods.ts';
import { readUnit, scaleAfter, type UnitPhrase } from './units.ts';

/** Only where the fiscal year lies depends on the calendar; which words speak of time does not. */
const ANY_CALENDAR = { endMonth: 12, labelOffset: 0 };

/** One number of a cell with what the words around it say; a dash is a nil statement without a token. */
export interface CellFigure {
  readonly token: NumberToken | undefined;
  readonly raw: string;
  /** UTF-16 offset of `raw` in the cell's text. */
  readonly start: number;
  readonly isNegative: boolean;
  readonly aspect: Aspect | undefined;
  readonly basis: Basis | undefined;
  readonly unit: UnitPhrase | undefined;
  /** Power of ten of a scale word behind it: 6 for `JPY51,109 million`. */
  readonly scale: number | undefined;
  /** Stands in parentheses behind another figure, as a part of it: the 5.0 in `29.9 (5.0)`. */
  readonly isPart: boolean;
}

/** Reads every figure of a cell, in order. */
export function readCell(text: string): CellFigure[] {
  if (isNil(text)) return [{ token: undefined, raw: text.trim(), start: text.search(/\S/), isNegative: false, aspect: undefined, basis: undefined, unit: undefined, scale: undefined, isPart: false }];
  const tokens = figuresIn(text);
  return tokens.map((token, i) => readFigure(text, token, tokens[i - 1], tokens[i + 1]));
}

function readFigure(text: string, token: NumberToken, previous: NumberToken | undefined, next: NumberToken | undefined): CellFigure {
  const before = text.slice(previous?.end ?? 0, token.start);
  const after = text.slice(token.end, next?.start ?? text.length);
  const direction = readDirection(before) || (next === undefined ? readDirection(after) : 0);
  const isPart = token.parenthesised && previous !== undefined && direction === 0;
  const scaled = scaleAfter(text, token.end);
  return {
    token,
    raw: isPart ? token.raw.replace(/^\(\s*|\s*\)$/g, '') : token.raw,
    start: isPart ? token.start + 1 : token.start,
    isNegative: direction === 0 ? token.minus || (token.parenthesised && !isPart) : token.minus !== direction < 0,
    aspect: direction !== 0 ? (token.percent ? 'changePercent' : 'change') : token.percent ? 'ratio' : undefined,
    basis: readBasis(after.split(/[;,]/)[0] ?? ''),
    unit: unitOf(token, after),
    scale: scaled?.scale,
    isPart,
  };
}

/** Unit printed with the figure: its currency, its percent sign, letters that touch it or words behind it. */
function unitOf(token: NumberToken, after: string): UnitPhrase | undefined {
  const words = /^\s?([^(),;]*)/.exec(after)?.[1] ?? '';
  const read = readUnit(`${token.suffix} ${words}`.trim());
  if (token.percent) return { measure: 'percent' };
  if (token.currency) return { currency: token.currency, ...(read?.per && { per: read.per }) };
  return read?.measure !== undefined || read?.per !== undefined ? read : undefined;
}

/** Plain decimal in base units with the printed sign, and decimals as in XBRL. */
export function valueOf(figure: CellFigure, scale: number): { readonly value: string; readonly decimals: number | null } {
  if (!figure.token) return { value: '', decimals: null };
  const value = shiftDecimal(figure.token.digits, scale);
  return { value: figure.isNegative && value !== '0' ? `-${value}` : value, decimals: figure.token.places - scale };
}

/** Whether a cell states a number or nil: not one that is part of a date, a name or a unit. */
export function holdsFigure(text: string): boolean {
  return isNil(text) || figuresIn(text).length > 0;
}

/** The numbers of a cell that are statements. */
export function figuresIn(text: string): NumberToken[] {
  const times = findPeriods(text, ANY_CALENDAR);
  return scanNumbers(text).filter(
    ({ start, end, prefix, suffix }) =>
      prefix === '' && (suffix === '' || isUnitSuffix(suffix)) && !times.some((time) => start < time.end && end > time.start),
  );
}

/** Letters that may touch a figure: a unit or a scale, not the end of a name such as `4Q12`. */
const isUnitSuffix = (suffix: string): boolean => /^(?:[TGMK]?bps|x|k|m|mn|mm|bn|tn|b|pts?|pp|ppt|yen|cents?|million|billion|thousand)$/i.test(suffix);

