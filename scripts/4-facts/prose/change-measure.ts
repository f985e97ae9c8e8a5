import {
  behindIt,
  carried,
  type FoundMeasure,
  fitting,
  isFiller,
  type MeasureSearch,
  named,
} from './measure-search.ts';
import { type Measure, type Needed, unknownMeasure } from './measures.ts';
import { nameKnown } from './name-measure.ts';
import { isNameOfMeasure, isPlainName } from './names-measure.ts';
import { restOfList } from './noun-lists.ts';
import { nameIn, someNameIn } from './phrase-measure.ts';
import { sideBySide } from './side-by-side.ts';
import type { Statement } from './statement.ts';

/** What a change is a change of: words before it, words behind it, else the number told last. */
export function changeMeasure(search: MeasureSearch): FoundMeasure | undefined {
  const { phrase, role, story, figure } = search;
  const behind = search.behind.replace(NEXT_CHANGE, '');
  const needed: Needed = figure.kind === 'points' ? 'points' : undefined;
  const isBehindAside = story.last?.role.name === 'aside' && /^\s*\)/.test(search.gap);
  const last = isBehindAside ? story.lastMain : story.last;
  const isApposed = last !== undefined && APPOSED.test(search.gap) && !role.isFromBehind;
  if (isApposed && !IN_WHAT.test(behind)) return carried(fittingChange(last.measure, search, needed));
  const isOfAmount = /\b(?:increases?|decreases?|declines?|reductions?|growth|rises?)\s+of\s*$/i.test(
    search.gap.trimEnd(),
  );
  const words = role.isFromBehind ? WORDS_OF_GROWTH.exec(behind)?.[1] : undefined;
  const ofWords =
    words &&
    (nameKnown(search, words, needed) ?? (isNameOfMeasure(words) ? unknownMeasure([], words) : undefined));
  if (ofWords) return behindIt(ofWords);
  const compared = role.isFromBehind ? wholeName(COMPARED_NOUN.exec(behind)) : undefined;
  if (compared) return behindIt(nameKnown(search, compared, needed) ?? unknownMeasure([], compared));
  if (
    role.isFromBehind ||
    isOfAmount ||
    /\b(?:increase|decrease|growth|decline|rise|reduction)\b/i.test(behind.split(/[,;:.(]/)[0] ?? '')
  ) {
    const object =
      role.isFromBehind || !isOfAmount || IN_WHAT.test(behind) ? wholeName(OBJECT.exec(behind)) : undefined;
    const driver = object && ofDriver(search, object);
    if (driver) return behindIt(driver);
    const found = object && (sideBySide(search, object, needed) ?? nameKnown(search, object, needed));
    if (found) return behindIt(found);
    if (object && !isApposed && (role.isFromBehind || isOfAmount) && !OF_NOTHING.test(object))
      return behindIt(unknownMeasure([], object));
  }
  if (isApposed) return carried(fittingChange(last.measure, search, needed));
  if (phrase.name && !isFiller(phrase.name)) {
    const growth = /growth\s*(?:of\s*)?$/i.test(search.gap)
      ? search.context.measures.find(`${phrase.name} growth`, 'percent', [])
      : undefined;
    const found = growth ?? sideBySide(search, phrase.name, needed) ?? nameKnown(search, phrase.name, needed);
    if (found) return named(found);
    if (last !== undefined && BESIDE.test(search.gap))
      return carried(fittingChange(last.measure, search, needed));
    const opens = isPlainName(phrase.name) && (search.index === 0 || /^\p{Lu}/u.test(phrase.name));
    const isName = opens || isNameOfMeasure(phrase.name) || story.last === undefined;
    if ((phrase.isSubject && isName) || story.last === undefined) return named(nameIn(search));
  }
  const reference = ofShare(last, search) ?? last?.measure ?? story.subject;
  if (!reference) return carried(search.context.headingMeasure) ?? named(someNameIn(search, 'last'));
  if (needed && reference.concept && reference.concept.kind !== 'percent')
    return carried(fitting(reference, search) ?? reference);
  return carried(reference);
}

const SHARE = /\s(?:as a percentage of\s.*|to revenues)$/i;

/** `sales were $177 million, 65 percent of the total, and declined`, `sales were 14% of the total and rose`: what moved is no share. */
function ofShare(told: Statement | undefined, search: MeasureSearch): Measure | undefined {
  const { figure, figures, index, story } = search;
  const isShare = SHARE.test(told?.measure.label ?? '') || told?.measure.concept?.ratio?.to === 'Revenues';
  if (told?.aspect !== 'ratio' || !isShare || figure.kind === 'points') return undefined;
  const amount = story.lastLike('money')?.measure;
  if (amount && figures.slice(0, index).some(({ kind }) => kind === 'money')) return amount;
  if (!SHARE.test(told.measure.label)) return undefined;
  const part = told.measure.label.replace(SHARE, '');
  return nameKnown(search, part, undefined) ?? unknownMeasure([], part);
}

/** What moves revenue, told bare in a reason. */
const DRIVER = /^(?:volumes?|pric(?:e|es|ing)|mix|price[/ ](?:mix|volume)|foreign (?:exchange|currency))$/i;
const REASON =
  /\b(?:driven|led|helped|supported|offset)\s(?:[\p{L}-]+\s)?by\b|\b(?:due|thanks) to\b|\breflecting\b/iu;

/** `Larch Light net sales rose 0.9%, driven by a 1.6% increase in volume`: the volume of what rose. */
function ofDriver({ story, gap, masked, figure }: MeasureSearch, name: string): Measure | undefined {
  const main = story.lastMain;
  const moved = main && !REASON.test(main.before) ? main.measure : undefined;
  const isReason = REASON.test(masked.slice(0, figure.start)) && !/;/.test(gap);
  return moved && isReason && DRIVER.test(name) && moved.concept?.kind !== 'percent'
    ? { ...unknownMeasure([], `${moved.label} ${name}`), isEffect: true }
    : undefined;
}

/** `5.2% and growth in fees of`: the next number's own. */
const NEXT_CHANGE =
  /\s(?:and|or)\s+(?:an?\s)?(?:[\p{L}-]+\s)?(?:increases?|decreases?|growth|declines?)\s(?:in|of)\s.*$/iu;

/** What a match names, with the list that it opens. */
const wholeName = (match: RegExpExecArray | null): string | undefined =>
  match ? `${match[1]?.trim() ?? ''}${restOfList(match.input.slice(match[0].length))}` : undefined;

/** `growth in net sales`, `increases of 6% in net income`: what grew. */
const OBJECT =
  /^(?:(?!\b(?:was|were|is|are|due|driven|because|result\w*|reflect\w*|compared|versus|than)\b)[^,;.()]){0,60}?\b(?:in|of)\s+(?:(?:the|our|its|total)\s+)*((?:U\.[KS]\.|[^,;.()])+?)(?=\s+(?:[a-z]+ly\s+)?(?:to|from|compared|versus|was|were|is|are|has|have|driven|due|as|because|primarily|mainly|partly|resulting|reflecting|attributable|which|that|when|on|during|between|offset|partially)\b|\s+and(?:\s+an?)?\s*$|[,;.()]|$)/i;

/** What an apposition is a change of stands behind it: `, an increase of 6% in net income`. */
const IN_WHAT = /^\s+in\s+(?:(?:the|our|its)\s+)?\p{L}/iu;

/** `higher online platform fees`, `in lower shipping costs`: what is so much higher. */
const COMPARED_NOUN =
  /^\s+(?:(?:in|of)\s+)?(?:\p{L}+ly\s)?(?:higher|lower|more|less|fewer|increased|decreased|reduced)\s+(?=\S)(?!than\b|as\b|due\b|driven\b|because\b|after\b|when\b|in\b|at\b|on\b|for\b|from\b|compared\b|versus\b|and\b|or\b|year\b|\p{L}+ly\b)([^,;.:()]+?)(?=\s+(?:to|from|compared|versus|was|were|is|are|has|have|driven|due|as|because|primarily|mainly|partly|resulting|reflecting|attributable|which|that|when|on|during|in|related|associated|offset|partially)\b|\s+and(?:\s+an?)?\s*$|[,;.:()]|$)/iu;

/** `an increase in constant currency`, `in absolute terms`: how it was measured, not what. */
const OF_NOTHING = /\b(?:currenc(?:y|ies)|dollars?|euros?|yen|terms|basis|exchange rates?)\b/i;

const WORDS_OF_GROWTH = /^\s+((?:[\p{L}-]+\s){0,4}?[\p{L}-]+)\s(?:growth|increase|decline|decrease)\b/u;

/** `… was $9.9 billion, an increase of 33%`: of what was told before the comma. */
const APPOSED =
  /,\s(?:(?:representing|reflecting|which (?:is|was))\s)?(?:an?|the)\s(?:[\p{L}-]+\s){0,2}?(?:increase|decrease|decline|reduction|improvement|growth|gain|drop|rise)\sof\s*$/iu;

/** `2,145 customers above that bar, up 18%`: of what was told, not of the words between. */
const BESIDE = /^[^;.:]*,\s(?:up|down)\s+(?:(?:about|approximately|nearly|some|over|more than)\s+)?$/i;

const fittingChange = (measure: Measure, search: MeasureSearch, needed: Needed): Measure =>
  needed && measure.concept && measure.concept.kind !== 'percent'
    ? (fitting(measure, search) ?? measure)
    : measure;
