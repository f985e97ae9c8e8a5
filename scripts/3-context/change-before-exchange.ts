import { conceptById } from '../../src/concepts/index.ts';
import type { ReadRow } from './rows.ts';

/** Changes in cash that include the effect of exchange rates. */
const INCLUDING: readonly (string | undefined)[] = [
  'CashAndCashEquivalentsPeriodIncreaseDecrease',
  'CashCashEquivalentsRestrictedCashAndRestrictedCashEquivalentsPeriodIncreaseDecreaseIncludingExchangeRateEffect',
];
const EXCLUDING =
  'CashCashEquivalentsRestrictedCashAndRestrictedCashEquivalentsPeriodIncreaseDecreaseExcludingExchangeRateEffect';
const EXCHANGE = /^EffectOfExchangeRate/;

/** `Net change in cash`, then what exchange rates did to it: the change above is the one before exchange rates. */
export function changeBeforeExchange(rows: readonly ReadRow[]): readonly ReadRow[] {
  const change = rows.findIndex(({ concept }) => INCLUDING.includes(concept?.id));
  const exchange = rows.findIndex(({ concept }) => EXCHANGE.test(concept?.id ?? ''));
  const excluding = conceptById.get(EXCLUDING);
  if (change < 0 || exchange < change || !excluding) return rows;
  return rows.map((row, i) => (i === change ? { ...row, concept: excluding } : row));
}
