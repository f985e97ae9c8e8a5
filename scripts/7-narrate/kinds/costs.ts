import { type Fact, signedAmount } from '../../../src/model/fact.ts';
import { capital, measureName, partName } from '../names.ts';
import type { Narrator } from '../narrator.ts';
import { type PeriodReading, readPeriod } from '../reading.ts';
import { type Draft, percent, points, say } from '../sentence.ts';
import { contributionsTo } from './growth.ts';

/** Points between the growth of costs and of revenue from which one outran the other. */
const AHEAD = 1;
const OVERHEADS = [
  'SellingGeneralAdministrativeAndResearchAndDevelopmentExpense',
  'SellingGeneralAndAdministrativeExpense',
  'OperatingExpenses',
];

/** Cost of revenue beside revenue, and what overheads took of it. */
export const costs: Narrator = (facts, period, context) => {
  const read = readPeriod(facts, period, context);
  const [now, before] = [read.amount('CostOfRevenue'), read.amountBefore('CostOfRevenue')];
  const [rate, sales] = [read.growth('CostOfRevenue'), read.growth('Revenues')];
  if (!now) return undefined;
  if (!before || !rate || !sales) return withoutYearBefore(read, now);
  const gap = Number(rate.value) - Number(sales.value);
  const change = read.change(now, before);
  const [part] = change ? contributionsTo(read, 'CostOfRevenue', change) : [];
  const name = measureName('CostOfRevenue');
  const isUp = Number(rate.value) > 0;
  const cause =
    part && isUp && part.share >= 0.5
      ? say`, mostly in ${partName(part.part, read.facts)} (${read.money(part.change)} more)`
      : [];
  const overheads = overheadWords(read);
  const moved =
    Number(rate.value) === 0
      ? say`${capital(name)} did not move, at ${read.money(now)}`
      : say`${capital(name)} went ${isUp ? 'up' : 'down'} by ${percent(rate)}, to ${read.money(now)}${cause}`;
  return {
    kind: 'costs',
    title:
      gap > AHEAD
        ? `${capital(name)} ran ahead of revenue`
        : gap < -AHEAD
          ? `${capital(name)} stayed behind revenue`
          : `${capital(name)} moved with revenue`,
    words: say`${moved}${overheads}.`,
    weight: 0.42 + Math.min(0.3, Math.abs(gap) / 20),
    about: part ? [part.part, now, rate] : [now, rate],
  };
};

/** What share of revenue went into overheads, and how that changed. */
function overheadWords(read: PeriodReading) {
  for (const concept of OVERHEADS) {
    const [amount, before] = [read.amount(concept), read.amountBefore(concept)];
    const [ratio, moved] = [read.ratio(`${concept}Ratio`), read.pointsChange(`${concept}Ratio`)];
    const name = measureName(concept);
    if (amount && ratio && moved && signedAmount(moved) !== 0)
      return say`; ${name} took ${percent(ratio)} of revenue, ${points(moved)} ${signedAmount(moved) < 0 ? 'less' : 'more'} than a year before`;
    const rate = read.growth(concept);
    if (amount && before && rate && Number(rate.value) !== 0)
      return say`; ${name} ${Number(rate.value) > 0 ? 'grew' : 'shrank'} ${percent(rate)} to ${read.money(amount)}`;
  }
  return [];
}

/** Where revenue went, when there is no year to compare it with. */
function withoutYearBefore(read: PeriodReading, now: Fact): Draft | undefined {
  const overheads = read.firstOf(OVERHEADS);
  if (!overheads) return undefined;
  const words = say`Cost of revenues took ${read.money(now)}, ${measureName(overheads.concept)} another ${read.money(overheads)}.`;
  return { kind: 'costs', title: 'Where revenue went', words, weight: 0.4, about: [now] };
}
