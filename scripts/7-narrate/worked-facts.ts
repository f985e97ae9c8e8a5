import { conceptById } from '../../src/concepts/index.ts';
import { formatPlain, toDecimal } from '../../src/model/decimal.ts';
import { derivedNumber } from '../../src/model/derived-number.ts';
import { type Aspect, type Derived, type Fact, isPrinted } from '../../src/model/fact.ts';
import type { Period } from '../../src/model/period.ts';
import { printedQuantity, type Quantity } from '../../src/model/quantity.ts';
import type { DerivedExplanation } from '../../src/model/verification.ts';

/** What a number that is worked out for a sentence states. */
export interface WorkedSubject {
  readonly concept: string;
  readonly aspect: Aspect;
  readonly period: Period;
  readonly compared: Period | '';
  readonly dimensions: string;
  readonly unit: string;
}

/**
 * A number that no document prints as a fact like any other, to the digits that its inputs leave; undefined where they
 * leave none. Its id tells the aspect and what it is compared with, since one amount has several changes.
 */
export function workedFact(
  subject: WorkedSubject,
  quantity: Quantity | undefined,
  inputs: readonly Fact[],
): Derived | undefined {
  const { concept, aspect, period, compared, dimensions, unit } = subject;
  const [first] = inputs;
  if (!quantity || !first) return undefined;
  const number = derivedNumber(quantity, unit, Math.max(...inputs.map(printedDecimals)));
  if (!number) return undefined;
  const path = [
    concept,
    period,
    dimensions,
    aspect === 'amount' || aspect === 'ratio' ? '' : aspect,
    compared,
  ];
  return {
    origin: 'derived',
    id: `${first.issuer}/derived#${path.filter(Boolean).join('/')}`,
    issuer: first.issuer,
    label: conceptById.get(concept)?.label ?? first.label,
    concept,
    aspect,
    basis: 'reported',
    dimensions,
    period,
    compared,
    unit,
    ...number,
    polarity: 1,
    qualifier: 'exact',
    doubt: '',
    inputs: [...new Set(inputs.flatMap(printedInputs))],
  };
}

/** How a worked fact came about: what its digits leave open, and the printed numbers it rests on. */
export function workedExplanation(fact: Derived): DerivedExplanation {
  const { aspect, unit, inputs } = fact;
  const { low, high } = printedQuantity(fact);
  const words = WORDS[unit === 'points' ? 'points' : aspect];
  return { words, low: formatPlain(toDecimal(low)), high: formatPlain(toDecimal(high)), inputs };
}

const WORDS: Readonly<Record<Aspect | 'points', string>> = {
  amount: 'its parts added up',
  change: 'the amount less the one it is compared with',
  changePercent: 'the change in percent of the amount it is compared with',
  ratio: 'the one amount in percent of the other',
  points: 'the ratio less the one it is compared with',
};

/** A derived fact stands for the printed ones it rests on. */
const printedInputs = (fact: Fact): readonly string[] => (isPrinted(fact) ? [fact.id] : fact.inputs);

const printedDecimals = ({ decimals }: Fact): number => decimals ?? Number.NEGATIVE_INFINITY;
