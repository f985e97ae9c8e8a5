import { formatDate } from '../../model/format.ts';
import type { Period } from '../../model/period.ts';
import { certainSign, percentage, type Quantity } from '../../model/quantity.ts';
import type { Settled } from '../../model/settled.ts';
import { listed } from '../wording.ts';
import { changeFrom, type MeasuredAmount } from './measured.ts';
import { findAmount } from './reader.ts';
import { conceptsWhere } from './vocabulary.ts';

/** A measure that a target is set for, and what it is compared with. */
export interface Aim {
  readonly concept: string;
  readonly label: string;
  readonly target: MeasuredAmount;
  readonly actual: MeasuredAmount;
  /** Actual over target, in percent of the target. */
  readonly reached: Quantity;
  /** What the actual lacks. */
  readonly toCome: MeasuredAmount;
}

export interface AimsRequest {
  readonly unit: string;
  /** The period that the targets are for. */
  readonly aimedAt: Period;
  /** The period that they are compared with. */
  readonly actual: Period;
}

/** Targets above zero whose actuals are stated, in the order of the statement: shares of a target of zero say nothing. */
export const findAims = (facts: Settled, { unit, aimedAt, actual: period }: AimsRequest): Aim[] =>
  conceptsWhere(({ kind, periodType }) => kind === 'monetary' && periodType === 'duration').flatMap(
    ({ id: concept, label }): Aim[] => {
      const target = findAmount(facts, { concept, period: aimedAt, unit, basis: 'target' });
      const actual = target && findAmount(facts, { concept, period, unit });
      const reached = actual && certainSign(target) === 1 ? percentage(actual, target) : undefined;
      if (!target || !actual || !reached) return [];
      return [{ concept, label, target, actual, reached, toCome: changeFrom(target, actual) }];
    },
  );
/** The days on which the targets were given, as the record of targets has them. */
export function datesStated(aims: readonly Aim[], facts: Settled): string {
  const days = aims
    .flatMap(({ target }) => target.facts.map((fact) => facts.settledOf(fact)?.given ?? ''))
    .filter(Boolean);
  return days.length > 0 ? `of ${listed([...new Set(days)].sort().map(formatDate))}` : 'of the company';
}
