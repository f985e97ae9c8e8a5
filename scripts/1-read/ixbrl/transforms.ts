import { trimDecimal } from '../../grammar/numbers.ts';

/** Plain decimal digits of a number as a format of inline XBRL has it; undefined where they cannot be told. */
type Transform = (text: string) => string | undefined;

const withoutGroups =
  (groups: RegExp, decimal: string): Transform =>
  (text) => {
    const digits = text.replace(/[\s\u00a0]/g, '').replace(groups, '');
    const plain = decimal === '.' ? digits : digits.replace(decimal, '.');
    return /^\d*\.?\d+\.?$/.test(plain) ? trimDecimal(plain) : undefined;
  };

const pointDecimal = withoutGroups(/[,'’]/g, '.');
const commaDecimal = withoutGroups(/[.'’]/g, ',');
const zero: Transform = () => '0';

/** By the local names of formats, old and new registries alike, without hyphens and in lower case. */
const TRANSFORMS: Readonly<Record<string, Transform>> = {
  numdotdecimal: pointDecimal,
  numdotdecimalapos: pointDecimal,
  numcommadot: pointDecimal,
  numspacedot: pointDecimal,
  numcommadecimal: commaDecimal,
  numcommadecimalapos: commaDecimal,
  numdotcomma: commaDecimal,
  numspacecomma: commaDecimal,
  numcomma: commaDecimal,
  numunitdecimal: (text) => {
    const [whole = '', part = ''] = text.match(/\d[\d,.]*/g) ?? [];
    return trimDecimal(`${whole.replace(/[,.]/g, '')}.${part.padStart(2, '0')}`);
  },
  numdash: zero,
  zerodash: zero,
  fixedzero: zero,
  nocontent: zero,
  numwordsen: wordsToDigits,
  numwordsde: () => undefined,
};

export function transformNumber(format: string | undefined, text: string): string | undefined {
  const name = (format?.split(':').at(-1) ?? '').replace(/-/g, '').toLowerCase();
  return name === '' ? pointDecimal(text.trim()) : TRANSFORMS[name]?.(text.trim());
}

const UNITS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const SCALES: Readonly<Record<string, number>> = {
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
};

/** `twenty-one`, `one hundred and five`, `no`. */
function wordsToDigits(text: string): string | undefined {
  let total = 0;
  let group = 0;
  for (const word of text.toLowerCase().split(/[\s\u00a0,-]+/)) {
    if (word === 'and' || word === '') continue;
    if (word === 'no' || word === 'none' || word === 'nil') continue;
    const tens = TENS.indexOf(word);
    if (UNITS.includes(word)) group += UNITS.indexOf(word);
    else if (tens >= 0) group += (tens + 2) * 10;
    else if (word === 'hundred') group *= 100;
    else if (SCALES[word]) {
      total += group * SCALES[word];
      group = 0;
    } else return undefined;
  }
  return String(total + group);
}
