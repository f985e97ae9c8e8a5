import { conceptById } from '../../concepts/index.ts';
import type { Concept } from '../../model/concept.ts';
import { lowerFirst } from '../../model/format.ts';
import type { Period } from '../../model/period.ts';
import { meets } from '../../model/quantity.ts';
import { type Addend, added, type MeasuredAmount } from './measured.ts';
import type { Reader } from './page.ts';

export interface WeightedPart {
  readonly concept: Concept;
  readonly weight: 1 | -1;
}

export type Parts = readonly WeightedPart[];

/**
 * What a concept is the sum of, according to the vocabulary and to what the facts have in every one of the periods:
 * the first way of adding it up of which at least two parts are stated and whose parts make up the stated total
 * each time. A part that is stated in one period and missing in another is nil there, since the total foots without
 * it. Undefined where no way foots: a picture of parts that do not make up the whole would be wrong.
 */
export const findParts = (concept: string, periods: readonly Period[], read: Reader): Parts | undefined =>
  statedWays(concept, periods, read)
    .map(({ parts }) => parts)
    .find((parts) => periods.every((period) => foots(concept, parts, period, read)));

/**
 * Every way of adding a concept up in a period, for a picture that can show what the parts leave: those that foot,
 * else those of which all parts are stated, a misprint among them notwithstanding.
 */
export function listWays(concept: string, period: Period, read: Reader): readonly Parts[] {
  const ways = statedWays(concept, [period], read);
  const footing = ways.filter(({ parts }) => foots(concept, parts, period, read));
  return (footing.length > 0 ? footing : ways.filter(({ isFull }) => isFull)).map(({ parts }) => parts);
}

/** Where all parts of each full way are stated and do not make up the stated total, by more than their digits leave open. */
export interface Broken {
  readonly period: Period;
  readonly whole: MeasuredAmount;
  readonly sum: MeasuredAmount;
}

export function findBroken(concept: string, periods: readonly Period[], read: Reader): Broken | undefined {
  const ways = statedWays(concept, periods, read);
  for (const period of periods) {
    const whole = read(concept, period);
    if (!whole || ways.some(({ parts }) => foots(concept, parts, period, read))) continue;
    const stated = ways
      .filter(({ isFull }) => isFull)
      .map(({ parts }) => ({ parts, addends: statedIn(parts, period, read) }))
      .find(({ parts, addends }) => addends.length === parts.length);
    if (stated) return { period, whole, sum: added(stated.addends) };
  }
  return undefined;
}

/** Parts of a concept that are stated, by the first way that has two of them or more, whether or not they make it up. */
export const statedParts = (concept: string, periods: readonly Period[], read: Reader): Parts =>
  findParts(concept, periods, read) ?? statedWays(concept, periods, read)[0]?.parts ?? [];

export const statedIn = (parts: Parts, period: Period, read: Reader): Addend[] =>
  parts.flatMap(({ concept, weight }): Addend[] => {
    const amount = read(concept.id, period);
    return amount ? [[amount, weight]] : [];
  });

/** A way in which the vocabulary adds a concept up, reduced to the parts that are stated in some of the periods. */
interface Way {
  readonly parts: Parts;
  readonly isFull: boolean;
}

/** Those of which so many parts are stated: one is a sum of nothing. */
export const statedWays = (
  concept: string,
  periods: readonly Period[],
  read: Reader,
  least = 2,
): readonly Way[] =>
  (conceptById.get(concept)?.sums ?? [])
    .map((weights) => {
      const all = Object.entries(weights);
      const parts = all.flatMap(([id, weight]): WeightedPart[] => {
        const part = conceptById.get(id);
        return part && periods.some((period) => read(id, period)) ? [{ concept: part, weight }] : [];
      });
      return { parts, isFull: parts.length === all.length };
    })
    .filter(({ parts }) => parts.length >= least);

/** The same where no part is all of it, each part that has parts of its own replaced by them, the largest first, while no more than `most` come out. */
export function finestParts(
  concept: string,
  periods: readonly Period[],
  read: Reader,
  most: number,
): Parts | undefined {
  let parts = findParts(concept, periods, read);
  if (!parts || !isDivided(concept, parts, periods, read)) return undefined;
  for (const part of bySize(parts, periods, read)) {
    const finer = splitPart(part, findParts(part.concept.id, periods, read));
    if (parts.length - 1 + finer.length <= most) parts = parts.flatMap((of) => (of === part ? finer : [of]));
  }
  return parts;
}

/** The parts of a part with its own sign, or itself where it has none. */
export const splitPart = (part: WeightedPart, parts: Parts | undefined): Parts =>
  parts?.map(({ concept, weight }) => ({ concept, weight: weight === part.weight ? 1 : -1 })) ?? [part];

/** Share of the whole from which a part is all of it: beside it the others do not show. */
const ALL = 0.995;

/** Whether the whole is more than one part and crumbs, in one of the periods at least. */
const isDivided = (concept: string, parts: Parts, periods: readonly Period[], read: Reader): boolean =>
  periods.some((period) => {
    const whole = Math.abs(read(concept, period)?.value ?? 0);
    const largest = Math.max(...parts.map((part) => Math.abs(read(part.concept.id, period)?.value ?? 0)));
    return largest < ALL * whole || largest > whole / ALL;
  });

/** Largest over all the periods first; equal ones as the vocabulary has them. */
export function bySize(parts: Parts, periods: readonly Period[], read: Reader): WeightedPart[] {
  const size = ({ concept }: WeightedPart): number =>
    periods.reduce((sum, period) => sum + Math.abs(read(concept.id, period)?.value ?? 0), 0);
  return parts.toSorted((a, b) => size(b) - size(a));
}

function foots(concept: string, parts: Parts, period: Period, read: Reader): boolean {
  const whole = read(concept, period);
  const stated = statedIn(parts, period, read);
  return whole !== undefined && stated.length > 0 && meets(added(stated), whole);
}

/** Concepts that are known and are no sum of known ones: a total and its parts are not siblings. */
export const withoutTotals = (
  concepts: readonly Concept[],
  isKnown: (id: string) => boolean,
): readonly Concept[] =>
  concepts.filter(
    ({ id, sums = [] }) => isKnown(id) && !sums.some((weights) => Object.keys(weights).every(isKnown)),
  );

/**
 * The name of a part beside its siblings: `Network services revenue` is `Network services` where all are revenue.
 * The vocabulary's names say what kind of amount they are at one end, `Other liabilities, total`; what the parent's chart
 * says need not be repeated.
 */
export const partLabel = ({ label }: Pick<Concept, 'label'>): string =>
  label.replace(/(?<=\S \S+) revenues?$|, (?:total|in all)$/i, '');

/** What share of revenue a part is: it `comes from services`, it `is service revenue`. */
export const comesFrom = (label: string): string =>
  `${/ revenues?$/i.test(label) ? 'is' : 'comes from'} ${lowerFirst(label)}`;
