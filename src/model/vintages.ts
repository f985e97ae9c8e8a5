import type { Fact } from './fact.ts';
import { meets, quantityOf } from './quantity.ts';

/** What one release states for a figure that several releases state. */
export interface Vintage {
  readonly fact: Fact;
  /** 1 for the release that states it first. */
  readonly order: number;
  /** Restated: another number than the release before, whatever the rounding of both. */
  readonly status: 'first' | 'confirmed' | 'restated';
}

/** Of the statements of one fact, the best first: what each release states, in their order; none of a single release. */
export function vintagesOf(statements: readonly Fact[]): Vintage[] {
  const printed = statements.filter(({ document }) => document !== '');
  const byRelease = [...Map.groupBy(printed, ({ document }) => document).values()].flatMap(
    ([best]) => best ?? [],
  );
  if (byRelease.length < 2) return [];
  const ordered = byRelease.sort((a, b) => (a.document < b.document ? -1 : 1));
  return ordered.map((fact, i): Vintage => {
    const before = ordered[i - 1];
    const status = !before ? 'first' : meets(quantityOf(before), quantityOf(fact)) ? 'confirmed' : 'restated';
    return { fact, order: i + 1, status };
  });
}
