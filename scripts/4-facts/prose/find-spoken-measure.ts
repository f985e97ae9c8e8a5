import { conceptById } from '../../../src/concepts/index.ts';
import { readTelling } from '../../../src/concepts/vocabulary.ts';
import { anyBehind, asSubject, behindMeasure, headMeasure, measureAfter, paidIn } from './behind-measure.ts';
import { besideMeasure, carriedAmount } from './beside-measure.ts';
import { changeMeasure } from './change-measure.ts';
import { countAtPlace, countMeasure, firstAtPlace, shareMeasure, sharesToldBefore } from './count-measure.ts';
import { namedEffect } from './effects.ts';
import {
  behindIt,
  carried,
  type FoundMeasure,
  fitting,
  inTurn,
  isFiller,
  type MeasureSearch,
  named,
} from './measure-search.ts';
import { countedMeasure } from './measured-counts.ts';
import { type Measure, neededBy, unknownMeasure } from './measures.ts';
import { nameKnown } from './name-measure.ts';
import { ofOwner } from './owner.ts';
import { ofPart } from './parts.ts';
import { nameIn, someNameIn } from './phrase-measure.ts';
import { allowedToBuy, boughtBack, sizeOfFacility } from './programs.ts';
import { constantRate, ofPartOfGroup, restated } from './restated.ts';
import { marketMeasure, OPERATING_EARNINGS, perShare, shareOfRevenue } from './turns-of-phrase.ts';
import {
  forOneUnit,
  grownPart,
  inState,
  rateBehind,
  rateOfPair,
  shareOfMeasure,
  shareOfTold,
  spentCash,
} from './words-behind.ts';

/** What a number measures; undefined where neither its words nor the sentences before tell. */
export function findSpokenMeasure(search: MeasureSearch): FoundMeasure | undefined {
  const found =
    whatIsLeftOut(search) ??
    partTold(search) ??
    partInside(search) ??
    behindIt(namedEffect(search)) ??
    byKind(search) ??
    byRole(search);
  if (!found || found.measure.isEffect) return found;
  const whole = afterTax(ofPreferred(onDilutedBasis(found.measure, search), search), search);
  const measure = restated(ofOwner(ofPartOfGroup(ofPart(whole, search), search), search), search);
  const { alternatives } = found.measure;
  const told = asInTables(perOther(measure, search), search);
  return { ...found, measure: alternatives && !told.alternatives ? { ...told, alternatives } : told };
}

/** `Cash operating costs averaged $489 per ounce`: told per unit of what is made, it is no amount of the accounts. */
function perOther(measure: Measure, { figure, phrase }: MeasureSearch): Measure {
  const isOfUnit =
    figure.kind === 'money' && figure.unit.includes('/') && !/\/(?:share|ADS|unit)$/.test(figure.unit);
  return isOfUnit && measure.concept?.kind === 'monetary'
    ? { ...unknownMeasure([], phrase.name || measure.label), dimensions: measure.dimensions }
    : measure;
}

/** `The margin excluding one-off items of SEK 71 million was 8.3 percent`: that is of the items. */
const whatIsLeftOut = ({ gap, figure }: MeasureSearch): FoundMeasure | undefined => {
  const items = figure.kind === 'money' ? LEFT_OUT.exec(gap)?.[1] : undefined;
  return items === undefined ? undefined : named(unknownMeasure([], items));
};
const LEFT_OUT =
  /\b(?:margin|rate|ratio|percentage)s?\s(?:[\p{L}-]+\s){0,3}(?:excluding|before|adjusted for)\s((?:[\p{L}-]+\s){0,4}[\p{L}-]+)\sof\s+(?:about\s+|approximately\s+)?$/iu;

/** A measure that the vocabulary does not know is the line of that name in the tables. */
function asInTables(measure: Measure, { figure, role, context }: MeasureSearch): Measure {
  const sales = measure.id === 'Revenues' ? context.lines.salesIn(measure.label) : undefined;
  const concept = sales === undefined ? undefined : conceptById.get(sales);
  if (concept) return { ...measure, concept, id: concept.id };
  if (measure.concept || Object.keys(measure.dimensions).length > 0) return measure;
  const isChange = role.name === 'change' || role.name === 'joined';
  const id = context.lines.find(measure.label, figure, isChange);
  return id === undefined ? measure : { ...measure, id };
}

/** `EPS was $2.71, up 38.3% from $1.96, on a diluted basis`. */
function onDilutedBasis(measure: Measure, { masked, behind, figure, context }: MeasureSearch): Measure {
  if (measure.id !== 'EarningsPerShareBasic') return measure;
  const told = [behind, figure.remark].map((words) => SAYS_DILUTED.exec(words)?.[1]).find(Boolean);
  const isDiluted = /\bon an? (?:fully[- ])?diluted (?:share )?basis\b/i.test(
    masked.replace(/\([^()]*\)/g, ' '),
  );
  const which = told?.replace(/fully[- ]/i, '') ?? (isDiluted ? 'diluted' : '');
  const found = which ? context.measures.find(`${which} earnings per share`, 'perShare', []) : undefined;
  return found ? { ...measure, concept: found.concept, id: found.id } : measure;
}

/** `operating earnings of $29.5 million ($0.68 per share)`: told per share, or by an insurer, they are a result after tax. */
function afterTax(measure: Measure, { masked, context }: MeasureSearch): Measure {
  if (measure.id !== 'OperatingIncomeLoss' || !OPERATING_EARNINGS.test(measure.label)) return measure;
  const isOfShares = /\boperating earnings\b[^;]*?\bper (?:[\p{L}-]+ ){0,3}share\b/iu.test(masked);
  const isOfInsurer = PREMIUMS.some((id) => context.rows.hasMeasure(id));
  return isOfShares || isOfInsurer
    ? { ...unknownMeasure([], measure.label), dimensions: measure.dimensions }
    : measure;
}

const PREMIUMS = ['PremiumsEarnedNet', 'PremiumsWrittenNet'];

const SAYS_DILUTED = /^[\s,(]*(?:both )?((?:basic and )?(?:fully[- ])?diluted)\b/i;

/** What is told of preferred shares is none of common ones. */
function ofPreferred(measure: Measure, { masked, figure, context }: MeasureSearch): Measure {
  const kinds = [...masked.slice(0, figure.start).matchAll(/\b(?:preferred|preference|common|ordinary)\b/gi)];
  const kind = /^pref/i.test(kinds.at(-1)?.[0] ?? '') ? 'preferred' : 'common';
  if (/^par value$/i.test(measure.label))
    return context.measures.find(`${kind} stock, par value`, 'perShare', []) ?? measure;
  const told = OF_SHARES.exec(measure.id)?.[1]?.toLowerCase();
  if (told && kind === 'preferred')
    return context.measures.find(`preferred shares ${told}`, 'shares', []) ?? measure;
  const around = masked.slice(Math.max(0, figure.start - 80), figure.end + 80);
  return measure.id === 'CommonStockDividendsPerShareDeclared' &&
    /\b(?:preferred|preference|depositary)\b/i.test(around) &&
    !/\bcommon\b/i.test(around)
    ? unknownMeasure([], 'preferred dividend per share')
    : measure;
}

/** `$25.2 million ($12.0 million in product costs and $13.2 million in service costs)`: where the amount lies. */
function partInside({ gap, behind, masked, figure, story }: MeasureSearch): FoundMeasure | undefined {
  const whole = story.lastMain;
  const before = masked.slice(0, figure.start);
  const open = before.lastIndexOf('(');
  const name = /^\s+in\s+((?:[\p{L}-]+\s){0,4}?[\p{L}-]+)(?=\s+and\s*$|[,;)])/u.exec(behind)?.[1];
  const isInside = open > before.lastIndexOf(')') && whole !== undefined && whole.figure.end <= open;
  return isInside &&
    name &&
    figure.kind === 'money' &&
    whole.figure.kind === 'money' &&
    /(?:\(|,|and)\s*$/.test(gap)
    ? named(unknownMeasure([], `${whole.measure.label} in ${name}`))
    : undefined;
}

const OF_SHARES = /^CommonStockShares(Authorized|Issued|Outstanding)$/;

const OF_WHICH = /,\s*of which\s+(?:(?:approximately|about|around|some|over)\s+)?$/i;
const PART =
  /^\s+(?:was|were|is|are|came|related|relates|resulted)\s+(?:related\s+)?(?:to|for|from|in|by|due to)\s+([^,.;:()]{3,60})/i;

/** `of which $1.0 billion was held by foreign subsidiaries`: what is done with the part belongs to its name. */
const HELD_PART =
  /^\s+(?:was|were|is|are)\s+((?:held|invested|denominated|located)\s(?:by|in|at|outside|within|with)\s[^,.;:()]{3,60})/i;

/** `…, of which 1,210 million related to capital leases`: a part of the number before is not that number. */
function partTold({ gap, behind, story, figure }: MeasureSearch): FoundMeasure | undefined {
  const whole = story.last;
  const part = OF_WHICH.test(gap) ? (HELD_PART.exec(behind) ?? PART.exec(behind))?.[1]?.trim() : undefined;
  if (!whole || !part || figure.kind !== whole.figure.kind) return undefined;
  const { counts, noun } = whole.measure;
  const joint = HELD_PART.test(behind) ? '' : 'for ';
  const measure = unknownMeasure([], `${whole.measure.label} ${joint}${part}`);
  return named({ ...measure, ...(counts && { counts }), ...(noun && { noun }) });
}

/** Numbers whose kind alone, or a turn of phrase, tells what they measure. */
function byKind(search: MeasureSearch): FoundMeasure | undefined {
  const { figure, context, story, phrase } = search;
  const { measures } = context;
  switch (figure.kind) {
    case 'rate':
      return named(measures.find('exchange rate', 'rate', []));
    case 'split':
      return named(measures.find('stock split', 'split', []));
    case 'count':
      return named(countedMeasure(search) ?? firstAtPlace(countMeasure(search), search));
    case 'shares':
      return named(shareMeasure(search));
    case 'percent':
    case 'money':
      if (/^\s+par value\b/i.test(search.behind))
        return behindIt(unknownMeasure(['Common stock'], 'par value'));
      return (
        growthOfAmount(search) ??
        inTurn(marketMeasure(search)) ??
        named(constantRate(search)) ??
        named(grownPart(search)) ??
        inTurn(forOneUnit(search)) ??
        named(shareOfTold(search)) ??
        named(shareOfRevenue(search)) ??
        named(shareOfMeasure(search)) ??
        rateBehind(search) ??
        named(rateOfPair(search)) ??
        behindIt(inState(search)) ??
        behindIt(spentCash(search)) ??
        inTurn(allowedToBuy(search), true) ??
        inTurn(sizeOfFacility(search), true) ??
        inTurn(boughtBack(search))
      );
    case 'points':
      return pointsOfRate(search);
    case 'perShare':
      return phrase.name === '' || /^(?:or|and|,)*$/.test(phrase.name)
        ? perShare(search, story.last)
        : undefined;
    case 'bare':
      return named(countAtPlace(search) ?? sharesToldBefore(search));
    default:
      return undefined;
  }
}

/** `Net income was $416 million, 17.8% of revenue, an increase of 7.0%`: of the amount. */
const growthOfAmount = ({ gap, figure, role, story }: MeasureSearch): FoundMeasure | undefined =>
  figure.kind === 'percent' &&
  role.name === 'change' &&
  OF_REVENUE_THEN.test(gap) &&
  /,\s*$/.test(story.last?.before ?? '')
    ? carried(story.lastLike('money')?.measure)
    : undefined;
const OF_REVENUE_THEN =
  /^\s+of\s+(?:(?:net|total|our)\s)*(?:revenues?|sales|turnover)\s*,\s(?:an?\s)?(?:up|down|increase|decrease|growth|rise|decline)\b(?:\s(?:of|by))?\s*$/i;

/** `Margin was 45.9% of net sales, a 192 basis point increase`: of the rate, and not of what that is a share of. */
const pointsOfRate = ({ gap, story: { last } }: MeasureSearch): FoundMeasure | undefined =>
  last?.figure.kind === 'percent' && last.aspect === 'ratio' && OF_WHAT.test(gap)
    ? carried(last.measure)
    : undefined;
const OF_WHAT = /^\s+of\s+[^,;]*,\s(?:(?:up|down)\s(?:by\s)?|(?:an?|the)\s)(?:approximately\s|about\s)?$/i;

function byRole(search: MeasureSearch): FoundMeasure | undefined {
  const { role, phrase, story, figure } = search;
  switch (role.name) {
    case 'joined':
    case 'rangeEnd':
      return (
        (role.name === 'joined' ? alternative(search) : undefined) ??
        (isUseful(phrase.name, search) ? named(nameIn(search)) : undefined) ??
        (role.name === 'joined' ? behindIt(measureAfter(search)) : undefined) ??
        carried(story.last?.measure)
      );
    case 'revised':
      return named(someNameIn(search, 'first')) ?? carried(story.last?.measure);
    case 'comparison':
    case 'aside':
      return besideMeasure(search);
    case 'level':
      return phrase.name && !isFiller(phrase.name)
        ? (named(nameIn(search)) ?? carried(asReported(story.last?.measure)))
        : (carried(fitting(asReported(story.last?.measure), search)) ?? named(someNameIn(search, 'last')));
    case 'change':
      return changeMeasure(search);
    default:
      return (
        behindIt(asSubject(search)) ??
        behindIt(paidIn(search)) ??
        behindIt(headMeasure(search)) ??
        behindIt(behindMeasure(search)) ??
        (isKnownBefore(search) ? undefined : behindIt(measureAfter(search))) ??
        (phrase.name && !isFiller(phrase.name) ? named(nameIn(search)) : undefined) ??
        carriedAmount(search) ??
        behindIt(anyBehind(search, figure.kind))
      );
  }
}

/** `up 9%, or 8% in constant currency, to $120.4 million`: an amount is at the rates of its time, unless its name says else. */
function asReported(measure: Measure | undefined): Measure | undefined {
  const told = measure?.dimensions['variant'] ?? '';
  if (!measure || !OF_GROWTH.has(told) || readTelling(measure.label)) return measure;
  const { variant: _, ...dimensions } = measure.dimensions;
  return { ...measure, dimensions };
}

const OF_GROWTH: ReadonlySet<string> = new Set(['constant-currency', 'organic']);

const isKnownBefore = (search: MeasureSearch): boolean =>
  !isFiller(search.phrase.name) &&
  nameKnown(search, search.phrase.name, neededBy(search.figure)) !== undefined;

const isUseful = (name: string, search: MeasureSearch): boolean =>
  name !== '' &&
  !isFiller(name) &&
  search.role.name === 'joined' &&
  nameKnown(search, name, neededBy(search.figure)) !== undefined;

/** The n-th of the measures named side by side, for the n-th of the numbers side by side. */
function alternative({ story }: MeasureSearch): FoundMeasure | undefined {
  const list = story.last?.measure.alternatives;
  if (!list) return undefined;
  const told = story.last?.measure.label ?? '';
  const at = list.findIndex(
    ({ label }) => told === label || told.startsWith(`${label} excluding `) || told.endsWith(` ${label}`),
  );
  const next = at < 0 ? undefined : list[at + 1];
  return next && named({ ...next, alternatives: list });
}
