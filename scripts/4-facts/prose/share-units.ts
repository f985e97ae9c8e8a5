import type { Figure } from './figure.ts';
import { isParenthesised, OPENS_EARLIER } from './parenthesised.ts';

const JOINED = /^\s*(?:,|and|or|to|through|[-–—]|, and|and to)\s*$/i;
const RANGE = /^\s*(?:to|through|[-–—])\s*$/i;

/** `107,919 thousand and 93,934 thousand`, `$430-445 million`: neighbours name unit and scale once for both. */
export function shareUnits(text: string, figures: readonly Figure[]): Figure[] {
  const shared = [...figures];
  for (let i = 1; i < shared.length; i++) {
    const a = shared[i - 1];
    const b = a && shared[i] ? dropSharedMark(a, shared[i] as Figure) : shared[i];
    if (b) shared[i] = b;
    const between = a && b ? text.slice(a.end, b.start) : '';
    const pair = a && b && besideItsBase(a, b, between, text);
    if (pair) {
      [shared[i - 1], shared[i]] = pair;
      continue;
    }
    if (a && b && isComparative(a, b, between, text)) {
      shared[i] = takeUnit(a, b);
      continue;
    }
    if (a && b && isPerShareBefore(a, b, between))
      shared[i] = { ...b, kind: a.kind, unit: a.unit, remark: a.remark };
    if (!a || !b || !JOINED.test(between)) continue;
    const next = shared[i + 1];
    const isOfNext = /,/.test(between) && next !== undefined && opensPair(text, a, b, next);
    const second = isBare(b) && passesOn(a) && !isOfNext ? takeUnit(a, b) : b;
    shared[i] = second;
    const isRange = RANGE.test(between) || /\bbetween\s+$/i.test(text.slice(0, a.start));
    shared[i - 1] = takeBack(a, second, isRange);
  }
  return shared;
}

const takeUnit = (a: Figure, b: Figure): Figure => ({
  ...b,
  kind: a.kind,
  unit: a.unit,
  noun: b.noun || a.noun,
  scale: b.scale || a.scale,
  remark: a.remark,
});

/** `66.7 million EUR (66.6)`: the mark is of the number before it, and the parentheses are no minus. */
function dropSharedMark(a: Figure, b: Figure): Figure {
  const inner = a.end > b.start ? /\(\s?([-−]?)([\d.,]+)\s?\)$/.exec(b.raw) : undefined;
  if (!inner) return b;
  const raw = `${inner[1]}${inner[2]}`;
  return {
    ...b,
    raw,
    start: b.start + b.raw.lastIndexOf(raw),
    kind: 'bare',
    unit: '',
    isNegative: inner[1] !== '',
  };
}

/**
 * `SEK 1,204 million (1,158)`: a number alone in parentheses, as fine as the one before it, is that of the year before.
 */
const isComparative = (a: Figure, b: Figure, between: string, text: string): boolean =>
  ((OPENS_EARLIER.test(between) && isParenthesised(text, b)) || BASE_OF_YEAR.test(between)) &&
  isBare(b) &&
  a.unit !== '' &&
  a.places === b.places;

/** `279 MEUR (2023: 210)`. */
const BASE_OF_YEAR = /^\s?\((?:[^():\d]{0,20}\s)?(?:(?:19|20)\d\d|[QH][1-4](?:\s(?:19|20)\d\d)?):\s?$/u;

/** `EUR 53.1 (57.6) million`, `66.7 (66.6) MEUR`, `7.5 (7.6)%`, `40 (60) %`: what is said once behind both is of both, and parentheses are no minus. */
function besideItsBase(a: Figure, b: Figure, between: string, text: string): [Figure, Figure] | undefined {
  if (a.scale !== 0 || a.places !== b.places) return undefined;
  const rate = RATE_IN_PARENTHESES.exec(b.raw);
  if (rate && isBare(a) && /^\s?$/.test(between)) {
    const inner = { ...b, raw: rate[1] ?? b.raw, start: b.start + 1, isNegative: false };
    return [{ ...a, kind: b.kind, unit: b.unit }, inner];
  }
  const behind = text.slice(b.start + b.raw.length);
  const isApart = /^\s?\(\s?$/.test(between) && /^\s?\)/.test(behind);
  if (!isApart || b.noun !== '') return undefined;
  if (isBare(a) && isBare(b) && /^\s?\)\s?(?:[%％]|per ?cent\b)/i.test(behind))
    return [asRate(a), { ...asRate(b), isNegative: false }];
  if (isBare(a) && b.unit !== '') return [{ ...takeUnit(b, a), scale: b.scale }, b];
  if (b.scale === 0 || !(a.kind === 'money' || isBare(a))) return undefined;
  const scaled = { ...a, scale: b.scale };
  return [scaled, takeUnit(scaled, b)];
}
const asRate = (figure: Figure): Figure => ({ ...figure, kind: 'percent', unit: 'percent' });
const RATE_IN_PARENTHESES = /^\(\s?([\d.,]+)\s?\)\s?[%％]$/;

/** `a dividend of $1.20 per share (2023: $0.80)`. */
const isPerShareBefore = (a: Figure, b: Figure, between: string): boolean =>
  a.kind === 'perShare' &&
  b.kind === 'money' &&
  b.scale === 0 &&
  a.unit.startsWith(`${b.unit}/`) &&
  /^\s?\([^():]{2,30}:\s?$/.test(between);

/** `… shares issued, and 41,862 and 41,570 shares outstanding`: the words behind the second name the first too. */
const opensPair = (text: string, a: Figure, b: Figure, next: Figure): boolean =>
  /^\s+and\s+$/.test(text.slice(b.end, next.start)) &&
  next.noun !== '' &&
  a.noun !== '' &&
  next.noun !== a.noun;

/** `5 to 7%`, `$8.75 to $10.00 per share`, `$430-445 million`: the first takes from the second what it leaves out. */
function takeBack(a: Figure, b: Figure, isRange: boolean): Figure {
  if (isBare(a) && b.kind !== 'bare' && !/^[\p{Sc}A-Z]/u.test(b.raw))
    return { ...a, kind: b.kind, unit: b.unit, noun: b.noun, scale: a.scale || b.scale, remark: b.remark };
  if (a.kind !== 'money' || b.unit.split('/')[0] !== a.unit) return a;
  if (b.kind === 'perShare' && a.scale === 0)
    return Number(a.digits) > LIKE_SIZE * Number(b.digits)
      ? a
      : { ...a, kind: b.kind, unit: b.unit, remark: b.remark };
  return b.kind === 'money' && isRange && a.scale === 0 && b.scale > 0
    ? { ...a, scale: scaleBelow(a, b) }
    : a;
}

/** `net income of $2,654,000 or $0.63 per share`: an amount so many times as large is the whole. */
const LIKE_SIZE = 100;

/** `USD 970 to 1.1 billion`: a range does not fall, so that its beginning is told in the scale below. */
const scaleBelow = (a: Figure, b: Figure): number =>
  Number(a.digits) > Number(b.digits) && Number(a.digits) <= 1000 * Number(b.digits) && b.scale > 3
    ? b.scale - 3
    : b.scale;

/** A rate says nothing of a bare number behind it: `grew 14% to 2,600`. */
const passesOn = ({ kind, unit }: Figure): boolean =>
  unit !== '' && kind !== 'split' && kind !== 'percent' && kind !== 'points';

const isBare = ({ kind, noun }: Figure): boolean => kind === 'bare' || (kind === 'count' && noun === '');
