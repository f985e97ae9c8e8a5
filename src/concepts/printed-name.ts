import type { Fact, Printed } from '../model/fact.ts';
import { upperFirst } from '../model/format.ts';
import { joinWords, makeConceptId } from './make-id.ts';

/** Where the words stand that a measure of the issuer's own is named after. */
export type NamedFact = Pick<Fact, 'concept' | 'label'> & Partial<Pick<Printed, 'header' | 'section'>>;

/**
 * The printed words that a measure which the vocabulary does not know is named after: its row, or a heading where periods
 * or parts are rows. None where it has the name of a tag.
 */
export function findPrintedName({
  concept,
  label,
  header = [],
  section = [],
}: NamedFact): string | undefined {
  const printed = [label, ...header.toReversed(), ...section.toReversed()];
  const name = printed.find((text) => concept.endsWith(makeConceptId([], text)));
  return name === undefined ? undefined : withoutMarks(name);
}

/** All words that it is named after, outermost first: `Brokered deposits, rate`. None where its id says more. */
export function findWholeName({ concept, label, header = [], section = [] }: NamedFact): string | undefined {
  const texts = [label, ...header.toReversed(), ...section.toReversed()].flatMap((text) =>
    [text, text.replace(IN_PARENTHESES, ' ')].map((words) => ({ text, id: joinWords(words) })),
  );
  const names: string[] = [];
  let rest = concept.replace(/Line$/, '');
  while (rest !== '') {
    const last = texts.find(({ id }) => id !== '' && rest.endsWith(id));
    if (!last) return undefined;
    names.unshift(withoutMarks(last.text));
    rest = rest.slice(0, -last.id.length);
  }
  return names.join(', ');
}

const IN_PARENTHESES = /\([^()]*\)/g;

/** `Adjusting items` of `- Adjusting items (Note 5)¹`: the marks of a list and of notes are no words of a name. */
export const withoutMarks = (label: string): string =>
  label
    .replace(/^[-–—•·]\s+/, '')
    .replace(/[⁰¹²³⁴-⁹]+$/, '')
    .replace(/\s*\((?:see )?notes? \d[^()]*(?:\([^()]*\)[^()]*)*\)$/i, '');

/** `Equity subtotal` of `EquitySubtotal`: what has no printed name has that of its id. */
export const spelled = (concept: string): string =>
  upperFirst(concept.replace(/(?<=[a-z])[A-Z](?=[a-z])/g, (letter) => ` ${letter.toLowerCase()}`));
