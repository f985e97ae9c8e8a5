import { remember } from '../model/remember.ts';

/** A label brought to the form in which two wordings of one line item are equal, and the way its words point. */
export interface FoldedLabel {
  readonly text: string;
  /** -1 where the words speak of the concept's opposite (`net loss`, `used in`, `decrease in`), else 1. */
  readonly sense: 1 | -1;
}

const SUPERSCRIPTS = /[⁰¹²³⁴-⁹⁽⁾ᵃ-ᶻ†‡§]+/g;

/** Footnotes' numbers in parentheses at the end of a label, or one before one. */
const NUMBERED_MARK =
  /(?:\s?\(\d{1,2}\)|(?<=\p{L}{3})\([a-z]\)|(?<=\p{L}{3})\d\)|\s\d{1,2}\)(?<=[\p{L}\d)%]\s\d{1,2}\))(?<!\([^()]*\)))+(?=\s*:?\s*$)/u;
/** `Other expense, net 1`: that of a footnote whose mark is no longer raised. */
const BARE_MARK = /(?<=,\s*net)\s[1-9]$/i;
const NO_LETTERS_OR_DIGITS = /[^\p{L}\p{N}%/{}]+/gu;

/** Words in parentheses that say in what or how a row is stated, not what it is: `(JPY / U.S. Dollars / JPY)`. */
const REMARK =
  /\((?:(?:in|of|the|and|thousands?|millions?|billions?|jpy|usd|eur|gbp|yen|euros?|u\.?s\.?|dollars?|rupees|rs\.?|inr|crores?|lakhs?|[$€£¥₹%]|per ?cent|shares?|adss?|persons?|pence|cents|unaudited|audited|consolidated|actual)[ ,/]*)+\)/g;

/** `Profit/loss`, `loss / gain`: the first is what a positive number means, as in `profit (loss)`. */
const EITHER_WAY =
  /\b(profit|income|earnings|gains?) ?\/ ?(loss(?:es)?)\b|\b(loss(?:es)?) ?\/ ?(profit|income|earnings|gains?)\b/g;

/** How a row enters its total, which is not what it is: `Less: net income attributable to …`. */
const LEAD =
  /^(?:(?:less|add|plus|deduct|of which) ?:|less(?= (?:net|comprehensive|accumulated|allowance|treasury|income)\b))/;

const MONTH = '(?:january|february|march|april|may|june|july|august|september|october|november|december)';

/** A date that tells rows of one concept apart, as in `Balance at 31 March 2012`. */
const DATE = new RegExp(
  `,? *\\b(?:(?:as at|as of|at|on) )?(?:${MONTH} \\d{1,2}\\b(?:, *\\d{4})?|\\d{1,2} ${MONTH}\\b(?:,? \\d{4})?)`,
  'g',
);

/** British to American, so that both spellings are one. */
const SPELLINGS = /\b(un)?(amorti|capitali|reali|recogni|securiti|authori|organi|utili)s(?=[aei])/g;

/** What is left in the end, by whatever word. */
const NET_INCOME = /\bnet (?:earnings|profits?)\b/g;

/**
 * Words that turn with the sign, folded to the word of the positive sense. Each pattern sees the lower-case label
 * with its parentheses; the first word of a pair (`loss (income)`) is the one that a positive number means.
 */
const TURNS: readonly { readonly pattern: RegExp; readonly to: string }[] = [
  { pattern: /\bincrease \(decrease\)|\(decrease\) increase|\bincrease\/decrease\b/, to: '+change' },
  { pattern: /\bdecrease \(increase\)|\(increase\) decrease|\bdecrease\/increase\b/, to: '-change' },
  { pattern: /\bincrease\b/, to: '+change' },
  { pattern: /\bdecrease\b/, to: '-change' },
  { pattern: /\bgains? \(loss(?:es)?\)|\(loss(?:es)?\) gains?/, to: '+gain' },
  { pattern: /\bloss(?:es)? \(gains?\)|\(gains?\) loss(?:es)?/, to: '-gain' },
  { pattern: /^\(gains?\)(?= (?:on|from)\b)/, to: '-gain' },
  { pattern: /\bgains?\b/, to: '+gain' },
  {
    pattern:
      /\bloss(?:es)? (?=on (?:(?:the|early|debt) )*(?:disposal|sales?|retirement|write|extinguishment|foreign))/,
    to: '-gain ',
  },
  { pattern: /^(foreign (?:currency )?exchange|foreign currency transaction) loss(?:es)?\b/, to: '-$1 gain' },
  { pattern: /\bincome \(loss(?:es)?\)|\(loss(?:es)?\) income/, to: '+income' },
  { pattern: /\bloss(?:es)? \(income\)|\(income\) loss(?:es)?/, to: '-income' },
  { pattern: /\b(earnings|profit) \(loss(?:es)?\)|\(loss(?:es)?\) (earnings|profit)/, to: '+$1$2' },
  { pattern: /\bloss(?:es)? \((earnings|profit)\)|\((earnings|profit)\) loss(?:es)?/, to: '-$1$2' },
  {
    pattern:
      /\b(net|operating|comprehensive|ordinary) loss(?:es)?\b(?! (?:ratio|reserve|incurred|paid|and (?:loss|lae|claim|settlement)))/,
    to: '-$1 income',
  },
  {
    pattern:
      /^net ((?:un)?realized (?:(?:and|or) (?:un)?realized )?(?:(?:investment|capital) )?)loss(?:es)?\b/,
    to: '-net $1gain',
  },
  { pattern: /\bgross loss\b/, to: '-gross profit' },
  { pattern: /\bloss(?:es)? (?=(?:from (?:continuing )?operations )?before )/, to: '-income ' },
  { pattern: /\bloss (?=from (?:(?:continuing|discontinued) )?operations)/, to: '-income ' },
  { pattern: /\bshare of loss(?:es)?\b/, to: '-share of profit' },
  { pattern: /\bequity in loss(?:es)?\b/, to: '-equity in earnings' },
  { pattern: /\bloss (?=per )/, to: '-earnings ' },
  { pattern: /\bloss (?=for the |attributable to )/, to: '-profit ' },
  { pattern: /\btax expenses? \(income\)/, to: '+tax expense' },
  { pattern: /\bincome \(expenses?\)|\(expenses?\) income/, to: '+income expense' },
  { pattern: /\bexpenses? \(income\)|\(income\) expenses?/, to: '-income expense' },
  { pattern: /\b(other) expenses?(?=[ ,—–-]*net$)/, to: '-$1 income expense' },
  { pattern: /\b(other) income(?=[ ,—–-]*net$)/, to: '+$1 income expense' },
  { pattern: /\bprovision \(benefit\) for\b|\bprovision for \(benefit from\)/, to: '+provision for' },
  { pattern: /\bbenefit \(provision\) for\b|\bbenefit from \(provision for\)/, to: '-provision for' },
  { pattern: /\(provision for\) benefit from|\bbenefit from(?= income tax)/, to: '-provision for' },
  {
    pattern: /\bexpenses? \((?:benefits?|credit|recovery)\)|\((?:benefits?|credit|recovery)\) expenses?/,
    to: '+expense',
  },
  { pattern: /\bcosts? \((?:income|gains?|credits?|recover(?:y|ies))\)/, to: '+cost' },
  { pattern: /\b(?:expenses?|charges?) \(credits?\)|\bexpenses?\/credits?\b/, to: '+expense' },
  {
    pattern:
      /\b(?:benefits?|credits?) \((?:expenses?|charges?)\)|\((?:expenses?|charges?)\) (?:benefits?|credits?)/,
    to: '-expense',
  },
  { pattern: /\b(tax(?:es)?) benefits?\b/, to: '-$1 expense' },
  {
    pattern: /\bprovided by \(used (?:in|for|by)\)|\(used (?:in|for|by)\) provided by|\bprovided by\b/,
    to: '+from',
  },
  {
    pattern: /\bgenerated (?:by|from)\b|\bfrom \(used (?:in|for|by)\)|\(used (?:in|for|by)\) from/,
    to: '+from',
  },
  { pattern: /\bused (?:in|for|by) \(provided by\)/, to: '-from' },
  { pattern: /\bused (?:in|for|by)(?= (?:operat|invest|financ|continuing|discontinued))/, to: '-from' },
  { pattern: /\binflows? \(outflows?\) from|\(outflows?\) inflows? from|\binflows? from/, to: '+from' },
  { pattern: /\boutflows? from/, to: '-from' },
  { pattern: /\b(provision for|addition to) \(reversal of\)/, to: '+$1' },
  { pattern: /\breversal of \(provision for\)|\breversal of\b/, to: '-provision for' },
];

/**
 * Folds a printed label. Footnote marks, case, punctuation, apostrophes and dashes vanish; a clause that carries
 * amounts (`, net of allowance … of JPY 107,919 thousand`) is cut; words that turn with the sign become one.
 */
export const foldLabel: (label: string) => FoldedLabel = remember((label) => {
  let text = withoutAmounts(withoutMarks(label))
    .toLowerCase()
    .replace(/[’‘'`]/g, '')
    .replace(/\bnon(?: ?- ?| )(?=\w)/g, 'non')
    .replace(/\bpost-(?=\w)/g, 'post')
    .replace(/\b(paid|called|issued) - (?=(?:up|in)\b)/g, '$1-')
    .replace(/&/g, ' and ')
    .replace(/\badj\.? (?=\p{L})/gu, 'adjusted ')
    .replace(/\s+/g, ' ')
    .replace(/\( +| +\)/g, (m) => m.trim())
    .replace(/ ?\/ ?\(/g, ' (')
    .replace(/\) ?\/ ?(?=\p{L})/gu, ') ')
    .replace(/(?<=[\p{L}\d]) ?\/ ?(?=[\p{L}\d])/gu, '/')
    .replace(EITHER_WAY, '$1$3 ($2$4)');
  let sense: 1 | -1 = 1;
  text = text
    .replace(REMARK, '')
    .replace(EITHER_SPAN, 'period')
    .replace(DATE, '')
    .replace(SPELLINGS, '$1$2z')
    .replace(NET_INCOME, 'net income')
    .trim();
  text = text.replace(LEAD, '').trim();
  for (const { pattern, to } of TURNS) {
    if (!pattern.test(text)) continue;
    if (to.startsWith('-')) sense = -sense as 1 | -1;
    text = text.replace(pattern, to.slice(1));
  }
  return { text: bareWords(text), sense };
});

/** Words without punctuation, in the singular, without the ones that documents put in or leave out at will. */
const bareWords = (text: string): string =>
  text
    .replace(/\b(?:and|the)\b/g, ' ')
    .replace(NO_LETTERS_OR_DIGITS, ' ')
    .trim()
    .split(' ')
    .map(singular)
    .join(' ');

/** The words of any text as labels are compared: lower case, singular, without `and` and `the`. */
export const foldWords = (text: string): string[] =>
  bareWords(
    text
      .toLowerCase()
      .replace(/[’‘'`]s?\b/g, '')
      .replace(/\bnon[- ](?=\w)/g, 'non'),
  ).split(' ');

/** Enough of English to make `expenses` and `expense`, `losses` and `loss`, `properties` and `property` equal. */
export function singular(word: string): string {
  if (word.startsWith('stockholder')) return 'shareholder';
  if (word.length < 4 || !/^[a-z]+s$/.test(word) || /(?:ss|us|is)$/.test(word)) return word;
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  return word.slice(0, /(?:ss|x|ch|sh)es$/.test(word) ? -2 : -1);
}

/** The label as pages print it: no footnote marks, no colon at the end. */
export const plainLabel: (label: string) => string = remember((label) =>
  withoutMarks(label)
    .replace(/\s*:\s*$/, '')
    .trim(),
);

/** `Adjusted2 operating profit`, `EBITDA 1,2`: marks that are no longer raised. */
const LOST_MARK = /(?<=\p{Ll}{4})[1-9](?=\s\p{Ll})|(?<=\p{L}{3})\s[1-9](?:,[1-9])+(?=\s*:?\s*$)/gu;

/** `for the period/year`, `for the quarter / period`: whichever its column tells. */
const EITHER_SPAN = /\b(period|quarter|year) ?\/ ?(?:year|period|half year)\b/g;

function withoutMarks(label: string): string {
  return label
    .replace(SUPERSCRIPTS, '')
    .replace(LOST_MARK, '')
    .replace(NUMBERED_MARK, '')
    .replace(BARE_MARK, '')
    .replace(/\*+/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** What a share is worth by its name, and all behind it: `Common stock $0.005 par value; 900,000 shares authorized`. */
const PAR_VALUE =
  /(?<=\b(?:stock|shares?))[\s,;(—–-]+(?:(?:no|with(?:out)?)\s+)?(?:par\b|(?:of\s+)?\S{0,9}\d\S{0,9}\s+(?:par|nominal|each)\b).*$/i;

/** What a label adds of its own figures: `(amortized cost: $32,987 in 2024)`, ` - 7,844 and 7,495`. */
const AMOUNTS = new RegExp(
  [
    String.raw`\s*\((?=[^()]*\b(?:cost|value|allowance|issued|outstanding|authori[sz]ed|shares|held)\b)[^()]*\d,\d{3}(?!\d)[^()]*\)`,
    String.raw`\s-\s\p{Sc}?\d[\d,.]*(?:\s+and\s+\p{Sc}?\d[\d,.]*)?(?:\s+shares)?(?=$|[;,])`,
  ].join('|'),
  'gu',
);

/** `(including $675 and $785 of a joint venture)`: what of the row's own figures is whose, parentheses within it or not. */
const INCLUSION = /\s*\((?:including|includes|inclusive of|net of|of which)\b(?:[^()]|\([^()]*\))*\)/giu;

/** The label without what it tells of parts of its own figures. */
export const withoutInclusions = (label: string): string =>
  label.replace(INCLUSION, (words) => (/\d/.test(words) ? '' : words)).trim();

/** Whether a label carries amounts or counts that are no figures of its row's columns. */
export const carriesAmounts = (label: string): boolean =>
  label.search(AMOUNTS) >= 0 || withoutAmounts(label) !== label;

/** How a row follows from others, by their numbers or letters: `(1+2)`, `(5 - 6)`, `(VIII - IX)`; not `(pre-tax)`. */
const FORMULA =
  /\s*\(\s?(?:\d{1,2}[A-Za-z]?|[A-Za-z]|[IVXivx]{1,5})(?:\s?[-+±–−/=]\s?(?:\d{1,3}[A-Za-z]?|[A-Za-z]|[IVXivx]{1,5})){1,8}\s?\)\s*$/;

/** The label without the sum or difference of rows, by their numbers, that it ends in. */
export const withoutFormula = (label: string): string => label.replace(FORMULA, '');

/** A clause after the first comma, dash or semicolon goes when it holds figures, and so do a par value and amounts. */
function withoutAmounts(label: string): string {
  const text = withoutFormula(label.replace(PAR_VALUE, '').replace(AMOUNTS, ''));
  const cut = text.search(/[,;—–]/);
  return cut > 0 && /\d/.test(text.slice(cut)) ? text.slice(0, cut) : text;
}
