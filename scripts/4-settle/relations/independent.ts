/** A prime below 2^26: products of two remainders stay exact. */
const PRIME = 67_108_859;

/** Row index → coefficient. */
export type Coefficients = ReadonlyMap<number, number>;

/**
 * Keeps the linearly independent ones of the relations that are offered: one that follows from those already kept tells
 * nothing new. Coefficients are taken modulo a prime.
 */
export class Independent {
  /** Reduced relations by the row that leads them. */
  readonly #kept = new Map<number, Map<number, number>>();

  /** Whether a relation is independent of those kept; keeps it then. */
  add(relation: Coefficients): boolean {
    const rest = new Map<number, number>();
    for (const [row, coefficient] of relation) set(rest, row, coefficient);
    for (;;) {
      const lead = findLead(rest);
      if (lead === undefined) return false;
      const known = this.#kept.get(lead);
      const factor = rest.get(lead) ?? 0;
      if (!known) {
        this.#kept.set(lead, scaled(rest, inverse(factor)));
        return true;
      }
      for (const [row, coefficient] of known) set(rest, row, (rest.get(row) ?? 0) - factor * coefficient);
    }
  }
}

function set(relation: Map<number, number>, row: number, coefficient: number): void {
  const value = ((coefficient % PRIME) + PRIME) % PRIME;
  if (value === 0) relation.delete(row);
  else relation.set(row, value);
}

/** The last row: a result stands below its terms, so that few relations share it. */
function findLead(relation: ReadonlyMap<number, number>): number | undefined {
  let lead: number | undefined;
  for (const row of relation.keys()) if (lead === undefined || row > lead) lead = row;
  return lead;
}

function scaled(relation: ReadonlyMap<number, number>, by: number): Map<number, number> {
  const result = new Map<number, number>();
  for (const [row, coefficient] of relation) set(result, row, coefficient * by);
  return result;
}

/** By Fermat: the power of two less than the prime. */
function inverse(value: number): number {
  let [result, base, exponent] = [1, value, PRIME - 2];
  while (exponent > 0) {
    if (exponent % 2 === 1) result = (result * base) % PRIME;
    base = (base * base) % PRIME;
    exponent = Math.floor(exponent / 2);
  }
  return result;
}
