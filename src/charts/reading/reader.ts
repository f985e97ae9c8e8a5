import type { Fact } from '../../model/fact.ts';
import type { Period } from '../../model/period.ts';
import type { FactQuery, Settled } from '../../model/settled.ts';
import { type MeasuredAmount, measured } from './measured.ts';

/** Finds the amount of a concept in a period: in the issuer's own currency, stated exactly, the best statement of it. */
export type Reader = (concept: string, period: Period) => MeasuredAmount | undefined;

/** What was read of each set of facts: the charts of a page ask for the same amounts many times. */
const known = new WeakMap<Settled, Map<string, MeasuredAmount | undefined>>();

/** Reads amounts of money in one currency. */
export function moneyReader(facts: Settled, currency: string): Reader {
  const read = known.get(facts) ?? new Map<string, MeasuredAmount | undefined>();
  known.set(facts, read);
  return (concept, period) => {
    const key = `${concept}|${period}|${currency}`;
    if (!read.has(key)) read.set(key, findAmount(facts, { concept, period, unit: currency }));
    return read.get(key);
  };
}

/** What a fact is settled to where that says how much it was: not `over 100`, not one end of a range. */
export function findAmount(facts: Settled, query: FactQuery): MeasuredAmount | undefined {
  const fact = facts.findAll(query).find(saysHowMuch);
  return fact && measured(fact);
}

const saysHowMuch = ({ qualifier }: Fact): boolean => qualifier === 'exact' || qualifier === 'approximate';
