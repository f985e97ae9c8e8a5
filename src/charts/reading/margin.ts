import { concepts } from '../../concepts/index.ts';
import type { Fact } from '../../model/fact.ts';
import type { Period } from '../../model/period.ts';
import { certainSign, percentage } from '../../model/quantity.ts';
import { formatPercent } from '../wording.ts';
import { changeFrom, type Growth } from './measured.ts';
import { findAmount, type PageFigures } from './page.ts';

/** What is left of revenue, in percent of it: as a document states it, else worked out. */
export interface Margin extends Growth {
  readonly text: string;
  readonly facts: readonly Fact[];
}

/** What was earned, what that left, and what it cost, where the one follows from the others. */
export interface Earning {
  readonly revenue: string;
  readonly profit: string;
  readonly cost?: string;
}

/** The ratio that a document states, else the profit over the revenue, the profit itself worked out if need be. */
export function readMargin(
  { revenue, profit, cost = '' }: Earning,
  period: Period,
  { facts, read }: PageFigures,
): Margin | undefined {
  const concept = concepts.find(({ ratio }) => ratio?.of === profit && ratio.to === revenue);
  const query = { concept: concept?.id ?? '', period, unit: 'percent' };
  const stated = findAmount(facts, { ...query, aspect: 'ratio' }) ?? findAmount(facts, query);
  if (stated?.fact) return { ...stated, rate: stated.fact, text: formatPercent(stated) };
  const [earned, spent] = [read(revenue, period), read(cost, period)];
  const left = read(profit, period) ?? (earned && spent && changeFrom(earned, spent));
  const ratio = left && earned && certainSign(earned) === 1 ? percentage(left, earned) : undefined;
  if (!left || !earned || !ratio) return undefined;
  return { ...ratio, text: formatPercent(ratio), facts: [...new Set([...left.facts, ...earned.facts])] };
}
