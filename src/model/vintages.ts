import type { Fact } from './fact.ts';
import { meets, printedQuantity } from './quantity.ts';

/** What one release states for a figure that several releases state. */
export interface Vintage {
  readonly fact: Fact;
  /** 1 for the release that states it first. */
  readonly order: number;
  /**
   * Restated: another number than the release before, whatever the rounding of both; revised: another target; translated:
   * one in a currency that the issuer does not report in, at the rate of another day.
   */
  readonly status: 'first' | 'confirmed' | 'restated' | 'revised' | 'translated';
}

/**
 * Of the statements of one fact, the best first: what each release states, in their order; none of a single release.
 */
export function collectVintages(statements: readonly Fact[], reportingCurrency: string): Vintage[] {
  const printed = statements.filter(({ document }) => document !== '');
  const byRelease = [...Map.groupBy(printed, ({ document }) => document).values()];
  if (byRelease.length < 2) return [];
  const ordered = byRelease.sort(([a], [b]) => ((a?.document ?? '') < (b?.document ?? '') ? -1 : 1));
  return ordered.flatMap(([fact, ...others], i): Vintage[] => {
    const [before] = ordered[i - 1] ?? [];
    if (!fact) return [];
    const status = before ? statusAfter(before, [fact, ...others], reportingCurrency) : 'first';
    return [{ fact, order: i + 1, status }];
  });
}

/** A release that states a figure in two ways, an adjustment by either sign, confirms what either says. */
function statusAfter(before: Fact, stated: readonly Fact[], reportingCurrency: string): Vintage['status'] {
  if (stated.some((fact) => meets(printedQuantity(before), printedQuantity(fact)))) return 'confirmed';
  if (before.basis === 'target') return 'revised';
  return isForeign(before.unit, reportingCurrency) ? 'translated' : 'restated';
}

const isForeign = (unit: string, reportingCurrency: string): boolean =>
  /^(?!ADS$)[A-Z]{3}(?![A-Za-z])/.test(unit) && !unit.startsWith(reportingCurrency);
