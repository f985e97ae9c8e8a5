import { conceptById } from '../../src/concepts/index.ts';
import { amountOf, type Fact, halfUnit, parseDimensions } from '../../src/model/fact.ts';
import type { Departure } from '../3-context/departures.ts';

/**
 * Turns signs that only the sum tells: eliminations printed positive and subtracted, and a row whose label says income
 * where the column adds up only with a loss. The second is a slip of the label and is reported.
 */
export function settleSigns(facts: readonly Fact[]): {
  readonly facts: readonly Fact[];
  readonly departures: readonly Departure[];
} {
  const turned = new Set([...turnedEliminations(facts), ...turnedParts(facts)]);
  const settled = facts.map((fact) =>
    turned.has(fact) ? { ...fact, polarity: -fact.polarity as 1 | -1 } : fact,
  );
  return {
    facts: settled,
    departures: [...turned].filter(speaksOfIncome).map(signDeparture),
  };
}

/** Only a label that names an income says the wrong thing; an expense is printed in parentheses or without. */
const speaksOfIncome = ({ dimensions, label }: Fact): boolean =>
  dimensions === '' && /\b(?:income|profit|gains?|earnings)\b/i.test(label) && !/\btax/i.test(label);

function turnedEliminations(facts: readonly Fact[]): Fact[] {
  return facts.filter((fact) => {
    if (parseDimensions(fact.dimensions)['segment'] !== 'elimination') return false;
    const column = facts.filter(
      (other) => isSameColumn(other, fact) && other.concept === fact.concept && other.origin === 'table',
    );
    const total = column.find(({ dimensions }) => dimensions === '');
    const parts = column.filter((other) => other.dimensions.startsWith('segment=') && other !== fact);
    return total !== undefined && foots(total, [...parts, turn(fact)]) && !foots(total, [...parts, fact]);
  });
}

/** A part of a printed total that foots in every column only with its sign turned. */
function turnedParts(facts: readonly Fact[]): Fact[] {
  return facts
    .filter((total) => total.value !== '')
    .flatMap((total) => {
      for (const weights of conceptById.get(total.concept)?.sums ?? []) {
        const parts = Object.keys(weights).map((id) =>
          facts.find(
            (fact) =>
              isSameColumn(fact, total) && fact.concept === id && fact.dimensions === total.dimensions,
          ),
        );
        const negative = parts.filter(
          (fact, i): fact is Fact => fact !== undefined && Object.values(weights)[i] === -1,
        );
        if (
          parts.some((fact) => fact === undefined || fact.value === '') ||
          parts.length !== 2 ||
          negative.length !== 1
        )
          continue;
        const [part] = negative as [Fact];
        const rest = parts.filter((fact): fact is Fact => fact !== undefined && fact !== part);
        if (!foots(total, [...rest, turn(part)]) && foots(total, [...rest, part])) return [part];
      }
      return [];
    });
}

/** The sum of the parts lies within the rounding of all of them. */
function foots(total: Fact, parts: readonly Fact[]): boolean {
  const sum = parts.reduce((all, part) => all + amountOf(part), 0);
  return Math.abs(sum - amountOf(total)) <= [total, ...parts].reduce((all, fact) => all + halfUnit(fact), 0);
}

const turn = (fact: Fact): Fact => ({ ...fact, polarity: -fact.polarity as 1 | -1 });

const isSameColumn = (a: Fact, b: Fact): boolean =>
  a.cell === b.cell &&
  a.period === b.period &&
  a.unit === b.unit &&
  a.basis === b.basis &&
  a.aspect === b.aspect;

function signDeparture(fact: Fact): Departure {
  return {
    rule: 'label-sign',
    line: fact.line,
    column: fact.column,
    cell: fact.cell,
    expected: 'a label that speaks of a loss',
    actual: fact.label,
    message: `"${fact.label}" names an income, but the figures beside it add up only if ${fact.raw} is read with the opposite sign.`,
  };
}
