import type { ConceptKind } from '../../../src/model/concept.ts';
import { lastDay } from '../../../src/model/period.ts';
import { isPhysicalUnit } from '../../grammar/counted-noun.ts';
import { DECADE, isDecade } from '../../grammar/decades.ts';
import { isAimedHere, isSupposed } from './basis.ts';
import { asideDoubt } from './effects.ts';
import type { Figure } from './figure.ts';
import type { FoundMeasure, MeasureSearch } from './measure-search.ts';
import type { Measure } from './measures.ts';
import { isNameOfMeasure, isNameOfRate, isPlainName } from './names-measure.ts';
import type { Statement } from './statement.ts';
import { findUnreadWords } from './unread-words.ts';

/** Where the words that name a measure stand: in the number's own clause or heading, or elsewhere. */
type MeasureEvidence = 'named' | 'elsewhere';

const NEIGHBOUR = 'What it measures is named only in a neighbouring sentence or heading.';
const NO_NAME = 'The words beside it name no measure that is known.';
const NO_SHARES = 'Whether it is basic or diluted is not told.';
const NO_WHOLE = 'What it is a percentage of is not told.';
const ONLY_UNIT = 'Only its unit is told, not what was measured.';
const REASON = 'It may be the change that is given as a reason, or the amount itself.';
const NO_PART = 'The heading or sentence above may name a part of the business that alone it is of.';
const NO_UNIT = 'Its unit is not told.';
const NO_SUCH_UNIT = 'No amount per share is told in millions: it may be the amount itself.';
const NO_FIT = 'What the words beside it name is told in another unit.';
/** `par value per share 50,000,000 shares`. */
const OF_EACH = /^(?!.*\bshares\b).*\b(?:par value|per share)\b/i;
const DUE = 'It is one of several payments, and when it is due is not told.';
/** `including the first $75 million`. */
const INSTALMENT = /\b(?:first|initial|final|remaining|next)\s+$/i;
const SAME_ITEMS = 'Whether it leaves out the same as what it is held against is not told.';
/** `Excluding $3.5 million in refunds`: an amount of one period. */
const OF_AN_AMOUNT = /\b(?:excluding|without)\s+(?:approximately\s+|about\s+)?[$€£¥]\d/i;
const POINTS_OR_PERCENT = 'It may be percentage points, or a percentage of the rate.';
const EXPECTED = 'It is what was aimed at or expected, not what was reported.';
/** `compared to a target of 1.5x`. */
const OF_EXPECTED =
  /\b(?:guidance|outlook|targets?|forecasts?|consensus|expectations?|estimates?|budget|plan|goal)\s(?:range\s)?of\s+(?:about\s+|approximately\s+)?$/i;
/** `The decrease of $2 million was due to`: of what the sentence before has told. */
const TAKES_UP =
  /^\s*(?:The|This)\s*(?:(?:overall|net)\s+)?(?:(?:increase|decrease|decline|growth|reduction|improvement|rise|drop|change)\s+)?(?:of\s*)?(?:approximately\s+|about\s+)?$/;
/** `gains on investments after tax of $16.7 million`. */
const AFTER_TAX = /\b(?:after|before)[- ](?:income )?tax(?:es)? of\s+(?:approximately\s+|about\s+)?$/i;
/** `cash flow after investments of $16.7 million`, `profit after impairments of`. */
const AFTER_COSTS =
  /\b(?:cash flows?|profits?|income|earnings|results?|margin|EBITDA|EBIT)\s(?:after|before|less|net of)\s(?:[\p{L}-]+\s){1,4}of\s+(?:about\s+|approximately\s+)?$/iu;
const TAX_OR_REST = 'It may be the tax, or what is left of what stands before it.';
const COSTS_OR_REST = 'It may be what was taken off, or what is left of what stands before it.';
/** `Four of six business areas achieved a margin above`, `All regions grew by`: of each or some of these. */
const SOME_PARTS =
  /(?:^|[.;:]\s|,\s(?:and|while)\s)\W*(?:(?:all|most|some|several|both|each|none|one|two|three|four|five|six|seven|eight|nine|ten|\d{1,2})\s)(?:(?:out )?of\s(?:(?:the|our|its|all)\s)?)?(?:[\p{L}\d-]+\s){0,2}(?:business areas?|segments?|divisions?|regions?|markets?|countries|brands|business units?|businesses|categories)\b[^.;,]*$/iu;
/** `grew 22%, with cloud markets growing more than 50%`: of what grows there. */
const OF_OTHERS =
  /(?<!\p{L})with\s(?:(?:our|the|its|both|all)\s)?(?<whose>(?:[\p{L}&-]+\s){1,5})(?:growing|rising|increasing|climbing|expanding|declining|decreasing|falling|dropping|up|down)\s(?:by\s)?(?:(?:more|less) than\s|over\s|about\s|approximately\s|nearly\s)?$/iu;
/** `The company's EBIT target is 4 per cent`. */
const IS_AIM =
  /\b(?:targets?|goals?|ambitions?)\s(?:is|are|was|remains?)\s(?:set at\s)?(?:about\s|approximately\s)?$/i;
const LIMIT = 'It is a limit that has to be kept, not what was reported.';
/** `more than twice the regulatory minimum of 3%`. */
const OF_LIMIT =
  /\b(?:minimum|maximum|requirements?|limits?|thresholds?|covenants?|ceiling|floor|hurdle)(?: rate)? of\s+(?:about\s+|approximately\s+)?$/i;
/** `net interest margin improved two basis points`: a clause and no name. */
const A_CLAUSE =
  /\b(?:improved|increased|declined|decreased|rose|grew|fell|expanded|contracted|widened|narrowed|dropped|climbed|remain(?:s|ed)?|stay(?:s|ed)?|continue[sd]?|relative to|strongly)\b(?=.* |$)|,\s(?:and|but|while)\b/i;
/** `a $3.3 million investment in the campaign`, `a $2 billion commitment to train`: what is spent, not what is held. */
const SPENT_ON =
  /^\s+(?:(?!(?:through|by|from|for|of|on|in|to|with|as)\s)[\p{L}-]+\s){0,2}(?:investments?|commitments?|pledges?)\s(?:in|into|to|expected|planned)\b/iu;
/** `we completed ten acquisitions with total sales of 580 million`. */
const OF_ACQUIRED =
  /\bacqui(?:red?|sitions?)\b(?:[^.;]|\.\d)*\bwith\s(?:[\p{L}-]+\s){0,3}(?:sales|revenues?|turnover)\sof\s+(?:about\s+|approximately\s+|around\s+)?$/iu;
const NOT_OWN = 'It is of what was acquired, not of the whole.';
const HYPOTHETICAL = 'It is what would have been otherwise.';
const A_TERM = 'It is added to, or taken off, what stands before it.';
const MILLIONS = 6;
const NO_SEGMENT = 'Which segment it is of is not told.';
const A_PART = 'It is related to one thing, and may be a part of the measure.';
const TOLD_ALIKE = 'Whether it is adjusted, as what is named before it, is not told.';
/** `total consideration of $14.7 million, consisting of shares and $568,000 of cash`. */
const OF_PRICE =
  /\b(?:consideration|purchase price)\b(?:[^.;]|\.\d)*\b(?:consist\w*|compris\w*|includ\w*|made up)\b(?:[^.;]|\.\d)*$/i;
const OF_WHAT_WAS_PAID = 'It is a part of what was paid for something.';
const NO_SCALE = 'It may be in thousands or millions: no word of scale stands beside it.';

const isOfOthers = (gap: string, { label }: Measure): boolean => {
  const whose = OF_OTHERS.exec(gap)?.groups?.['whose']?.toLowerCase();
  const words = label.toLowerCase().match(/\p{L}{4,}/gu) ?? [];
  return whose !== undefined && !words.some((word) => whose.includes(word));
};

/** Why what a number measures, or its unit, is in doubt: one that goes on from the number before is as sure as that. */
export function doubtMeasure(
  search: MeasureSearch,
  found: FoundMeasure,
  isChange: boolean,
  told: readonly Statement[],
): string {
  return doubtOfMeasure(search, found, isChange, told) || unreadDoubt(findUnreadWords(search, found, told));
}

/** Which words nobody has read; the first three will do. */
const unreadDoubt = (words: readonly string[]): string =>
  words.length > 0 ? `Words beside it may change what it measures: “${words.slice(0, 3).join('”, “')}”.` : '';

function doubtOfMeasure(
  search: MeasureSearch,
  { isNamed, measure }: FoundMeasure,
  isChange: boolean,
  told: readonly Statement[],
): string {
  const { role, figure, gap, behind, story, context, masked } = search;
  const aside = asideDoubt(search, measure, told.at(-1));
  if (aside) return aside;
  if (figure.kind === 'percent' && isDecade(figure.digits, masked.slice(0, figure.start))) return DECADE;
  if (role.name === 'comparison' && OF_EXPECTED.test(gap) && !isAhead(told.at(-1), search)) return EXPECTED;
  if (OF_LIMIT.test(gap)) return LIMIT;
  if (figure.kind === 'percent' && /^(?:[\p{L}-]+ )?interests?$/iu.test(measure.label)) return NO_NAME;
  if (IS_AIM.test(gap) && !isAimedHere(masked)) return EXPECTED;
  if (isBesideOther(search, told)) return NEIGHBOUR;
  if (!measure.concept && isNamed && A_CLAUSE.test(measure.label)) return NO_NAME;
  if (measure.concept?.periodType === 'instant' && SPENT_ON.test(behind)) return NO_NAME;
  if (OF_ACQUIRED.test(masked.slice(0, figure.start))) return NOT_OWN;
  if (figure.kind === 'money' && INSTALMENT.test(gap)) return DUE;
  if (/\b(?:less|minus|plus)\s+$/i.test(gap)) return A_TERM;
  if (AFTER_TAX.test(gap) && /^(?!.*\b(?:before|after)\b).*\btax/i.test(measure.label)) return TAX_OR_REST;
  if (AFTER_COSTS.test(masked.slice(0, figure.start)) && !/\b(?:before|after)\b/i.test(measure.label))
    return COSTS_OR_REST;
  if (SOME_PARTS.test(masked.slice(0, figure.start)) || isOfOthers(gap, measure)) return NO_PART;
  if (
    /\bwould have\b/i.test(gap) &&
    !('variant' in measure.dimensions) &&
    !/\b(?:excluding|without)\b/i.test(measure.label)
  )
    return HYPOTHETICAL;
  if (isSupposed(masked.slice(0, figure.start))) return HYPOTHETICAL;
  if (role.name === 'comparison' && /\bexcluding\b/i.test(measure.label) && OF_AN_AMOUNT.test(masked))
    return SAME_ITEMS;
  if (mayBePlain(search, measure, told)) return SAME_ITEMS;
  const same = told.filter((statement) => statement.measure === measure);
  const before = same.findLast(({ doubt }) => doubt !== NO_WHOLE) ?? same.at(-1) ?? told.at(-1);
  const isOfHeading = measure === context.headingMeasure && measure.concept !== undefined;
  const isListed = /(?:^|[).;])[^\p{L}\p{N}]*:[^\p{L}\p{N}]*$/u.test(gap);
  const last =
    before ??
    (isListed ? story.last : undefined) ??
    (THIS_COMPARES.test(masked) && role.name === 'comparison' ? story.lastLike(figure.kind) : undefined);
  const takesUp = isChange && TAKES_UP.test(gap) && story.last !== undefined && before === undefined;
  if (takesUp) return story.last?.doubt ?? '';
  // `Gross profit totaled $31.1 million, or 31.5%`; what rose to an amount, or by 10%, told no margin.
  const isItsMargin =
    /^[\s,]*or\s+$/i.test(gap) &&
    (last?.role.name === 'amount' || last?.role.name === 'comparison') &&
    measure.concept?.ratio?.of === last.measure.concept?.id;
  const goesOn =
    isItsMargin ||
    isListed ||
    role.name !== 'amount' ||
    /\bto\s*$/i.test(gap) ||
    AND_ALSO.test(gap) ||
    (AND_AGAIN.test(gap) && /^\s{3,}|^\s\(/.test(behind));
  if (!isNamed && !isOfHeading && last && goesOn)
    return (
      ((last.measure.isGuess && !measure.isGuess) || (last.doubt === POINTS_OR_PERCENT && !isChange)
        ? ''
        : last.doubt) ||
      (isOtherRate(figure, measure, last, isChange) ? NO_WHOLE : '') ||
      unitDoubt(figure, measure)
    );
  if (isPerhapsAdjusted(measure)) return TOLD_ALIKE;
  if (figure.kind === 'count' && SOME_OF_THEM.test(behind)) return NO_LIMIT;
  if (figure.kind === 'money' && OF_PRICE.test(masked.slice(0, figure.start))) return OF_WHAT_WAS_PAID;
  const isReason = IN_REASON.test(gap) || (told.at(-1)?.doubt === REASON && GOES_ON.test(gap));
  if (!isChange && !measure.counts && isReason) return REASON;
  const isOfNone = !('segment' in measure.dimensions) && !('product' in measure.dimensions);
  if (isOfNone && (isOfSegment(measure) || OF_BUSINESS.test(masked.slice(0, figure.start))))
    return NO_SEGMENT;
  if (
    isRelated(figure, measure, gap, masked) ||
    isOfOnePart(figure, measure, masked) ||
    isRelatedBehind(figure, measure, masked)
  )
    return A_PART;
  if (isNamed && isOpenPart(measure, search)) return NO_PART;
  if (
    isChange &&
    figure.kind === 'percent' &&
    measure.concept?.kind === 'percent' &&
    !/growth/i.test(measure.concept.label)
  )
    return POINTS_OR_PERCENT;
  if (measure.isEffect) return unitDoubt(figure, measure);
  const evidence = isNamed || isOfHeading ? 'named' : 'elsewhere';
  const clause = `${gap} ${figure.raw} ${figure.remark} ${behind}`;
  return (
    measureDoubt(evidence, measure, figure, isChange, clause, masked, isWholeSubject(search, measure)) ||
    unitDoubt(figure, measure)
  );
}

/** `EBITDA increased to €27.3m (€21.2m), impacted by €1.6m (€0.2m) of costs`: beside a figure that states nothing of what was told. */
const isBesideOther = (
  { role, figures, index, phrase }: MeasureSearch,
  told: readonly Statement[],
): boolean =>
  role.name === 'aside' &&
  phrase.name === '' &&
  index > 0 &&
  told.length > 0 &&
  (told.at(-1)?.figure !== figures[index - 1] || told.at(-1)?.measure.isEffect === true);

/**
 * `Adjusted net income was $6.2 million, compared to net income of $9.3 million`: what has a name of its own behind a
 * figure that leaves something out, and what goes on from there, may leave out nothing.
 */
function mayBePlain(
  { role, gap, phrase }: MeasureSearch,
  { dimensions, label }: Measure,
  told: readonly Statement[],
): boolean {
  if (!('variant' in dimensions) && !/\bexcluding\b/i.test(label)) return false;
  const isNamedAgain = phrase.name !== '' || phrase.turn !== '';
  if (role.name === 'comparison') return isNamedAgain && !TELLS_WAY.test(gap);
  const last = told.at(-1);
  const isBehind = told.some((one) => one.doubt === SAME_ITEMS) && !TELLS_WAY.test(gap);
  return isBehind && (last?.doubt === SAME_ITEMS || isNamedAgain);
}

const TELLS_WAY =
  /\b(?:adjusted|non-GAAP|underlying|core|organic|comparable|excluding|pro forma|constant|same|normali[sz]ed)\b/i;

/** What is held against another aim is an aim itself. */
const isAhead = (told: Statement | undefined, { context }: MeasureSearch): boolean =>
  lastDay(told?.periods[0] ?? context.document.released) > lastDay(context.document.released);

/** `Adjusted operating income and net income were`: the word may hold for both. */
function isPerhapsAdjusted({ alternatives: [first, ...others] = [], id, dimensions }: Measure): boolean {
  const isLater = others.some((other) => other.id === id);
  return isLater && first?.dimensions['variant'] !== undefined && !('variant' in dimensions);
}

/** `costs of $5.3 million (12%)`: a rate beside an amount, and no word says of what. */
const isOtherRate = (
  { kind }: Figure,
  { concept, label }: Measure,
  last: Statement,
  isChange: boolean,
): boolean =>
  kind === 'percent' &&
  !isChange &&
  last.figure.kind !== 'percent' &&
  last.figure.kind !== 'points' &&
  concept?.kind !== 'percent' &&
  !isNameOfRate(label);

/** `Total paying locations decreased 2%`: the words from the sentence's start to its verb, more than one. */
const isWholeSubject = ({ phrase, index, masked }: MeasureSearch, { label }: Measure): boolean =>
  index === 0 &&
  phrase.isSubject &&
  phrase.name === label &&
  label.includes(' ') &&
  /^[^\p{L}\p{N}]*(?:(?:the|our|its|this)\s+)*$/iu.test(masked.slice(0, phrase.start));

/** `European net sales rose 24%. Net sales for the half year rose 28%`: of Europe, or of the whole. */
function isOpenPart(
  { concept, label, dimensions }: Measure,
  { story, phrase, figure }: MeasureSearch,
): boolean {
  const subject = story.subject?.concept ? '' : (story.subject?.label.toLowerCase() ?? '');
  const own = label.toLowerCase();
  if (!concept && phrase.isSubject && OF_SALES_ONLY.test(own) && NAMED_SALES.test(story.subject?.label ?? ''))
    return Object.keys(dimensions).length === 0 && !own.includes(subject.split(' ')[0] ?? '');
  return (
    concept?.kind === 'monetary' &&
    phrase.isSubject &&
    phrase.name.toLowerCase() === own &&
    figure.kind !== 'count' &&
    Object.keys(dimensions).length === 0 &&
    subject.length > own.length &&
    (subject.endsWith(` ${own}`) || OF_PLACE.test(subject.startsWith(own) ? subject.slice(own.length) : ''))
  );
}
const OF_PLACE = /^ (?:in|from|to) /;
/** `Clothing & Home revenue was down. Full price sales were up`: perhaps of clothing alone. */
const OF_SALES_ONLY =
  /^(?:full[- ]price|online|e-?commerce|digital|(?:in-)?store|wholesale|retail|domestic|export|international) (?:sales|revenues?|volumes?|orders?)$/i;
const NAMED_SALES =
  /^(?!(?:Total|Group|Net|Our|The|Consolidated)\b)\p{Lu}\S*(?:\s(?:&|and|\p{Lu}\S*))*\s(?:sales|revenues?)$/u;

/** A price of one share is not what it is issued at. */
const PAR_VALUE = 'CommonStockParOrStatedValuePerShare';

/** Why what a number measures is in doubt; empty where it is not. `text` is the clause around it. */
function measureDoubt(
  evidence: MeasureEvidence,
  measure: Measure,
  { kind }: Figure,
  isChange: boolean,
  text: string,
  sentence: string,
  isSubject: boolean,
): string {
  if (measure.isGuess) return NO_PART;
  if (evidence === 'elsewhere') return NEIGHBOUR;
  const { concept, label, counts } = measure;
  if (!concept && /^(?:margins?|ratio|rate)$/i.test(label)) return NO_WHOLE;
  if (concept?.id === PAR_VALUE && !/\bpar\b|\bstated value\b/i.test(`${label} ${text}`)) return NO_NAME;
  const isGrown = isChange && isSubject && isPlainName(label);
  if (!concept && !counts && !isGrown && !isNameOfMeasure(label, kind === 'money')) return NO_NAME;
  if (
    concept?.kind === 'perShare' &&
    /^EarningsPerShare(?:Basic)$/.test(concept.id) &&
    !/\bbasic\b|\bbefore dilution\b|\bundiluted\b/i.test(`${label} ${text}`) &&
    !(/\bdiluted\b/i.test(sentence) && !/\bdiluted\b/i.test(text))
  )
    return NO_SHARES;
  if (counts && (isPhysicalUnit(label) || /^vs\.?$/i.test(label))) return ONLY_UNIT;
  if (counts && /\b(?:points?|percent|times)$|\b(?:million|billion|trillion)\b/i.test(label)) return NO_NAME;
  const isShare =
    (kind === 'percent' || kind === 'points' || kind === 'times') &&
    !isChange &&
    (concept ? concept.kind !== 'percent' : !isNameOfRate(label));
  return isShare && !OF_SALES.test(text) ? NO_WHOLE : '';
}

/** `… of $16.3 million or 14.2% of net sales for the quarter and $42.6 million`: the same of another time. */
const AND_ALSO = /^(?:\s+of\s+(?:total |net )*(?:revenues?|sales))?\s*(?:reported|recorded)?[\s,]*\band\s*$/i;

/** `This compares to net income of $6 million`: it is as sure as what the sentence before has told. */
const THIS_COMPARES =
  /^\W*(?:this|that|these|those)\s(?:[\p{L}-]+\s)?compares?\s(?:\p{L}+ly\s)?(?:to|with)\b/iu;

/** `deployed $16 billion of capital in the quarter, and $48 billion in the year`: behind it stands another time. */
const AND_AGAIN = /^\)?(?:\s+(?:of|in)\s+[\p{L}-]+(?:\s[\p{L}-]+){0,2})?[\s,]*\band\s*$/iu;

/** `the Drilling Services business recorded a charge of`: of a part that no table tells apart. */
const OF_BUSINESS =
  /\bthe (?:\p{Lu}[\p{L}/&]+ ){1,4}(?:business|segment|division) (?:recorded|reported|generated|recogni[sz]ed|incurred|posted|delivered)\b[^.;]*$/u;

/** `Segment EBITDA`, where no segment is named. */
const isOfSegment = ({ concept, label }: Measure): boolean =>
  concept?.id === 'SegmentProfit' || /^segment\b/i.test(label);

/** `and a tax benefit of $91 million related to stock compensation`: one of several. */
const isRelated = ({ kind, end }: Figure, { concept }: Measure, gap: string, sentence: string): boolean =>
  kind === 'money' &&
  concept !== undefined &&
  /\b(?:includ\w+|and|,)\s+an?\s(?:[\p{L}-]+\s){1,4}of\s+(?:approximately\s+|about\s+)?$/iu.test(gap) &&
  /^(?:[^.;]|\.\d){0,60}?\b(?:related|relating|attributable|associated|in connection)\s(?:to|with)\b/i.test(
    sentence.slice(end),
  );

/** `due to $0.9 million interest income related to refunds`: some of it; a charge is always for something. */
const isRelatedBehind = ({ kind, end }: Figure, { concept, label }: Measure, sentence: string): boolean =>
  kind === 'money' &&
  concept !== undefined &&
  !/\b(?:restructuring|impairment|acquisition|merger|integration|severance|charges?|gain|loss)/i.test(
    label,
  ) &&
  /^\s(?:(?:in|of)\s)?(?:[\p{L}-]+\s){1,5}(?:related|relating|associated)\s(?:to|with)\b/iu.test(
    sentence.slice(end),
  );

/** `a charge of $4.4 million related to our marine business`: of one part of the group. */
const isOfOnePart = ({ kind, end }: Figure, { concept, dimensions }: Measure, sentence: string): boolean =>
  kind === 'money' &&
  concept !== undefined &&
  Object.keys(dimensions).length === 0 &&
  /^(?:[^.;,]|\.\d){0,40}?\b(?:related|relating|attributable|associated|in connection)\s(?:to|with)\s(?:(?:our|its|the)\s)?(?:[\p{L}&’'-]+\s){1,6}?(?:business(?:es)?|segment|division|unit|plant|mill|mine|facility|subsidiary|brand|product line|joint venture|operations)\b/iu.test(
    sentence.slice(end),
  );

/** `due to higher personnel costs of`, `increases in merger related costs of`: what changed by so much, or is so much. */
const IN_REASON =
  /\b(?:due to|because of|driven by|led by|offset by|as a result of|result(?:ed|ing) (?:from|in)|attributable to|reflecting|related to|by)\s(?:[^.;]*\s)?(?:an?\s)?(?:(?:net\s)?(?:increases?|decreases?|declines?|reductions?|growth|improvements?)|higher|lower|additional|incremental|increased|decreased|reduced)\s[^.;]*\bof\s+(?:about|approximately)?\s*$|\b(?:increases?|decreases?|declines?|reductions?|improvements?|loss(?:es)?)\sin\s[^.;]*\bof\s+(?:about|approximately)?\s*$/i;

/** `2,145 customers with more than $100,000 of spending`: not all of them. */
const SOME_OF_THEM = /^\s+(?:with|who|that|whose|paying|spending|generating|contributing|earning)\b/i;
const NO_LIMIT = 'Words behind it limit what is counted.';

/** `of $8.6 million, operating expenses of`: one more of a list. */
const GOES_ON = /^\s*(?:,|and\b)[^.;]*\bof\s+(?:about|approximately)?\s*$/i;

const OF_SALES =
  /(?:%|\bper ?cent(?:age)?)\s+(?:of|to)\s+(?:(?:the|our|its|total|net|consolidated)\s+)*(?:revenues?|sales|turnover)\b/i;

/** Why the unit of a number is in doubt; empty where it is not. */
function unitDoubt(
  { kind, scale, digits, places, noun }: Figure,
  { concept, noun: counted, label }: Measure,
): string {
  if (kind === 'bare' && concept?.kind === 'perShare' && places === 0) return NO_UNIT;
  if (kind === 'bare' && concept?.kind === 'monetary') return NO_UNIT;
  if (kind === 'money' && concept && NO_MONEY.has(concept.kind)) return NO_FIT;
  if (kind === 'shares' && (concept?.kind === 'perShare' || OF_EACH.test(label))) return NO_FIT;
  if (
    kind === 'bare' &&
    !concept &&
    !counted &&
    !/\b(?:ratio|multiple|index|score|rating|per)\b/i.test(label)
  )
    return NO_UNIT;
  if (kind === 'bare' && concept?.kind === 'percent') return NO_UNIT;
  if (concept?.kind === 'perShare' && scale >= MILLIONS) return NO_SUCH_UNIT;
  const isAmount =
    (!concept || concept.kind === 'monetary') &&
    !/\b(?:price|per|par|dividend|average|ADR|ARPU)\b|\bRevPAR/i.test(`${label} ${concept?.label ?? ''}`);
  return kind === 'money' && scale === 0 && isAmount && Number(digits) < SMALLEST && noun === ''
    ? NO_SCALE
    : '';
}

const NO_MONEY: ReadonlySet<ConceptKind> = new Set<ConceptKind>(['percent', 'count', 'shares', 'bandwidth']);

/** Amounts below it are rarely told to the unit. */
const SMALLEST = 10_000;
