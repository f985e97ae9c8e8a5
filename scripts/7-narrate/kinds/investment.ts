import type { ConceptId } from '../../../src/concepts/index.ts';
import { type Fact, signedAmount } from '../../../src/model/fact.ts';
import { readCourse } from '../course.ts';
import { capital } from '../names.ts';
import type { Narrator } from '../narrator.ts';
import { type PeriodReading, readPeriod } from '../reading.ts';
import { type Draft, percent, say, type Words } from '../sentence.ts';

const SPENDING: readonly ConceptId[] = [
  'CapitalExpendituresIncludingCapitalLeases',
  'PaymentsToAcquirePropertyPlantAndEquipment',
];
const LEASED: ConceptId = 'CapitalLeaseObligationsIncurred';
const WORN: ConceptId = 'DepreciationDepletionAndAmortization';

/** What was spent on equipment, leases included where they are told, beside what was written off. */
export const investment: Narrator = (facts, period, context) => {
  const read = readPeriod(facts, period, context);
  const now = read.firstOf(SPENDING);
  if (!now) return undefined;
  const before = read.amountBefore(now.concept);
  const revenue = read.amount('Revenues');
  const share = revenue ? signedAmount(now) / Math.abs(signedAmount(revenue)) : 0;
  const rate = read.growth(now.concept);
  const bought = read.amount('PropertyPlantAndEquipmentNet');
  const surprise = rate ? Math.abs(Number(rate.value)) / 200 : 0;
  const text = told(read, now, before, rate);
  return (
    text && {
      kind: 'investment',
      ...text,
      weight: 0.42 + Math.min(0.2, share) + Math.min(0.2, surprise),
      about: [now, ...(rate ? [rate] : []), ...(bought ? read.changesOver(bought) : [])],
    }
  );
};

function told(
  read: PeriodReading,
  now: Fact,
  before: Fact | undefined,
  rate: Fact | undefined,
): Pick<Draft, 'title' | 'words'> | undefined {
  const isAll = now.concept === SPENDING[0];
  const noun = isAll ? 'capital expenditure' : 'spending on property and equipment';
  const tail = say`${isAll ? leased(read) : []}${beside(read)}`;
  const course = before && rate ? readCourse(now, before) : undefined;
  if (course === 'up' && rate)
    return {
      title: 'More was invested',
      words: say`Up ${percent(rate)}, ${noun} reached ${read.money(now)}${tail}.`,
    };
  if (course === 'down' && rate)
    return {
      title: 'Less was invested',
      words: say`${capital(noun)} eased ${percent(rate)} to ${read.money(now)}${tail}.`,
    };
  if (course === 'flat')
    return {
      title: 'Investment held level',
      words: say`About as much as a year before, ${read.money(now)}, went into ${noun}${tail}.`,
    };
  return besideWorn(read, now, say`${capital(noun)} of ${read.money(now)}`, isAll ? leased(read) : []);
}

/** Without a year to compare with: whether more was bought than written off. */
function besideWorn(
  read: PeriodReading,
  now: Fact,
  opening: Words,
  lease: Words,
): Pick<Draft, 'title' | 'words'> | undefined {
  const worn = read.amount(WORN);
  const course = worn && readCourse(now, worn);
  if (!worn || (course !== 'up' && course !== 'down')) return undefined;
  return {
    title: course === 'up' ? 'Investment exceeded depreciation' : 'Investment stayed below depreciation',
    words: say`${opening}${lease}${lease.length > 0 ? ',' : ''} compares with depreciation and amortization of ${read.money(worn)}.`,
  };
}

/** The part that was leased and so took no cash. */
function leased(read: PeriodReading): Words {
  const lease = read.amount(LEASED);
  return lease && signedAmount(lease) > 0 ? say`, ${read.money(lease)} of it by way of leases` : [];
}

function beside(read: PeriodReading): Words {
  const worn = read.amount(WORN);
  if (!worn) return [];
  return say`; depreciation and amortization came to ${read.money(worn)}`;
}
