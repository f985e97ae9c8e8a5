import { CURRENCY_MARKS, WEAK_MARKS } from './currencies.ts';
import { withPlainDigits } from './digits.ts';
import { matchesIn } from './matches-in.ts';
import { NO_WIDTH } from './number-style.ts';

/** A number as it stands in a text. Offsets are UTF-16 units of the string that was scanned. */
export interface NumberToken {
  /** Where `raw` starts and ends, parentheses of a negative and signs included. */
  readonly start: number;
  readonly end: number;
  /** First to last character of sign, currency, digits and percent sign, as printed. */
  readonly raw: string;
  /** Digits without separators, with the decimal point: `1128.4`. */
  readonly digits: string;
  /** Number of printed decimal places. */
  readonly places: number;
  /** A minus sign (or the triangle of Japanese accounts) stands before it. */
  readonly minus: boolean;
  /** It stands alone in parentheses: negative, unless the context says otherwise. */
  readonly parenthesised: boolean;
  /** ISO code of the currency that is printed with it, else empty. */
  readonly currency: string;
  /** Power of ten that the currency's mark tells: 3 for `TEUR`, else 0. */
  readonly markScale: number;
  readonly percent: boolean;
  /** No further digit, separator, sign or exponent touches it: `12,34`, `1.06E+11` and `--5` are no numbers. */
  readonly isWhole: boolean;
  /** Letters that touch it before (`FY` in FY2012) or after (`Gbps` in 1,218.7Gbps), else empty. */
  readonly prefix: string;
  readonly suffix: string;
}

/** Currencies whose mark a letter of scale may stand before: `TEUR`, `k€`, `MSEK`. */
const SCALED = ['EUR', '€', 'CHF', 'SEK', 'NOK', 'DKK', 'USD', 'GBP'];
const SCALES: Readonly<Record<string, number>> = { T: 3, K: 3, k: 3, M: 6, m: 6 };
/** Whose cents they are: `22.5 HK cents`. */
const CENTS: Readonly<Record<string, string>> = {
  HK: 'HKD',
  US: 'USD',
  RMB: 'CNY',
  Singapore: 'SGD',
  NT: 'TWD',
};
const SCALED_MARKS: ReadonlyMap<string, { readonly currency: string; readonly scale: number }> = new Map([
  ...SCALED.flatMap((mark) =>
    Object.entries(SCALES).map(
      ([letter, scale]) => [`${letter}${mark}`, { currency: CURRENCY_MARKS[mark] ?? '', scale }] as const,
    ),
  ),
  ...Object.entries(CENTS).flatMap(([whose, currency]) =>
    ['cent', 'cents'].map((cents) => [`${whose} ${cents}`, { currency, scale: -2 }] as const),
  ),
]);

const escapeRegExp = (text: string): string => text.replace(/[$()*+.?[\\\]^{|}]/g, '\\$&');
const patternOfAny = (marks: readonly string[]): string =>
  [...marks]
    .sort((a, b) => b.length - a.length)
    .map(escapeRegExp)
    .join('|');

const MARKS = [...Object.keys(CURRENCY_MARKS), ...SCALED_MARKS.keys()];
const BEFORE_FIGURES = [...MARKS, ...Object.keys(WEAK_MARKS)];
/** `HK4.5 cents`: the country before the number, and cents behind it. */
const OF_CENTS = `(?:${Object.keys(CENTS)
  .filter((whose) => !(whose in CURRENCY_MARKS))
  .join('|')})(?=\\d[\\d.]*\\s?cents?(?!\\p{L}))`;
const MARK = `${patternOfAny(BEFORE_FIGURES)}|${OF_CENTS}`;

const CURRENCY = new RegExp(`(?<![\\p{L}$])(?:${patternOfAny(MARKS)})(?![\\p{L}$])`, 'gu');

/** ISO codes of every currency mark in a text, in order, with or without a number. */
export const currenciesIn = (text: string): string[] =>
  matchesIn(text, CURRENCY).flatMap(
    ([mark]) => CURRENCY_MARKS[mark] ?? SCALED_MARKS.get(mark)?.currency ?? [],
  );

const MARK_BEHIND = new RegExp(`^\\s?(${patternOfAny(MARKS)})(?![\\p{L}\\p{N}]|\\s?[\\d.,]*\\d)`, 'u');

/** The currency whose mark stands behind a number, `66.7 MEUR`, with its scale; no other number may follow the mark. */
export function currencyAfter(
  text: string,
  at: number,
): { readonly currency: string; readonly scale: number; readonly end: number } | undefined {
  const [behind = '', mark = ''] = MARK_BEHIND.exec(text.slice(at, at + 16)) ?? [];
  const scaled = SCALED_MARKS.get(mark);
  const currency = CURRENCY_MARKS[mark] ?? scaled?.currency;
  return currency ? { currency, scale: scaled?.scale ?? 0, end: at + behind.length } : undefined;
}

/** `-` and `−` count as signs only where no letter or digit stands before them, nor before a second dash; triangles always do. */
const DASHES = '-−–‑－';
const SIGN = `(?:(?<![\\p{L}\\p{N})%][${DASHES}]?)[${DASHES}+]|[▲△])`;
/** Groups of three digits, or of two before the last three as in India. */
const GROUPED = '(?:\\d{1,3}(?:,\\d{3})+|\\d{1,2}(?:,\\d{2})+,\\d{3})(?![,\\d]*\\d)';
const DIGITS = `(?:${GROUPED}|\\d+)(?:\\.\\d+)?|(?<![\\d\\p{L}])\\.\\d+`;

/** What a number can begin with, so that the many places where none does are passed over quickly. */
const FIRST = `(?=[${DASHES}\\d.(+▲△${[...new Set([...BEFORE_FIGURES, ...Object.keys(CENTS)].map(([first]) => first))].join('')}])`;

const NUMBER = new RegExp(
  `${FIRST}(?<open>\\(\\s?)?(?<sign>${SIGN}\\s?)?(?<currency>(?<!\\p{L})(?:${MARK})\\s?)?(?<inner>\\(\\s?)?(?<sign2>(?<=[(\\p{Sc}\\s])[-−–‑]|[▲△])?(?<digits>${DIGITS})(?<percent>\\s?[%％])?(?<close>\\s?\\))?(?<after>\\s?[%％])?`,
  'gu',
);

/** Every number in a text, in order. `\$` must have been unescaped; see `seenText`. */
export function scanNumbers(text: string): NumberToken[] {
  if (!/\d/.test(text)) return [];
  const tokens = [...text.matchAll(NUMBER)].map((match) => readToken(text, match));
  return tokens.filter(({ end }, i) => end > (tokens[i - 1]?.end ?? 0));
}

/** `5.1:1`, `2.4 : 1`: what a number is to one; no time of day. */
const TO_ONE = /^\s?:\s?1(?![.,:]?\d|[%\p{L}]|\s?[ap]\.?m)/iu;

/** Whether a number is printed as a ratio to one. */
export const isToOne = ({ raw }: NumberToken): boolean => /:\s?1$/.test(raw);

function readToken(text: string, match: RegExpMatchArray): NumberToken {
  const g = match.groups as Record<string, string | undefined>;
  const closed = g['close'] !== undefined && (g['open'] !== undefined || g['inner'] !== undefined);
  let start = match.index ?? 0;
  let end = start + match[0].length;
  if (!closed) {
    if (g['open']) start += g['open'].length;
    end -= (g['close'] ?? '').length + (g['close'] ? (g['after'] ?? '').length : 0);
  } else if (g['open'] && g['inner']) start += g['open'].length;
  if (!g['currency'] && !g['percent'] && !g['after'])
    end += TO_ONE.exec(text.slice(end, end + 8))?.[0].length ?? 0;
  const digits = (g['digits'] ?? '').replace(/,/g, '');
  const mark = (g['currency'] ?? '').trim();
  const percent = g['percent'] ?? (closed || !g['close'] ? g['after'] : undefined);
  return {
    start,
    end,
    raw: text.slice(start, end),
    digits: digits.startsWith('.') ? `0${digits}` : digits,
    places: digits.includes('.') ? digits.length - digits.indexOf('.') - 1 : 0,
    minus: isMinus(g['sign']) || isMinus(g['sign2']),
    parenthesised: closed,
    currency:
      CURRENCY_MARKS[mark] ?? SCALED_MARKS.get(mark)?.currency ?? WEAK_MARKS[mark] ?? CENTS[mark] ?? '',
    markScale: SCALED_MARKS.get(mark)?.scale ?? (mark in CURRENCY_MARKS || !(mark in CENTS) ? 0 : -2),
    percent: percent !== undefined,
    isWhole:
      !TORN_BEFORE.test(text.slice(Math.max(0, start - 3), start)) &&
      !TORN_AFTER.test(text.slice(end, end + 5)),
    prefix: isSpace(text[start - 1])
      ? ''
      : (LETTERS_BEFORE.exec(text.slice(Math.max(0, start - 12), start))?.[0] ?? ''),
    suffix: percent || isSpace(text[end]) ? '' : lettersAt(text, end),
  };
}

/** What shows that a number goes on to its left or right: the rest of its digits, a letter typed for one, an exponent. */
const TORN_BEFORE = /(?:\d[.,'’]?|(?<![\p{L}\d])[lIO][.,]|(?<![\p{L}\p{N})%][-−–]?)[-−–+△▲])$/u;
const TORN_AFTER = /^(?:[.,'’]?\d|[eE][-+]?\d|[.,]?[lIO][.,]?\d|[IO](?![\p{L}\d]))/u;

const isMinus = (sign: string | undefined): boolean => sign !== undefined && sign.trim() !== '+';

const isSpace = (character: string | undefined): boolean =>
  character === undefined || character === ' ' || character === '\t';

const LETTERS_BEFORE = /\p{L}+$/u;

/** Letters from an offset on, without the raised ones that are footnote marks. */
const lettersAt = (text: string, at: number): string =>
  (/^\p{L}+/u.exec(text.slice(at, at + 16))?.[0] ?? '').replace(/\p{Lm}+$/u, '');

/** A cell that states nil: a dash of any kind, alone but for a currency or percent sign, or the word. */
export const isNil = (text: string): boolean =>
  text.length <= 12 && /^(?:\p{Sc}?\s?\(?[-–—―−‐‑－]{1,3}\)?\s?%?|nil)$/iu.test(text.trim());

/** Moves the decimal point of plain digits by a power of ten, exactly: `shiftDecimal('1128.4', 6)` is `1128400000`. */
export function shiftDecimal(digits: string, scale: number): string {
  const [whole = '', fraction = ''] = digits.split('.');
  const moved =
    scale >= 0
      ? `${whole}${fraction.slice(0, scale).padEnd(scale, '0')}.${fraction.slice(scale)}`
      : `${whole.padStart(-scale + 1, '0').slice(0, scale)}.${whole.padStart(-scale + 1, '0').slice(scale)}${fraction}`;
  return trimDecimal(moved);
}

/** Plain decimal without leading zeros, trailing zeros after the point, or a bare point. */
export function trimDecimal(text: string): string {
  const [whole = '', fraction = ''] = text.split('.');
  const integer = whole.replace(/^0+(?=\d)/, '') || '0';
  const rest = fraction.replace(/0+$/, '');
  return rest ? `${integer}.${rest}` : integer;
}

/** What a reader does not see: backslashes of Markdown's escapes, spaces behind a space, characters of no width. */
export const UNSEEN = new RegExp(String.raw`(?<!\\)\\(?=[!-/:-@[-\x60{-~])|(?<= ) +|${NO_WIDTH}+`, 'g');

/** Text as it is printed, without what a reader does not see; offsets shift, see `sourceOffset`. */
export const printedText = (source: string): string => source.replace(UNSEEN, '');

/** Text as a reader understands it: as printed, with plain digits. */
export const seenText = (source: string): string => withPlainDigits(printedText(source));

/** Offset in the source of an offset in its text as seen. */
export function sourceOffset(source: string, offset: number): number {
  let shifted = offset;
  for (const { index, 0: unseen } of matchesIn(source, UNSEEN)) {
    if (index > shifted) break;
    shifted += unseen.length;
  }
  return shifted;
}

/** 1-based columns in code points of the UTF-16 offsets of a line, each in constant time. */
export function indexColumns(line: string): (offset: number) => number {
  if (!/[\uD800-\uDBFF]/.test(line)) return (offset) => offset + 1;
  const columns = new Uint32Array(line.length + 1);
  let column = 0;
  for (let at = 0; at <= line.length; at++)
    columns[at] = /[\uDC00-\uDFFF]/.test(line[at] ?? '') ? column : ++column;
  return (offset) => columns[offset] ?? column;
}

/** UTF-16 offset of a 1-based column in code points. */
export function offsetAt(line: string, column: number): number {
  if (!/[\uD800-\uDBFF]/.test(line)) return column - 1;
  return [...line].slice(0, column - 1).join('').length;
}

/** 1-based column in code points of a UTF-16 offset. */
export function columnAt(line: string, offset: number): number {
  const head = line.slice(0, offset);
  return (/[\uD800-\uDBFF]/.test(head) ? [...head].length : head.length) + 1;
}
