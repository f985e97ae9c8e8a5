import type { Issuer } from '../data/index.ts';
import type { Fact } from '../model/fact.ts';
import type { KeyFigures } from './key-figures.ts';

/** How many key figures of a page releases print, and how many of them they print alike wherever they do. */
export function countAgreeing(
  { facts, verification }: Issuer,
  { large, small }: KeyFigures,
): { printed: number; agreeing: number } {
  const told = [...large, ...small].flatMap(({ fact, before }): Fact[] => (before ? [fact, before] : [fact]));
  const printed = told.filter(({ origin }) => origin !== 'derived');
  const agreeing = printed.filter((fact) => {
    const settled = facts.findSettled(fact);
    const isRefuted = settled?.statements.some((id) => verification.facts[id]?.grade === 'disputed');
    return settled !== undefined && !settled.isOpen && !isRefuted;
  });
  return { printed: printed.length, agreeing: agreeing.length };
}
