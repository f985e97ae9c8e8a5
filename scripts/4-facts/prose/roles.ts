import { CONSTANT_RATES } from '../../../src/concepts/tellings.ts';
import type { Qualifier } from '../../../src/model/fact.ts';
import { OUTLOOK_NOUN } from '../../grammar/outlook-words.ts';
import { OPENS_EARLIER } from './parenthesised.ts';

/**
 * What a number does in its sentence. `amount`: states a measure; `change`: by how much it moved; `level`: where it
 * moved to; `comparison`: what it is held against; `aside`: in parentheses beside the number before; `joined`: shares
 * everything with the number before; `rangeEnd`: closes a range; `revised`: what held before a revision.
 */
export type RoleName =
  | 'amount'
  | 'change'
  | 'level'
  | 'comparison'
  | 'aside'
  | 'joined'
  | 'rangeEnd'
  | 'revised';

export interface Role {
  readonly name: RoleName;
  /** -1 where a change goes down, 0 where the words do not say. */
  readonly direction: 1 | -1 | 0;
  readonly qualifier: Qualifier;
  /** The words before the number without those that tell role and qualifier. */
  readonly rest: string;
  /** The number opens a range whose end follows. */
  readonly opensRange: boolean;
  /** Words behind the number told the role: its measure follows them, `a 6% increase in revenue`. */
  readonly isFromBehind: boolean;
}

const UP =
  'up|increas\\w*|grew|grow(?:s|n|ing|th)?|rose|rise[sn]?|rising|gained|gains?(?!\\s+of\\b)|climb\\w*|jump\\w*|surg\\w*|improv\\w*|expan\\w*|advanc\\w*|higher|soar\\w*|widen\\w*';
const DOWN =
  'down|decreas\\w*|declin\\w*|fell|fall(?:s|en|ing)?|drop\\w*|reduc\\w*|shr[aiu]nk\\w*|contract(?:ed|ion)|slip\\w*|plung\\w*|lower(?:ed)?|narrow\\w*|fewer|weaken\\w*';
/** Nouns and comparatives that may follow a number; `a $5 million gain` is an amount, not a change. */
const YEAR_BEFORE = '(?=\\s(?:the\\s)?(?:last|prior|previous|same|year-ago|a year)\\b)';
const UP_BEHIND = `up|increases?|growth|rise|improvement|expansion|higher|more|(?:above|ahead of)${YEAR_BEFORE}`;
const DOWN_BEHIND = `down|decreases?|declines?|drop|reduction|lower|less|fewer|contraction|(?:below|behind)${YEAR_BEFORE}`;
const ADVERB =
  '(?:significantly|slightly|sharply|substantially|modestly|solidly|strongly|again|further|only|also|by|of|at|another|a|an|some|as much as|organically|year[- ]over[- ]year|year[- ]on[- ]year|YoY|sequentially|in total|respectively)';

const CHANGE_BEFORE = new RegExp(
  `(?:^|[^\\p{L}-])(?<!\\b(?:makes?|made|making|sets?|opened|picked)\\s)(${UP}|${DOWN})\\s+(?:${ADVERB}\\s+)*$`,
  'iu',
);
const CHANGE_OBJECT = new RegExp(
  `(?:^|[^\\p{L}-])(${UP}|${DOWN})\\s+(?:(?:of|in)\\s+)?((?:[\\p{L}-]+,\\s+(?:[\\p{L}-]+,?\\s+){1,3}?and\\s+)?(?:[^,;:()\\s]+\\s+){1,14}?)(?<!\\b(?:offset|driven|led|caused|followed|supported|helped|impacted|accompanied)\\s)by\\s+(?:${ADVERB}\\s+)*$`,
  'iu',
);
/** `an increase in insurance commissions of`, `growth in fee revenue of`. */
const CHANGE_IN =
  /\b(?:an?\s(?:[\p{L}-]+\s){0,2}?(increase|decrease|decline|reduction|improvement|rise|drop)|growth)\sin\s((?:(?:the|our|its)\s)?(?:(?!(?:of|which|that|was|were|by)\b)[\p{L}&/’'-]+\s){1,7})of\s+$/iu;
const WHO_DOES =
  /\b(?:we|it|they|the (?:company|board(?: of directors)?|group|amendment)|management|which|that)(?:\s(?:have|has|had|also))?\s*$/i;
const KIND_OF_CHANGE =
  '(?:YoY|QoQ|y\\/y|year[- ]over[- ]year|year[- ]on[- ]year|annual|organic|sequential|net|constant[- ]currency)';
const CHANGE_BEHIND = new RegExp(
  `^[\\s-]*(?:(?:${KIND_OF_CHANGE}|\\(${KIND_OF_CHANGE}\\))[\\s-]+)*(${UP_BEHIND}|${DOWN_BEHIND})(?![\\p{L}-])`,
  'iu',
);
/** `revenue of $29 million up $28 million`: the change is the number behind. */
const UP_BY_NEXT = /^\s(?:up|down)\s(?:by\s|approximately\s|about\s)?$/i;
/** `$3.1 million in higher shipping costs`. */
const COMPARATIVE_BEHIND =
  /^\s+(?:in|of)\s+(?:\p{L}+ly\s)?(higher|lower|increased|decreased|reduced)(?![\p{L}-])/iu;
const LEVEL = new RegExp(
  `(?:^|[^\\p{L}-])(?:(?:${UP}|${DOWN}|(?:(?:more than|almost|nearly)\\s+)?(?:doubled|tripled|quadrupled|halved))(?:\\s+(?:${ADVERB}|\\w+ly))*(?:\\s+from\\s+)?\\s+to|(?:led|brought|took|takes|lifted|bringing|taking|raised|raising|raise|lower|lowering|cut|pushed|revised|updated|updating|narrowed|adjusted(?=\\s(?:its|our|the)\\s)|an?\\s(?:increase|raise|reduction|decrease|cut)\\s(?:in|of|to))\\s+([^,;:()]{1,80})\\sto)\\s+$`,
  'iu',
);
/** `marginally higher at $15.4 million`: where it stood; what `grew at 5%` moved by so much. */
const STOOD_AT = /(?:^|[^\p{L}-])(?:\p{L}+ly\s+)?(?:higher|lower)\s+at\s+$/iu;
const COMPARISON =
  /(?:^|[\s,(])(?:as\s+)?(?:compar(?:ed|ison|es|ing)\s+(?:favorably\s+|unfavorably\s+)?(?:to|with)|versus|vs\.?|against|relative to|as opposed to|than)\s+([^,;:()]*)$/i;
const FROM = new RegExp(
  `(?:^|[\\s,(])(?:(?:${UP}|${DOWN})\\s+)?from\\s+(?:(?:an?|the|just|only)\\s+)*((?:net\\s+)?(?:income|expense|loss|profit|gain|benefit)\\s+of\\s+)?$`,
  'iu',
);
/** `Net debt fell from 93.5 at the end of the year to 57.9`: the number that it starts from comes first. */
const MOVED_FROM = new RegExp(
  `(?:^|[\\s,(])(${UP}|${DOWN}|moderat\\w*|accelerat\\w*|decelerat\\w*|slow\\w*|chang\\w*|went|moved|shift\\w*|eas\\w*)\\s+((?:our|its|the)\\s+[^,;:()]{2,50}?\\s+)?from\\s+$`,
  'iu',
);
/** `5% Organic Daily Sales growth`. */
const WORDS_OF_GROWTH =
  /^\s+(?:(?!(?:was|were|is|are|driven|due|by|and|which|that|on|from|with|reflect\w*)\b)[\p{L}-]+\s){1,5}?(growth|increase|decline|decrease)\b/u;
/** `… reached $31.6 million, after $36.9 million`. */
const AFTER = /,\s+after\s+((?:an?\s+)?(?:net\s+)?(?:income|loss|profit)\s+of\s+)?$/i;
const REVISED =
  /\b(?:revis\w+|rais\w+|lower\w+|increas\w+|chang\w+|updat\w+|adjust\w+|narrow\w+)\s(?:[^,;:()]{1,60}\s)?from\s+$/i;
/** `its prior guidance of`, `the previously announced range of`. */
const HELD_BEFORE = `(?:(?:its|our|the|a)\\s)?(?:prior|previous|earlier|initial|original|former)(?:ly)?\\s(?:[\\p{L}-]+\\s){0,3}?(?:${OUTLOOK_NOUN}|ranges?|expected|announced|issued|guided|communicated)(?:\\s(?:range\\s)?of)?\\s+(?:between\\s+|approximately\\s+|about\\s+)?$`;
/** `up from its prior guidance of`: what held before, often a range itself. */
const REPLACED = new RegExp(`\\b(?:from|versus|vs\\.?|compared (?:to|with)|than)\\s${HELD_BEFORE}`, 'iu');
/** `$85 million to $95 million (change from $80 million to $90 million)`, `raised from $46 to $49 million`: what held before. */
const REPLACED_RANGE =
  /^[\s,]*\(?\s?(?:an?\s(?:increase|raise|improvement|decrease|reduction)\s(?=compared|from|versus|vs))?(?:changed?\s+from|previously|formerly|prior|(?:prior|previous)\s(?:guidance|outlook|range)(?:\sof)?|raised\sfrom|up\sfrom|down\sfrom|(?:as\s)?compared\s(?:to|with)|versus|vs\.?|from|was):?\s+(?:approximately\s+|about\s+)?$/i;
/** `revising our guidance from the previous range of`: what held before comes first. */
const OPENS_REPLACED = new RegExp(`\\sfrom\\s${HELD_BEFORE}`, 'iu');
/** `from $10 million previously`. */
const PREVIOUSLY_BEHIND = /^\s*(?:previously|before|earlier)\b/i;
const PREVIOUSLY = /\(\s?(?:previously|prior|formerly):?\s+(?:approximately\s+|about\s+)?$/i;
const GUIDANCE = new RegExp(`\\b(?:${OUTLOOK_NOUN}|dividends?|it)\\b`, 'i');

const QUALIFIERS: readonly (readonly [RegExp, Qualifier])[] = [
  [
    /(?:^|[\s(])(?:approximately|about|around|roughly|nearly|almost|circa|ca\.|c\.|some|an estimated|close to|~)\s*$/i,
    'approximate',
  ],
  [
    /(?:^|[\s(])(?:over|more than|in excess of|above|at least|greater than|upwards of|no less than|not less than)\s*$/i,
    'over',
  ],
  [/(?:^|[\s(])(?:exceed(?:ed|ing|s)?|surpass(?:ed|ing|es)?|topped|topping|passed)\s*$/i, 'over'],
  [
    /(?:^|[\s(])(?:less than|under|below|fewer than|at most|up to|no more than|not more than|just under)\s*$/i,
    'under',
  ],
];

/** `by 5.1% in constant currency to`: at whose rates, between the change and where it led. */
const AT_RATES = new RegExp(`\\(?(?:${CONSTANT_RATES})\\)?`, 'iu');

/** `increases of 5 million in cash and 3 million in inventories`. */
const LISTED_CHANGE =
  /^\s*(?:(?:growth|increases?|decreases?|declines?)\s)?(?:in|of)\s[^;.()]*(?:,|,?\s+and)(?:\s+(?:by|of))?\s*$/i;
/** `, and deposits by 2.6%`: the verb is that of the clause before. */
const ELLIPSIS =
  /^\s*(?:YoY|QoQ|year[- ]over[- ]year|year[- ]on[- ]year)?,?\s*(?:while|and)\s(?:[^,;.()]{3,60}\s)?by\s+$/i;
const JOIN =
  /^(?:\s*(?:(?:versus|vs\.?|compared (?:to|with)|over)(?= {3})|in (?:U\.?S\.? dollars?|dollars?|euros?|sterling|yen|(?:local|constant|reported) currenc(?:y|ies))|sequentially|YoY|QoQ|year[- ]over[- ]year|year[- ]on[- ]year|organically|for (?:the )?(?:fiscal )?(?:interim|year-end|final|half-year)(?: period| dividend)?))?[\s,]*(?:and|or|&|and to|and by|and of|or by)?\s*$/i;
/** `$2.2 million, $9.6 million lower than a year before`. */
const THAN_BEHIND = /^\s*(higher|more|lower|less|fewer)\s+than\b/i;
const RANGE = /^\s*(?:to|through|[-–—])\s*$/i;
/** `down 1 percent to up 1 percent`. */
const TO_OTHER_SIDE = /^\s*to\s(?:(?:an?\s)?(?:increase|decrease)\s(?:of\s)?|)(up|down)\s*$/i;
const MOVED_TO =
  /^\s*(?:(?:YoY|year[- ]over[- ]year|year[- ]on[- ]year|organically|(?:in|at|on an?)\s(?:constant|local|reported|organic|like-for-like)(?:[- ](?:currenc(?:y|ies)|exchange rates))?(?:\sbasis)?)\s*)?[,)]\s*,?\s*to\s*$/i;
/** `was up 8% at $31.2 million`, `margins 50bps higher at 19.5%`. */
const MOVED_AT = /^\s*(?:(?:higher|lower|up|down|better|ahead)\s)?,?\s*at\s*$/i;

/**
 * Tells the role of a number from the words before it and behind it, from the role of the number before, and from
 * whether it stands alone in parentheses.
 */
export function readRole(
  gap: string,
  behind: string,
  before:
    | {
        readonly role: Role;
        readonly isAlike: boolean;
        readonly isSameRate: boolean;
        /** `up $7.1 million (17.2%)`. */
        readonly isRateOfChange: boolean;
        readonly isRateOfAmount: boolean;
        /** `The efficiency ratio increased 6% to 73%`: a rate moved, and is reported, not aimed at. */
        readonly isOfRate: boolean;
      }
    | undefined,
  isParenthesised: boolean,
): Role {
  const [rest, qualifier] = takeQualifier(gap);
  const plain = { direction: 0 as const, qualifier, rest, opensRange: false, isFromBehind: false };
  if (before?.role.opensRange && /^\s*(?:and|to|through|[-–—])\s*$/i.test(gap))
    return { ...plain, name: 'rangeEnd', qualifier: 'to' };
  const other = before?.role.name === 'change' && before.isSameRate ? TO_OTHER_SIDE.exec(gap) : null;
  if (other) return { ...plain, name: 'rangeEnd', qualifier: 'to', direction: readDirection(other[1] ?? '') };
  const isMoved =
    before?.role.name === 'change' ||
    before?.role.name === 'aside' ||
    (before?.role.name === 'joined' && before.role.direction !== 0);
  if (
    before &&
    isMoved &&
    (MOVED_TO.test(gap) || ((before.isRateOfChange || before.isOfRate) && MOVED_AT.test(gap)))
  )
    return { ...plain, name: 'level', rest: '' };
  if (before?.role.name === 'rangeEnd' && RANGE.test(gap) && RANGE.test(behind))
    return { ...plain, name: 'level', qualifier: 'from', opensRange: true };
  if (before && RANGE.test(gap.replace(AT_RATES, ' '))) {
    const isMove =
      (before.role.name === 'change' && (!before.isSameRate || before.isOfRate)) ||
      before.role.name === 'revised' ||
      before.role.name === 'comparison' ||
      before.isRateOfAmount;
    return isMove
      ? { ...plain, name: 'level', direction: before.role.direction }
      : { ...plain, name: 'rangeEnd', qualifier: 'to' };
  }
  const isOtherRate = before?.isSameRate && before.role.name === 'change';
  if (before?.isRateOfChange && isParenthesised && /^\s?\(\s?$/.test(gap))
    return { ...plain, name: 'joined', direction: before.role.direction };
  if (before?.isAlike && !isOtherRate && isParenthesised && OPENS_EARLIER.test(gap))
    return { ...plain, name: 'comparison', rest: '' };
  const than = before && JOIN.test(rest) ? THAN_BEHIND.exec(behind) : null;
  if (than)
    return {
      ...plain,
      name: 'change',
      direction: readDirection(than[1] ?? ''),
      isFromBehind: true,
      rest: '',
    };
  if (before?.isAlike && JOIN.test(rest))
    return { ...plain, name: 'joined', direction: before.role.direction };
  if (before?.role.name === 'change' && LISTED_CHANGE.test(gap) && /^\s+(?:in|of)\s/i.test(behind))
    return { ...plain, name: 'change', direction: before.role.direction, isFromBehind: true, rest: '' };
  const opensRange = /\b(?:between|in the range from|ranging from)\s*$/i.test(rest);
  if (!before && OPENS_REPLACED.test(rest) && RANGE.test(behind))
    return { ...plain, name: 'revised', rest: rest.replace(OPENS_REPLACED, ' '), opensRange: true };
  if (before && isReplaced(rest, gap, behind, before.role))
    return { ...plain, name: 'revised', opensRange: true };
  const inWhat = CHANGE_IN.exec(rest);
  if (inWhat)
    return {
      ...plain,
      name: 'change',
      direction: readDirection(inWhat[1] ?? 'growth'),
      rest: ` ${inWhat[2]}`,
    };
  const stood = STOOD_AT.exec(rest);
  if (stood) return { ...plain, name: 'level', rest: rest.slice(0, stood.index + 1) };
  const object = CHANGE_OBJECT.exec(rest);
  const change = object ?? CHANGE_BEFORE.exec(rest);
  if (change && !FROM.test(rest)) {
    const kept = object
      ? `${rest.slice(0, object.index).replace(WHO_DOES, '')} ${object[2] ?? ''}`
      : rest.slice(0, change.index + change[0].indexOf(change[1] ?? ''));
    return { ...plain, name: 'change', direction: readDirection(change[1] ?? ''), rest: kept };
  }
  if (before?.role.direction && ELLIPSIS.test(rest))
    return {
      ...plain,
      name: 'change',
      direction: before.role.direction,
      rest: rest.replace(/\bby\s+$/i, ''),
    };
  const behindChange = UP_BY_NEXT.test(behind)
    ? null
    : (CHANGE_BEHIND.exec(behind) ?? COMPARATIVE_BEHIND.exec(behind));
  if (behindChange && !/^\s*than\b/i.test(rest))
    return { ...plain, name: 'change', direction: readDirection(behindChange[1] ?? ''), isFromBehind: true };
  const ofWhat = WORDS_OF_GROWTH.exec(behind);
  if (ofWhat && /(?:\bwith|\bof|\ban?|\bthe|achieved|delivered|generated|posted|by|our)\s*$/i.test(rest))
    return { ...plain, name: 'change', direction: readDirection(ofWhat[1] ?? ''), isFromBehind: true };
  if (REVISED.test(rest) && GUIDANCE.test(rest)) return { ...plain, name: 'revised' };
  const level = LEVEL.exec(rest);
  if (level)
    return { ...plain, name: 'level', rest: level[1] ? ` ${level[1]}` : rest.slice(0, level.index + 1) };
  const comparison = COMPARISON.exec(rest);
  if (
    comparison &&
    !/\s{4,}(?:and|or)\s/i.test(comparison[0]) &&
    !/\b(?:increased|decreased|was|were|rose|fell)\b/i.test(comparison[1] ?? '')
  )
    return { ...plain, name: 'comparison', rest: comparison[1] ?? '' };
  const after = before && !/^\s(?:of|in|for)\s\p{L}/u.test(behind) ? AFTER.exec(rest) : null;
  if (after) return { ...plain, name: 'comparison', rest: after[1] ?? '' };
  const from = before ? FROM.exec(rest) : null;
  if (from) return { ...plain, name: 'comparison', rest: from[1] ?? '' };
  const base = before ? null : MOVED_FROM.exec(rest);
  if (base && /\s(?:to)\s*$/i.test(behind))
    return {
      ...plain,
      name: 'comparison',
      direction: readDirection(base[1] ?? ''),
      rest: base[2] ? ` ${base[2]}` : rest.slice(0, base.index + 1),
    };
  const isAside = rest.lastIndexOf('(') > rest.lastIndexOf(')');
  return {
    ...plain,
    name: isAside ? 'aside' : 'amount',
    opensRange,
    ...(opensRange && { qualifier: 'from' as const }),
  };
}

/** A number that held before the one it stands beside: by its words, or as a range beside a range. */
const isReplaced = (rest: string, gap: string, behind: string, before: Role): boolean =>
  REPLACED.test(rest) ||
  PREVIOUSLY.test(gap) ||
  (FROM.test(rest) && PREVIOUSLY_BEHIND.test(behind)) ||
  (before.name === 'rangeEnd' && REPLACED_RANGE.test(gap) && RANGE.test(behind));

const IS_DOWN = new RegExp(`^(?:${DOWN}|${DOWN_BEHIND})$`, 'iu');
const readDirection = (word: string): 1 | -1 => (IS_DOWN.test(word) ? -1 : 1);

function takeQualifier(gap: string): [rest: string, qualifier: Qualifier] {
  let rest = gap;
  let found: Qualifier = 'exact';
  for (let i = 0; i < 2; i++) {
    const [pattern, qualifier = 'exact'] = QUALIFIERS.find(([words]) => words.test(rest)) ?? [];
    const match = pattern?.exec(rest);
    if (!match) break;
    if (found === 'exact') found = qualifier;
    rest = rest.slice(0, match.index + (/^[\s(]/.test(match[0]) ? 1 : 0));
  }
  return [rest, found];
}
