import { findMember, makeMemberId, readTelling } from '../../../src/concepts/vocabulary.ts';
import { type Printed, parseDimensions } from '../../../src/model/fact.ts';
import { enclosingNames, type MeasureSearch } from './measure-search.ts';
import { type Measure, type Measures, neededBy } from './measures.ts';
import type { Part } from './part.ts';
import { isSameSize } from './tie/fact-rows.ts';

/** Parts whose amounts the tables state, the longest names first. */
export function partsIn(facts: readonly Printed[]): Part[] {
  const parts = new Map<string, string>();
  for (const { dimensions, label, header } of facts) {
    const { segment } = parseDimensions(dimensions);
    if (segment === undefined) continue;
    for (const text of [label, ...header])
      if (
        /^\p{Lu}[\p{L}\p{N}&,'’/() -]{3,48}$/u.test(text) &&
        !GENERIC.test(text) &&
        !readTelling(text) &&
        segmentMember(text) === segment
      )
        parts.set(text.replace(/^Total (?=\p{Lu})/u, ''), segment);
  }
  return [...parts]
    .map(([name, member]) => ({ name, member }))
    .sort((a, b) => b.name.length - a.name.length || (a.name < b.name ? -1 : 1));
}

const segmentMember = (text: string): string => findMember('segment', text)?.id ?? makeMemberId(text);

/** Names that running text uses for other things too. */
const GENERIC =
  /^(?:others?|all other.*|corporate.*|eliminations?|adjustments?|services?|products?|total.*|group|sales|revenues?|subscriptions?|licen[cs]es?|hardware|domestic|international|overseas|japan|unallocated.*)$/i;

/** What runs on the part that a sentence speaks of: amounts of a period, orders in hand, and rates of them. */
const isOfPart = ({ concept }: Measure): boolean =>
  concept !== undefined &&
  (concept.within ?? []).every((id) => KINDS_OF_ISSUER.has(id)) &&
  (concept.periodType === 'duration' || concept.statement === 'operating') &&
  (concept.kind === 'percent' ||
    concept.kind === 'count' ||
    (concept.kind === 'monetary' && OF_INCOME.has(concept.statement)));

/** Sections that stand around all of a document, and limit no name to a place in it. */
const KINDS_OF_ISSUER: ReadonlySet<string> = new Set(['BankTables', 'OrdinaryRevenueTables']);

const OF_INCOME: ReadonlySet<string> = new Set(['income', 'operating', 'segments']);

/** A measure told of a part of the business: by its name, by what opens the sentence or by the heading above. */
export function ofPart(told: Measure, search: MeasureSearch): Measure {
  const { context, masked, figure, phrase } = search;
  const measure = inRegion(told, search);
  if (measure.isGuess) return guessed(asWhole(measure), measure, search);
  if ('segment' in measure.dimensions) return measure;
  const named = partInLabel(measure, search);
  if (named) return named;
  if (WHOLE.test(`${phrase.name} ${measure.label}`)) return measure;
  if (!isOfPart(measure)) return measure.concept ? measure : ofKnownPart(measure, search);
  const spoken = partBefore(masked.slice(0, figure.start), context.parts) ?? search.story.part;
  if (!spoken) return measure;
  const part = { ...measure, dimensions: { ...measure.dimensions, [partAxisName(spoken)]: spoken.member } };
  return spoken.isGuess && !isOfHeadedSegment(phrase.name, spoken, search)
    ? guessed(measure, part, search)
    : part;
}

function asWhole({ isGuess: _, ...measure }: Measure): Measure {
  const { segment: _segment, region: _region, ...dimensions } = measure.dimensions;
  return { ...measure, dimensions };
}

/** `Segment operating income`, below the name of one. */
const isOfHeadedSegment = (name: string, part: Part, { context }: MeasureSearch): boolean =>
  /^segment\b/i.test(name) && context.path.some((heading) => heading.includes(part.name));

const OF_PARTS: ReadonlySet<string> = new Set(['money', 'percent', 'points', 'times']);

/** A measure without a name in the vocabulary that is told under the name of a part. */
function ofKnownPart(measure: Measure, search: MeasureSearch): Measure {
  const { story, figure } = search;
  const isAmount = OF_PARTS.has(figure.kind);
  const isKnown =
    story.part &&
    (!story.part.isGuess || story.part.isSaid || isOfHeadedSegment(measure.label, story.part, search));
  const isOtherLine = story.isTurned && LINE_OF_REVENUE.test(measure.label);
  return story.part && isKnown && isAmount && !measure.counts && !isOtherLine
    ? { ...measure, dimensions: { ...measure.dimensions, [partAxisName(story.part)]: story.part.member } }
    : measure;
}

/** `support revenues` behind a sentence on licences. */
const LINE_OF_REVENUE = /\S\s(?:revenues?|sales)$/i;

const partAxisName = ({ axis }: Part): string => axis ?? 'segment';

/**
 * A heading that no table knows may name a part: it does where the tables have other amounts of the whole, and does not
 * where they have this one.
 */
function guessed(whole: Measure, open: Measure, { figure, context, story }: MeasureSearch): Measure {
  const { isGuess: _, ...part } = open;
  const isLess = 'region' in whole.dimensions;
  const isSaid = story.part?.isSaid === true && !isLess;
  if (figure.kind !== 'money' || isLess || !context.rows.hasMeasure(whole.id))
    return isSaid ? part : { ...part, isGuess: true };
  const isWhole = [...context.rows.rowsWith(figure)].some(({ facts }) =>
    facts.some((fact) => fact.concept === whole.id && fact.dimensions === '' && isSameSize(figure, fact)),
  );
  if (isWhole) return whole;
  if (story.part?.isLoose) return { ...part, isGuess: true };
  if (story.part) story.part = { name: story.part.name, member: story.part.member };
  return part;
}

const WHOLE = /\b(?:group|consolidated|company|total|overall|companywide)\b/i;

/** `Flow Control net sales`: a measure that is only known without the part's name. */
function partInLabel(measure: Measure, search: MeasureSearch): Measure | undefined {
  if (measure.concept) return undefined;
  const part = search.context.parts.find(({ name }) => measure.label.includes(name));
  if (!part) return undefined;
  const rest = measure.label
    .replace(part.name, ' ')
    .replace(/['’]s?\b/, ' ')
    .replace(/\b(?:segment|division)(?:['’]s)?\b/gi, ' ')
    .replace(/(?:\b(?:in|of|at|from|for|by|the|our|its|company)(?:['’]s)?\s*)+$/i, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const found = measureWithin(rest, search);
  return (
    found && { ...found, label: measure.label, dimensions: { ...found.dimensions, segment: part.member } }
  );
}

/** `Sales in North America`, `U.S. revenue`: a measure that is only known without the part of the world. */
function inRegion(measure: Measure, search: MeasureSearch): Measure {
  if (
    measure.concept ||
    measure.counts ||
    search.context.parts.some(({ name }) => measure.label.includes(name))
  )
    return measure;
  const [, behind = '', place = ''] = IN_PLACE.exec(measure.label) ?? [];
  const words = measure.label.split(' ');
  const ways = [
    [place, behind],
    ...[1, 2].map((at) => [words.slice(0, at).join(' '), words.slice(at).join(' ')]),
  ];
  for (const [name = '', rest = ''] of ways) {
    const region = /^\p{Lu}/u.test(name) && rest !== '' ? findMember('region', name) : undefined;
    const found = region && measureWithin(rest, search);
    if (region && found?.concept?.kind === 'monetary')
      return { ...found, label: measure.label, dimensions: { ...found.dimensions, region: region.id } };
  }
  return measure;
}

const IN_PLACE =
  /^(.+?)\s(?:in|from|within|to)\s(?:(?:our\s)?customers\s(?:in|from)\s)?(?:the\s)?(\p{Lu}.*)$/u;

/** What is left of a name without its part: of income or orders, for an amount or its growth. */
function measureWithin(name: string, search: MeasureSearch): Measure | undefined {
  const { measures } = search.context;
  const enclosing = enclosingNames(search);
  const isGrowth = search.role.name === 'change' || search.role.name === 'joined';
  const found =
    measures.find(name, neededBy(search.figure), enclosing) ??
    (isGrowth && search.figure.kind === 'percent' ? measures.find(name, 'bigMoney', enclosing) : undefined);
  return found && isOfPart(found) ? found : undefined;
}

/** The part named last before a number, unless it is told as a reason or another clause has begun. */
function partBefore(text: string, parts: readonly Part[]): Part | undefined {
  const clause = text.slice(Math.max(text.lastIndexOf(';'), lastTurn(text)) + 1);
  let last: { part: Part; at: number } | undefined;
  for (const part of parts) {
    const at = clause.lastIndexOf(part.name);
    if (
      at < 0 ||
      /[\p{L}\p{N}]/u.test(clause[at - 1] ?? '') ||
      /[\p{L}\p{N}]/u.test(clause[at + part.name.length] ?? '')
    )
      continue;
    if (!last || at > last.at + last.part.name.length) last = { part, at };
  }
  return last && !REASON.test(clause.slice(0, last.at)) ? last.part : undefined;
}

const REASON =
  /\b(?:by|led|driven|thanks to|due to|because of|excluding|including|than|with|to|offset|reflecting|supported)(?:\s(?:[\p{L}-]+\s){0,3}(?:in|of|from|at))?\s+(?:(?:the|our|its)\s+)?$/iu;

const lastTurn = (text: string): number =>
  [...text.matchAll(/,? (?:while|whereas|although|but|resulting in|leading to)\b/g)].at(-1)?.index ?? -1;

/** Whether a sentence names a part other than the one that is spoken of. */
export const namesOtherPart = (text: string, spoken: Part | undefined, parts: readonly Part[]): boolean =>
  spoken !== undefined &&
  parts.some(
    ({ name, member }) =>
      member !== spoken.member &&
      (text.includes(name) || (/\s/.test(name) && text.toLowerCase().includes(name.toLowerCase()))),
  );

/** The part that opens a sentence or names its heading: what follows is of it too. */
export function partOpening(text: string, parts: readonly Part[], measures: Measures): Part | undefined {
  for (const part of parts) {
    const at = text.indexOf(part.name);
    if (at < 0 || /^[\p{L}\p{N}]/u.test(text.slice(at + part.name.length))) continue;
    if (OPENING.test(text.slice(0, at))) return part;
    const [, subject = ''] = OF_PART.exec(text.slice(0, at)) ?? [];
    const isSubject = measures.namesIn(subject).some(({ end }) => end === subject.length);
    if (isSubject && SEGMENT.test(text.slice(at + part.name.length))) return { ...part, isGuess: true };
  }
  return undefined;
}

const OPENING = /^[\s"“•·*-]*(?:(?:In|At|For) (?:the |our )?|(?:Our|The|Its) )?$/;
/** `Net sales for the Harbour Works segment increased`: what follows may be of the whole again. */
const OF_PART =
  /^[\s"“•·*-]*((?:[\p{L}-]+\s){0,3}[\p{L}-]+)\s(?:for|of|in|from|at)\s(?:the\s|our\s|its\s)?$/u;
const SEGMENT = /^\s(?:segment|division|business)\b/i;
