import { remember } from '../../src/model/remember.ts';

/** What a phrase says of units: any part may be missing. */
export interface UnitPhrase {
  /** ISO currency code. */
  readonly currency?: string;
  /** Power of ten: 3 for thousands, 6 for millions, -2 for pence and basis points. */
  readonly scale?: number;
  /** What is not money: `percent`, `points`, `shares`, `ADS`, or a unit such as `Gbps`. */
  readonly measure?: string;
  /** `share` or `ADS` where amounts are per share. */
  readonly per?: string;
  /** The text states it for all of its amounts. */
  readonly isStated?: true;
  /** `$` or `dollars`, without a word of whose dollars. */
  readonly isBareDollar?: true;
  /** Kinds that the scale does not hold for: `in thousands, except per share data`. */
  readonly except?: readonly ('perShare' | 'shares')[];
  /** Power of ten of what is counted: 3 for `$ in millions, except subscribers in thousands`. */
  readonly counts?: number;
}

/** Wordings of currencies; one row each. */
const CURRENCY_WORDINGS: readonly (readonly [RegExp, string])[] = [
  [/\bJPY\b|\b(?:japanese )?yen\b|[¥￥]/i, 'JPY'],
  [/\bCAD\b|(?<![A-Z])C\$|CA\$|canadian dollars?/i, 'CAD'],
  [/\bAUD\b|(?<![A-Z])A\$|AU\$|australian dollars?/i, 'AUD'],
  [/\bNZD\b|NZ\$|new zealand dollars?/i, 'NZD'],
  [/\bHKD\b|HK\$|hong kong dollars?/i, 'HKD'],
  [/\bSGD\b|(?<![A-Z])S\$|singapore dollars?/i, 'SGD'],
  [/\bTWD\b|NT\$/i, 'TWD'],
  [/\bUSD\b|U\.?S\.? ?\$|\bU\.?S\.? dollars?\b|\bdollars?\b|(?<![A-Z])\$/i, 'USD'],
  [/\b[kmT]?EURm?\b|\bEUR(?=m|bn)|\beuros?\b|€/i, 'EUR'],
  [/\bGBPm?\b|\b(?:pounds?(?: sterling)?)\b|£|\bpence\b|(?<=\d)p\b|^\(?p\)?$/i, 'GBP'],
  [/\b[MT]?CHFm?\b|\bswiss francs?\b/i, 'CHF'],
  [/\bCNY\b|\bRMB\b|\brenminbi\b|\byuan\b/i, 'CNY'],
  [/\bKRW\b|\bwon\b|₩/i, 'KRW'],
  [/\bINR\b|\brupees?\b|\bRs\b|₹/i, 'INR'],
  [/\b[MTK]?SEK(?:[MmKkTt]|bn)?\b/, 'SEK'],
  [/\b[MTK]?NOK(?:[MmKkTt]|bn)?\b/, 'NOK'],
  [/\b[MTK]?DKK(?:[MmKkTt]|bn)?\b/, 'DKK'],
  [/\bBRL\b|R\$/, 'BRL'],
  [/\bPLN\b/, 'PLN'],
  [/\bCZK\b/, 'CZK'],
  [/\bHUF\b/, 'HUF'],
  [/\bZAR\b/, 'ZAR'],
  [/\bMXN\b/, 'MXN'],
  [/\bILS\b|\bNIS\b|₪/, 'ILS'],
  [/\bTHB\b|\bbaht\b/i, 'THB'],
  [/\bIDR\b|\brupiah\b/i, 'IDR'],
];

/** Wordings of scales; one row each. */
const SCALE_WORDINGS: readonly (readonly [RegExp, number])[] = [
  [/\bhundred millions?\b|\b100 millions?\b/i, 8],
  [
    /\bthousands?\b|['’]?\b000['’]?s\b|['’]000\b|(?<=[$€£¥])000\b|\b1['’,. ]000s?\b|\b[kT](?:EUR|SEK|NOK|DKK|CHF|€)|€k\b|\b(?:EUR|SEK|NOK|DKK) ?[kKtT]\b|\bTsd\b/i,
    3,
  ],
  [
    /\bmillions?\b|\bmn\b|\bmm\b|\bmio\b|(?<=[$€£¥] ?)m\b|\bm€|\b[mM](?=EUR|SEK|NOK|DKK|CHF)|(?<=\b(?:US|EUR|SEK|NOK|DKK|CHF|GBP|USD|CAD|AUD|JPY|INR|PLN|ZAR) ?)m\b/i,
    6,
  ],
  [/\bcrores?\b/i, 7],
  [/\blakhs?\b/i, 5],
  [/\bbillions?\b|\bbn\b|\bmrd\b|(?<=[$€£¥] ?)bn?\b|(?<=\b(?:EUR|SEK|NOK|DKK) ?)bn\b/i, 9],
  [/\btrillions?\b|\btn\b/i, 12],
  [/\bpence\b|(?<=\d)p\b|^\(?p\)?$|\bcents?\b/i, -2],
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
  [/\bshares?\b/i, 'shares'],
  [/(?<!\p{L})[TGMK]bps(?!\p{L})/u, ''],
  [/(?<=\d)x\b|^\(?x\)?$|\btimes\b/i, 'times'],
];

const EVERY_WORDING = [...CURRENCY_WORDINGS, ...SCALE_WORDINGS, ...MEASURE_WORDINGS].map(
  ([{ source, flags }]) => new RegExp(source, `${flags}g`),
);

/** Reads the unit in a header, a caption or a label; undefined where the phrase names none. */
export const readUnit: (text: string) => UnitPhrase | undefined = remember(parseUnit);

function parseUnit(text: string): UnitPhrase | undefined {
  const except = readExceptions(text);
  const main = text.replace(/\bexcept\b.*/i, '');
  const counts = wordedIn(COUNTS_APART.exec(text)?.[1] ?? '', SCALE_WORDINGS);
  const stated = /\p{L}{2}/u.test(main) ? main : text;
  const currency = wordedIn(stated, CURRENCY_WORDINGS) ?? wordedIn(text, CURRENCY_WORDINGS);
  const scale = wordedIn(stated, SCALE_WORDINGS);
  const per = /\bper (?:common |ordinary |diluted |basic )?share\b|\/ ?share\b/i.test(main)
    ? 'share'
    : /\bper ADSs?\b|\/ ?ADSs?\b/.test(main)
      ? 'ADS'
      : undefined;
  const measure = per ? undefined : readMeasure(main);
  if (measure === 'basis points') return { measure: 'points', scale: -2 };
  if (currency === undefined && scale === undefined && measure === undefined && per === undefined)
    return undefined;
  return {
    ...(currency !== undefined && { currency }),
    ...(currency === 'USD' && !/US|U\.S/.test(text) && { isBareDollar: true as const }),
    ...(scale !== undefined && { scale }),
    ...(measure !== undefined && { measure }),
    ...(per !== undefined && { per }),
    ...(except.length > 0 && { except }),
    ...(counts !== undefined && { counts }),
  };
}

const COUNTS_APART =
  /\b(?:except|and|other than|excluding)\b[^()]{0,40}?\b(?:subscribers?|customers?|users?|units?|accounts?|lines?|volumes?|connections?|members?) (?:\w+ )?in (thousands|millions)\b/i;

const wordedIn = <T>(text: string, wordings: readonly (readonly [RegExp, T])[]): T | undefined =>
  wordings.find(([pattern]) => pattern.test(text))?.[1];

/** Whether a cell or caption is nothing but a unit: `Thousands of JPY`, `%`, `(JPY in millions)`, `Shares`. */
export const isUnitOnly: (text: string) => boolean = remember(namesOnlyUnit);

function namesOnlyUnit(text: string): boolean {
  if (text.length > 160 || !readUnit(text)) return false;
  const main = text.replace(/\bexcept\b.*/i, '');
  const rest = main.split('');
  for (const pattern of EVERY_WORDING)
    for (const { 0: match, index } of main.matchAll(pattern)) rest.fill(' ', index, index + match.length);
  return (
    rest
      .join('')
      .replace(
        /\b(?:in|of|per|unit|units|amounts?|figures?|expressed|stated|shown|are|and|unless|otherwise|indicated|noted|data|all|unaudited)\b|[^\p{L}\p{N}]/giu,
        '',
      ) === ''
  );
}

/** Word of a scale directly behind a number: ` million`, `bn`, `m`. Returns its power and length, else undefined. */
export function scaleAfter(
  text: string,
  at: number,
): { readonly scale: number; readonly end: number } | undefined {
  const match =
    /^[\s-]?(thousand|million|billion|trillion|mn|bn|mm|tn|m|crores?|lakhs?|k|b)s?\b(?![%\p{L}])/iu.exec(
      text.slice(at, at + 14),
    );
  if (!match) return undefined;
  const scale = SCALE_BY_LETTER[match[1]?.toLowerCase() ?? ''];
  return scale === undefined ? undefined : { scale, end: at + match[0].length };
}

const SCALE_BY_LETTER: Readonly<Record<string, number>> = {
  thousand: 3, k: 3, million: 6, mn: 6, mm: 6, m: 6, billion: 9, bn: 9, b: 9, trillion: 12, tn: 12,
  crore: 7, crores: 7, lakh: 5, lakhs: 5,
}; // biome-ignore format: a table reads better than a column

function readMeasure(text: string): string | undefined {
  for (const [pattern, measure] of MEASURE_WORDINGS) {
    const match = pattern.exec(text);
    if (match) return measure || match[0];
  }
  return undefined;
}

function readExceptions(text: string): ('perShare' | 'shares')[] {
  const clause = /\bexcept\b(.*)/i.exec(text)?.[1];
  if (clause === undefined) return [];
  const shares =
    /\bshares?\b(?! (?:data|amounts?|information))/i.test(clause.replace(/\bper[- ]share\b/gi, '')) ||
    /\bshare (?:data|amounts?|information)\b/i.test(clause.replace(/\bper[- ]share\b/gi, '')) ||
    /\bshare and per[- ]share\b/i.test(clause);
  return [
    ...(/\bper\b/i.test(clause) ? (['perShare'] as const) : []),
    ...(shares ? (['shares'] as const) : []),
  ];
}
