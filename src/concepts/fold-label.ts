/** A label brought to the form in which two wordings of one line item are equal, and the way its words point. */
export interface FoldedLabel {
  readonly text: string;
  /** -1 where the words speak of the concept's opposite (`net loss`, `used in`, `decrease in`), else 1. */
  readonly sense: 1 | -1;
}

const SUPERSCRIPTS = /[⁰¹²³⁴-⁹]+/g;
const LETTERS_AND_DIGITS = /[^\p{L}\p{N}%/{}]+/gu;

/**
 * Words that turn with the sign, folded to the word of the positive sense. Each pattern sees the lower-case label
 * with its parentheses; the first word of a pair (`loss (income)`) is the one that a positive number means.
 */
const TURNS: readonly { readonly pattern: RegExp; readonly to: string }[] = [
  { pattern: /\bincrease \(decrease\)|\(decrease\) increase|\bincrease\/decrease\b|\bincrease\b/, to: '+change' },
  { pattern: /\bdecrease \(increase\)|\(increase\) decrease|\bdecrease\b/, to: '-change' },
  { pattern: /\bgains? \(loss(?:es)?\)|\(loss(?:es)?\) gains?|\bgains?\b(?! \()/, to: '+gain' },
  { pattern: /\bloss(?:es)? \(gains?\)|\(gains?\) loss(?:es)?/, to: '-gain' },
  { pattern: /\bloss(?:es)? (?=on (?:disposal|sales?|retirement|write))/, to: '-gain ' },
  { pattern: /^(foreign (?:currency )?exchange|foreign currency transaction) loss(?:es)?\b/, to: '-$1 gain' },
  { pattern: /\bincome \(loss(?:es)?\)|\(loss(?:es)?\) income|\bearnings \(loss(?:es)?\)/, to: '+income' },
  { pattern: /\bloss(?:es)? \((?:income|earnings)\)|\((?:income|earnings)\) loss(?:es)?/, to: '-income' },
  { pattern: /\b(net|operating|gross|comprehensive|ordinary) loss(?:es)?\b/, to: '-$1 income' },
  { pattern: /\bloss(?:es)? (?=(?:from operations )?before )/, to: '-income ' },
  { pattern: /\bincome \(expenses?\)|\(expenses?\) income/, to: '+income expense' },
  { pattern: /\b(other) expenses?(?=[ ,—–-]*net$)/, to: '-$1 income expense' },
  { pattern: /\b(other) income(?=[ ,—–-]*net$)/, to: '+$1 income expense' },
  { pattern: /\bexpenses? \((?:benefits?|income|credit)\)|\((?:benefits?|credit)\) expenses?/, to: '+expense' },
  { pattern: /\bbenefits? \(expenses?\)|\(expenses?\) benefits?/, to: '-expense' },
  { pattern: /\b(tax(?:es)?) benefits?\b/, to: '-$1 expense' },
  { pattern: /\bprovided by \(used (?:in|for)\)|\(used (?:in|for)\) provided by|\bprovided by\b|\bgenerated (?:by|from)\b|\bcash flows? from\b/, to: '+from' },
  { pattern: /\bused (?:in|for) \(?provided by\)?|\bused (?:in|for)\b/, to: '-from' },
  { pattern: /\b(provision for|addition to) \(reversal of\)/, to: '+$1' },
  { pattern: /\breversal of \(provision for\)|\breversal of\b/, to: '-provision for' },
];

/**
 * Folds a printed label. Footnote marks, case, punctuation, apostrophes and dashes vanish; a clause that carries
 * amounts (`, net of allowance … of JPY 107,919 thousand`) is cut; words that turn with the sign become one.
 */
export function foldLabel(label: string): FoldedLabel {
  let text = withoutAmounts(withoutMarks(label))
    .toLowerCase()
    .replace(/[’‘'`]/g, '')
    .replace(/\bnon[- ](?=\w)/g, 'non')
    .replace(/&/g, ' and ')
    .replace(/\s+/g, ' ')
    .replace(/\( +| +\)/g, (m) => m.trim());
  let sense: 1 | -1 = 1;
  const less = /^less ?:/.exec(text);
  if (less) text = text.slice(less[0].length).trim();
  for (const { pattern, to } of TURNS) {
    if (!pattern.test(text)) continue;
    if (to.startsWith('-')) sense = -sense as 1 | -1;
    text = text.replace(pattern, to.slice(1));
  }
  return { text: text.replace(LETTERS_AND_DIGITS, ' ').trim(), sense };
}

/** The label as pages print it: no footnote marks, no colon at the end. */
export function plainLabel(label: string): string {
  return withoutMarks(label)
    .replace(/\s*:\s*$/, '')
    .trim();
}

function withoutMarks(label: string): string {
  return label
    .replace(SUPERSCRIPTS, '')
    .replace(/\*+/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** A clause after the first comma, dash or semicolon goes when it holds figures. */
function withoutAmounts(label: string): string {
  const cut = label.search(/[,;—–](?=.*\d)/);
  return cut > 0 ? label.slice(0, cut) : label;
}
