import { ownValue } from '../../src/model/format.ts';
import { firstDay, lastDay } from '../../src/model/period.ts';
import { CHANGE_KINDS, type Comparison } from './changes.ts';
import type { StatedFact } from './read-facts.ts';

/** Every change, for programs. */
export const formatAsJson = (comparison: Comparison): string =>
  JSON.stringify({ schema: 1, ...toJson(comparison) }, null, 1);

/** The counts of figures, and every change. */
export function toJson({ figures: [old, now], changes }: Comparison) {
  const counts = Object.fromEntries(
    CHANGE_KINDS.map((kind) => [kind, changes.filter((change) => change.kind === kind).length]),
  );
  const listed = changes.map((change) => ({
    kind: change.kind,
    why: change.why,
    says: change.says,
    ...toJsonFigure(change.now ?? change.old),
    old: toJsonStatement(change.old),
    new: toJsonStatement(change.now),
  }));
  return { figures: { old, new: now }, counts, changes: listed };
}

const toJsonFigure = (fact: StatedFact | undefined) =>
  fact && {
    issuer: fact.issuer,
    measure: fact.concept,
    aspect: fact.aspect,
    basis: fact.basis,
    dimensions: fact.dimensions,
    start: firstDay(fact.period),
    end: lastDay(fact.period),
    unit: fact.unit,
  };

const toJsonStatement = (fact: StatedFact | undefined) =>
  fact ? { value: ownValue(fact), decimals: fact.decimals, grade: fact.grade, fact: fact.id } : null;
