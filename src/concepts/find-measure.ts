import { type ConceptMatch, findConcept } from './find-concept.ts';
import type { LabelContext } from './label-context.ts';
import { readTelling } from './tellings.ts';

/** A measure that a label names, with the way in which it is told. */
export interface MeasureMatch extends ConceptMatch {
  /** `variant=non-gaap` and the like; empty for what the accounts themselves state. */
  readonly dimensions: Readonly<Record<string, string>>;
  /** The label says that the measure is told as the accounts do: `GAAP net income`. */
  readonly isPlain: boolean;
}

/**
 * The measure that a label names: a concept of that very name (`Adjusted EBITDA`), or one that is told in another way
 * than the accounts do (`Non-GAAP operating income`).
 */
export function findMeasure(label: string, context: LabelContext): MeasureMatch | undefined {
  const whole = findConcept(label, context) ?? findConcept(ofWhole(label), context);
  if (whole) return { ...whole, dimensions: {}, isPlain: false };
  const telling = readTelling(label);
  const found = telling && telling.rest !== '' ? findConcept(telling.rest, context) : undefined;
  return found && telling && { ...found, dimensions: telling.dimensions, isPlain: telling.isPlain };
}

/** `Consolidated adjusted EBITDA`, below those of segments. */
const ofWhole = (label: string): string => /^consolidated (?=adjusted\b)(.+)$/i.exec(label)?.[1] ?? '';
