import { foldLabel } from '../../src/concepts/fold-label.ts';
import type { Fact } from '../../src/model/fact.ts';
import { isOneSlip } from '../../src/model/one-slip.ts';
import type { Rule } from '../5-derive/relation.ts';
import { BornOut } from './born-out.ts';
import type { Judged } from './judge.ts';
import { shapesOf } from './shapes.ts';

/** Words of a name that leaves no doubt about what a sentence means. */
const FULL_NAME = 4;

/** What is held against an issuer, and the facts that were misread more likely than misprinted, with the reason why. */
export interface Accused {
  readonly judged: readonly Judged[];
  readonly misread: ReadonlyMap<string, string>;
}

/**
 * A relation that fails accuses the issuer only where the reading of every number in it is borne out elsewhere, and where
 * the relation itself is: it holds in other columns, rows, periods or documents. Anything else is a doubt about the reader.
 */
export function accuse(judged: readonly Judged[], strongTies: (fact: Fact) => number): Accused {
  const bornOut = new BornOut(judged, strongTies);
  const shapes = countShapes(judged);
  const misread = new Map<string, string>();
  const accused = judged.map((one): Judged => {
    if (one.verdict !== 'error' || isBeyondDoubt(one)) return one;
    const fact = bornOut.leastOf(one.relation);
    if (fact && !SAME.has(one.relation.rule) && !misread.has(fact.id))
      misread.set(fact.id, reasonFor(fact, one));
    return { ...one, verdict: 'doubt' };
  });
  return { judged: accused, misread };

  function isBeyondDoubt({ relation }: Judged): boolean {
    const { rule, target, inputs } = relation;
    if (rule === 'documents')
      return inputs.every((other) => isOneSlip(target, other)) && bornOut.isBeside(target);
    if (SAME.has(rule)) return true;
    if (target.origin === 'prose' && !isNamedInFull(target) && !bornOut.isBeside(target)) return false;
    const proven = shapesOf(relation).filter(({ key, fewest, margin }) => {
      const { holds, fails } = shapes.get(key) ?? { holds: 0, fails: 0 };
      return holds >= fewest && holds >= margin * fails;
    });
    if (proven.some(({ isOfRows }) => isOfRows)) return true;
    const isProven = proven.length > 0 || target.origin === 'prose';
    return isProven && (relation.asPrinted || inputs.every((fact) => bornOut.count(fact, relation) > 0));
  }
}

/** Statements of one number that earlier phases have left standing side by side: their lines agree elsewhere. */
const SAME: ReadonlySet<Rule> = new Set(['statements', 'scale', 'prose', 'documents']);

const isNamedInFull = ({ label }: Fact): boolean => foldLabel(label).text.split(' ').length >= FULL_NAME;

function countShapes(judged: readonly Judged[]): Map<string, { holds: number; fails: number }> {
  const counts = new Map<string, { holds: number; fails: number }>();
  for (const { relation, verdict } of judged)
    for (const { key } of shapesOf(relation)) {
      const count = counts.get(key) ?? { holds: 0, fails: 0 };
      if (verdict === 'error') count.fails++;
      else count.holds++;
      counts.set(key, count);
    }
  return counts;
}

const reasonFor = ({ raw }: Fact, { relation: { target, words } }: Judged): string =>
  `As it was read, ${target.raw} is not ${words}; ${raw} may mean something else.`;
