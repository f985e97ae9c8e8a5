import { conceptById } from '../../src/concepts/index.ts';
import type { Printed } from '../../src/model/fact.ts';
import { firstDay, type IsoDate, lastDay } from '../../src/model/period.ts';
import type { DocumentContext } from '../3-context/document-context.ts';
import { findBasis } from '../grammar/aspects.ts';

/**
 * Nothing that a release reports ends after it: such a figure is aimed at, where a word around it says so or it is the end
 * of a range for a time that has not begun; else its period is in doubt, and so are all where the year is not known to end. A dividend that has been declared carries a year that still goes on.
 */
export function withinRelease(fact: Printed, { released, period, calendar }: DocumentContext): Printed {
  if (fact.doubt !== '' || fact.stated?.includes('period')) return fact;
  if (calendar.isGuess) return { ...fact, doubt: 'Nothing in the document tells when its fiscal year ends.' };
  if (firstDay(fact.period) > lastDay(fact.period))
    return { ...fact, doubt: 'Its period would end before it begins.' };
  const known: IsoDate = released > lastDay(period) ? released : lastDay(period);
  if (fact.basis === 'target' || lastDay(fact.period) <= known || isDividend(fact)) return fact;
  const words = [fact.label, ...fact.header, ...fact.section, fact.table];
  const isRangeAhead = /^(?:from|to)$/.test(fact.qualifier) && firstDay(fact.period) > lastDay(period);
  return isRangeAhead || words.some((text) => findBasis(text) === 'target')
    ? { ...fact, basis: 'target' }
    : { ...fact, doubt: `Its period would end on ${lastDay(fact.period)}, after the release.` };
}

export const isBeyondRelease = (doubt: string): boolean =>
  /^Its period would end on .*, after the release\.$/.test(doubt);

function isDividend({ concept: id }: Printed): boolean {
  const concept = conceptById.get(id);
  return concept?.statement === 'dividends' && concept.kind === 'perShare';
}
