import type { DocumentRecord } from '../../src/model/document.ts';
import { type Printed, signedAmount } from '../../src/model/fact.ts';
import type { Shortening } from '../../src/model/quantity.ts';

const SCALES: Readonly<Record<string, number>> = { thousand: -3, million: -6, billion: -9 };

/** `(Amounts less than one million yen are truncated)`: the words that say it and the scale that they say it of. */
const TRUNCATED =
  /(?:less than|under|below|fractions? of)[^.()]{0,30}?\b(?:a |one |1 )?(thousand|million|billion)\b[^.()]{0,40}?\b(?:truncated|rounded down|discarded|omitted|disregarded)\b/i;
/** `rounded down to the nearest million yen`. */
const DOWN_TO = /\b(?:rounded down|truncated) to the nearest (thousand|million|billion)\b/i;

/** How each fact was shortened, as its document states it or its amounts in two currencies show; rounded where neither tells. */
export function findShortening(
  documents: readonly DocumentRecord[],
  facts: readonly Printed[],
): (fact: Printed) => Shortening {
  const stated = new Map<string, number>();
  for (const { id, lines } of documents) {
    const scale = lines.map((line) => (TRUNCATED.exec(line) ?? DOWN_TO.exec(line))?.[1]).find(Boolean);
    if (scale) stated.set(id, SCALES[scale.toLowerCase()] ?? 0);
  }
  const shown = shownByTranslations(facts);
  return (fact) => {
    const { document, decimals } = fact;
    if (decimals === null) return 'rounded';
    return stated.get(document) === decimals || shown.has(amountsLike(fact)) ? 'truncated' : 'rounded';
  };
}

const amountsLike = ({ document, unit, decimals }: Printed): string => [document, unit, decimals].join('|');

/** An amount and what it is in another currency, both as far from zero as printed, and the unit of its last digit. */
interface Pair {
  readonly amount: number;
  readonly other: number;
  readonly digit: number;
  /** Half the last digit of the other. */
  readonly openness: number;
}

/** Amounts that their translations show to be told towards zero: what these come back to is never less, often more. */
function shownByTranslations(facts: readonly Printed[]): ReadonlySet<string> {
  const told = Map.groupBy(
    facts.filter(isAmount),
    ({ document, concept, period, aspect, basis, dimensions }) =>
      [document, concept, period, aspect, basis, dimensions].join('|'),
  );
  const pairs = new Map<string, Pair[]>();
  for (const alike of told.values())
    for (const fact of alike)
      for (const other of alike)
        if (other.unit !== fact.unit) {
          const key = `${amountsLike(fact)}>${other.unit}`;
          pairs.set(key, [...(pairs.get(key) ?? []), pairOf(fact, other)]);
        }
  const shown = [...pairs].filter(([, own]) => areTruncated(own));
  return new Set(shown.map(([key]) => key.slice(0, key.indexOf('>'))));
}

const isAmount = ({ aspect, unit, value, qualifier, decimals, origin }: Printed): boolean =>
  aspect === 'amount' &&
  /^[A-Z]{3}$/.test(unit) &&
  value !== '' &&
  qualifier === 'exact' &&
  decimals !== null &&
  origin === 'table';

const pairOf = (fact: Printed, other: Printed): Pair => ({
  amount: Math.abs(signedAmount(fact)),
  other: Math.abs(signedAmount(other)),
  digit: 10 ** -(fact.decimals ?? 0),
  openness: 10 ** -(other.decimals ?? 0) / 2,
});

/** Of amounts that are rounded, as many come back to less as to more. */
function areTruncated(pairs: readonly Pair[]): boolean {
  const [largest] = pairs.toSorted((a, b) => b.amount - a.amount);
  if (!largest || largest.other === 0) return false;
  const rate = largest.amount / largest.other;
  const beyond = pairs
    .filter(({ amount, digit, openness }) => amount < largest.amount * FINE && openness * rate < digit * FINE)
    .map(({ amount, other, digit }) => (other * rate - amount) / digit)
    .filter((digits) => Math.abs(digits) < 1 + FINE);
  const more = beyond.filter((digits) => digits > 0.5 + FINE).length;
  const less = beyond.filter((digits) => digits < -FINE).length;
  return more >= LEAST && less * RIVALS <= more;
}

/** So small a share of the last digit a translation must tell, and of the largest amount, which gives the rate, an amount may be. */
const FINE = 0.1;
const LEAST = 4;
const RIVALS = 5;
