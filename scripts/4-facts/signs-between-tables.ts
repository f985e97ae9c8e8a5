import { conceptById } from '../../src/concepts/index.ts';
import { halfUnit, type Printed, signedAmount } from '../../src/model/fact.ts';

/**
 * What is taken off or added back on the way from one measure to another is printed with the opposite sign: a row of
 * `Interest income` in parentheses is turned as a whole where another table states the same amounts without them.
 */
export function settleSignsBetween(tables: readonly (readonly Printed[])[]): Printed[] {
  const stated = Map.groupBy(tables.flat().filter(isAmount), keyOf);
  const isTurned = (row: readonly Printed[]): boolean => {
    const comparable = row.filter(
      (fact) => isAmount(fact) && (stated.get(keyOf(fact)) ?? []).some((other) => other.line !== fact.line),
    );
    return (
      comparable.length > 0 &&
      comparable.every(
        (fact) => signedAmount(fact) < 0 && stated.get(keyOf(fact))?.some((other) => isMinus(fact, other)),
      )
    );
  };
  const turned = new Set(
    tables
      .flatMap((facts) => [...Map.groupBy(facts.filter(isOneWay), rowOf).values()].filter(isTurned))
      .flat(),
  );
  return tables
    .flat()
    .map((fact) => (turned.has(fact) ? { ...fact, polarity: -fact.polarity as 1 | -1 } : fact));
}

/** A label that names what comes in or goes out, which is below nil nowhere: no result, and no part of one. */
const isOneWay = ({ concept, label, aspect }: Printed): boolean =>
  aspect !== 'changePercent' &&
  conceptById.get(concept)?.sums === undefined &&
  /\b(?:income|revenues?|costs?|expenses?|charges?)\b/i.test(label) &&
  !/\(|\/|\b(?:loss(?:es)?|tax(?:es)?|attributable|interests|net|before|from)\b/i.test(label);

const isAmount = ({ aspect, value, dimensions, doubt }: Printed): boolean =>
  aspect === 'amount' && Number(value) !== 0 && !dimensions.includes('adjustment=') && doubt === '';

const keyOf = ({ concept, dimensions, basis, period, unit }: Printed): string =>
  [concept, dimensions, basis, period, unit].join('|');

const rowOf = ({ line, concept, dimensions }: Printed): string => [line, concept, dimensions].join('|');

function isMinus(fact: Printed, other: Printed): boolean {
  const room = halfUnit(fact) + halfUnit(other);
  return Math.abs(signedAmount(fact) + signedAmount(other)) <= room && Math.abs(signedAmount(fact)) > room;
}
