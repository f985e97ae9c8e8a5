import type { Printed } from '../../src/model/fact.ts';
import { mayBeOneNumber } from '../../src/model/same-number.ts';
import type { Doubts, Evidence } from './evidence.ts';

/**
 * A minus before net debt tells a net cash in one report and a debt in another. Only where the same amount is called net
 * cash elsewhere is it known; else the whole row, which prints both in one way, is in doubt.
 */
export function doubtSigns(evidence: Evidence): Doubts {
  const debts = evidence.facts.filter((fact) => fact.concept === 'NetDebt' && isAmount(fact));
  const minus = debts.filter(({ value }) => value.startsWith('-'));
  const cash = evidence.facts.filter((fact) => fact.concept === 'NetCash' && isAmount(fact));
  const isCash = (debt: Printed): boolean =>
    cash.some(
      (one) => one.period === debt.period && mayBeOneNumber(one, { ...debt, value: debt.value.slice(1) }),
    );
  const open = new Set(minus.filter((fact) => !isCash(fact)).map(({ line }) => line));
  for (const fact of minus) if (isCash(fact)) open.delete(fact.line);
  return new Map(debts.filter(({ line }) => open.has(line)).map(({ id }) => [id, REASON]));
}

const isAmount = ({ aspect, basis }: Printed): boolean => aspect === 'amount' && basis === 'reported';

const REASON = 'A minus before net debt may mark a debt or a net cash: nothing says which.';
