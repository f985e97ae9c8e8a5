import { readIssuer } from '../data/index.ts';
import type { Fact } from '../model/fact.ts';
import { formatCounted } from '../model/format.ts';

/** `six places agree`, `recomputed`, `single source`: what supports a figure, beside it; nothing where nothing is known. */
export function verifiedWords(fact: Fact): string {
  if (fact.origin === 'derived') return 'derived';
  const known = readIssuer(fact.issuer).verification.facts[fact.id];
  if (!known) return '';
  if (known.grade === 'disputed') return 'disputed';
  /** A bound such as `over 100` is no place that prints the figure. */
  const others = known.agreeing - 1;
  const isBound = fact.qualifier !== 'exact' && fact.qualifier !== 'approximate';
  if (isBound && others > 0)
    return `${formatCounted(others, 'place')} ${others === 1 ? 'bears' : 'bear'} it out`;
  if (known.agreeing > 1) return `${formatCounted(known.agreeing, 'place')} agree`;
  return known.grade === 'single' ? 'single source' : 'recomputed';
}
