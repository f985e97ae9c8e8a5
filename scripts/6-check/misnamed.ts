import { addedConcepts } from '../../src/concepts/added-concepts.ts';
import { concepts } from '../../src/concepts/index.ts';
import type { Printed } from '../../src/model/fact.ts';
import { growthRate, meets } from '../../src/model/quantity.ts';
import type { Book } from '../5-derive/book.ts';

/** The measure next to its own, as a sum or a part of it, of which a wrong number is the right one. */
export function misnamed(book: Book, fact: Printed): string | undefined {
  return relatives(fact.concept).find((concept) => {
    const subject = { ...book.subjectOf(fact), concept };
    if (fact.aspect === 'changePercent') return growthMeets(book, fact, concept);
    const other = book.printed(subject);
    return other !== undefined && meets(other.interval, book.intervalOf(fact));
  });
}

function growthMeets(book: Book, fact: Printed, concept: string): boolean {
  if (!fact.compared) return false;
  const subject = { concept, unit: book.currency, dimensions: fact.dimensions };
  const now = book.printed({ ...subject, period: fact.period, basis: fact.basis });
  const before = book.printed({ ...subject, period: fact.compared });
  if (!now || !before) return false;
  const growth = growthRate(now.interval, before.interval);
  return growth !== undefined && meets(growth, book.intervalOf(fact));
}

function relatives(concept: string): string[] {
  const wholes = concepts.filter(({ sums }) => sums?.some((way) => concept in way)).map(({ id }) => id);
  return [...new Set([...addedConcepts(concept), ...wholes])];
}
