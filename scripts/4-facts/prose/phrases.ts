import { OUTLOOK_NOUN } from '../../grammar/outlook-words.ts';
import { isPlainWord } from '../../grammar/plain-words.ts';
import { findNameAtEnd } from './measure-index.ts';
import type { Measures } from './measures.ts';
import { startOfList } from './noun-lists.ts';
import { ARTICLES, HAVE, LEADING, OWNS, stripTail } from './phrase-tail.ts';

/** What the words before a number say of its measure. */
export interface Phrase {
  /** The words that name the measure, empty for none. */
  readonly name: string;
  /** Where they start in the gap. */
  readonly start: number;
  /** Whose it is: `WAN services` of `WAN services had revenues of`. */
  readonly owner: string;
  /** Openings before it: `for systems operation and maintenance`. */
  readonly fronted: readonly string[];
  /** A bare `loss`, `expense`, `income` that tells the sign of a measure named elsewhere. */
  readonly turn: string;
  /** The measure is the subject of a verb, not an apposition with `of`. */
  readonly isSubject: boolean;
}

/** Reads the words between the last number and this one; `isAside` where they refer back to a number before them. */
export function readPhrase(gap: string, measures: Measures, isAside: boolean): Phrase {
  const open = lastOpenParenthesis(gap);
  const from = open >= 0 ? open + 1 : afterClosing(gap);
  const lead = LEADING.exec(gap.slice(from))?.[0].length ?? 0;
  const tail = stripTail(gap.slice(from + lead), isAside);
  const stripped = tail.isClosed ? { ...tail, rest: tail.rest.replace(BASED_ON, '') } : tail;
  const base = from + lead;
  if (stripped.isOf) return { ...readApposition(stripped.rest, base, measures), turn: stripped.turn };
  return { ...readSubject(stripped.rest, base, stripped.isClosed, measures), owner: '', turn: stripped.turn };
}

/** `Earnings per share, based on the average number of shares, amounted to`. */
const BASED_ON = /,\s(?:based|calculated|computed|measured)\s(?:on|by|as|in|with)\s[^;]*$/i;

/** Behind a parenthesis that the number before stands in. */
export function afterClosing(text: string): number {
  let depth = 0;
  let from = 0;
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '(') depth++;
    else if (text[i] === ')' && --depth < 0) [depth, from] = [0, i + 1];
  }
  return from;
}

const BOUNDARY =
  /^(?:was|were|is|are|be|been|has|have|had|having|with|due|by|against|to|and|or|of|in|from|including|includ(?:es?|ed)|covered|left|leaving|expects?|expecting|targets?|targeting|reported|recorded|posted|generated|delivered|considering|reflecting|resulting|than|which|that|for|we|it|at|on|mainly|primarily|despite|after|as|declared|incurred|pay|pays|paid|paying|forecasts?|forecasting|projects|projecting|estimates|estimating|anticipates?|anticipating|guides?|guiding|plans?|planning|sees|saw|will|would|reach|achieve|(?:generate|deliver|report|announce|post|record|achieve)s?|see|representing|repurchased|between|posting|reporting)$/i;
const MODIFIER =
  /^(?:the|an?|our|its|their|this|these|total|overall|consolidated|statutory|full-year|annual|quarterly|respective|combined|aggregate|record|higher|lower|strong|same|net|cash|regular|scheduled|estimated|expected|reported|year-end|interim|final|half-year|of|payments?|dividends?|and|in|for|ordinary|cumulative|such|also|group|company['’]?s?|year['’]?s?|quarter['’]?s?|corresponding|initial|related|balances?|amounts?|period|half|quarter)$/i;

/** `… purchase of property and equipment of`: a name that the vocabulary knows, else back to the nearest boundary. */
function readApposition(text: string, base: number, measures: Measures): Omit<Phrase, 'turn'> {
  const rest = withoutExplanation(text, measures);
  const [flow, kind = '', verb = ''] = CASH_OF.exec(rest) ?? [];
  if (flow !== undefined) {
    const name = `net cash ${/^used/i.test(verb) ? 'used in' : 'provided by'} ${kind.toLowerCase()} activities`;
    return { name, start: base + rest.length - flow.length, owner: '', fronted: [], isSubject: false };
  }
  const known = findNameAtEnd(rest, measures.isIssuer);
  const start = known
    ? ofWhat(rest, widen(rest, ofWhat(rest, namesFrom(rest, listedFrom(rest, known.start), measures))))
    : afterBoundary(rest);
  const name = rest.slice(start);
  const before = rest.slice(0, start);
  const owner = reportsAs(before, measures);
  const front = frontedPhrases(before);
  return { name: cleanName(name), start: base + start, owner, fronted: front, isSubject: false };
}

/** `Winches had revenues of`, `Elmwood reported a retention rate of`: whose it is; only a name reports for itself. */
function reportsAs(before: string, measures: Measures): string {
  const verb = before.trimEnd().replace(ARTICLES, '');
  if (OWNS.test(verb)) return readOwner(before, measures);
  const name = REPORTS.exec(verb)?.[1] ?? '';
  return measures.isSelf(name) ? '' : name;
}

const REPORTS =
  /(?:^|,\s|\band\s|\bwhile\s)((?!The\b|We\b|It\b|Company\b|Group\b|In\b|For\b)\p{Lu}[\p{L}&.-]*(?:\s\p{Lu}[\p{L}&.-]*){0,3})\s(?:reported|recorded|posted|contributed|reports|records|posts|contributes)\s*$/u;

/** `working capital (current assets less current liabilities) of`: what stands in parentheses explains the name before it. */
function withoutExplanation(text: string, measures: Measures): string {
  const open = /\s\([^()]*\)\s*$/.exec(text)?.index ?? -1;
  const known = open < 0 ? undefined : findNameAtEnd(text, measures.isIssuer);
  return open < 0 || (known && known.start <= open) ? text : text.slice(0, open);
}

/** `Operating activities provided net cash of`. */
const CASH_OF =
  /\b(operating|investing|financing) activities\s+(provided|generated|used|consumed)\s+(?:net\s+)?cash(?:\s+flows?)?$/i;

/** `cash, cash equivalents and investments of`: one number for all of them, where only one follows. */
const listedFrom = (text: string, start: number): number =>
  start -
  (/\bcash(?:,\s(?:[\p{L}-]+\s){0,2}[\p{L}-]+)*,?\s(?:and|&)\s(?:[\p{L}-]+\s){0,2}$/iu.exec(
    text.slice(0, start),
  )?.[0].length ?? 0);

/**
 * `cash and cash equivalents including time deposits of`, `Total Distribution, Transaction and Other Costs of`: the one
 * number that follows is of the whole name, not of its last words.
 */
function namesFrom(text: string, start: number, measures: Measures): number {
  const before = text.slice(0, start);
  const [listed = ''] = CAPITAL_LIST.exec(before) ?? [];
  if (listed !== '' && /^\p{Lu}/u.test(text.slice(start))) return start - listed.length;
  const [including = ''] = /\s(?:including|plus|and)\s(?:the\s)?$/i.exec(before) ?? [];
  const whole = including.trim().startsWith('incl')
    ? findNameAtEnd(before.slice(0, -including.length), measures.isIssuer)
    : undefined;
  return whole?.start ?? start;
}

/** Words in capitals, commas and an `and` between them, up to the end. */
const CAPITAL_LIST = /(?:\p{Lu}[\p{L}-]*,?\s){1,6}(?:and|&)\s$/u;

/** `a loss on the sale of`, `collections of`: what is lost, paid or done on something is not that thing. */
function ofWhat(text: string, start: number): number {
  const before = text.slice(0, start);
  const [listed = ''] = ON_WHAT.exec(before) ?? [];
  if (listed) return start - listed.length;
  const [done = '', noun = ''] = OF_ANY.exec(before) ?? [];
  return noun === '' || BOUNDARY.test(noun) || isPlainWord(noun.toLowerCase()) ? start : start - done.length;
}
const ON_WHAT =
  /\b(?:loss(?:es)?|gains?|profits?|costs?|proceeds|provisions?|impairments?|write-?downs?|write-?offs?|charges?|reserves?|allowances?|effects?|impacts?|shares?|portion|part|percentage|pass-?through|availability|headroom|(?:borrowing |excess |undrawn )?capacity)\s(?:on|of|from|for|in|to|under)\s(?:(?:the|an?|our|its)\s)?$/i;
const OF_ANY = /(?<![\p{L}-])([\p{L}-]+)\sof\s(?:(?:the|an?|our|its)\s)?$/u;

/** Takes in the words before a name that are no boundary: they say that it is something else than the name alone. */
function widen(text: string, start: number): number {
  let at = start - (/[\p{L}\p{N}]+-$/u.exec(text.slice(0, start))?.[0].length ?? 0);
  for (let i = 0; i < 5; i++) {
    const word = /([^\s,;:()—"“”]+)\s+$/.exec(text.slice(Math.max(0, at - 40), at));
    const isPaidFor =
      /^(?:for|of|on|to|from)$/i.test(word?.[1] ?? '') &&
      /\b(?:payments?|repayments?|purchases?|proceeds|issuance)\s+$/i.test(
        text.slice(0, at - (word?.[0].length ?? 0)),
      );
    if (/^(?:an?|the|its|our|their)$/i.test(word?.[1] ?? '')) break;
    if (isPaidFor && word) {
      at -= word[0].length;
      continue;
    }
    if (!word || BOUNDARY.test(word[1] ?? '') || isVerb(word[1] ?? '')) break;
    at -= word[0].length;
  }
  return at;
}

/** A participle that is part of no name. */
const isVerb = (word: string): boolean => /^\p{Ll}+(?:ed|ing)$/u.test(word) && !IN_NAMES.test(word);

const IN_NAMES =
  /^(?:un)?(?:adjusted|combined|consolidated|deferred|reali[sz]ed|weighted|diluted|restricted|fixed|accrued|earned|ceded|annuali[sz]ed|discontinued|continuing|operating|financing|investing|outstanding|marketing|advertising|manufacturing|engineering|performing|nonperforming|recurring|non-?recurring|remaining|projected|estimated|expected|anticipated|issued|authori[sz]ed|billed|leased|owned|contracted|amorti[sz]ed|capitali[sz]ed|underlying|recogni[sz]ed|branded|managed|invested|employed|trailing|closing|opening|opened|(?:home|ship)?building|housing|shipping|banking|lending|mining|drilling|refining|packaging|publishing|broadcasting|gaming|streaming|training|consulting|processing|clothing|servicing|staffing|catering|trading|printing|hosting|ticketing|licensing|leasing|brewing|underwriting|outsourcing|testing|imaging|sequencing|nursing|learning|lighting|heating|roofing|flooring|parking|dining|lodging|farming|trucking|warehousing|franchising|merchandising|clearing)$/;

function afterBoundary(text: string): number {
  const match =
    /^.*(?:[,;:(—]|(?<!-)\b(?:was|were|is|are|has|have|had|with|due to|because of|against|than|including|includ(?:es?|ed)|covered|left|consists? of|expects?|targets?|for|by|mainly|primarily|after|following|through|upon|at an?(?=\saverage\b)|resulting from|resulted from|from the|representing(?: an?)?|(?:implying|corresponding to|equal to|equivalent to|giving|yielding)(?: an?)?|resulting in(?: an?)?))\s+/is.exec(
      text,
    );
  return match ? match[0].length : text.length - text.trimStart().length;
}

function readOwner(before: string, measures: Measures): string {
  const stripped = before
    .trimEnd()
    .replace(ARTICLES, '')
    .replace(HAVE, '')
    .replace(/\s(?:now|also|still|currently|further|again)$/i, '');
  const { name } = readSubject(stripped, 0, false, measures);
  return measures.isSelf(name) ? '' : name;
}

const APPOSITIVE =
  /^(?:including|excluding|calculated|defined|computed|measured|consisting|comprising|representing|such as|which|who|whose|an?\s|namely|that is|net of|inclusive|exclusive|together with|as well as|also|both|our largest|the largest)|\b(?:excluded|included)$/i;
/** `in April and our number of employees`: what is left of the clause before goes with its own number. */
const CLAUSE_BEFORE = /^\s*(?:in|on|at|during|from|as of)\s[^,;:]{2,40}?\sand\s+(?=(?:our|its|their|the)\s)/i;
const INNER_VERB =
  /^.*\b(?:to (?:report|announce|post|deliver|achieve|record|see|share|note)(?:\s+an?)?|(?:estimates|forecasts|projects|predicts|foresees|assumes)(?=\s+(?:that|its|our|the|net|total|revenues?|sales|adjusted|operating|organic|EBIT\w*)\b)|expects?|expecting|targets?|targeting|anticipates?|raising|raised|raise|lowering|lowered|narrowing|narrowed|led|brought|lifted|pushed|said that|said|noted that|added that|announced|announced that|ended|left|posted|recorded|reported|reports|generated|delivered|achieved|see|saw|sets?|which|(?<!\band\s)that|declared|due to|because|maintains?|maintaining|reaffirm(?:s|ed|ing)?|reiterat(?:es|ed|ing)|updat(?:es|ed|ing)|revis(?:es|ed|ing)|making|bringing|turn(?:ed|ing|s) to|swung to|return(?:ed|ing|s) to|increas(?:es|ed|ing)|reduc(?:es|ed|ing)|grew|expanded|driv(?:es?|en|ing)|drove|fuel(?:s|ed|led|ing)|included|includes|has|have|had|were|was)\s+(?:(?:our|the|its|that)\s+)*/is;

/** The subject of a verb: behind openings and before insertions. */
function readSubject(
  rest: string,
  base: number,
  isClosed: boolean,
  measures: Measures,
): Omit<Phrase, 'turn' | 'owner'> {
  const segments = splitSegments(rest);
  let index = segments.length - 1;
  if (isClosed && segments.length > 1) {
    const insertion = segments.findIndex(({ text }, i) => i > 0 && APPOSITIVE.test(text));
    if (insertion > 0) index = insertion - 1;
  }
  const texts = segments.map(({ text }) => text);
  const isAfterComma = (i: number) => rest[segments[i - 1]?.end ?? 0] === ',';
  let start = segments[startOfList(texts, index, isAfterComma)]?.start ?? 0;
  let end = segments[index]?.end ?? rest.length;
  while (
    index > 0 &&
    /^(?:and|or)\s+(?:(?:that|those)\s+)?(?:to|of|for|from)\s/i.test(segments[index]?.text ?? '')
  )
    start = segments[--index]?.start ?? 0;
  for (const name of measures.namesIn(rest))
    if (name.start < start && name.end > start && name.end <= end) start = name.start;
  const turn = /^.*\b(?:while|whereas|although|but)\s+/is.exec(rest.slice(start, end));
  if (turn) start += turn[0].length;
  const insertion = isClosed ? -1 : insertionBefore(segments, index);
  if (insertion >= 0 && PART_OF.test(segments[index]?.text ?? ''))
    return { name: '', start: base + start, fronted: [], isSubject: false };
  if (insertion >= 0) [start, end] = [segments[insertion]?.start ?? start, segments[insertion]?.end ?? end];
  const cut = INNER_VERB.exec(rest.slice(start, end));
  const isParticiple =
    cut && /\bgenerated\s+$/i.test(cut[0]) && /^(?:from|by)\s/i.test(rest.slice(start + cut[0].length, end));
  if (cut && !isParticiple && cut[0].length < end - start) start += cut[0].length;
  start += CLAUSE_BEFORE.exec(rest.slice(start, end))?.[0].length ?? 0;
  start += startBehindWith(rest.slice(start, end), measures);
  const name = rest.slice(start, end);
  const lead = LEAD.exec(name)?.[0].length ?? 0;
  return {
    name: cleanName(name.slice(lead)),
    start: base + start + lead,
    fronted: segments.slice(0, index).map(({ text }) => text),
    isSubject: true,
  };
}

/** Conjunctions and words that open a reason. */
const LEAD =
  /^\s*(?:(?:and|but|while|whereas|although|as|with|since|of this|of these|overall|together|thus|in addition|also|or|meanwhile|moreover|furthermore|besides|nevertheless|nonetheless|however|accordingly|consequently|therefore|hence|likewise|similarly|additionally|(?:mainly|chiefly|primarily|largely|mostly|partly|partially)(?:\s+(?:for|on|through|from))?|due to|by|driven by|led by|offset by(?:\s(?:higher|lower|increased|decreased))?)\s+)*/i;

/** `Core Labels led the group with net sales`: only the words behind `with` name a measure. */
function startBehindWith(text: string, measures: Measures): number {
  const at = /^.*\swith\s+/is.exec(text)?.[0].length ?? 0;
  const isNamed = at > 0 && measures.namesIn(text.slice(at)).length > 0;
  return isNamed && measures.namesIn(text.slice(0, at)).length === 0 ? at : 0;
}

/** `Systems construction revenue, a one-time revenue` without a closing comma. */
function insertionBefore(segments: readonly Segment[], index: number): number {
  return index > 0 &&
    APPOSITIVE.test(segments[index]?.text ?? '') &&
    !/^(?:the|our|an?)\s/i.test(segments[index]?.text ?? '')
    ? index - 1
    : -1;
}

/** `The cash position, including the first $75 million`: a part of what was named, or what was taken off it. */
const PART_OF = /^(?:including|excluding|net of|inclusive of|exclusive of|together with|as well as)\b/i;

interface Segment {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** `Larch Data, Inc.`: a comma within a name. */
const OF_NAME = /^,\s(?:Inc|Ltd|LLC|L\.?P|Corp|N\.?A|S\.?A|plc)\b/;

/** Parts between commas, semicolons, colons and dashes that stand in no parentheses. */
function splitSegments(text: string): Segment[] {
  const segments: Segment[] = [];
  let [start, depth] = [0, 0];
  const add = (end: number) => {
    const part = text.slice(start, end);
    const lead = part.length - part.trimStart().length;
    segments.push({ text: part.trim(), start: start + lead, end: start + part.trimEnd().length });
  };
  for (let i = 0; i < text.length; i++) {
    const c = text[i] ?? '';
    if (c === '(') depth++;
    else if (c === ')') depth = Math.max(0, depth - 1);
    else if (
      depth === 0 &&
      (c === '—' ||
        (/[,;:]/.test(c) && /\s/.test(text[i + 1] ?? ' ') && !OF_NAME.test(text.slice(i))) ||
        (/[–-]/.test(c) && text[i - 1] === ' ' && text[i + 1] === ' '))
    ) {
      add(i);
      start = i + 1;
    }
  }
  add(text.length);
  return segments;
}

const frontedPhrases = (before: string): string[] =>
  splitSegments(before)
    .map(({ text }) => text)
    .filter((text) => /^(?:for|in|at|within|among|from)\s/i.test(text));

/** `Raises revenue guidance to`, `raising net proceeds of`: what is done to a measure is no part of its name. */
const LEADING_VERB =
  /^(?:(?:resulting in|leading to|reflecting|contributing to)\s+|(?:initiat|rais|reaffirm|maintain|updat|lower|narrow|reiterat|deliver|report|announc|achiev|post|record|generat|yield|provid|represent|total|creat|earn|incur|leav|recogni[sz]|sav)(?:es|s|ed|ing|ling)\s+)(?=\p{L})/iu;

/** `Reiterate operating expenses to be`, `Increase gross margin to`, as lists of aims are told. */
const BIDDING =
  /^(?:Increase|Decrease|Raise|Reduce|Reiterate|Re-?affirm|Affirm|Confirm|Maintain|Update|Narrow|Introduce|Initiate)\s+(?!in\b|of\b|by\b|due\b)(?=\p{L})/u;

/** `Adjusted for currency and acquisitions sales`, without a comma. */
const ADJUSTED_FOR =
  /^adjusted for (?:(?:and|the|effects?|changes|of|in|foreign|,|currenc(?:y|ies)|exchange|rates?|acquisitions?|divestments?|disposals?)\s*)+(?=\p{L})/iu;

/** `the Company maintained access to liquidity`. */
const WHO_DID =
  /^(?:(?:the\s)?(?:company|group|bank|firm|partnership)|we|it)\s(?:also\s)?(\p{Ll}+ed)\s(?!to\b)(?=\p{L})/iu;

/** `ASSET QUALITY Nonperforming assets`: a head in capitals that its sentence follows on one line. */
const RUN_IN_HEAD = /^(?:\p{Lu}{3,}[\s,&-]+){2,}(?=\p{Lu}\p{Ll})/u;

/** `raises its outlook for`, `guidance for revenue`, `revenue guidance range`: what is aimed at is named beside it. */
const RAISED_OUTLOOK = new RegExp(
  `^(?:increas|decreas|reduc|improv)(?:es|ed|ing)\\s+(?=.*\\b${OUTLOOK_NOUN}\\b)`,
  'i',
);
const OUTLOOK_FOR = new RegExp(
  `^${OUTLOOK_NOUN}(?:\\s+ranges?)?\\s+(?:(?:for|of)\\s+(?:the\\s+)?|(?=\\p{Lu}))`,
  'iu',
);
const ITS_OUTLOOK = new RegExp(`(?:\\s+(?:to\\s+(?:an?\\s+)?)?(?:${OUTLOOK_NOUN}|ranges?))+$`, 'i');

/** Words around a name that do not change what it names. */
function cleanName(name: string): string {
  return name
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^[\s"“'‘*•·●▪■◦‣-]+|["”'’]+$/g, '')
    .replace(/^\(\w{1,2}\)\s*/, '')
    .replace(RUN_IN_HEAD, '')
    .replace(WHO_DID, (words, verb: string) => (isVerb(verb) ? '' : words))
    .replace(/\s\((?:[^()\s]+\s){2,}[^()]*\)(?=\s|$)/g, '')
    .replace(/\s\(["“]?\p{Lu}[\p{Lu}&]{1,5}s?["”]?\)(?=\s)/gu, '')
    .replace(LEADING_VERB, '')
    .replace(BIDDING, '')
    .replace(ADJUSTED_FOR, '')
    .replace(RAISED_OUTLOOK, '')
    .replace(/^(?:year[-‑]over[-‑]year|year[-‑]on[-‑]year|YoY)\s+(?=\p{L})/iu, '')
    .replace(/^(?:(?:all-time\s)?(?:record|quarterly|next|strong|solid|new|today)\s)+(?=\p{L})/iu, '')
    .replace(
      /\s+(?:total|accelerating|growing|rising|improving|expanding|declining|falling|slowing|consistent|stable)$/i,
      '',
    )
    .replace(/^(?:as for|as to|regarding|with regard to|turning to|for|in|at|on|to|of)\s+/i, '')
    .replace(
      /^(?:(?:the|an?|our|its|their|this|these|such|respective|same(?!\s(?:store|property|center|community|hotel|unit)))\s+)+/i,
      '',
    )
    .replace(/^(?:increases?|decreases?|growth|declines?|reductions?|improvements?) in /i, '')
    .replace(/^(?:total )?(?:balances?|amounts?|levels?|value)\s+of\s+(?:the\s+)?/i, '')
    .replace(OUTLOOK_FOR, '')
    .replace(ITS_OUTLOOK, '')
    .replace(/\s+(?:(?:the|our)\s+)?(?:fiscal|financial)\s+(?:year|quarter|period)s?$/i, '')
    .replace(/\s+(?:as of|at)(?:\s+the)?\s+(?:end|close|beginning|start)$/i, '')
    .replace(/\s+(?:alone|only|by itself|on an? (?:consolidated|group) basis)$/i, '')
    .replace(/\s+(?:for|in|as of|at|of|during|on|from|to|by|and|in total|in aggregate)$/i, '')
    .replace(/^(?:(?:the|our|its)\s+)+/i, '')
    .trim();
}

export function lastOpenParenthesis(text: string): number {
  let depth = 0;
  for (let i = text.length - 1; i >= 0; i--) {
    if (text[i] === ')') depth++;
    else if (text[i] === '(') {
      if (depth === 0) return i;
      depth--;
    }
  }
  return -1;
}

export const isModifier = (word: string): boolean => MODIFIER.test(word);
