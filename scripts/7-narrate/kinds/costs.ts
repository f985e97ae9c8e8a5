import type { ConceptId } from '../../../src/concepts/index.ts';
import { signedAmount } from '../../../src/model/fact.ts';
import { capital, measureName, partName } from '../names.ts';
import type { Narrator } from '../narrator.ts';
import { type PeriodReading, readPeriod } from '../reading.ts';
import { percent, points, say } from '../sentence.ts';
import { contributionsTo } from './growth.ts';

/** Points between the growth of costs and of revenue from which one outran the other. */
const AHEAD = 1;
const COST: ConceptId = 'CostOfRevenue';
const OVERHEADS: readonly ConceptId[] = [
  'SellingGeneralAdministrativeAndResearchAndDevelopmentExpense',
  'SellingGeneralAndAdministrativeExpense',
  'OperatingExpenses',
];

/** Cost of revenue beside revenue, and what overheads took of it. */
export const costs: Narrator = (facts, period, context) => {
  const read = readPeriod(facts, period, context);
  const [now, before] = [read.amount(COST), read.amountBefore(COST)];
  const [rate, sales] = [read.growth(COST), read.growth('Revenues')];
  if (!now || !before || !rate || !sales) return undefined;
  const gap = Number(rate.value) - Number(sales.value);
  const change = read.change(now, before);
  const [part] = change ? contributionsTo(read, COST, change) : [];
  const name = measureName(COST);
  const isUp = Number(rate.value) > 0;
  const cause =
    part && isUp && part.share >= 0.5
      ? say`, mostly in ${partName(part.part, read.facts)} (${read.money(part.change)} more)`
      : [];
  const overheads = overheadWords(read);
  const moved = isSmall(Number(rate.value))
    ? say`${capital(name)} hardly changed, at ${read.money(now)}`
    : say`${capital(name)} ${isUp ? 'rose' : 'fell'} ${percent(rate)} to ${read.money(now)}${cause}`;
  return {
    kind: 'costs',
    title: `${capital(name)} ${besideSales(Number(rate.value), Number(sales.value))}`,
    words: say`${moved}${overheads}.`,
    weight: 0.42 + Math.min(0.3, Math.abs(gap) / 20),
    about: part ? [part.part, now, rate] : [now, rate],
  };
};

/** How costs moved beside revenue: which of the two was ahead, or that they went apart. */
function besideSales(cost: number, sales: number): string {
  const gap = cost - sales;
  if (cost > 0 && sales < 0) return gap > AHEAD ? 'rose on lower revenue' : 'held level';
  if (cost < 0 && sales > 0) return gap < -AHEAD ? 'fell on higher revenue' : 'held level';
  const isFall = cost < 0 || sales < 0;
  if (gap > AHEAD) return isFall ? 'fell less than revenue' : 'grew faster than revenue';
  if (gap < -AHEAD) return isFall ? 'fell more than revenue' : 'grew more slowly than revenue';
  return isFall ? 'fell with revenue' : 'kept pace with revenue';
}

/** A percentage, or points of it, that would be shown as nothing. */
const isSmall = (moved: number): boolean => Math.abs(moved) < 0.05;

/** What share of revenue went into overheads, and how that changed. */
function overheadWords(read: PeriodReading) {
  for (const concept of OVERHEADS) {
    const [amount, before] = [read.amount(concept), read.amountBefore(concept)];
    const [ratio, moved] = [
      read.ratio(`${concept}Ratio` as string),
      read.pointsChange(`${concept}Ratio` as string),
    ];
    const name = measureName(concept);
    if (amount && ratio && moved && isSmall(signedAmount(moved)))
      return say`; ${name} took ${percent(ratio)} of revenue, as a year before`;
    if (amount && ratio && moved)
      return say`; ${name} took ${percent(ratio)} of revenue, ${points(moved)} ${signedAmount(moved) < 0 ? 'less' : 'more'} than a year before`;
    const rate = read.growth(concept);
    if (!amount || !before || !rate) continue;
    if (isSmall(Number(rate.value))) return say`; ${name} hardly changed, at ${read.money(amount)}`;
    return say`; ${name} ${Number(rate.value) > 0 ? 'rose' : 'fell'} ${percent(rate)} to ${read.money(amount)}`;
  }
  return [];
}
