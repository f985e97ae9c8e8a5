import { remember } from '../../../src/model/remember.ts';
import { CODES } from '../../grammar/currencies.ts';
import { MONTH, SHORT_YEAR } from '../../grammar/dates.ts';
import { EXCHANGE } from '../../grammar/exchanges.ts';
import { matchesIn } from '../../grammar/matches-in.ts';
import type { NumberToken } from '../../grammar/numbers.ts';
import type { PeriodMention } from '../../grammar/periods.ts';
import { readTimes } from '../../grammar/read-times.ts';

/** What a number can be that states nothing. */
export const OTHER_KINDS = ['date', 'identifier', 'numbering', 'name', 'part-of-fact'] as const;
export type OtherKind = (typeof OTHER_KINDS)[number];

/** A stretch of text whose numbers state nothing, by UTF-16 offsets. */
export interface OtherSpan {
  readonly kind: OtherKind;
  readonly start: number;
  readonly end: number;
}

/** A number that states nothing, by the 1-based line and column, in code points, where it starts. */
export interface OtherPlace {
  readonly kind: OtherKind;
  readonly line: number;
  readonly column: number;
}

const COUNTED =
  '(?:employees|people|shares|customers|stores|contracts|members|companies|units|subscribers|users|patents|locations|sites|vehicles)';

/**
 * Wordings in which a number states nothing; the first row that covers a number counts. Every repeat is bounded, and what
 * stands behind certain words only begins with the sign that is asked for first: `(?=\d)`.
 */
const WORDINGS: readonly (readonly [kind: OtherKind, pattern: RegExp])[] = [
  ['identifier', /https?:\/\/[^\s<>)]{1,300}|\bwww\.[^\s<>)]{1,200}/gi],
  ['identifier', /[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,32}){1,6}/g],
  [
    'identifier',
    /(?<![\d,.])(?:\+\d{1,3}[ -]?)?\(?\d{1,4}\)?[ -]\d{2,5}-\d{3,4}(?!\d)|\+\d{1,3}(?:[ -]\(?\d{1,5}\)?){2,5}/g,
  ],
  ['identifier', /(?<![\d-])1-\d{3}-\d{3}-\d{4}(?!\d)/g],
  ['identifier', /\b(?:tel|telephone|phone|fax|dial-in|toll[- ]free)\b[^\d\n]{0,20}[\d() +-]{6,24}/gi],
  ['identifier', new RegExp(`\\b${EXCHANGE}\\d?[^\\d\\n]{0,12}?:\\s?[A-Z\\d]{1,8}`, 'g')],
  ['identifier', /\b(?:stock|securities|security|ticker) (?:code|symbol)(?: number)?\)?\s?:?\s?\d{1,8}/gi],
  [
    'identifier',
    /\b(?:code|company|registered|registration) (?:number|no\.?)[^\d\n]{0,12}\d{3,12}\b|\b\d{1,4}[A-Z]? (?!(?:Million|Billion|Thousand|Hundred)\b)(?:[A-Z][\w.]* ){1,4}(?:Street|Road|Avenue|Lane|Square|Way|Drive|Boulevard|Place|Expressway|Parkway|Highway|Court|Plaza|Circle|Blvd|Pkwy|Suite)\b/g,
  ],
  [
    'name',
    /\b(?:customers?|clients?|accounts?|users?|subscribers?|merchants?|orders|deals|contracts|loans|policies)\s+(?:with|of|above|over|generating|spending|contributing|paying|representing)\s+(?:[\p{L}-]+\s+){0,3}(?:(?:more than|over|at least|greater than|in excess of|above)\s+)[$€£]?\d[\d,.]*(?:[kKmM]\b|\s(?:thousand|million)\b)?/giu,
  ],
  ['name', /\bForms? \d{1,3}-?[A-Z\d]{1,3}\b/g],
  [
    'identifier',
    /\b(?:Rule|Section|Item|Regulation|Article|Chapter|Part|File|Schedule|Exhibit) (?:No\. ?)?\d{1,4}(?:\.\d{1,3})?(?:-?[A-Za-z\d]{1,3}(?![A-Za-z\d]))?(?:-\d{1,2})?(?:\(\w\))*|§+ ?\d[\d.]*|\bEX-\d{1,3}(?:\.\d{1,3})?/g,
  ],
  [
    'identifier',
    /\b(?:IFRS|IAS|ASC|ASU|SFAS|FAS|FASB|IFRIC|SAB|ISO|Topic|ISIN|CUSIP)s?(?: No\.?)? ?\d{1,6}(?:-\d{1,5})*\b/g,
  ],
  [
    'identifier',
    /\b(?:conference|passcode|access code|meeting|webinar|replay|call|confirmation|registration)(?: call)? (?:ID|code|number|passcode|pin)\b[^\d\n]{0,12}\d{3,12}|\bpasscode[^\d\n]{0,8}\d{3,12}/gi,
  ],
  [
    'identifier',
    /(?<![\d-])\d{1,4}(?:-\d{1,4}){1,3},? (?=[A-Z][a-z])|\b\d{3}-\d{4}\b(?=,? (?:Japan|[A-Z][a-z]+))/g,
  ],
  [
    'identifier',
    /\bFile (?:No\.?|Numbers?)\W{0,3}[\d-]{4,12}|\b\d{2}-\d{7}\b|\b(?:[A-Z]{2}|D\.C\.),? \d{5}(?:-\d{4})?\b/g,
  ],
  ['numbering', /^\s*\d{1,2} (?=(?:\p{Lu}|[£$€¥])[^\n]{30})/gu],
  ['numbering', /\bPage \d{1,3}(?: of \d{1,3})?\b|(?<=[\p{L})])\(\d{1,2}\)|#\s?\d{1,4}\b/gu],
  [
    'numbering',
    /^\s*(?:(?:[-*•]|#{1,6} )\s*)*(?:[A-Za-z]{1,9}[*]{0,4})?\(\s?(?:note|reference|item)?\s?\d{1,2}\s?\)(?=.*\p{L})|^\s*(?:[-•]\s*)?\d{1,2}[.)](?=\s|\p{L})|^\s*\[?\^?\d{1,2}\]/giu,
  ],
  [
    'numbering',
    // `12 18 (6)` and `83 (6) -7%` are figures side by side
    /(?=\()(?:(?<=(?:\d|%|thousand|million|billion) ?)(?<![\d%)] [$€£¥]? ?[\d.,]+ )(?<! (?=\(\d\) [-–(]?[$€£¥]?\d))\(\d\)(?!\s?(?:[%％]|per ?cent\b))|(?<=[“"])\(\d{1,2}\))/g,
  ],
  [
    'numbering',
    /^\s*\|?\s*\(?\d{1,2}(?:\.\d{1,2})?[.)]?(?= *[\t|])|(?:\(\d{1,2}\)[ ,]*){1,6}(?=\t)|\d{1,2}\)(?= *(?:\t|$))(?<=^[^\t(]*[\p{L}\d] \d{1,2}\))/gu,
  ],
  ['numbering', /\(\s?\d{1,2}(?:\s?[-+±–−/×]\s?\d{1,2}){1,6}\s?\)(?= *(?:[\t|]|:|$))/g],
  ['numbering', /\bTables? \d{1,2}\b/g],
  // `Payout ratio 1 of 61%`: the mark of a note that is no longer raised
  [
    'numbering',
    /(?=\d)(?<=\b(?:ratio|margin|rate|EBITDA|income|earnings|profit|flow) )\d(?= of \p{Sc}?\d[\d.,]*\s?(?:%|per ?cent|million|billion))/giu,
  ],
  ['numbering', /^\s*\d{1,2}(?:\.\d{1,2}){1,2}\.?(?=\s+\p{Lu}\p{Ll})/gu],
  ['numbering', /\(\s?(?:notes?|reference)\s?\d{1,2}\s?\)|\bnotes? \d{1,2}\b/gi],
  [
    'date',
    /\b\d{1,2}(?::\d{2})? ?[ap]\.?m\.?(?![a-z])|\b\d{1,2}:\d{2}(?= ?(?:CET|CEST|GMT|UTC|JST|E[SD]?T|P[SD]?T|hours|o'clock))/gi,
  ],
  [
    'date',
    new RegExp(
      `${SHORT_YEAR}|\\b${MONTH} (?:\\d{1,2}(?:st|nd|rd|th)?(?!\\d),? ?)?(?:(?:19|20)\\d{2})?(?!\\d)|(?<![\\d.,\\p{Sc}])\\b\\d{1,2}(?:st|nd|rd|th|\\.)? ${MONTH}(?! \\d{1,2},? (?:19|20)\\d{2})(?: (?:19|20)\\d{2})?`,
      'g',
    ),
  ],
  [
    'date',
    /\b\d{1,3}(?:\.\d)?[ -](?:(?:business|calendar|trading|consecutive) )?(?:minutes?|hours?|days?|weeks?|months?|quarters?|years?|decades?)\b|\b(?:1st|2nd|3rd|4th) (?:quarter|half)\b|\b24\/7\b/gi,
  ],
  [
    'date',
    /\b(?:\d{1,2}(?:st|nd|rd|th)) (?=(?:annual|anniversary|century|year|term|consecutive|straight|floor))/gi,
  ],
  [
    'date',
    new RegExp(
      `(?=['’12])(?<![\\d.,$€£¥%\\p{L}-])['’]?(?:19|20)\\d{2}(?:[/–-]\\d{2,4})?(?!\\d|[.,]\\d|%|[\\p{L}]|\\s?(?:million|billion|thousand|percent|${COUNTED})\\b)`,
      'giu',
    ),
  ],
  ['date', /(?<![\d/.,])\d{1,2}\/\d{1,2}\/\d{2}(?!\d)/g],
  ['date', /(?<!\S)(?:1 9|2 0) \d \d(?!\S)/g],
  ['name', /(?<![\d:])\d{1,2}:\d{2}(?![\d:])/g],
  ['date', /\b\d{1,3}\s?(?:[-–]|to)\s?\d{1,3}\s(?:months?|years?|days?)\b/gi],
  ['date', /第\d{1,2}四半期|\d{1,4}年(?:度|\d{1,2}月期)?|\d{1,2}月|\d{1,2}日/g],
  ['date', /\b(?:YTD|LTM|TTM)\s?['’]?\d{2}(?!\d)/g],
  ['identifier', /\b(?:ABN|ACN|CNPJ|SIREN|SIRET|VAT(?: no\.?)?|CIN|UEN)\b[^\d\n]{0,6}[\d ./-]{6,20}\d/g],
  ['date', /\b(?:[1-4] ?Q(?:tr)?|Q(?:tr\.? ?|uarter )?[1-4]|[12]H|H[12]|9M|FY)(?![\p{L}\d])/gu],
  ['part-of-fact', /\bRM?000s?\b|(?<![\d.,\p{L}])(?:[A-Z]{3}\s1['’,. ])?['’]?000['’]?s?(?![\d.,]\d|\p{L})/gu],
  [
    'name',
    /\b\d{1,4}(?:\.\d)?[- ]?[TGMK]bps\b(?=[^.;]{0,30}\b(?:bandwidth|lines?|access|service|speed|network|usage)\b)/gi,
  ],
  [
    'name',
    /\b(?:Tier|Level|Phase|Stage|Category|Class|Type|Grade|Series|Generation|Version|Step|Pillar|Scope|Route|Terminal|Boeing|Airbus|Windows|Web|Horizon|Vision|Top|Area|Block|Plant|Line) \d{1,4}(?:\.\d)?[A-Z]?\b/g,
  ],
  ['name', /\b(?:top|largest)[- ]\d{1,4}\b(?![.,]\d|\s?(?:%|percent|million|billion))/gi],
  [
    'name',
    /(?=\d)(?<=\b(?!Total|Up|Down|Over|About|Nearly|Revenues?|Sales|EBITDA)\p{Lu}\p{Ll}+ )\d{1,2}\.\d(?= (?!Million|Billion|Thousand|Trillion|Percent)\p{Lu}\p{Ll}+)/gu,
  ],
  ['name', /\b\p{Lu}[\p{L}]+-\d{1,4}(?![\d%]|[.,]\d|\p{L})/gu],
  [
    'name',
    /(?=\p{Lu})(?<=[\p{Ll},;:)] |\b[Tt]he |\b[Aa]n? )(?!January|February|March|April|May|June|July|August|September|October|November|December|Approximately|About|Over|Nearly|Note|No)\p{Lu}\p{Ll}+ \d{2,4}[A-Z]?(?= \p{L}|[,.;:)]|$)(?! (?:million|billion|thousand|trillion|percent|basis|per|to|was|were)\b)/gu,
  ],
  [
    'name',
    new RegExp(
      `(?=\\d)(?<=[™®] |\\b(?!NM |EBITDA|EBIT|EPS|[KMT]?(?:${CODES})|RM|FY|GAAP|IFRS|NAV|FFO|NOI|CET)[A-Z]{2,6} )\\d{2,4}(?:(?:,| and| or)? \\d{2,4})*(?![\\d%]|[.,]\\d| (?:million|billion|thousand|percent|basis)| [-–(+]?[\\p{Sc}\\d]| [Nn]/?[Mm]\\b)`,
      'gu',
    ),
  ],
  ['name', /\b(?:Airbus|Boeing|ATR|Embraer|Bombardier) [A-Z]{0,3}\d{1,4}(?:-\d{1,4})?[A-Za-z]{0,4}\b/g],
  [
    'name',
    /(?:S&P|Fortune|Nikkei|FTSE|DAX|Russell|Euro Stoxx|MDAX|TOPIX) (?:Global )?\d{2,4}\b|\bCOVID-19\b/g,
  ],
];

/** Stretches of a text whose numbers are dates, identifiers, numbering or names, in the order of the rows. */
export function findOtherSpans(text: string, periods: readonly PeriodMention[]): OtherSpan[] {
  if (!/\d/.test(text)) return [];
  const withoutYear = readTimes(text).filter(({ from }) => from !== undefined);
  const spans = [...periods, ...withoutYear].map(
    ({ start, end }): OtherSpan => ({ kind: 'date', start, end }),
  );
  return [...spans, ...findWorded(text)];
}

/** A block is asked, each of its sentences, and each of its lines: often one text. */
const findWorded: (text: string) => readonly OtherSpan[] = remember((text) => [
  ...WORDINGS.flatMap(([kind, pattern]) => spansOf(kind, matchesIn(text, pattern))),
  ...findListMarks(text),
]);

/** `(1) the …; (2) any …`: numbers in parentheses that count on are the marks of a list. */
function findListMarks(text: string): OtherSpan[] {
  const marks = matchesIn(text, /\((\d{1,2})\)(?=\s\p{L})/gu);
  const numbers = new Set(marks.map(([, number]) => Number(number)));
  const isListed = ([, number]: RegExpExecArray): boolean =>
    numbers.has(Number(number) - 1) || numbers.has(Number(number) + 1);
  return spansOf('numbering', marks.filter(isListed));
}

/** The stretches that a pattern has found, as of a kind. */
export const spansOf = (kind: OtherKind, found: readonly RegExpExecArray[]): OtherSpan[] =>
  found.map(({ index, 0: words }) => ({ kind, start: index, end: index + words.length }));

/** Units and scales that may touch a number; other letters make it part of a name: `100Mbps`, `5G`, `20-F`. */
const UNIT_LETTERS =
  /^(?:k|m|mn|mm|bn|tn|b|x|bps|bp|pts?|pp|ppts?|yen|million|billion|thousand|p|c|st|nd|rd|th|[TGMK]W?h?|U)$/i;

/** Writings without spaces: letters touch every number. */
const WITHOUT_SPACES =
  /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}|\p{Script=Thai}/u;

/**
 * What a number is that touches letters, by its place in a list of spans; undefined for one that may state something. `run`
 * is the stretch around it without a blank, where that is asked.
 */
export function kindOfNumber(
  token: Pick<NumberToken, 'start' | 'end' | 'raw' | 'prefix' | 'suffix'>,
  spans: readonly OtherSpan[],
  run: Pick<OtherSpan, 'start' | 'end'> = token,
): OtherKind | undefined {
  const [start, end] = [Math.min(run.start, token.start), Math.max(run.end, token.end)];
  const span = spans.find((other) => start < other.end && end > other.start && !isWithin(other, token));
  if (span) return span.kind;
  const { prefix, suffix } = token;
  const [before, behind] = [
    WITHOUT_SPACES.test(prefix) ? '' : prefix,
    WITHOUT_SPACES.test(suffix) ? '' : suffix,
  ];
  return before !== '' || behind === 'X' || (behind !== '' && !UNIT_LETTERS.test(behind))
    ? 'name'
    : undefined;
}

/** `9M` of `$749.9M`: no wording begins within the digits of a number. */
const isWithin = (span: OtherSpan, { start, raw }: Pick<NumberToken, 'start' | 'raw'>): boolean =>
  GROUPED_OR_BROKEN.test(raw) && span.start > start + raw.search(/\d/);

const GROUPED_OR_BROKEN = /^\P{L}*\d{1,3}(?:,\d{3})*(?:\.\d+)?\P{L}*$/u;
