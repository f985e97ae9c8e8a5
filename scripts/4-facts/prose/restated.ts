import { CONSTANT_RATES } from '../../../src/concepts/tellings.ts';
import { readTelling } from '../../../src/concepts/vocabulary.ts';
import type { MeasureSearch } from './measure-search.ts';
import { type Measure, unknownMeasure } from './measures.ts';
import { afterClosing } from './phrases.ts';

const CONSTANT = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${CONSTANT_RATES}|CC|adjusted for (?:currency|exchange)|on an organic basis|organically|like[- ]for[- ]like)(?![\\p{L}\\p{N}])`,
  'iu',
);
/** `On an adjusted basis, net income was`. */
const ON_BASIS =
  /(?:^|[.;,)]\s+|["“]\s*)on an? (adjusted|non-GAAP|underlying|pro forma|comparable|normali[sz]ed|core|organic|constant[- ]currency) basis\b/i;
/** `$14.5 billion FTE`, `$0.62 (non-GAAP)`: how the number is told, right behind it. */
const TOLD_BEHIND =
  /^\s*\(?(?:on an?\s)?(FTE|(?:fully\s)?tax(?:able)?[- ]equivalent|non-GAAP|adjusted|pro forma)(?:\sbasis)?(?=\s*[).,;:]|\s*$|\s(?:and|or|in|for|compared|versus|up|down)\b)/i;
/** `Excluding these items`: what was named before. */
const PRONOUN = /^(?:this|these|those|such|the (?:above|aforementioned))\b/i;
const EXCLUDING =
  /^[\s"“]*(?:excluding|(?:when )?adjusting for|adjusted for|before the effects? of|without)\s+(?:the\s+)?(?:(?:impact|effects?) of\s+)?([^,]{3,120}),/i;

/** `or $0.62 excluding restructuring charges`. */
const EXCLUDING_BEHIND =
  /^[\s,(]*(?:on an? [\p{L} ]{3,30} basis,?\s)?(?:excluding|adjusted for|exclusive of|before the effects? of)\s+(?:the\s+)?(?:(?:impact|effects?) of\s+)?([^,.;()]{3,80}?)(?=\s+(?:in|for|during|and|compared|versus)\b|[,.;()]|$)/iu;

/** `excluding $3.5 million in tariff refunds`: how much it is names nothing. */
const EXCLUDED_AMOUNT =
  /^([\s"“,(]*(?:excluding|without)\s+)(?:approximately\s+|about\s+)?[$€£¥]\d[\d.,]*\s?(?:million|billion|thousand)?\s+(?:in|of)\s+/i;

/** What is told at constant exchange rates, or without some items, is not what the statements report. */
export function restated(measure: Measure, { gap, behind, masked, role, figure }: MeasureSearch): Measure {
  const own = gap.slice(afterClosing(gap));
  const clause = `${own.slice(own.lastIndexOf(';') + 1)} ${behind.split(/[,;.)]/)[0] ?? ''}`;
  const basis = ON_BASIS.exec(masked)?.[1];
  const told = basis && readTelling(`${basis} measure`)?.dimensions['variant'];
  if (told && !('variant' in measure.dimensions))
    return { ...measure, dimensions: { ...measure.dimensions, variant: told } };
  const tail = masked.slice(figure.end).replace(EXCLUDED_AMOUNT, '$1');
  const way = readTelling(`${TOLD_BEHIND.exec(tail)?.[1] ?? ''} basis`)?.dimensions['variant'];
  if (way && !('variant' in measure.dimensions)) return withVariant(measure, way);
  const named =
    EXCLUDING_BEHIND.exec(tail)?.[1]?.trim() ?? EXCLUDING.exec(masked.replace(EXCLUDED_AMOUNT, '$1'))?.[1];
  const excluded = named && !measure.label.endsWith(`excluding ${named}`) ? named : undefined;
  const isOfRates = excluded !== undefined && /\bcurrenc|\bexchange\b/i.test(excluded);
  const isGrowth = measure.concept?.kind === 'percent' && /growth/i.test(measure.concept.label);
  if (isGrowth && (!excluded || isOfRates)) return measure;
  const isConstant =
    !isGrowth &&
    (role.name === 'change' || (role.name === 'joined' && AT_CONSTANT.test(behind))) &&
    (CONSTANT.test(clause) || isOfRates);
  if (isConstant) return withVariant(measure, ORGANIC.test(clause) ? 'organic' : 'constant-currency');
  const variant =
    excluded &&
    (PRONOUN.test(excluded) ? 'adjusted' : readTelling(`excluding ${excluded}`)?.dimensions['variant']);
  if (variant) return { ...measure, dimensions: { ...measure.dimensions, variant } };
  if (excluded && measure.concept?.kind === 'perShare')
    return { ...measure, dimensions: { ...measure.dimensions, variant: 'adjusted' } };
  return excluded
    ? {
        ...unknownMeasure([], `${measure.label} excluding ${excluded}`),
        dimensions: measure.dimensions,
        sense: measure.sense,
      }
    : measure;
}

/** `organically`, `adjusted for currency and acquisitions`: what the group had before grew so much. */
const ORGANIC =
  /\borganic(?:ally)?\b|\blike[- ]for[- ]like\b|\badjusted for [^,;.]*\b(?:acquisitions?|divestments?|disposals?)\b/i;

const withVariant = (measure: Measure, variant: string): Measure => ({
  ...measure,
  dimensions: { ...measure.dimensions, variant },
});

/** `up 4.0% to $842.6 million ($810.2 million), 5.2% at constant currency`: of what was told last. */
export function constantRate({ figure, role, behind, phrase, story }: MeasureSearch): Measure | undefined {
  const last = story.lastMain?.measure;
  return figure.kind === 'percent' &&
    role.name !== 'change' &&
    phrase.name === '' &&
    last?.concept?.kind === 'monetary' &&
    AT_CONSTANT.test(behind)
    ? withVariant(last, ORGANIC.test(behind.split(/[,;.)]/)[0] ?? '') ? 'organic' : 'constant-currency')
    : undefined;
}

const AT_CONSTANT = new RegExp(
  `^\\s*(?:(?:at|in|on)\\s(?:an?\\s)?)?(?:${CONSTANT_RATES}|CC|organic(?:ally)?|like-for-like)(?![\\p{L}\\p{N}])`,
  'iu',
);

/** `Elmwood contributed $6.2 million of revenue`: of a business that came into the group. */
const CONTRIBUTES =
  /(?:^|[,;]\s|\band\s)((?!The\b|We\b|It\b|Company\b|Group\b|This\b)\p{Lu}[\p{L}&.-]*(?:\s\p{Lu}[\p{L}&.-]*){0,3})\s(?:contributed|added|generated|delivered)\s+(?:approximately\s+|about\s+)?$/u;

/** `… related to a subsidiary, Fern Networks Inc.`: not the group's whole amount. */
export function ofPartOfGroup(measure: Measure, search: MeasureSearch): Measure {
  const { gap, behind, masked, figure, context } = search;
  const who = CONTRIBUTES.exec(gap)?.[1] ?? '';
  const isOther =
    who !== '' && !context.measures.isSelf(who) && !context.parts.some(({ name }) => name.includes(who));
  if (isOther && figure.kind === 'money' && /^\s+(?:of|in|to)\s/.test(behind))
    return { ...unknownMeasure([], `${who} ${measure.label}`), sense: measure.sense };
  const related =
    /^[^,;.]{0,30}\b(?:related to|relating to|of|from|at)\s+(?:a|our)\s+(?:consolidated\s+)?subsidiary,?\s+(\p{Lu}[\p{L}&.-]*(?:\s\p{Lu}[\p{L}&.-]*)*)/u.exec(
      behind,
    ) ??
    /^[^,;.]{0,30}\bfrom\s+(\p{Lu}[\p{L}&.-]*(?:\s\p{Lu}[\p{L}&.-]*)*),\s+a(?:\s+consolidated)?\s+subsidiary/u.exec(
      masked.slice(figure.end, figure.end + 140),
    );
  return related
    ? {
        ...unknownMeasure([], `${measure.label} of ${related[1]?.trim() ?? ''}`),
        label: measure.label,
        sense: measure.sense,
      }
    : measure;
}
