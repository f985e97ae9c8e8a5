import { conceptById } from '../concepts/index.ts';
import type { Issuer } from '../data/index.ts';
import { formatCount } from '../model/format.ts';
import type { Refusal } from '../model/verification.ts';
import { dimensionLabel } from './names.ts';
import { shortPeriodName } from './periods.ts';

/** Numbers that are not given for one reason, by measure. */
export interface Refused {
  readonly reason: string;
  readonly count: number;
  readonly measures: readonly { readonly name: string; readonly periods: string }[];
}

/** Periods of a measure that are named among those of all measures; its own page names them all. */
const MOST_PERIODS = 40;

/** Why numbers that a reader may miss are not given, the most frequent reason first. */
export function listRefusals(issuer: Issuer, concept?: string): Refused[] {
  const refusals = issuer.verification.refusals.filter(
    (refusal) => concept === undefined || refusal.concept === concept,
  );
  const byReason = Map.groupBy(refusals, ({ reason }) => reason);
  return [...byReason]
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([reason, list]) => ({
      reason,
      count: list.length,
      measures: [...Map.groupBy(list, refusedName)].map(([name, same]) => ({
        name,
        periods: namePeriods(issuer, same, concept === undefined ? MOST_PERIODS : same.length),
      })),
    }));
}

function namePeriods({ record }: Issuer, refusals: readonly Refusal[], most: number): string {
  const named = refusals.slice(0, most).map(({ period }) => shortPeriodName(record, period));
  const left = refusals.length - named.length;
  return `${named.join(', ')}${left > 0 ? ` and ${formatCount(left)} more` : ''}`;
}

const refusedName = ({ concept, dimensions, unit }: Refusal): string =>
  [`${conceptById.get(concept)?.label ?? concept}`, dimensionLabel(dimensions), unit]
    .filter(Boolean)
    .join(', ');
