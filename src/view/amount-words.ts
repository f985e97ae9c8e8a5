import type { Fact } from '../model/fact.ts';
import { formatFact, formatUnit, hedge, withoutSign, withSign } from '../model/format.ts';

/** A number within a sentence, which leads home. */
export interface NumberInWords {
  readonly fact: Fact;
  readonly text: string;
}

/** Power of ten in which an amount is told, and its decimal places. */
interface Form {
  readonly scale: number;
  readonly places: number;
}

/**
 * An amount as a sentence says it: `USD 2.1 million`, `roughly 950 million`, `7.3%`, `minus 4.3%`. The sign is left out where the words around it tell of a loss,
 * and the currency where the sentence has named it.
 */
export function writeAmount(
  fact: Fact,
  { scale, places }: Form,
  { hasCurrency = true, hasSign = true } = {},
): (string | NumberInWords)[] {
  const digits = formatFact(fact, scale, places);
  const size = withoutSign(digits).replace('-', '');
  const sign = hedge(fact, scale) + (hasSign && size !== digits ? 'minus ' : '');
  const number = (text: string): NumberInWords => ({ fact, text });
  if (fact.unit === 'percent') return said(sign, number(withSign(size, '%')));
  const [measure = '', per] = fact.unit.split('/');
  if (!/^[A-Z]{3}$/.test(measure))
    return said(sign, number(size), ` ${formatUnit(fact.unit, scale)}`.trimEnd());
  const word = per === undefined ? formatUnit(measure, scale).split(' ')[1] : undefined;
  return said(sign, hasCurrency ? `${measure} ` : '', number(size), word ? ` ${word.replace(/s$/, '')}` : '');
}

const said = (...parts: (string | NumberInWords)[]): (string | NumberInWords)[] =>
  parts.filter((part) => part !== '');
