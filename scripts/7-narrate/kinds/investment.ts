import { amountOf, type Fact } from '../../../src/model/fact.ts';
import { courseOf } from '../course.ts';
import type { Narrator } from '../narrator.ts';
import { Reading } from '../reading.ts';
import { type Draft, percent, say, type Words } from '../sentence.ts';

const SPENDING = ['CapitalExpendituresIncludingCapitalLeases', 'PaymentsToAcquirePropertyPlantAndEquipment'];
const LEASED = 'CapitalLeaseObligationsIncurred';
const WORN = 'DepreciationDepletionAndAmortization';

/** What was spent on equipment, leases included where they are told, beside what was written off. */
export const investment: Narrator = (facts, period, context) => {
  const read = new Reading(facts, period, context);
  const now = SPENDING.map((concept) => read.amount(concept)).find((fact) => fact !== undefined);
  if (!now) return undefined;
  const before = read.amountBefore(now.concept);
  const revenue = read.amount('Revenues');
  const share = revenue ? amountOf(now) / Math.abs(amountOf(revenue)) : 0;
  const rate = read.growth(now.concept);
  const surprise = rate ? Math.abs(Number(rate.value)) / 200 : 0;
  return {
    kind: 'investment',
    ...told(read, now, before, rate),
    weight: 0.42 + Math.min(0.2, share) + Math.min(0.2, surprise),
    about: [now, ...(rate ? [rate] : [])],
  };
};

function told(read: Reading, now: Fact, before: Fact | undefined, rate: Fact | undefined): Pick<Draft, 'title' | 'words'> {
  const isAll = now.concept === SPENDING[0];
  const noun = isAll ? 'investment in equipment' : 'spending on property and equipment';
  const tail = say`${isAll ? leased(read) : []}${beside(read, now)}`;
  const course = before && rate ? courseOf(now, before) : undefined;
  if (course === 'up' && rate) return { title: 'More was invested', words: say`Up ${percent(rate)}, ${noun} reached ${read.money(now)}${tail}.` };
  if (course === 'down' && rate) return { title: 'Less was invested', words: say`${isAll ? 'Investment in equipment' : 'Spending on property and equipment'} eased ${percent(rate)} to ${read.money(now)}${tail}.` };
  if (course === 'flat') return { title: 'Investment held level', words: say`About as much as a year before, ${read.money(now)}, went into ${isAll ? 'equipment' : 'property and equipment'}${tail}.` };
  return { title: 'What was invested', words: say`Into ${isAll ? 'equipment' : 'property and equipment'} went ${read.money(now)}${tail}.` };
}

/** The part that was leased and so took no cash. */
function leased(read: Reading): Words {
  const lease = read.amount(LEASED);
  return lease && amountOf(lease) > 0 ? say`, ${read.money(lease)} of it by way of leases` : [];
}

function beside(read: Reading, now: Fact): Words {
  const worn = read.amount(WORN);
  if (!worn) return [];
  const isMore = amountOf(now) > amountOf(worn);
  return say`; depreciation and amortization took ${isMore ? 'less' : 'more'}, ${read.money(worn)}`;
}
