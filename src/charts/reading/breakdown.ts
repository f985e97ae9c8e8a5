import type { Concept } from '../../model/concept.ts';
import { lowerFirst } from '../../model/format.ts';
import type { Period } from '../../model/period.ts';
import { certainSign, meets } from '../../model/quantity.ts';
import { type Addend, added, changeFrom, type MeasuredAmount } from './measured.ts';
import type { Reader } from './reader.ts';
import { findConceptById } from './vocabulary.ts';

export interface WeightedPart {
  readonly concept: Concept;
  readonly weight: 1 | -1;
}

/**
 * What a concept is the sum of, according to the vocabulary and to what the facts have in every one of the periods:
 * the first way of adding it up of which at least two parts are stated and whose parts make up the stated total
 * each time. A part that is stated in one period and missing in another is nil there, since the total foots without
 * it. Undefined where no way foots: a picture of parts that do not make up the whole would be wrong.
 */
export const findParts = (
  concept: string,
  periods: readonly Period[],
  read: Reader,
): readonly WeightedPart[] | undefined =>
  statedWays(concept, periods, read).find(
    (parts) => parts.length > 1 && periods.every((period) => foots(concept, parts, period, read)),
  );

/**
 * Every way of adding a concept up in a period, for a picture that can show what the parts leave: those that foot,
 * else those of which all parts are stated, a misprint among them notwithstanding.
 */
export function listWays(
  concept: string,
  period: Period,
  read: Reader,
): readonly (readonly WeightedPart[])[] {
  const ways = statedWays(concept, [period], read);
  const footing = ways.filter((parts) => parts.length > 1 && foots(concept, parts, period, read));
  if (footing.length > 0) return footing;
  return ways.filter((parts, way) => parts.length > 1 && parts.length === sizeOfWay(concept, way));
}

/** Where all parts of each full way are stated and do not make up the stated total, by more than their digits leave open. */
export interface Broken {
  readonly period: Period;
  readonly whole: MeasuredAmount;
  readonly sum: MeasuredAmount;
}

export function findBroken(concept: string, periods: readonly Period[], read: Reader): Broken | undefined {
  const ways = statedWays(concept, periods, read);
  const full = ways.filter((parts, way) => parts.length > 1 && parts.length === sizeOfWay(concept, way));
  for (const period of periods) {
    const whole = read(concept, period);
    if (!whole || ways.some((parts) => parts.length > 1 && foots(concept, parts, period, read))) continue;
    const stated = full
      .map((parts) => statedIn(parts, period, read))
      .find((addends, way) => addends.length === full[way]?.length);
    if (stated) return { period, whole, sum: added(stated) };
  }
  return undefined;
}

/** Parts of a concept that are stated, by the first way that has two of them or more, whether or not they make it up. */
export const statedParts = (
  concept: string,
  periods: readonly Period[],
  read: Reader,
): readonly WeightedPart[] =>
  findParts(concept, periods, read) ??
  statedWays(concept, periods, read).find((parts) => parts.length > 1) ??
  [];

const statedIn = (parts: readonly WeightedPart[], period: Period, read: Reader): Addend[] =>
  parts.flatMap(({ concept: part, weight }): Addend[] => {
    const amount = read(part.id, period);
    return amount ? [[amount, weight]] : [];
  });

/** Each way in which the vocabulary adds a concept up, reduced to the parts that are stated in some of the periods. */
const statedWays = (
  concept: string,
  periods: readonly Period[],
  read: Reader,
): readonly (readonly WeightedPart[])[] =>
  (findConceptById(concept)?.sums ?? []).map((weights) =>
    Object.entries(weights).flatMap(([id, weight]): WeightedPart[] => {
      const part = findConceptById(id);
      return part && periods.some((period) => read(id, period)) ? [{ concept: part, weight }] : [];
    }),
  );

const sizeOfWay = (concept: string, way: number): number =>
  Object.keys(findConceptById(concept)?.sums?.[way] ?? {}).length;

/** The same where no part is all of it, each part that has parts of its own replaced by them, the largest first, while no more than `most` come out. */
export function finestParts(
  concept: string,
  periods: readonly Period[],
  read: Reader,
  most: number,
): readonly WeightedPart[] | undefined {
  let parts = findParts(concept, periods, read);
  if (!parts || !isDivided(concept, parts, periods, read)) return undefined;
  for (const part of bySize(parts, periods, read)) {
    const finer = findParts(part.concept.id, periods, read)?.map(({ concept: of, weight }): WeightedPart => {
      return { concept: of, weight: (weight * part.weight) as 1 | -1 };
    });
    if (finer && parts.length - 1 + finer.length <= most)
      parts = parts.flatMap((of) => (of === part ? finer : [of]));
  }
  return parts;
}

/** Share of the whole from which a part is all of it: beside it the others do not show. */
const ALL = 0.995;

/** Whether the whole is more than one part and crumbs, in one of the periods at least. */
const isDivided = (
  concept: string,
  parts: readonly WeightedPart[],
  periods: readonly Period[],
  read: Reader,
): boolean =>
  periods.some((period) => {
    const whole = Math.abs(read(concept, period)?.value ?? 0);
    const largest = Math.max(...parts.map((part) => Math.abs(read(part.concept.id, period)?.value ?? 0)));
    return largest < ALL * whole || largest > whole / ALL;
  });

/** Largest over all the periods first; equal ones as the vocabulary has them. */
export const bySize = (
  parts: readonly WeightedPart[],
  periods: readonly Period[],
  read: Reader,
): WeightedPart[] => [...parts].sort((a, b) => size(b, periods, read) - size(a, periods, read));

const size = ({ concept }: WeightedPart, periods: readonly Period[], read: Reader): number =>
  periods.reduce((sum, period) => sum + Math.abs(read(concept.id, period)?.value ?? 0), 0);

function foots(concept: string, parts: readonly WeightedPart[], period: Period, read: Reader): boolean {
  const whole = read(concept, period);
  const stated = statedIn(parts, period, read);
  if (!whole || stated.length === 0) return false;
  return meets(added(stated), whole);
}

/** What the parts leave of the whole: undefined where they make it up. */
export function remainder(
  whole: MeasuredAmount,
  parts: readonly (readonly [MeasuredAmount, 1 | -1])[],
): MeasuredAmount | undefined {
  const rest = changeFrom(whole, added(parts));
  return certainSign(rest) === 0 ? undefined : rest;
}

/**
 * The name of a part beside its siblings: `Network services revenue` is `Network services` where all are revenue.
 * The vocabulary's names say what kind of amount they are at one end; what the parent's chart says need not be repeated.
 */
export const partLabel = ({ label }: Concept): string => label.replace(/(?<=\S \S+) revenues?$/i, '');

/** What share of revenue a part is: it `comes from services`, it `is service revenue`. */
export const comesFrom = (label: string): string =>
  `${/ revenues?$/i.test(label) ? 'is' : 'comes from'} ${lowerFirst(label)}`;
