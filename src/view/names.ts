import { dimensionLabel } from '../concepts/dimension-label.ts';
import { conceptById } from '../concepts/index.ts';
import { makeConceptId } from '../concepts/make-id.ts';
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
export function measureLabel({ concept, label, header, section }: NamedFact): string {
  if (conceptById.has(concept)) return conceptLabel(concept, label);
  const printed = [label, ...header.toReversed(), ...section.toReversed()];
  return withoutPrintedUnit(printed.find((text) => concept.endsWith(makeConceptId([], text))) ?? label);
}

/** The part of the business that a fact is of, as releases write it; empty for the whole. */
export const partOfFact = (
  facts: Settled,
  { concept, dimensions }: Pick<Fact, 'concept' | 'dimensions'>,
): string => dimensionLabel(dimensions, facts.listAllStatements(concept));

type NamedFact = Pick<Fact, 'concept' | 'label' | 'header' | 'section'>;
