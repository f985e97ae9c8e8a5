import type { MeasureSearch } from './measure-search.ts';
import { type Measure, unknownMeasure } from './measures.ts';

const CONSTANT =
  /\b(?:(?:in|at|on a|using) constant (?:currency|currencies|exchange rates)|constant[- ]currency|currency[- ](?:adjusted|neutral)|adjusted for (?:currency|exchange)|on an organic basis|organically|like[- ]for[- ]like)\b/i;
const EXCLUDING =
  /^[\s"“]*(?:excluding|adjusted for|before the effects? of|without)\s+(?:the\s+)?(?:(?:impact|effects?) of\s+)?([^,]{3,60}),/i;

/** What is told at constant exchange rates, or without some items, is not what the statements report. */
export function restated(
  measure: Measure,
  { gap, behind, masked, role, figure, context }: MeasureSearch,
): Measure {
  const clause = `${gap.slice(gap.lastIndexOf(';') + 1)} ${behind.split(/[,;.)]/)[0] ?? ''}`;
  const excluded = EXCLUDING.exec(masked)?.[1];
  if (measure.concept?.kind === 'percent' && /growth/i.test(measure.concept.label)) return measure;
  const isConstant =
    role.name === 'change' &&
    (CONSTANT.test(clause) || (excluded !== undefined && /\bcurrenc|\bexchange\b/i.test(excluded)));
  if (isConstant && figure.kind === 'percent' && measure.id === 'Revenues')
    return context.measures.find('revenue growth in constant currency', 'percent', []) ?? measure;
  if (isConstant)
    return {
      ...unknownMeasure([], `${measure.label} at constant currency`),
      dimensions: measure.dimensions,
      sense: measure.sense,
    };
  return excluded
    ? {
        ...unknownMeasure([], `${measure.label} excluding ${excluded}`),
        dimensions: measure.dimensions,
        sense: measure.sense,
      }
    : measure;
}

/** `… related to a subsidiary, Fern Networks Inc.`: not the group's whole amount. */
export function ofPartOfGroup(measure: Measure, { behind, masked, figure }: MeasureSearch): Measure {
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
