import { ownValue } from '../../src/model/format.ts';
import { compareDocuments } from './documents.ts';
import { type Output, publishedFigures } from './output.ts';
import type { StatedFact } from './read-facts.ts';
import { type Cause, Causes } from './why.ts';

/** A published figure that is another one, new, or gone. */
export interface Change extends Cause {
  readonly kind: ChangeKind;
  readonly old: StatedFact | undefined;
  readonly now: StatedFact | undefined;
}

export const CHANGE_KINDS = ['changed', 'appeared', 'went'] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

export interface Comparison {
  /** Published figures of each output. */
  readonly figures: readonly [old: number, now: number];
  /** In the order of the figures: those that are, then those that went. */
  readonly changes: readonly Change[];
}

/** Which published figures differ between two outputs, and why. */
export function compareOutputs(old: Output, now: Output): Comparison {
  const bothTell = old.best !== undefined && now.best !== undefined;
  const [was, is] = [old, now].map((one) => publishedFigures(bothTell ? one : { ...one, best: undefined }));
  if (!was || !is) return { figures: [0, 0], changes: [] };
  const pairs = [...new Set([...is.keys(), ...was.keys()])].map(
    (key) => [was.get(key), is.get(key)] as const,
  );
  const differing = pairs.filter(([before, after]) => !isSame(before, after));
  const causes = new Causes(old, now, compareDocuments(old, now), differing);
  return {
    figures: [was.size, is.size],
    changes: differing.map(([before, after]) => ({
      kind: !before ? 'appeared' : after ? 'changed' : 'went',
      old: before,
      now: after,
      ...causes.causeOf(before, after),
    })),
  };
}

/** The same number to the same place; a nil is none. */
function isSame(a: StatedFact | undefined, b: StatedFact | undefined): boolean {
  return a !== undefined && b !== undefined && ownValue(a) === ownValue(b) && a.decimals === b.decimals;
}
