import { remember } from '../../src/model/remember.ts';
import { CODES, CURRENCY_WORDINGS } from './currencies.ts';
import { matchesIn } from './matches-in.ts';
import { readExceptions, type UnitException } from './unit-exceptions.ts';

/** What a phrase says of units: any part may be missing. */
export interface UnitPhrase {
  /** ISO currency code. */
  readonly currency?: string;
  /** Power of ten: 3 for thousands, 6 for millions, -2 for pence and basis points. */
  readonly scale?: number;
  /** What is not money: `percent`, `points`, `shares`, `ADS`, or a unit such as `Gbps`. */
  readonly measure?: string;
  /** What amounts are per, in the singular: `share`, `ADS`, `ounce`. */
  readonly per?: string;
  /** What alone the scale holds for: `Revenues in thousands`. */
  readonly of?: string;
  /** The text states it for all of its amounts. */
  readonly isStated?: true;
  /** `$` or `dollars`, without a word of whose dollars. */
  readonly isBareDollar?: true;
  /** The scale is said of money: `dollars in thousands`. */
  readonly isOfMoney?: true;
  /** The currency is the document's: the words with the scale name none. */
  readonly isOfDocument?: true;
  /** What the scale does not hold for: `in thousands, except per share data`, `subscribers in thousands`. */
  readonly exceptions?: readonly UnitException[];
}

/** A rate in percent is below this. */
export const HIGHEST_RATE = 1000;

/** Wordings of scales; one row each. */
const SCALE_WORDINGS: readonly (readonly [RegExp, number])[] = [
  [/\bhundred millions?\b|\b100 millions?\b/i, 8],
  [
    new RegExp(
      `\\bthousands?\\b|['’]?\\b000['’]?s\\b|['’]000\\b|(?<=[$€£¥])000\\b|(?<=\\b(?:R|RM))000s?\\b|\\b1['’,. ]000s?\\b|\\b[kT](?:${CODES}|€)|[$€£¥] ?k\\b|\\b(?:${CODES}) ?(?:[kKtT]|['’]?000s?)\\b|\\bTsd\\b`,
      'i',
    ),
    3,
  ],
  [
    new RegExp(
      `\\bmillions?\\b|\\bml?n\\b|(?<![dy][-./])\\bmm\\b(?![-./][dy])|\\bmio\\b|(?<=[$€£¥] ?)m\\b|\\bm€|\\b[mM](?=(?:${CODES})(?!\\p{L}))|(?<=\\b(?:US|RM|R|${CODES}) ?)m\\b`,
      'iu',
    ),
    6,
  ],
  [/\bcrores?\b/i, 7],
  [/\b(?:lakhs?|lacs)\b/i, 5],
  [/\bbillions?\b|\bbn\b|\bmrd\b|(?<=[$€£¥] ?)bn?\b|(?<=\b(?:EUR|SEK|NOK|DKK|RM) ?)bn\b/i, 9],
  [/\btrillions?\b|\btn\b/i, 12],
  [
    /\bpence\b|(?<=\d)p\b|^\(?p\)?$|\b(?<!\bper )cents?\b|^\(?(?:in )?(?:sub-?unit|sen|paise|öre|øre|fils|kobo|agorot|centavos)\)?$/i,
    -2,
  ],
];

/** Wordings of measures that are not money; one row each, the first that matches counts. */
const MEASURE_WORDINGS: readonly (readonly [RegExp, string])[] = [
  [/\bbasis points?\b|(?<!\p{L})bps?\b/iu, 'basis points'],
  [
    /\bpercentage points?\b|\bpoints?\b|(?<!\p{L})(?:ppt?s?|pts?)\b|(?<!\p{L})p\.\s?p\.|[%％][- ]?(?:points?|pts?)\b/iu,
    'points',
  ],
  [/[%％]|\bpercent(?:age)?\b|\bper cent\b/i, 'percent'],
  [/\bADSs?\b|\bADRs?\b/, 'ADS'],
  [/\bshares\b(?! (?:premium|capital))|^\(?shares?\)?$/i, 'shares'],
  [/(?<!\p{L})[TGMK]bps(?!\p{L})/u, ''],
  [/(?<![\p{L}/])(?:g|kg|oz|lb|t|bbl|boe|mcf|m3|ml|mg|ppm|kWh)\/[a-z][a-z0-9]{0,4}(?![\p{L}/])/iu, ''],
  [/(?<=\d)x\b|^\(?x\)?$|\btimes\b/i, 'times'],
];

const EVERY_WORDING = [...CURRENCY_WORDINGS, ...SCALE_WORDINGS, ...MEASURE_WORDINGS].map(
  ([{ source, flags }]) => new RegExp(source, `${flags}g`),
);

/** Reads the unit in a header, a caption or a label; undefined where the phrase names none. */
export const readUnit: (text: string) => UnitPhrase | undefined = remember(parseUnit);

function parseUnit(text: string): UnitPhrase | undefined {
  const { main, exceptions } = readExceptions(text, (words) => wordedIn(words, SCALE_WORDINGS), isMoney);
  const stated = /\p{L}{2}/u.test(main) ? main : text;
  const currency = wordedIn(stated, CURRENCY_WORDINGS) ?? wordedIn(text, CURRENCY_WORDINGS);
  const scale = wordedIn(stated, SCALE_WORDINGS);
  const per = readPer(main);
  const measure = per || (currency !== undefined && OF_VALUE.test(main)) ? undefined : readMeasure(main);
  if (measure === 'basis points') return { measure: 'points', scale: -2 };
  if (currency === undefined && scale === undefined && measure === undefined && per === undefined)
    return undefined;
  return {
    ...(currency !== undefined && { currency }),
    ...(currency === 'USD' && !/US|U\.S/.test(text) && { isBareDollar: true as const }),
    ...(scale !== undefined && { scale }),
    ...(scale !== undefined && MONEY_IN.test(main) && { isOfMoney: true as const }),
    ...(measure !== undefined && { measure }),
    ...(per !== undefined && { per }),
    ...(exceptions.length > 0 && { exceptions }),
    ...(scale !== undefined && readReach(text)),
  };
}

const MONEY_IN =
  /(?:\b(?:dollars?|euros?|pounds?)|\p{Sc})(?: amounts?)?(?: are)? in (?:thousands|millions)/iu;

/** `Dollar value of shares that may yet be purchased` is no number of shares. */
const OF_VALUE = /\bvalue\)? of (?:the )?shares\b/i;

/** `(Revenues in thousands)`: a caption that names what its scale holds for. */
function readReach(text: string): { readonly of: string } | undefined {
  const [, counted] = OF_COUNTED.exec(text.trim()) ?? [];
  if (counted !== undefined && !isMoney(counted) && !MONEY.test(counted)) return { of: counted };
  const of = /^\(?\s*(\p{L}[\p{L} ]*?),? (?:are )?in (?:thousands|millions|billions)\)?[⁰¹²³⁴-⁹⁽⁾]*$/iu.exec(
    text.trim(),
  )?.[1];
  return of !== undefined && (OF_AMOUNTS.test(of) || OF_THINGS.test(of)) && !MONEY.test(of)
    ? { of }
    : undefined;
}

/** `(in millions of kWh)`. */
const OF_COUNTED = /^\(?in (?:thousands|millions|billions) of ([\p{L}-]+(?: [\p{L}-]+){0,2})\)?$/iu;

/** Things that amounts are told for. */
const THINGS =
  'stock unit|share|ADS|ADR|unit|ounce|oz|pound|lb|gram|kilogram|kg|tonne|ton|barrel|bbl|boe|mcf|mcfe|mmbtu|gallon|litre|liter|cwt|bushel|MWh|kWh|GJ|square foot|square feet|square met(?:er|re)|sq\\.? ?ft|room night|room|guest|passenger|seat|ASM|RASM|mile|kilomet(?:er|re)|user|customer|subscriber|member|account|store|restaurant|home|household|employee|vehicle|device|line|order|transaction|contract|loan|ticket|day';

/** What is counted or weighed: `short tons in thousands`. */
const OF_THINGS = new RegExp(`\\b(?:${THINGS})s\\b`, 'i');

/** Names of amounts of money of one kind. */
const OF_AMOUNTS = /\b(?:revenues?|sales|values?|backlog|premiums?|assets|deposits|loans)\b/i;
const MONEY = /\b(?:dollars?|amounts?|figures?|currency|euros?|pounds?|yen|all)\b/i;

/**
 * What an amount is per: `per share`, `per diluted common share`, `$/oz`, `per ounce sold`, `per stock unit`; in the
 * singular. Undefined in `per cent`, `per annum` and the like, and where several things follow.
 */
export function readPer(text: string): string | undefined {
  const found = PER.exec(withoutPurpose(text))?.groups ?? {};
  const noun = (found['word'] ?? found['mark'] ?? '').toLowerCase();
  if (noun === '') return undefined;
  if (/^(?:ads|adr)s?$/.test(noun)) return 'ADS';
  return PER_NAMES[noun] ?? noun.replace(/(?<=[^s])s$/, '');
}

/** `Net profit – used for basic and diluted earnings per share`, `Share capital (face value ₹ 10 per share)`, `Stock, par value $1 per share` are amounts. */
export const withoutPurpose = (text: string): string => text.replace(PURPOSE, ' ');

const PURPOSE =
  /\((?:face|par|nominal) value[^()]*\)|(?<=\b(?:stock|shares?)[\s,;–—-]{1,9})(?:\p{Sc}?\d\S{0,9} )?(?:face|par|nominal) value[^()]{0,20}?\bper share\b|\b(?:used (?:for|in|to)|numerators? (?:for|of)|for (?:the )?(?:purposes?|calculation|computation) of|(?<=\bshares )for)\b[^()|]{0,80}?\b(?:per (?:[\p{L}-]+ ){0,2}?(?:share|ADS|unit)s?\b|EPS\b)/giu;

const PER = new RegExp(
  `\\bper[ -](?:[\\p{L}-]+ ){0,3}?(?<word>${THINGS})s?\\b|(?<=\\p{Sc}|[A-Z]{3}|\\bc|cents?|pence) ?/ ?(?<mark>share|ADS|unit|oz|ounce|lb|kg|g|t|tonne|ton|bbl|boe|bo|mcfe|mcf|gj|mwh|mmbtu|dmt|room|night|m2|sqm)\\b`,
  'iu',
);

/** Other names of one thing. */
const PER_NAMES: Readonly<Record<string, string>> = {
  'stock unit': 'share', stock: 'share', oz: 'ounce', lb: 'pound', lbs: 'pound', bbl: 'barrel', bo: 'barrel',
  t: 'tonne',
}; // biome-ignore format: a table reads better than a column

const wordedIn = <T>(text: string, wordings: readonly (readonly [RegExp, T])[]): T | undefined =>
  wordings.find(([pattern]) => pattern.test(text))?.[1];

const isMoney = (words: string): boolean => wordedIn(words, CURRENCY_WORDINGS) !== undefined;

/** Whether a cell or caption is nothing but a unit: `Thousands of JPY`, `%`, `(JPY in millions)`, `Shares`. */
export const isUnitOnly: (text: string) => boolean = remember(namesOnlyUnit);

function namesOnlyUnit(told: string): boolean {
  const text = told.replace(REMARK, '');
  if (text.length > 160 || !readUnit(text)) return false;
  return withoutKnownWords(readExceptions(text, () => undefined, isMoney).main) === '';
}

/** What a phrase says beside units and the words that lead to them. */
function withoutKnownWords(text: string): string {
  const rest = text.split('');
  for (const pattern of EVERY_WORDING)
    for (const { 0: match, index } of matchesIn(text, pattern)) rest.fill(' ', index, index + match.length);
  const per = PER.exec(text);
  if (per && OF_ALL.test(text)) rest.fill(' ', per.index, per.index + per[0].length);
  return rest
    .join('')
    .replace(
      /\b(?:in|of|per|unit|units|amounts?|figures?|expressed|stated|shown|are|and|unless|otherwise|indicated|noted|data|all|unaudited)\b|[^\p{L}\p{N}]/giu,
      '',
    );
}

/** `(in hundreds, except per share data)`: the words of a remark that would tell a scale and are not understood, else empty. */
export const unreadScale: (text: string) => string = remember((text) => {
  const [, told = ''] =
    IN_UNKNOWN.exec(text.length > LONGEST_REMARK ? '' : text) ?? BEHIND_SIGN.exec(text.trim()) ?? [];
  if (told === '' || readUnit(text)?.scale !== undefined || withoutKnownWords(told) === '') return '';
  return told.trim();
});

const LONGEST_REMARK = 160;
const IN_UNKNOWN =
  /(?:^|[([,;:]|\b(?:dollars?|amounts?|figures?|currency|data|expressed|stated|shown|presented|reported|are|is|[A-Z]{3})|\p{Sc})\s*(in [\p{L}\p{N}'’ ]{1,40}?)(?=\s*(?:[,;)\]–—]|$|\.(?:\s|$)|\b(?:of|except|unless|other than)\b))/iu;

/** `£ zillards` alone in a corner. */
const BEHIND_SIGN = /^\(?\p{Sc}\s+(\p{L}{3,})\)?$/u;

/** `in € thousand; annex to the condensed notes`. */
const REMARK = /\s*[;,]\s*(?:annex|appendix|see|refer)\b[^()]*$/i;

/** `(all amounts shown are per diluted share)`. */
const OF_ALL = /\b(?:all|amounts?|figures?|data)\b/i;

/** Word of a scale directly behind a number: ` million`, `bn`, `m`. Returns its power and length, else undefined. */
export function scaleAfter(
  text: string,
  at: number,
): { readonly scale: number; readonly end: number } | undefined {
  const match =
    /^[\s-]?(thousand|million|billion|trillion|mn|bn|mm|tn|m|crores?|lakhs?|lacs|k|b)s?\b(?![%\p{L}])/iu.exec(
      text.slice(at, at + 14),
    );
  if (!match) return undefined;
  const scale = SCALE_BY_LETTER[match[1]?.toLowerCase() ?? ''];
  return scale === undefined ? undefined : { scale, end: at + match[0].length };
}

const SCALE_BY_LETTER: Readonly<Record<string, number>> = {
  thousand: 3, k: 3, million: 6, mn: 6, mm: 6, m: 6, billion: 9, bn: 9, b: 9, trillion: 12, tn: 12,
  crore: 7, crores: 7, lakh: 5, lakhs: 5, lacs: 5,
}; // biome-ignore format: a table reads better than a column

function readMeasure(text: string): string | undefined {
  for (const [pattern, measure] of MEASURE_WORDINGS) {
    const match = pattern.exec(text);
    if (match) return measure || match[0];
  }
  return undefined;
}
