import { remember } from '../model/remember.ts';

/** Words that say in which way a measure is told: by the accounts, in another way, of another version, of whom. */
export interface Telling {
  /** Sorted like the dimensions of a fact; empty where the accounts' own way is told. */
  readonly dimensions: Readonly<Record<string, string>>;
  /** The words say that the measure is told as the accounts do: `GAAP`, `as reported`, `as restated`. */
  readonly isPlain: boolean;
  /** They say both: `GAAP and non-GAAP net income`. */
  readonly isMixed: boolean;
  /** The text without these words. */
  readonly rest: string;
}

interface Row {
  readonly axis: 'variant' | 'vintage' | 'entity' | '';
  readonly member: string;
  readonly words: RegExp;
}

const ITEMS =
  '(?:(?:exceptional|special|non-underlying|underlying|adjusting|one-(?:off|time)|non-?recurring|specific|significant|certain|separately disclosed|highlighted|notable|unusual|non-gaap)\\s+)+(?:(?:and|or)\\s+[\\p{L}-]+\\s+)?(?:items?|costs?|charges?|expenses?|gains?|adjustments?)';
/** `Profit before exceptional items, share of associates and tax` is before all of these. */
const NO_LIST_TO_TAX = '(?!(?:,|\\s+(?:and|&))(?:(?!\\b(?:after|net of)\\b)[^;:])*\\btax(?:es|ation)?\\b)';
const CURRENCY =
  '(?:(?:the\\s+)?(?:effects?|impacts?)\\s+(?:of|from)\\s+)?(?:changes?\\s+in\\s+)?(?:foreign\\s+)?(?:currency|currencies|exchange(?:\\s+rates?)?|fx)(?:\\s+(?:effects?|impacts?|changes?|movements?|translation|fluctuations?|exchange|rates?))*';

/** How growth is told that leaves out what exchange rates did: `at constant currency`, `(cc)`. */
export const CONSTANT_RATES =
  '(?:(?:at|in|on|using)\\s+)?(?:an?\\s+)?(?:constant|fixed)[- ](?:dollars?|currenc(?:y|ies)|(?:exchange\\s+|fx\\s+|foreign\\s+exchange\\s+)?rates?(?:\\s+of\\s+exchange)?)(?:\\s+(?:basis|rates?))?|(?:(?:in|at)\\s+)?local[- ]currenc(?:y|ies)|(?:currency|fx|foreign exchange|exchange rate)[- ](?:neutral|adjusted)|cer|(?<=\\()c[ac]';

/**
 * The lexicon, the most telling first: where several stand side by side (`Adjusted (non-GAAP)`, `organic at constant
 * currency`) the first names the variant. A row without an axis is the accounts' own way.
 */
const ROWS: readonly Row[] = [
  row(
    'vintage',
    'previously-reported',
    '(?:as\\s+)?(?:previously|originally|formerly)\\s+(?:reported|stated|presented|published|filed|issued)',
  ),
  row(
    'vintage',
    'previously-reported',
    '(?:before|prior to)\\s+(?:the\\s+)?(?:restatement|reclassification)s?',
  ),
  row(
    'entity',
    'standalone',
    'stand[- ]?alone|(?:non-?|un)consolidated(?!\\s+(?:[\\p{L}-]+\\s+){0,2}?(?:affiliate|associate|compan(?:y|ies)|entit(?:y|ies)|investee|investment|(?:joint\\s+)?venture|operation|partnership|propert(?:y|ies)|subsidiar(?:y|ies)|reit|fund|trust|vehicle|bank)s?(?![\\p{L}]))|parent(?:\\s+company)?[- ]only',
  ),
  row(
    'variant',
    'organic',
    'organic(?:ally)?(?:\\s+basis)?|like[- ]for[- ]like(?:\\s+basis)?|\\blfl\\b|(?:at|on)\\s+(?:a\\s+)?(?:constant|same)\\s+perimeter|(?<!\\bnon[- ]?)same[- ](?:store|property|community|center|hotel|home|restaurant|clinic|unit)s?(?:\\s+pool)?|at\\s+constant\\s+scope(?:\\s+and\\s+exchange\\s+rates)?',
  ),
  row('variant', 'constant-currency', CONSTANT_RATES),
  row('variant', 'constant-currency', `(?:excluding|excl\\.?|ex|adjusted for|net of)\\s+${CURRENCY}`),
  row(
    'variant',
    'tax-equivalent',
    '(?:fully\\s+)?(?:tax|taxable)[- ]equivalent(?:\\s+basis)?|(?<=\\b(?:interest|margin|spread|ratio|revenues?|expense|income|yield)\\b[^\\p{N}.]{0,40})fte(?!\\s+adjust)(?:\\s+basis)?|fte\\s+basis',
  ),
  row('variant', 'pro-forma', '(?:unaudited\\s+)?pro[- ]?forma(?:\\s+(?:combined|basis))?'),
  row(
    'variant',
    'core',
    'core(?=\\s+(?:operating|earnings|net|eps|profit|pre-?tax|pretax|ebit|income|results?|ffo|gross|diluted|basic|return|roe|efficiency|performance)\\b)|^core$|\\bcore\\s+basis',
  ),
  row(
    'variant',
    'adjusted',
    '(?:as[-\\s]+)?(?<!\\b(?:split|seasonally|risk|inflation|tax|time|hyperinflation|share|currency)[- ])(?:adjusted|normali[sz]ed)(?:\\s+(?:basis|non-?statutory))?(?!\\s+(?:for|(?:closing|book|gross\\s+)?(?:share\\s+)?(?:balance|cost basis))\\b)|underlying|comparable(?=\\s+(?:operating|ebit|earnings|eps|profit|net|gross|pre-?tax|diluted|basic)\\b)',
  ),
  row(
    'variant',
    'adjusted',
    `(?:before|excluding|excl\\.?|ex|pre)[-\\s]+(?:the\\s+)?(?:effects?\\s+of\\s+|impacts?\\s+of\\s+)?${ITEMS}${NO_LIST_TO_TAX}`,
  ),
  row(
    'variant',
    'non-gaap',
    'non[- ](?:us\\s+|u\\.s\\.\\s+)?(?:gaap|ifrs)(?:\\s+(?:measure|basis|results?|financial measure))?|non-?statutory',
  ),
  row(
    '',
    '',
    '(?:as\\s+)?(?:restated|recast|re-?presented)|as\\s+(?:currently\\s+|now\\s+)?(?:reported|revised|stated)|(?:us\\s+|u\\.s\\.\\s+)?gaap(?:\\s+basis)?|(?:under\\s+)?ifrs(?:\\s+basis)?|statutory(?:\\s+basis)?|unadjusted|reported(?:\\s+basis)?|consolidated(?=$)',
  ),
];

function row(axis: Row['axis'], member: string, words: string): Row {
  return { axis, member, words: new RegExp(`(?<![\\p{L}\\p{N}])(?:${words})(?![\\p{L}\\p{N}])`, 'iu') };
}

/** Longer texts are sentences and no labels; looking at them would take time that grows with their length. */
const LONGEST = 300;

/** The words of a label, head or title that say how its measure is told; undefined where none do. */
export const readTelling: (text: string) => Telling | undefined = remember((text) => {
  if (text.length > LONGEST) return undefined;
  const dimensions: Record<string, string> = {};
  let isPlain = false;
  let rest = text;
  for (const { axis, member, words } of ROWS) {
    if (!words.test(rest)) continue;
    rest = rest.replace(words, ' ');
    if (axis === '') isPlain = true;
    else dimensions[axis] ??= member;
  }
  if (rest === text) return undefined;
  const isTold = Object.keys(dimensions).length > 0;
  return { dimensions, isPlain: isPlain && !isTold, isMixed: isPlain && isTold, rest: tidy(rest) };
});

/** The accounts' own way of telling beside another: `GAAP and non-GAAP`, `underlying and statutory`. */
export interface TellingPair {
  readonly isPlainFirst: boolean;
  /** The word for the other way, and what it says. */
  readonly word: string;
  readonly variant: string;
}

const SIDE_BY_SIDE = /(?<![\p{L}\p{N}-])([\p{L}-]+) (?:and|&) (?=([\p{L}-]+))/giu;

export function findTellingPair(text: string): TellingPair | undefined {
  for (const [, first = '', second = ''] of text.matchAll(SIDE_BY_SIDE))
    for (const isPlainFirst of [true, false]) {
      const [plain, word] = isPlainFirst ? [first, second] : [second, first];
      const variant = readTelling(`${word} basis`)?.dimensions['variant'];
      if (variant && readTelling(`${plain} basis`)?.isPlain) return { isPlainFirst, word, variant };
    }
  return undefined;
}

/** Without the brackets, commas and connecting words that the words leave behind. */
const tidy = (text: string): string =>
  text
    .replace(/\(\s*(?:an?|the|on|at|in|basis|and|measures?|of|[,;/&\s])*\s*\)/gi, ' ')
    .replace(/\(\s+/g, '(')
    .replace(/\s+\)/g, ')')
    .replace(/\s+/g, ' ')
    .replace(/\s+([,;:])/g, '$1')
    .replace(/^(?:[\s,;:–—-]|\b(?:on|at|in|for|an?|and)\b)+/i, '')
    .replace(/(?:[\s,;:–—-]+(?:on|at|in|as|under|an?|basis|and))*[\s,;:–—-]*$/i, '')
    .trim();
