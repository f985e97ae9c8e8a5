import type { Printed } from '../../src/model/fact.ts';

/** Words that name the American dollar beside a figure. */
const AMERICAN = /\bUSD?\s?\$|\bUSD\b|\bU\.?\s?S\.?\s?(?:\$|dollars?)|United States dollars?/i;

/**
 * Amounts in a bare dollar get the currency that it is in this document; where nothing tells whose it is (`dollar` is
 * empty) they are unsure.
 */
export function settleDollar(fact: Printed, dollar: string): Printed {
  if (!/^USD\b/.test(fact.unit) || dollar === 'USD' || isAmerican(fact)) return fact;
  if (dollar !== '') return { ...fact, unit: fact.unit.replace('USD', dollar) };
  return { ...fact, doubt: fact.doubt || 'It is in dollars, and nothing in the document says whose.' };
}

const isAmerican = ({ raw, label, table, section, header }: Printed): boolean =>
  [raw, label, table, ...section, ...header].some((text) => AMERICAN.test(text)) || /^U\.?S/.test(raw);
