import { conceptById } from '../../src/concepts/index.ts';
import type { Fact } from '../../src/model/fact.ts';
import { formatAmount, NIL, ownValue } from '../../src/model/format.ts';
import { isInstant, type Period } from '../../src/model/period.ts';
import type { Change } from './changes.ts';

/** What a change is of: `Revenues, 2012-04-01 to 2013-03-31, segment=…, JPY`. */
export function nameFigure({ now, old }: Change): string {
  const fact = now ?? old;
  if (!fact) return '';
  return [
    conceptById.get(fact.concept)?.label ?? fact.concept,
    ...(fact.aspect === 'amount' || fact.aspect === 'ratio' ? [] : [ASPECT[fact.aspect]]),
    ...(fact.basis === 'target' ? ['target'] : []),
    formatPeriodPlainly(fact.period),
    ...fact.dimensions.split(';').filter(Boolean),
    fact.unit,
  ].join(', ');
}

const ASPECT = { change: 'change', changePercent: 'change in percent' } as const;

const formatPeriodPlainly = (period: Period): string =>
  isInstant(period) ? period : period.replace('/', ' to ');

/** `106,248,000,000`, in the measure's own sign. */
export const formatValue = (fact: Fact): string =>
  fact.value === '' ? NIL : formatAmount(ownValue(fact), 0, Math.max(0, fact.decimals ?? 0));

/**
 * `106,248,000,000 → 106,428,000,000`, or the one value that there is; of one and the same, how exactly it is told. Where
 * only digits differ that are not known, all of them.
 */
export function formatStep({ old, now }: Change): string {
  const values = new Set([old, now].flatMap((fact) => (fact ? formatValue(fact) : [])));
  if (values.size > 1 || !old || !now) return [...values].join(' → ');
  if (old.decimals === now.decimals) return `${ownValue(old)} → ${ownValue(now)}`;
  return `${[...values].join()} (decimals ${old.decimals} → ${now.decimals})`;
}
