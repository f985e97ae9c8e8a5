import { dimensionLabel } from '../concepts/dimension-label.ts';
import { conceptById } from '../concepts/index.ts';
import { findPrintedName, type NamedFact, spelled, withoutMarks } from '../concepts/printed-name.ts';
import type { Fact } from '../model/fact.ts';
import { inHouseStyle } from '../model/house-style.ts';
import type { Settled } from '../model/settled.ts';
import { withoutPrintedUnit } from './printed-units.ts';

export { dimensionLabel } from '../concepts/dimension-label.ts';

/** The name of a measure on pages: the vocabulary's, or as printed where it does not know the measure. */
export function conceptLabel(concept: string, printed = concept): string {
  const known = conceptById.get(concept)?.label;
  return known === undefined ? printed : inHouseStyle(known);
}

/** The name of what a fact measures. Where periods are rows a heading has its printed name, not the row. */
export function measureLabel(fact: NamedFact): string {
  const { concept, label } = fact;
  if (conceptById.has(concept)) return conceptLabel(concept, label);
  return withoutPrintedUnit(findPrintedName(fact) ?? withoutMarks(label)) || spelled(concept);
}

/** The name of a measure, then of its part, unless that is said in the first: `Adjusted earnings`, not `Adjusted earnings, Adjusted`. */
export function figureNames(facts: Settled, fact: NamedFact & Pick<Fact, 'dimensions'>): string[] {
  const label = measureLabel(fact);
  const parts = partOfFact(facts, fact).split(', ');
  return [label, ...parts.filter((part) => part !== '' && !isSaid(part, label))];
}

const isSaid = (part: string, label: string): boolean => label.toLowerCase().includes(part.toLowerCase());

/** The part of the business that a fact is of, as releases write it; empty for the whole. */
export const partOfFact = (
  facts: Settled,
  { concept, dimensions }: Pick<Fact, 'concept' | 'dimensions'>,
): string => dimensionLabel(dimensions, facts.listAllStatements(concept));
