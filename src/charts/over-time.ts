import type { IssuerRecord } from '../model/document.ts';
import { lowerFirst, upperFirst } from '../model/format.ts';
import { certainSign, growthRate, type Quantity } from '../model/quantity.ts';
import { periodBefore } from '../model/year-before.ts';
import type { Chart } from './chart.ts';
import { composeChart } from './compose-chart.ts';
import { smallMultiples } from './forms/small-multiples.ts';
import { changeFrom, type MeasuredAmount } from './reading/measured.ts';
import { recentTimeline, type TimeSlot } from './reading/periods.ts';
import { moneyReader, type Reader } from './reading/reader.ts';
import { findConceptById } from './reading/vocabulary.ts';
import { type AmountScale, scaleFor } from './scale.ts';
import { listed, movedBy, signedPercent, whichWay } from './wording.ts';

/** More of it stands lower: it neither rises nor falls in words. */
const INVESTED = 'NetCashProvidedByUsedInInvestingActivities';
/** What readers follow from quarter to quarter, in the order of the statements. */
const MEASURES = [
  'Revenues',
  'GrossProfit',
  'OperatingIncomeLoss',
  'NetIncomeLoss',
  'AdjustedEBITDA',
  'NetCashProvidedByUsedInOperatingActivities',
  INVESTED,
  'PaymentsToAcquirePropertyPlantAndEquipment',
];
const MOST_PERIODS = 8;
const LEAST_PERIODS = 3;
/** So many measures that did not rise are named. */
const MOST_EXCEPTIONS = 2;

interface Measure {
  readonly id: string;
  readonly label: string;
  readonly amounts: readonly (MeasuredAmount | undefined)[];
  readonly before: MeasuredAmount | undefined;
  readonly growth: Quantity | undefined;
}

/** The leading measures over the last quarters, or over periods like the page's, each on its own scale. */
export const overTime: Chart = (facts, period, issuer) => {
  const read = moneyReader(facts, issuer.reportingCurrency);
  const slots = recentTimeline(issuer, period, { most: MOST_PERIODS, least: LEAST_PERIODS }, (of) =>
    MEASURES.some((id) => read(id, of)),
  );
  const rows = MEASURES.flatMap((id) => readMeasure(id, slots, issuer, read));
  const [first, last] = [slots[0], slots.at(-1)];
  if (rows.length < 2 || !first || !last) return undefined;
  const scale = scaleFor(
    rows.flatMap(({ amounts }) => amounts.filter((amount) => amount !== undefined)),
    facts,
  );
  const lastYear = slots.slice(-countInYear(slots));
  return composeChart({
    name: 'over-time',
    question: 'trend',
    isPartial: true,
    size: 'wide',
    title: risesTitle(rows, slots),
    unit: `${first.name} to ${last.name}, ${scale.name}, each on its own scale from zero; change on the year beside the last figure`,
    rows,
    scale,
    columns: slots.map(
      ({ name }, index) => [name, ({ amounts }: Measure) => scale.cell(amounts[index])] as const,
    ),
    summary: {
      lead: `Small columns from ${first.name} to ${last.name}, ${scale.name}. Last figures, with the change on the year`,
      each: ({ label, amounts, growth }) =>
        `${lowerFirst(label)} ${scale.figure(amounts.at(-1) as MeasuredAmount)}${growth ? `, ${movedBy(growth)}` : ''}`,
      hasCommas: true,
    },
    plot: (width) =>
      smallMultiples(
        rows.map((measure) => drawMeasure(measure, slots, lastYear, scale)),
        { width, ends: [first.name, last.name] },
      ),
  });
};

/** A measure that is known at the end and in enough periods before it. */
function readMeasure(id: string, slots: readonly TimeSlot[], issuer: IssuerRecord, read: Reader): Measure[] {
  const amounts = slots.map((slot) => read(id, slot.period));
  const now = amounts.at(-1);
  if (!now || amounts.filter(Boolean).length < LEAST_PERIODS) return [];
  const before = read(id, periodBefore(issuer, slots.at(-1)?.period ?? ''));
  return [
    {
      id,
      label: findConceptById(id)?.label ?? id,
      amounts,
      before,
      growth: before && growthRate(now, before),
    },
  ];
}

/** How many slots make a year. */
const countInYear = (slots: readonly TimeSlot[]): number => {
  const group = slots.at(-1)?.group;
  return group ? slots.filter((slot) => slot.group === group).length : 1;
};

const drawMeasure = (
  { label, amounts, growth }: Measure,
  slots: readonly TimeSlot[],
  lastYear: readonly TimeSlot[],
  scale: AmountScale,
) => ({
  label,
  figure: scale.figure(amounts.at(-1) as MeasuredAmount),
  change: growth ? signedPercent(growth) : '',
  bars: amounts.map(
    (amount, index) =>
      amount && {
        value: amount.value,
        derived: amount.derived,
        strong: lastYear.includes(slots[index] as TimeSlot),
        title: `${slots[index]?.name ?? ''}: ${scale.figure(amount)}`,
      },
  ),
});

/** Which of the measures rose from a year earlier; none named where none can be compared. */
function risesTitle(measures: readonly Measure[], slots: readonly TimeSlot[]): string {
  const now = slots.at(-1)?.name ?? '';
  const told = measures.filter(({ id }) => id !== INVESTED);
  const compared = told.filter(({ before }) => before);
  const ways = compared.map(({ before, growth, amounts }) =>
    whichWay(changeFrom(amounts.at(-1) as MeasuredAmount, before as MeasuredAmount), growth),
  );
  const up = compared.filter((_, index) => ways[index] === 'up');
  if (compared.length === 0) return courseTitle(measures, slots);
  const every = compared.length === told.length ? 'measure' : 'measure that can be compared';
  if (up.length === compared.length)
    return compared.length === 1
      ? `${up[0]?.label} rose from a year earlier in ${now}`
      : `Every ${every} rose from a year earlier in ${now}`;
  if (up.length === 0) return `No ${every} rose from a year earlier in ${now}`;
  const others = compared.filter((measure) => !up.includes(measure)).map(({ label }) => lowerFirst(label));
  return others.length <= MOST_EXCEPTIONS && up.length > others.length && compared.length === told.length
    ? `In ${now}, all but ${listed(others)} rose from a year earlier`
    : `In ${now}, ${up.length} of ${compared.length} measures rose from a year earlier`;
}

/** When the first measure was highest, and which results ended below zero: a first quarter and a last are no two of a kind. */
function courseTitle(measures: readonly Measure[], slots: readonly TimeSlot[]): string {
  const now = slots.at(-1)?.name ?? '';
  const [leading] = measures as [Measure, ...Measure[]];
  const losses = measures.filter(
    ({ id, amounts }) =>
      findConceptById(id)?.statement === 'income' && certainSign(amounts.at(-1) as MeasuredAmount) === -1,
  );
  const clauses = [
    describeHighest(leading, slots),
    losses.length > 0
      ? `${listed(losses.map(({ label }) => lowerFirst(label)))} ${losses.length > 1 ? 'were' : 'was'} below zero in ${now}`
      : '',
  ].filter(Boolean);
  return clauses.length > 0 ? upperFirst(clauses.join('; ')) : `The leading measures up to ${now}`;
}

/** `4Q11 brought the highest revenues`; nothing where two periods may be the highest. */
function describeHighest({ label, amounts }: Measure, slots: readonly TimeSlot[]): string {
  const known = amounts.flatMap((amount, index) =>
    amount ? [{ amount, name: slots[index]?.name ?? '' }] : [],
  );
  const [first, second] = known.toSorted((a, b) => b.amount.value - a.amount.value);
  if (!first || !second || certainSign(changeFrom(first.amount, second.amount)) !== 1) return '';
  return `${first.name} brought the highest ${lowerFirst(label)}`;
}
