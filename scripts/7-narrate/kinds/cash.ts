import type { ConceptId } from '../../../src/concepts/index.ts';
import { type Fact, signedAmount } from '../../../src/model/fact.ts';
import { isInstant, opening } from '../../../src/model/period.ts';
import { spanName } from '../names.ts';
import type { Narrator } from '../narrator.ts';
import { type PeriodReading, readPeriod } from '../reading.ts';
import { bare, type Draft, list, say, type Words } from '../sentence.ts';

const CASH: readonly ConceptId[] = [
  'CashAndCashEquivalentsAtCarryingValue',
  'CashCashEquivalentsRestrictedCashAndRestrictedCashEquivalents',
];
const OPERATIONS: ConceptId = 'NetCashProvidedByUsedInOperatingActivities';
const INVESTING: ConceptId = 'NetCashProvidedByUsedInInvestingActivities';
const FINANCING: ConceptId = 'NetCashProvidedByUsedInFinancingActivities';
/** Share of the opening balance below which cash has hardly moved. */
const STILL = 0.02;

/** Cash over the period: what operations brought in, where it went, what was left. */
export const cash: Narrator = (facts, period, context) => {
  const read = readPeriod(facts, period, context);
  const operations = read.amount(OPERATIONS);
  const end = read.firstOf(CASH);
  if (!operations || !end) return undefined;
  const start = read.find(end.concept, { period: opening(read.period) });
  const change = finer(
    read.amount('CashAndCashEquivalentsPeriodIncreaseDecrease'),
    start && isInstant(start.period) ? read.change(end, start) : undefined,
  );
  if (!change) return undefined;
  const size = Math.abs(signedAmount(end) - signedAmount(change));
  const share = size > 0 ? signedAmount(change) / size : 0;
  const draft = told(read, { operations, end, change, isStill: Math.abs(share) < STILL }, spanName(period));
  return {
    kind: 'cash',
    ...draft,
    weight: 0.65 + Math.min(0.25, Math.abs(share)),
    about: [...read.changesOver(end), operations, change, end],
  };
};

/** What is known to more digits; of two alike the first. */
const finer = (a: Fact | undefined, b: Fact | undefined): Fact | undefined =>
  a && b && (b.decimals ?? 0) > (a.decimals ?? 0) ? b : (a ?? b);

interface Told {
  readonly operations: Fact;
  readonly end: Fact;
  readonly change: Fact;
  readonly isStill: boolean;
}

function told(
  read: PeriodReading,
  { operations, end, change, isStill }: Told,
  span: string,
): Pick<Draft, 'title' | 'words'> {
  const known = [INVESTING, FINANCING].flatMap((concept) => read.amount(concept) ?? []);
  const uses = known.length === 2 ? known : [];
  const spent = uses.filter((fact) => signedAmount(fact) < 0);
  const came = uses.filter((fact) => signedAmount(fact) > 0);
  const isUp = signedAmount(change) > 0;
  const outcome = isStill
    ? say`cash hardly moved, at ${read.money(end)}`
    : say`cash ended ${read.money(change)} ${isUp ? 'higher' : 'lower'}, at ${read.money(end)}`;
  if (signedAmount(operations) < 0)
    return {
      title: came.length > 0 ? 'Operations used cash' : 'Cash drained away',
      words: say`Over the ${span} operations took ${read.money(operations)}${yearBefore(read, operations)}${came.length > 0 ? say`; ${list(came.map((fact) => say`${activity(fact)} brought in ${read.money(fact)}`))}, and` : ';'} ${outcome}.`,
    };
  const title = isStill ? 'Cash stayed level' : isUp ? 'Cash built up' : 'Cash was drawn down';
  const where =
    spent.length > 0
      ? say`; ${list(spent.map((fact, index) => say`${read.money(fact)} ${index === 0 ? 'went ' : ''}${fact.concept === INVESTING ? 'into' : 'to'} ${activity(fact)}`))}`
      : [];
  const more =
    came.length > 0
      ? say`${spent.length > 0 ? ', while' : ';'} ${list(came.map((fact) => say`${activity(fact)} added ${read.money(fact)}`))}`
      : [];
  return {
    title,
    words: say`Operations brought in ${read.money(operations)}${yearBefore(read, operations)}${where}${more}${where.length + more.length > 0 ? ', so that' : ';'} ${outcome}.`,
  };
}

const activity = ({ concept }: Fact): string => (concept === INVESTING ? 'investing' : 'financing');

/** What operations brought a year before, where it was of the same sign. */
function yearBefore(read: PeriodReading, now: Fact): Words {
  const before = read.amountBefore(now.concept);
  if (!before || signedAmount(before) * signedAmount(now) <= 0) return [];
  return say`, against ${bare(read.money(before))} a year before`;
}
