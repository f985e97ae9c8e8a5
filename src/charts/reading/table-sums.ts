import { isInTable, type Printed } from '../../model/fact.ts';
import type { Period } from '../../model/period.ts';
import { meets } from '../../model/quantity.ts';
import type { Settled } from '../../model/settled.ts';
import { measureLabel } from '../../view/names.ts';
import { added, type MeasuredAmount, measured } from './measured.ts';

/** A line of a table in each of some periods, and the lines above it that it is the sum of in all of them. */
export interface SumLine {
  readonly label: string;
  readonly concept: string;
  readonly amounts: readonly MeasuredAmount[];
  readonly parts: readonly SumLine[];
}

/** Lines that a table may have above a total of it. */
const MOST_LINES = 80;

/**
 * The parts of a total as a table prints them above it, whatever they are called: the fewest lines right above it, or
 * sums of lines, that come to it in each of the periods. None where no table proves it.
 */
export function findTableParts(
  facts: Settled,
  concept: string,
  periods: readonly Period[],
  unit: string,
): readonly SumLine[] {
  const [period = ''] = periods;
  const best = facts.find({ concept, period, unit });
  const printed = best ? facts.listStatements(best).filter(isInTable) : [];
  const found = printed.map((total) => partsAbove(facts, total, periods));
  return found.find((parts) => parts.length > 1) ?? [];
}

function partsAbove(facts: Settled, total: Printed, periods: readonly Period[]): readonly SumLine[] {
  const lines = readLines(facts, total, periods);
  let open: readonly SumLine[] = [];
  for (const line of lines) {
    const parts = findAddends(line, open);
    open = [...open.slice(0, open.length - parts.length), { ...line, parts }];
  }
  return open.at(-1)?.parts ?? [];
}

/** The fewest of the last open lines, two at least, that come to a line in every period. */
function findAddends({ amounts }: SumLine, open: readonly SumLine[]): readonly SumLine[] {
  for (let count = 2; count <= open.length; count++) {
    const parts = open.slice(-count);
    const comes = amounts.every((amount, at) =>
      meets(
        added(parts.flatMap((part) => (part.amounts[at] ? [[part.amounts[at], 1] as const] : []))),
        amount,
      ),
    );
    if (comes) return parts;
  }
  return [];
}

/** The lines of the table of a total down to it that give an amount in every period, each by its best statement. */
function readLines(facts: Settled, total: Printed, periods: readonly Period[]): SumLine[] {
  const first = total.line - MOST_LINES;
  const own = facts
    .ofPeriod(total.period)
    .flatMap((fact) => facts.listStatements(fact))
    .filter(isInTable)
    .filter(
      (fact) =>
        fact.document === total.document &&
        fact.cell === total.cell &&
        fact.line > first &&
        fact.line <= total.line &&
        isAlike(fact, total),
    )
    .sort((a, b) => a.line - b.line);
  return own.flatMap((fact): SumLine[] => {
    const amounts = periods.flatMap((period) => {
      const found = facts.find({ concept: fact.concept, period, unit: fact.unit });
      return found ? [measured(found, facts)] : [];
    });
    if (amounts.length < periods.length) return [];
    return [{ concept: fact.concept, label: measureLabel(fact), amounts, parts: [] }];
  });
}

const isAlike = (fact: Printed, total: Printed): boolean =>
  fact.table === total.table &&
  fact.unit === total.unit &&
  fact.aspect === 'amount' &&
  fact.basis === 'reported' &&
  fact.dimensions === '' &&
  fact.qualifier === 'exact';
