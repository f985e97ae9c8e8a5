import { dimensionLabel } from '../concepts/dimension-label.ts';
import { conceptById } from '../concepts/index.ts';
import { makeConceptId } from '../concepts/make-id.ts';
import type { Fact } from '../model/fact.ts';
import { upperFirst } from '../model/format.ts';
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
  const name = printed.find((text) => concept.endsWith(makeConceptId([], text))) ?? label;
  return withoutPrintedUnit(withoutMarks(name)) || spelled(concept);
}

/** `Adjusting items` of `- Adjusting items (Note 5)¹`: the marks of a list and of notes are no words of a name. */
const withoutMarks = (label: string): string =>
  label
    .replace(/^[-–—•·]\s+/, '')
    .replace(/[⁰¹²³⁴-⁹]+$/, '')
    .replace(/\s*\((?:see )?notes? \d[^()]*(?:\([^()]*\)[^()]*)*\)$/i, '');

/** `Equity subtotal` of `EquitySubtotal`: a row without a label has the name of its id. */
const spelled = (concept: string): string =>
  upperFirst(concept.replace(/(?<=[a-z])[A-Z](?=[a-z])/g, (letter) => ` ${letter.toLowerCase()}`));

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

type NamedFact = Pick<Fact, 'concept' | 'label' | 'header' | 'section'>;
