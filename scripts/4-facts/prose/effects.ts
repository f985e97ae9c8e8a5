import { DISTANCE, EFFECT, SINCE_START } from './asides.ts';
import type { FigureKind } from './figure.ts';
import type { MeasureSearch } from './measure-search.ts';
import { type Measure, unknownMeasure } from './measures.ts';
import { isPlainName } from './names-measure.ts';
import type { Statement } from './statement.ts';

/** What something does to a measure. */
const NOUN = '(?:contributions?|impacts?|effects?|headwinds?|tailwinds?|drag|hits?|uplift)';
/** A tax benefit and benefits paid are measures. */
const BENEFIT =
  '(?<!\\b(?:tax(?:es)?|retirement|employee|pension|death|insurance|medical|health)\\s)benefits?';
const ADJECTIVE =
  '(?:(?:an?|the|its|approximately|about|[\\p{L}-]+(?:able|ive|ed|tax|cash|time|net|discrete))\\s)';
const VERBS =
  '(?:increas(?:e[sd]?|ing)|decreas(?:e[sd]?|ing)|reduc(?:e[sd]?|ing)|lower(?:s|ed|ing)?|rais(?:e[sd]?|ing)|boost(?:s|ed|ing)?|lift(?:s|ed|ing)?|depress(?:es|ed|ing)?|improv(?:e[sd]?|ing)|cut(?:s|ting)?)';
const ABOUT = '(?:(?:an?|the|approximately|about|some|around|nearly|over|up to)\\s+)*';

/** `including contribution of`, `an unfavorable impact of`. */
const NAMED_BEFORE = new RegExp(`\\b(?:${NOUN}|${BENEFIT})\\s+of\\s+${ABOUT}$`, 'iu');
/** `180 basis point impact`, `$28 million of unfavorable inventory-related impacts`. */
const NAMED_BEHIND = new RegExp(
  `^[\\s-]+(?:(?:of|in)\\s+)?${ADJECTIVE}*(?:(?!and\\b|or\\b|(?:ex|in)cluding\\b|with(?:out)?\\b|before\\b|after\\b|despite\\b|in\\b|of\\b|to\\b|for\\b|from\\b|compared\\b)[\\p{L}-]+\\s){0,3}?(?:${NOUN}|${BENEFIT})(?![\\p{L}-])`,
  'iu',
);
/** `$13.1 million in volume growth`: what drove a change, in money. */
const DRIVER_BEHIND =
  /^\s+(?:in|of|from)\s+(?:(?!and\b)[\p{L}&/-]+\s){0,4}?(?:growth|volumes?|pricing|(?:price\/|product\s)?mix|inflation|synergies)(?![\p{L}-])/iu;
/** `$15.3 million net increase in underwriting income resulting from …`: what one cause changed. */
const CAUSED =
  /^\s+(?:net\s)?(?:increase|decrease|decline|reduction|improvement)\s(?:in|to|of)\s[^,;:.]{3,80}?\s(?:result(?:ing|ed) from|arising from|stemming from|caused by|(?:due|attributable|related) to|from)\s/iu;
/** `contributed $12.0 million to net sales`, `added $0.02 to earnings per share`. */
const CONTRIBUTED = new RegExp(`\\b(?:contribut|add|subtract)(?:e[sd]?|s|ed|ing)\\s+${ABOUT}$`, 'iu');
const TO_MEASURE = /^\s+(?:(?:of|in)\s[\p{L} -]{3,40}\s)?(?:to|from)\s+\p{L}/iu;
/** `rose by $4.0 million, of which $1.5 million`. */
const OF_WHICH = /,?\s(?:of which|including)\s+(?:approximately\s+|about\s+)?$/i;
/** `were unfavorably impacted by`. */
const DONE_TO = new RegExp(
  `\\b(?:impacted|affected|boosted|helped|hurt|lifted|burdened|(?:was|were|is|are|be|been)\\s(?:\\p{L}+ly\\s)?(?:reduced|increased|lowered|raised|decreased))\\s(?:\\p{L}+ly\\s)?by\\s+${ABOUT}(?:pre-?tax\\s)?$`,
  'iu',
);
/** `Refunds reduced costs by`: who did it, and what was moved. */
const DID = new RegExp(
  `^(.*?)(?<![\\p{L}-]|\\b(?:an?|the)\\s)(?:and\\s+)?(?:also\\s|further\\s)?${VERBS}\\s+(?!(?:by|to|of|in|at|on|for|from|over|during|year|\\p{L}+ly)\\b)((?:[^,;:()\\s]+(?:,(?=\\snet\\b))?\\s+){1,10})by\\s+${ABOUT}$`,
  'iu',
);

/** `$8 million above the high end of our outlook range`. */
const FROM_EXPECTED =
  /^[\s,]+(?:above|below|ahead of|better than|over|short of|beyond|(?:higher|lower|more|less) than)\s+(?:(?:the|our|its|analysts['’]?)\s+)?(?:[\p{L}-]+\s+){0,6}?(?:guidance|outlook|ranges?|expectations?|consensus|forecasts?|estimates?|targets?|plan|budget|midpoint|mid-point|(?:high|low|upper|lower|top|bottom) end)\b/iu;
/** `$140 million to date`, `since the program began`: from a day on that is of no reported period. */
const TO_DATE =
  /\b(?<!(?:year|quarter|month)[- ])to[- ]date\b|\bsince (?:(?:the|its|our) )?(?:[\p{L}-]+ ){0,3}?(?:inception|launch|start|beginning|establishment|adoption|IPO|initiation|began|started|commenced|launched)\b|\bcumulative(?:ly)?\b/iu;
const FROM_START =
  /^\W*(?:since|from) (?:(?:the|its|our) )?(?:inception|launch|start|beginning|adoption|IPO)\b/i;
/** `40% (before inventory adjustment 62%)`: the same measure, told in another way. */
const REMARK =
  '\\(\\s*(?:before|after|excluding|excl\\.?|ex|including|incl\\.?|without|net of|gross of|adjusted for)\\s(?!(?:tax(?:es)?|income tax(?:es)?|depreciation)\\b)[\\p{L} -]{3,60}';
const TOLD_OTHERWISE = new RegExp(`${REMARK}$`, 'iu');
/** `FFO (excluding specified items) was $9.1 million`: right behind its name. */
const NAMED_OTHERWISE = new RegExp(`^\\s*(?:\\([\\p{L}\\d&-]{1,20}\\)\\s*)?${REMARK}\\)`, 'iu');
/** `compared to $53 million ($15 million) last year (excluding a total of $181 million from a sale)`. */
const OTHERWISE_BEHIND =
  /^[^.;]*?(?:\.\d[^.;]*?)*\((?=(?:excluding|excl\.?|not including|without|adjusted for)\s)/iu;
const OTHERWISE = 'The words in its parentheses say that it is told in another way.';
/** Why a number that is no measure is in doubt; empty where it may be one. `before` is the statement before it in its sentence. */
export function asideDoubt(
  search: MeasureSearch,
  { isEffect: isNamed, concept, dimensions, label }: Measure,
  before: Statement | undefined,
): string {
  const { behind, masked, figure, gap, phrase } = search;
  if (FROM_EXPECTED.test(behind)) return DISTANCE;
  const isWhole = !('variant' in dimensions) && !/\b(?:ex|in)cluding\b/i.test(label);
  const name = gap.lastIndexOf(phrase.name);
  const isNamedOtherwise =
    phrase.name !== '' && name >= 0 && NAMED_OTHERWISE.test(gap.slice(name + phrase.name.length));
  const tail = OTHERWISE_BEHIND.exec(masked.slice(figure.end))?.[0].replace(/\([^()]*\)/g, '');
  const isWithoutSome = tail !== undefined && !/\d/.test(tail);
  if (TOLD_OTHERWISE.test(gap) || (isWhole && ((concept && isNamedOtherwise) || isWithoutSome)))
    return OTHERWISE;
  const isFlow = figure.kind === 'money' || figure.kind === 'shares';
  const clause = `${gap.replace(/^\s*to[- ]date\b/i, '')} ${behind.split(/[,;]\s|\bunder\b/)[0]}`;
  if (isFlow && (TO_DATE.test(clause) || FROM_START.test(masked))) return SINCE_START;
  const isContribution =
    figure.kind === 'money' &&
    concept !== undefined &&
    Object.keys(dimensions).length === 0 &&
    CONTRIBUTED.test(gap) &&
    /^\s+(?:in|of)\s+\p{L}/u.test(behind);
  return !isNamed && (isContribution || isEffect(search, before)) ? EFFECT : '';
}

/** `including contribution of $25.8 million from tariff refunds`, `excluding $3.5 million in tariff refunds`: told by its name. */
export function namedEffect({ gap, behind, figure, story }: MeasureSearch): Measure | undefined {
  if (!KINDS.has(figure.kind) || figure.kind === 'percent') return undefined;
  const whole = INCLUDED.test(gap) ? story.lastMain?.measure : undefined;
  const name =
    (whole ? FROM_WHAT : TAKEN_OFF.test(gap) ? OF_WHAT : undefined)?.exec(behind)?.[1]?.trim() ?? '';
  if (!name.includes(' ') || !isPlainName(name)) return undefined;
  return { ...unknownMeasure(whole ? [whole.label] : [], name), isEffect: true };
}

const isOfEffect = (before: Statement | undefined): boolean =>
  before?.doubt === EFFECT || before?.measure.isEffect === true;
const INCLUDED = new RegExp(
  `\\b(?:including|includes?|included|reflecting|reflects?)\\s+${ADJECTIVE}*(?:${NOUN}|${BENEFIT}|charges?|gains?)\\s+of\\s+${ABOUT}$`,
  'iu',
);
const TAKEN_OFF = new RegExp(`\\b(?:excluding|without)\\s+${ABOUT}$`, 'iu');
const NAME_OF = String.raw`(?:the\s+)?(\p{L}[\p{L} &'’-]{2,60}?)(?=[,.;)]|\s{2,}|\s+(?:in|during|compared|versus|and|from|for|to)\b|\s*$)`;
const FROM_WHAT = new RegExp(`^\\s+(?:from|related to|due to|associated with)\\s+${NAME_OF}`, 'iu');
const OF_WHAT = new RegExp(`^\\s+(?:in|of)\\s+${NAME_OF}`, 'iu');

/** Whether a number says how much something did to a measure. */
function isEffect(
  { gap, behind, context, figure, role }: MeasureSearch,
  before: Statement | undefined,
): boolean {
  if (!KINDS.has(figure.kind)) return false;
  const follows = isOfEffect(before) && (role.name === 'joined' || /\band\s*$/i.test(gap));
  if (follows && (role.name === 'joined' || TO_MEASURE.test(behind))) return true;
  if (CONTRIBUTED.test(gap) && (figure.kind === 'points' || TO_MEASURE.test(behind))) return true;
  if (before?.role.name === 'change' && OF_WHICH.test(gap)) return true;
  if (NAMED_BEFORE.test(gap) || DONE_TO.test(gap) || NAMED_BEHIND.test(behind)) return true;
  if (figure.kind === 'money' && DRIVER_BEHIND.test(behind)) return true;
  if (figure.kind === 'money' && /^[^\p{L}\p{N}]*$/u.test(gap) && CAUSED.test(behind)) return true;
  const [, words = '', moved = ''] = DID.exec(gap) ?? [];
  if (context.measures.namesIn(moved).length === 0) return false;
  const clause = words.split(/[,;:]\s|\b(?:while|whereas|although|but|which|that)\s/).at(-1) ?? '';
  const doer = clause.replace(/^\W+/, '').replace(AUXILIARY, '').trim();
  if (doer === '') return isOfEffect(before) || /\b(?:which|that)\s*$/i.test(words);
  const { measures, parts } = context;
  return !measures.isSelf(doer) && !parts.some(({ name }) => doer.includes(name)) && !PART.test(doer);
}

const AUXILIARY =
  /\s(?:(?:expects?|targets?|plans?|intends?|aims?|seeks?|continues?|is|are)\sto|will|would|could|can|may|has|have|had|is|are|also)\s*$/i;
const KINDS: ReadonlySet<FigureKind> = new Set<FigureKind>(['money', 'perShare', 'percent', 'points']);
const PART = /\b(?:segment|division|business|team|management)\s*$/i;
