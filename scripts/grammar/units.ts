/** What a phrase says of units: any part may be missing. */
export interface UnitPhrase {
  /** ISO currency code. */
  readonly currency?: string;
  /** Power of ten: 3 for thousands, 6 for millions. */
  readonly scale?: number;
  /** What is not money: `percent`, `points`, `shares`, `ADS`, or a unit such as `Gbps`. */
  readonly measure?: string;
  /** `share` or `ADS` where amounts are per share. */
  readonly per?: string;
  /** Kinds that the scale does not hold for: `in thousands, except per share data`. */
  readonly except?: readonly ('perShare' | 'shares')[];
}

/** Wordings of currencies; one row each. */
const CURRENCY_WORDINGS: readonly (readonly [RegExp, string])[] = [
  [/\bJPY\b|\b(?:japanese )?yen\b|[¥￥]/i, 'JPY'],
  [/\bUSD\b|U\.?S\.? ?\$|\bU\.?S\.? dollars?\b|\bdollars?\b|(?<![A-Z])\$/i, 'USD'],
  [/\bEUR\b|\beuros?\b|€/i, 'EUR'],
  [/\bGBP\b|\b(?:pounds?(?: sterling)?)\b|£/i, 'GBP'],
  [/\bCHF\b|\bswiss francs?\b/i, 'CHF'],
  [/\bCNY\b|\bRMB\b|\brenminbi\b|\byuan\b/i, 'CNY'],
  [/\bKRW\b|\bwon\b|₩/i, 'KRW'],
  [/\bTWD\b|NT\$/i, 'TWD'],
  [/\bHKD\b|HK\$/i, 'HKD'],
  [/\bSGD\b|(?<![A-Z])S\$/i, 'SGD'],
  [/\bCAD\b|(?<![A-Z])C\$|canadian dollars?/i, 'CAD'],
  [/\bAUD\b|(?<![A-Z])A\$|australian dollars?/i, 'AUD'],
  [/\bINR\b|\brupees?\b|₹/i, 'INR'],
  [/\bSEK\b/, 'SEK'],
  [/\bNOK\b/, 'NOK'],
  [/\bDKK\b/, 'DKK'],
  [/\bBRL\b|R\$/, 'BRL'],
];

/** Wordings of scales; one row each. */
const SCALE_WORDINGS: readonly (readonly [RegExp, number])[] = [
  [/\bthousands?\b|['’]000s?\b|\b000s\b/i, 3],
  [/\bmillions?\b|\bmn\b|\bmm\b|(?<=[$€£¥])m\b/i, 6],
  [/\bbillions?\b|\bbn\b|(?<=[$€£¥])b\b/i, 9],
  [/\btrillions?\b|\btn\b/i, 12],
];

/** Wordings of measures that are not money; one row each, the first that matches counts. */
const MEASURE_WORDINGS: readonly (readonly [RegExp, string])[] = [
  [/\bpercentage points?\b|\bpoints?\b|\bpp\b|\bpts?\b/i, 'points'],
  [/[%％]|\bpercent(?:age)?\b|\bper cent\b/i, 'percent'],
  [/\bADSs?\b|\bADRs?\b/, 'ADS'],
  [/\bshares?\b/i, 'shares'],
  [/\b(?:[TGMK]bps)\b/, ''],
];

/** Reads the unit in a header, a caption or a label; undefined where the phrase names none. */
export function readUnit(text: string): UnitPhrase | undefined {
  const currency = CURRENCY_WORDINGS.find(([pattern]) => pattern.test(text))?.[1];
  const scale = SCALE_WORDINGS.find(([pattern]) => pattern.test(text))?.[1];
  const except = readExceptions(text);
  const main = text.replace(/\bexcept\b.*/i, '');
  const per = /\bper (?:common |ordinary |diluted |basic )?share\b|\/ ?share\b/i.test(main)
    ? 'share'
    : /\bper ADSs?\b|\/ ?ADSs?\b/.test(main)
      ? 'ADS'
      : undefined;
  const measure = per ? undefined : readMeasure(main);
  if (currency === undefined && scale === undefined && measure === undefined && per === undefined) return undefined;
  return {
    ...(currency !== undefined && { currency }),
    ...(scale !== undefined && { scale }),
    ...(measure !== undefined && { measure }),
    ...(per !== undefined && { per }),
    ...(except.length > 0 && { except }),
  };
}

/** Whether a cell or caption is nothing but a unit: `Thousands of JPY`, `%`, `(JPY in millions)`, `Shares`. */
export function isUnitOnly(text: string): boolean {
  const unit = readUnit(text);
  if (!unit) return false;
  let rest = text.replace(/\bexcept\b.*/i, '');
  for (const [pattern] of [...CURRENCY_WORDINGS, ...SCALE_WORDINGS, ...MEASURE_WORDINGS])
    rest = rest.replace(new RegExp(pattern.source, `${pattern.flags}g`), ' ');
  return rest.replace(/\b(?:in|of|per|unit|units|amounts?|figures?|expressed|stated|shown|are|and|unless|otherwise|indicated|noted|data)\b|[^\p{L}\p{N}]/giu, '') === '';
}

/** Word of a scale directly behind a number: ` million`, `bn`, `m`. Returns its power and length, else undefined. */
export function scaleAfter(text: string, at: number): { readonly scale: number; readonly end: number } | undefined {
  const match = /^[\s-]?(thousand|million|billion|trillion|mn|bn|mm|tn|m|k|b)s?\b(?![%\p{L}])/iu.exec(text.slice(at, at + 14));
  if (!match) return undefined;
  const scale = SCALE_BY_LETTER[match[1]?.toLowerCase() ?? ''];
  return scale === undefined ? undefined : { scale, end: at + match[0].length };
}

const SCALE_BY_LETTER: Readonly<Record<string, number>> = {
  thousand: 3, k: 3, million: 6, mn: 6, mm: 6, m: 6, billion: 9, bn: 9, b: 9, trillion: 12, tn: 12,
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
  const shares = /\bshares?\b(?! (?:data|amounts?|information))/i.test(clause.replace(/\bper[- ]share\b/gi, ''))
    || /\bshare (?:data|amounts?|information)\b/i.test(clause.replace(/\bper[- ]share\b/gi, ''))
    || /\bshare and per[- ]share\b/i.test(clause);
  return [...(/\bper\b/i.test(clause) ? (['perShare'] as const) : []), ...(shares ? (['shares'] as const) : [])];
}
