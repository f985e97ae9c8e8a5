import type { Aspect, Basis, Qualifier } from '../../src/model/fact.ts';
import { findBasis, readDirection } from './aspects.ts';
import { isDecade } from './decades.ts';
import { isFigureText, namesNothing } from './figure-text.ts';
import { matchesIn } from './matches-in.ts';
import { isNil, isToOne, type NumberToken, scanNumbers, shiftDecimal } from './numbers.ts';
import { findPeriods, readYearName } from './periods.ts';
import { timesAmongFigures } from './times.ts';
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
  readonly qualifier: Qualifier;
  readonly unit: UnitPhrase | undefined;
  /** Power of ten of a scale word behind it: 6 for `JPY51,109 million`. */
  readonly scale: number | undefined;
  /** Stands in parentheses behind another figure, as a part of it: the 5.0 in `29.9 (5.0)`. */
  readonly isPart: boolean;
  /** `Mid 40%s`: it names a span of values. */
  readonly isDecade: boolean;
  /** The words before it where they name another period: `(H1 2023:` or `(2023:`. */
  readonly when: string;
}

const NIL = {
  token: undefined, isNegative: false, aspect: undefined, basis: undefined, qualifier: 'exact', unit: undefined,
  scale: undefined, isPart: false, isDecade: false, when: '',
} as const; // biome-ignore format: a table reads better than a column

/** Reads every figure of a cell, in order; none in a cell of words such as an address. */
export function readCell(text: string): CellFigure[] {
  if (isNil(text)) {
    const unit = /[%％]/.test(text) ? { measure: 'percent' } : undefined;
    return [{ ...NIL, unit, raw: text.trim(), start: text.search(/\S/) }];
  }
  const tokens = SPREADSHEET.test(text) ? [] : figuresIn(text);
  if (tokens.length === 0 || !isFigureText(text, tokens)) return [];
  const figures = tokens.map((token, i) => readFigure(text, token, tokens[i - 1], tokens[i + 1]));
  return figures.map(
    (figure, i) =>
      rangeEnd(figure, figures[i - 1], text) ?? rangeStart(figure, figures[i + 1], text) ?? figure,
  );
}

function readFigure(
  text: string,
  token: NumberToken,
  previous: NumberToken | undefined,
  next: NumberToken | undefined,
): CellFigure {
  const before = text.slice(previous?.end ?? 0, token.start);
  const after = text.slice(token.end, next?.start ?? text.length);
  const direction =
    readDirection(before) || (next === undefined ? readDirection(after.replace(OPEN_END, '')) : 0);
  const isBehind = direction === 0 && next === undefined && /^[-−–]$/.test(after) && isUnsigned(token);
  const isPart =
    token.parenthesised && previous !== undefined && direction === 0 && !/(?:\bto|[-–—])\s*$/.test(before);
  const scaled = scaleAfter(text, token.end);
  const unit = findPrintedUnit(token, after);
  const isPercent = token.percent || unit?.measure === 'percent';
  return {
    token,
    raw: isPart ? token.raw.replace(/^\(\s*|\s*\)$/g, '') : `${token.raw}${isBehind ? after : ''}`,
    start: isPart ? token.start + 1 : token.start,
    isNegative:
      direction === 0
        ? token.minus || isBehind || (token.parenthesised && !isPart) || isEnclosed(before, after)
        : token.minus !== direction < 0,
    aspect: direction !== 0 ? (isPercent ? 'changePercent' : 'change') : isPercent ? 'ratio' : undefined,
    basis: findBasis(after.split(/[;,]/)[0] ?? ''),
    qualifier: readQualifier(before, after),
    unit,
    scale: scaled?.scale ?? (token.markScale || undefined),
    isPart,
    isDecade: isPercent && isDecade(token.digits, before),
    when: readWhen(before),
  };
}

/** Its minus may stand behind it, as some accounting systems print it: `22,906-`. */
const isUnsigned = ({ minus, parenthesised }: NumberToken): boolean => !minus && !parenthesised;

/** `(30 bps)`, `(1.5%p)`: nothing but a figure with its unit in parentheses. */
const isEnclosed = (before: string, after: string): boolean =>
  /^\(\p{Sc}?\s?$/u.test(before.trim()) &&
  /^[- ]?(?:p|pp|ppts?|pts?|(?:percentage )?points?|bps?|basis points?|x|times|[mk]|[mb]n|million|billion|thousand)\s?\)$/i.test(
    after.trim(),
  );

const QUALIFIERS: readonly (readonly [RegExp, Qualifier])[] = [
  [/(?:\b(?:approximately|approx\.?|about|around|circa|roughly|c\.|ca\.)|[~≈∼])\s*$/i, 'approximate'],
  [/(?:\b(?:over|more than|above|at least|exceed(?:s|ing)?|greater than|minimum(?: of)?)|[>≥])\s*$/i, 'over'],
  [/(?:\b(?:under|less than|below|up to|at most|maximum(?: of)?)|[<≤])\s*$/i, 'under'],
];

/** `12% or higher`, `$75 million or less`. */
const OPEN_END = /^[^\d,;]*?\bor (?:(?<over>more|higher|above|greater|better)|less|lower|below|fewer)\b/i;

function readQualifier(before: string, after: string): Qualifier {
  const found = before === '' ? undefined : QUALIFIERS.find(([words]) => words.test(before))?.[1];
  const openEnd = found || after === '' ? undefined : OPEN_END.exec(after);
  return found ?? (openEnd ? (openEnd.groups?.['over'] ? 'over' : 'under') : 'exact');
}

/** The ends of a range, or a number that is no more than near what it tells, among no other words: a cell of an outlook. */
export function isRange(text: string): boolean {
  if (text.length > LONGEST_RANGE || !/\d/.test(text) || !RANGE_SIGNS.test(text)) return false;
  const figures = readCell(text);
  return (
    figures.length > 0 &&
    figures.some(({ qualifier }) => qualifier !== 'exact') &&
    (/\d,\d{3}/.test(text) ||
      figures.some(({ token, scale, unit }) => scale !== undefined || unit !== undefined || token?.places)) &&
    namesNothing(text)
  );
}

const LONGEST_RANGE = 80;
const RANGE_SIGNS =
  /[-–—−‑~≈∼<>≥≤]|\b(?:to|and|or|up|over|under|about|around|approx\w*|roughly|least|most|than|above|below)\b/i;

/** What stands between the ends of a range: `$1.20 - $1.30`, `3% to 5%`; a dash may have been taken for a minus sign. */
function joins(from: CellFigure, to: CellFigure, text: string): 'word' | 'dash' | undefined {
  const between = text
    .slice(from.start + from.raw.length, to.start)
    .replace(/^\s*(?:million|billion|thousand|bn|mn|mm|[mbkx])\b/i, '')
    .trim();
  if (/^to$/i.test(between) || (/^and$/i.test(between) && isBetween(text, from.start))) return 'word';
  if (/^[-–—−‑]$/.test(between)) return 'word';
  return between === '' &&
    /^[-–—−‑]\s?(?=[\p{Sc}\p{L}\d.−-])/u.test(to.raw) &&
    to.token?.parenthesised === false
    ? 'dash'
    : undefined;
}

/** `between €1.2 and €1.3 billion`. */
const isBetween = (text: string, at: number): boolean => /\bbetween\s*$/i.test(text.slice(0, at));

function rangeStart(figure: CellFigure, next: CellFigure | undefined, text: string): CellFigure | undefined {
  if (!next?.token || !figure.token || joins(figure, next, text) === undefined) return undefined;
  const isBare = figure.token.currency === '' && !figure.token.percent && figure.unit === undefined;
  const aspect = isBare ? next.aspect : figure.aspect;
  return {
    ...figure,
    qualifier: 'from',
    scale: figure.scale ?? next.scale,
    unit: isBare ? next.unit : figure.unit,
    aspect,
  };
}

function rangeEnd(
  figure: CellFigure,
  previous: CellFigure | undefined,
  text: string,
): CellFigure | undefined {
  const join = previous && joins(previous, figure, text);
  if (!join || !previous || !figure.token) return undefined;
  const sign = join === 'dash' ? (/^[-–—−‑]\s?/.exec(figure.raw)?.[0].length ?? 0) : 0;
  const isBare = figure.token.currency === '' && !figure.token.percent && figure.unit === undefined;
  return {
    ...figure,
    raw: figure.raw.slice(sign),
    start: figure.start + sign,
    isNegative: join === 'dash' ? previous.isNegative : figure.isNegative,
    qualifier: 'to',
    unit: isBare ? previous.unit : figure.unit,
    aspect: figure.token.percent && previous.aspect === 'changePercent' ? previous.aspect : figure.aspect,
  };
}

/** `(H1 2023: £58.4m)`: the period that a figure behind another is told of. */
function readWhen(before: string): string {
  const words = /\(([^()]*):\s*\p{Sc}?$/u.exec(before)?.[1] ?? '';
  return words !== '' && (readYearName(words) !== undefined || findPeriods(words, ANY_CALENDAR).length > 0)
    ? words
    : '';
}

/** Unit printed with the figure: its currency, its percent sign, letters that touch it or words behind it. */
function findPrintedUnit(token: NumberToken, after: string): UnitPhrase | undefined {
  const words = /^[^(),;]*/.exec(after)?.[0] ?? '';
  if (token.percent)
    return { measure: /^[- ]?(?:points?|pts?|p)\b/i.test(words.trim()) ? 'points' : 'percent' };
  if (isToOne(token)) return { measure: 'times' };
  const read = words.trim() === '' ? undefined : readUnit(`0${words}`);
  if (token.currency === 'USD' && !token.raw.includes('US'))
    return { currency: 'USD', isBareDollar: true, ...(read?.per && { per: read.per }) };
  if (token.currency) return { currency: token.currency, ...(read?.per && { per: read.per }) };
  const isSubunit = read?.currency !== undefined && (read.scale ?? 0) < 0;
  return read?.measure !== undefined || read?.per !== undefined || isSubunit ? read : undefined;
}

/** Plain decimal in base units with the printed sign, and decimals as in XBRL. */
export function valueAndDecimals(
  figure: CellFigure,
  scale: number,
): { readonly value: string; readonly decimals: number | null } {
  if (!figure.token) return { value: '', decimals: null };
  const value = shiftDecimal(figure.token.digits, scale);
  return {
    value: figure.isNegative && value !== '0' ? `-${value}` : value,
    decimals: figure.token.places - scale,
  };
}

/** What a spreadsheet shows in place of a number, or would have calculated. */
const SPREADSHEET = /^(?:#{3,}|#(?:REF|N\/A|DIV\/0|VALUE|NAME|NUM|NULL|SPILL|CALC)[!?]?|=[-+(]?[A-Z$\d].*)$/;
/** Digits, marks and the letters that are typed for digits, but no word. */
const TRIED = /^(?=.*\d)[\d\p{Sc}.,'’()%\s+\-−–△▲lIOoeE]{1,40}$/u;

/** Whether a cell without figures is meant to be one: a number that is torn, misspelt, or not worked out. */
export function isTornNumber(text: string): boolean {
  if (SPREADSHEET.test(text)) return true;
  const tokens = TRIED.test(text) ? outsideTimes(text, scanNumbers(text)) : [];
  return tokens.length > 0 && isFigureText(text, tokens);
}

/** The numbers of a cell that are statements; none where one of them is torn: what is left of it is another number. */
export function figuresIn(text: string): NumberToken[] {
  const tokens = outsideTimes(text, scanNumbers(text));
  if (
    tokens.some(({ isWhole }) => !isWhole) ||
    tokens.some((token, i) => isApart(text, tokens[i - 1], token))
  )
    return [];
  return tokens.filter(
    ({ prefix, suffix, start, raw }, i) =>
      prefix === '' && (suffix === '' || isUnitSuffix(suffix)) && !(i > 0 && isMark(text, start, raw)),
  );
}

/** Two bare numbers with nothing but spaces between them: one with a space in it, or two that have lost their columns. */
const isApart = (text: string, one: NumberToken | undefined, other: NumberToken): boolean =>
  one !== undefined && /^\s+$/.test(text.slice(one.end, other.start)) && isBare(one) && isBare(other);

const isBare = ({ parenthesised, percent, currency, minus }: NumberToken): boolean =>
  !parenthesised && !percent && !minus && currency === '';

function outsideTimes(text: string, tokens: NumberToken[]): NumberToken[] {
  if (tokens.length === 0 || !mayHoldTime(text)) return tokens;
  const times = [...timesAmongFigures(text), ...lead(text, YEAR), ...lead(text, THOUSANDS)];
  return tokens.filter(({ start, end }) => !times.some((time) => start < time.end && end > time.start));
}

/** A year beside words or a currency, or before a colon: `Forecast 2024`, `2024 $'000`, `(2023: £3.1m)`, `YTD 24`. */
const YEAR =
  /^(?:19|20)\d{2}(?=\s\(?(?:[A-Z]{0,3}\p{Sc}|T?(?:EUR|USD|GBP|CHF|RMB|CNY|JPY|INR|KRW|SEK|NOK|DKK|AUD|CAD|SGD|HKD)\b))|(?<![\d.,\p{Sc}-])(?:19|20)\d{2}(?=:)|(?<=\p{L}{3}\s)(?:19|20)\d{2}(?![\d.,%\p{L}])|^(?:19|20)\d{2}(?=\s\p{L}{3})/gu;

/** Words of a scale or of a term (`12–24 months`), which hold digits. */
const THOUSANDS =
  /(?:\b(?:up to|over|under|less than|more than|within|beyond)|[<>≤≥])\s?\d{1,3}\s(?:months?|years?|days?)\b|\b\d{1,3}\s(?:months?|years?|days?)\sor\s(?:more|longer|greater|less)\b|\b\d{1,3}\s?(?:[-–]|to)\s?\d{1,3}\s(?:months?|years?|days?)\b|(?<![\d.,])['’]?\b000['’]?s?\b(?=\)|$)|\bRM?000s?(?=\)|$)|\bin (?:[A-Z]{3} )?1['’,. ]000s?\b/gi;

const lead = (text: string, pattern: RegExp): { start: number; end: number }[] =>
  matchesIn(text, pattern).map((match) => ({ start: match.index, end: match.index + match[0].length }));

/** Numbers alone are no times, unless they are a date, months of a year, `$000` or stand in apostrophes. */
const mayHoldTime = (text: string): boolean =>
  /[\p{L}:]|\d[./-]\d{1,2}[./-]\d|\d\s?\p{Pd}\s?\d{1,2}\/\d|^\p{Sc}000$|['’(]|\b1[ ,.]000\b/u.test(text);

/** A footnote mark that touches the number before it: `1,234(1)`. */
const isMark = (text: string, start: number, raw: string): boolean =>
  /^\(\d{1,2}\)$/.test(raw) && start > 0 && !/\s/.test(text[start - 1] ?? ' ');

/** Letters that may touch a figure: a unit or a scale, not the end of a name such as `4Q12`. */
const isUnitSuffix = (suffix: string): boolean =>
  /^(?:[TGMK]?bps|x|k|m|mn|mm|bn|tn|b|p|c|pts?|pp|ppts?|pps|yen|pence|cents?|million|billion|thousand|times|basis)$/i.test(
    suffix,
  );
