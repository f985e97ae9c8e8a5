import { type Fact, isPrinted, type Printed } from './fact.ts';
import { meets, printedQuantity } from './quantity.ts';

/** What one release states for a figure that several releases state. */
export interface Vintage {
  readonly fact: Printed;
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
  const printed = statements.filter(isPrinted);
  const byRelease = [...Map.groupBy(printed, ({ document }) => document).values()];
  if (byRelease.length < 2) return [];
  const ordered = byRelease.sort(([a], [b]) => ((a?.document ?? '') < (b?.document ?? '') ? -1 : 1));
  return ordered.flatMap((stated, i): Vintage[] => {
    const [fact] = stated;
    const before = ordered[i - 1];
    const status = before ? statusAfter(before, stated, reportingCurrency) : 'first';
    return fact ? [{ fact, order: i + 1, status }] : [];
  });
}

/** Releases agree in a figure that one states in two ways, an adjustment by either sign, where they do in one of them. */
function statusAfter(
  before: readonly Printed[],
  stated: readonly Printed[],
  reportingCurrency: string,
): Vintage['status'] {
  const [{ basis, unit } = { basis: 'reported', unit: '' }] = stated;
  const isSame = (a: Printed) => stated.some((b) => meets(printedQuantity(a), printedQuantity(b)));
  if (before.some(isSame)) return 'confirmed';
  if (basis === 'target') return 'revised';
  return isForeign(unit, reportingCurrency) ? 'translated' : 'restated';
}

const isForeign = (unit: string, reportingCurrency: string): boolean =>
  /^(?!ADS$)[A-Z]{3}(?![A-Za-z])/.test(unit) && !unit.startsWith(reportingCurrency);
