import { conceptById } from '../../src/concepts/index.ts';
import type { Aspect, Fact } from '../../src/model/fact.ts';
import { formatDecimal } from '../../src/model/interval.ts';
import type { Period } from '../../src/model/period.ts';
import { placesKnown, type Quantity } from '../../src/model/quantity.ts';

/** What a number that is worked out for a sentence states. */
export interface WorkedSubject {
  readonly concept: string;
  readonly aspect: Aspect;
  readonly period: Period;
  readonly compared: Period | '';
  readonly dimensions: string;
  readonly unit: string;
}

/** Decimal places beyond which a rate or ratio says nothing more. */
const RATE_PLACES = 1;

/**
 * A number that no document prints as a fact like any other, to the digits that its inputs leave; undefined where they
 * leave none. Its id tells the aspect too, since an amount and its change are both of one concept and period.
 */
export function workedFact(
  subject: WorkedSubject,
  quantity: Quantity | undefined,
  inputs: readonly Fact[],
): Fact | undefined {
  const { concept, aspect, period, compared, dimensions, unit } = subject;
  const [first] = inputs;
  if (!quantity || !first) return undefined;
  const isRate = unit === 'percent' || unit === 'points';
  const decimals = placesKnown(quantity, isRate ? RATE_PLACES : Math.max(...inputs.map(decimalsOf)));
  if (isRate && decimals < 0) return undefined;
  const details = [dimensions, aspect === 'amount' ? '' : aspect, compared && `from ${compared}`];
  return {
    ...NOWHERE,
    id: [`${first.issuer}/derived#${concept}/${period}`, ...details.filter(Boolean)].join('/').replaceAll(' ', '-'),
    issuer: first.issuer,
    label: conceptById.get(concept)?.label ?? first.label,
    concept,
    aspect,
    dimensions,
    period,
    compared,
    unit,
    value: formatDecimal(quantity.value, decimals),
    decimals,
    inputs: [...new Set(inputs.map(({ id }) => id))],
  };
}

const decimalsOf = ({ decimals }: Fact): number => decimals ?? Number.NEGATIVE_INFINITY;

/** Everything about a fact that tells its place in a document. */
const NOWHERE = {
  document: '',
  origin: 'derived',
  line: 0,
  column: 0,
  cell: null,
  table: '',
  section: [],
  header: [],
  basis: 'reported',
  polarity: 1,
  qualifier: 'exact',
  raw: '',
} as const;
