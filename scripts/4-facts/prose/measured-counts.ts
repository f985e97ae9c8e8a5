import type { MeasureSearch } from './measure-search.ts';
import { type Measure, unknownMeasure } from './measures.ts';
import { isNameOfBalance, isNameOfMeasure } from './names-measure.ts';

/** Measures that are told in units as well as in money. */
const IN_UNITS =
  /\b(?:backlog|orders?|bookings?|deliver(?:y|ies)|shipments?|production|output|volumes?|capacity|order intake|intake|inventor(?:y|ies)|headcount|registrations?|enroll?ments?|sales|throughput)$/i;
/** `backlog of`, `deliveries were`: nothing but a verb or `of` stands between the measure and the number. */
const JOINED =
  /\s(?:of|was|were|is|are|totall?ed|reached|averaged|came to|to|at)\s+(?:(?:an?|the|record|total|approximately|about|over|nearly|more than)\s+)*$/i;

/** `backlog of 1,840 trailers`: what is counted is the unit, and the name before it the measure. */
export function countedMeasure({ phrase, gap, figure, role, story }: MeasureSearch): Measure | undefined {
  const before = story.lastLike('count');
  const noun = figure.noun.split(/\s+/).at(-1) ?? '';
  if (role.name === 'comparison' || role.name === 'level' || role.name === 'joined')
    return phrase.name === '' && before?.figure.kind === 'count' && before.measure.noun === noun
      ? before.measure
      : undefined;
  if (!IN_UNITS.test(phrase.name) || !isNameOfMeasure(phrase.name) || !JOINED.test(gap)) return undefined;
  const measure = { ...unknownMeasure([], phrase.name), noun };
  return isNameOfBalance(phrase.name) ? measure : { ...measure, counts: 'flow' };
}
