import { currencyAfter, isToOne, type NumberToken } from '../../grammar/numbers.ts';
import { readPer, scaleAfter } from '../../grammar/units.ts';
import { readCounted } from './counted-nouns.ts';
import type { Figure } from './figure.ts';
import { kindOfNumber, type OtherKind, type OtherSpan } from './other-numbers.ts';
import { findRates } from './rates.ts';
import { shareUnits } from './share-units.ts';
import { findSplits } from './splits.ts';

/** A number of a sentence that is no statement of its own. */
export interface OtherNumber {
  readonly kind: OtherKind;
  readonly start: number;
}

export interface SentenceNumbers {
  readonly figures: readonly Figure[];
  readonly others: readonly OtherNumber[];
}

/** Tells the numbers of a sentence that may state something from those that do not. */
export function readFigures(
  text: string,
  tokens: readonly NumberToken[],
  spans: readonly OtherSpan[],
): SentenceNumbers {
  const special = [...findSplits(text), ...findRates(text, tokens)];
  const figures: Figure[] = special.map(({ figure }) => figure);
  const others: OtherNumber[] = [];
  for (const token of tokens) {
    const taken = special.find(({ start, end }) => token.end > start && token.start < end);
    if (taken) {
      if (token.start >= taken.figure.start + taken.figure.raw.length)
        others.push({ kind: 'part-of-fact', start: token.start });
      continue;
    }
    const isUnit = /^[TGMK]bps$/.test(token.suffix) || (token.suffix === 'X' && token.places > 0);
    const kind = kindOfNumber(isUnit ? { ...token, suffix: '' } : token, spans);
    if (kind) others.push({ kind, start: token.start });
    else if (token.isWhole) figures.push(makeFigure(text, token));
  }
  return {
    figures: shareUnits(
      text,
      figures.sort((a, b) => a.start - b.start),
    ),
    others,
  };
}

const POINTS = /^(?:[\s-]?percentage[\s-]points?|[\s-]?points?|\s?pp?ts?|\s?pp|\s?p\.\s?p\.)(?!\p{L})/iu;
const BASIS_POINTS = /^[\s-]?(?:(?:un)?favorable\s|adverse\s)?(?:basis[\s-]points?|bps?)(?!\p{L})/iu;
const PERCENT = /^\s?per\s?cents?(?!\p{L})/iu;
const PER_SHARE =
  /^(?:\s?(?:cents?|pence|p))?(?:\s\((?:the|each,? an?|an?)?\s?["“][^"“”()]{2,50}["”]\)(?=\s(?:per|for each)\s))?(?:\s(?:net\s)?(?:loss|earnings|income))?(?:\s(?:per|a|for each|on each)\s|\s?\/\s?)(?:((?:basic and )?(?:fully )?diluted|basic|adjusted diluted|ordinary|common)\s)?(?:(?:ordinary|common|equity|class a|American depositary)\s)?(share|ADSs?|ADRs?|unit)(?!\p{L})(?:\sof\s(?:our\s|the\s|its\s)?(?:company['’]s\s)?(?:common|ordinary)\s(?:stock|shares))?/iu;
const CENTS = /^\s?(cents?|pence|p)(?!\p{L})/iu;
const MONEY_WORD =
  /^\s(yen|dollars?|euros?|pounds?(?! of\b)|francs?|yuan|won|rupees?|U\.?S\.? dollars?)(?!\p{L})/iu;
const SHARES =
  /^\s(?:(?:common|ordinary|treasury|preferred|own|outstanding|diluted|basic)\s){0,2}(shares|ADSs|ADRs)(?!\p{L})/iu;
const CURRENCY_OF: Readonly<Record<string, string>> = {
  yen: 'JPY', dollar: 'USD', euro: 'EUR', pound: 'GBP', franc: 'CHF', yuan: 'CNY', won: 'KRW', rupee: 'INR',
}; // biome-ignore format: a table reads better than a column

/** `negative $1.50`. */
const NEGATIVE = /\bnegative\s+$/i;

function makeFigure(text: string, token: NumberToken): Figure {
  const bare = bareNumber(token, text);
  const before = scaleAfter(text, token.end);
  const mark = token.currency ? undefined : currencyAfter(text, before?.end ?? token.end);
  const scaled = before ?? (mark && scaleAfter(text, mark.end));
  const end = Math.max(token.end, scaled?.end ?? 0, mark?.end ?? 0);
  const rest = text.slice(end, end + 120);
  const base = {
    ...bare,
    isNegative: bare.isNegative || NEGATIVE.test(text.slice(Math.max(0, token.start - 12), token.start)),
    digits: token.digits,
    places: token.places,
    scale: scaled?.scale ?? mark?.scale ?? token.markScale,
    noun: '',
    remark: '',
    end,
  };
  return (
    readPercent(base, token, rest) ??
    readMoney(base, mark ? { ...token, currency: mark.currency } : token, rest) ??
    readShares(base, rest) ??
    readOther(base, token, text, rest)
  );
}

/** A parenthesis around a number in running text is an aside; only `$(3.4)`, `(3.4)%`, `($3.4) million`, `($0.34) per share` and `was ($0.34)` are negative. */
function bareNumber(token: NumberToken, text: string): Pick<Figure, 'raw' | 'start' | 'isNegative'> {
  if (/^[-−–+]\s/.test(token.raw)) {
    const cut = token.raw.length - token.raw.slice(1).trimStart().length;
    return { raw: token.raw.slice(cut), start: token.start + cut, isNegative: false };
  }
  if (!token.parenthesised) return { raw: token.raw, start: token.start, isNegative: token.minus };
  const before = text.slice(Math.max(0, token.start - 12), token.start);
  const isOfLoss =
    token.currency !== '' &&
    !IN_WORDS.test(before) &&
    (scaleAfter(text, token.end) !== undefined || PER_SHARE.test(text.slice(token.end)) || LED.test(before));
  if (!token.raw.startsWith('(') || /[%％]$/.test(token.raw) || isOfLoss)
    return { raw: token.raw, start: token.start, isNegative: true };
  const inner = token.raw.slice(1, -1).trim();
  return { raw: inner, start: token.start + token.raw.indexOf(inner), isNegative: token.minus };
}

/** What leads to a number, so that its parenthesis is no aside. */
const LED = /\b(?:was|were|is|of|to|from|with|at|versus|vs\.?|than)\s+$/i;

/** `fifteen cents ($0.15) per share`: the number again, in figures. */
const IN_WORDS = /\b(?:cents?|dollars?|hundred|thousand|million|billion)\s+$/i;

type Base = Omit<Figure, 'kind' | 'unit'>;

function readPercent(base: Base, token: NumberToken, rest: string): Figure | undefined {
  if (token.currency) return undefined;
  const basis = BASIS_POINTS.exec(rest);
  if (basis) return { ...base, kind: 'points', unit: 'points', scale: -2, end: base.end + basis[0].length };
  const points = POINTS.exec(rest);
  if (points) return { ...base, kind: 'points', unit: 'points', end: base.end + points[0].length };
  if (token.percent) return { ...base, kind: 'percent', unit: 'percent' };
  const word = PERCENT.exec(rest);
  return word ? { ...base, kind: 'percent', unit: 'percent', end: base.end + word[0].length } : undefined;
}

function readMoney(base: Base, token: NumberToken, rest: string): Figure | undefined {
  const word = token.currency ? undefined : MONEY_WORD.exec(rest);
  const cents = CENTS.exec(rest);
  const isPence = /^p$/.test(token.suffix);
  const currency =
    token.currency ||
    (isPence ? 'GBP' : '') ||
    (word
      ? currencyCode(word[1] ?? '')
      : cents && /^\s?cent/i.test(cents[0])
        ? 'USD'
        : cents && (/^\s?pence/i.test(cents[0]) || PER_SHARE.test(rest))
          ? 'GBP'
          : cents && PER_SHARE.test(rest)
            ? 'GBP'
            : '');
  if (!currency) return undefined;
  const scale = cents && !token.currency ? -2 : base.scale;
  const perShare = PER_SHARE.exec(word ? rest.slice(word[0].length) : rest);
  const length =
    (word?.[0].length ?? 0) + (perShare?.[0].length ?? (scale < 0 ? (cents?.[0].length ?? 0) : 0));
  const end = base.end + length;
  if (perShare) {
    const behind = /^,?\s(?:on an?\s)?((?:fully\s)?diluted|basic)(?:\sbasis|\b(?=\s?[,;.)]))/i.exec(
      rest.slice(length),
    );
    return {
      ...base,
      kind: 'perShare',
      unit: `${currency}/${shareKind(perShare[2] ?? '')}`,
      scale,
      end: end + (behind?.[0].length ?? 0),
      remark: perShare[1] ?? behind?.[1] ?? '',
    };
  }
  const thing =
    /^\sper\s[\p{L}.]+(?:\s(?:foot|feet|met(?:er|re)|night)\b)?/iu.exec(rest.slice(length))?.[0] ?? '';
  const per = readPer(thing);
  if (per)
    return {
      ...base,
      kind: 'money',
      unit: `${currency}/${per}`,
      scale,
      end: end + thing.length,
      noun: thing.replace(/^\sper\s|\.$/g, ''),
    };
  const net = /^\s?\((net|gross|unaudited)\)/i.exec(rest.slice(length));
  return {
    ...base,
    kind: 'money',
    unit: currency,
    scale,
    end: end + (net?.[0].length ?? 0),
    remark: net?.[1] ?? '',
  };
}

const currencyCode = (word: string): string =>
  CURRENCY_OF[
    word
      .toLowerCase()
      .replace(/^u\.?s\.? /, '')
      .replace(/s$/, '')
  ] ?? '';

const shareKind = (word: string): string => (/^AD[SR]/i.test(word) ? 'ADS' : 'share');

function readShares(base: Base, rest: string): Figure | undefined {
  const shares = SHARES.exec(rest);
  if (!shares) return undefined;
  const noun = readCounted(rest);
  return {
    ...base,
    kind: 'shares',
    unit: /^AD/i.test(shares[1] ?? '') ? 'ADS' : 'shares',
    noun: noun || shares[0].trim(),
    end: base.end + (noun ? rest.indexOf(noun) + noun.length : shares[0].length),
  };
}

function readOther(base: Base, token: NumberToken, text: string, rest: string): Figure {
  const times = (token.places > 0 ? /^(?:[xX]|\s?times)(?!\p{L})/u : /^(?:x|\s?times)(?!\p{L})/u).exec(
    text.slice(token.end, token.end + 8),
  );
  if (isToOne(token)) return { ...base, kind: 'times', unit: 'times' };
  if (times) return { ...base, kind: 'times', unit: 'times', end: token.end + times[0].length };
  const bandwidth = /^\s?([TGMK]bps)/.exec(rest);
  if (bandwidth)
    return { ...base, kind: 'bandwidth', unit: bandwidth[1] ?? '', end: base.end + bandwidth[0].length };
  const state = STATE_OF_SHARES.exec(rest)?.[0];
  if (state && /\bshares\b/i.test(text.slice(0, token.start)))
    return { ...base, kind: 'shares', unit: 'shares', noun: `shares${state}`, end: base.end + state.length };
  const noun = readCounted(rest) || readCounted(/^\s(?:are|were)(?=\s)(.*)/s.exec(rest)?.[1] ?? '');
  return noun
    ? {
        ...base,
        kind: 'count',
        unit: perDay(rest, noun),
        noun,
        end:
          base.end +
          rest.indexOf(noun) +
          noun.length +
          (RATE_OF.exec(behindNoun(rest, noun))?.[0].length ?? 0),
      }
    : { ...base, kind: 'bare', unit: '' };
}

/** `50,000,000 shares authorized, 4,500,000 issued`: the shares are named once. */
const STATE_OF_SHARES = /^\s(?:issued|outstanding|authori[sz]ed)(?: and (?:issued|outstanding))?(?!\p{L})/iu;

/** `17,354 barrels of oil equivalent ("Boe") per day`: what is counted in the time behind it. */
const RATE_OF = /^(?:\sof(?:\s[\p{L}-]+){1,3})?(?:\s\([^()]{1,12}\))?\s(?:per|a)\s(day|hour|week|month)\b/u;

const behindNoun = (rest: string, noun: string): string => rest.slice(rest.indexOf(noun) + noun.length);

/** The unit of a rate; empty where it is none. */
function perDay(rest: string, noun: string): string {
  const span = RATE_OF.exec(behindNoun(rest, noun))?.[1];
  return span ? `${noun.split(/\s+/).at(-1) ?? ''}/${span}` : '';
}
