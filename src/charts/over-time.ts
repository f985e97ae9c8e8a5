import { type ConceptId, conceptById } from '../concepts/index.ts';
import { lowerFirst, upperFirst } from '../model/format.ts';
import { certainSign, type Quantity } from '../model/quantity.ts';
import { periodBefore } from '../model/year-before.ts';
import { conceptLabel } from '../view/names.ts';
import type { Chart } from './chart.ts';
import { composeChart } from './compose-chart.ts';
import { smallMultiples } from './forms/small-multiples.ts';
import { changeFrom, growthFrom, type MeasuredAmount } from './reading/measured.ts';
import type { PageFigures } from './reading/page.ts';
import { isLatest, recentTimeline, type TimeSlot } from './reading/periods.ts';
import { scaleFor } from './scale.ts';
import { compare, listed, movedBy, shortGrowth } from './wording.ts';

/** What readers follow from quarter to quarter, in the order of the statements. */
const MEASURES: readonly ConceptId[] = [
  'Revenues',
  'GrossProfit',
  'OperatingIncomeLoss',
  'NetIncomeLoss',
  'AdjustedEBITDA',
  'NetCashProvidedByUsedInOperatingActivities',
  'PaymentsToAcquirePropertyPlantAndEquipment',
  'CashAndCashEquivalentsAtCarryingValue',
];
const MOST_PERIODS = 8;
const LEAST_PERIODS = 3;
/** So many measures are named that rose alone, or alone did not. */
const MOST_NAMED = 2;

interface Measure {
  readonly id: string;
  readonly label: string;
  readonly amounts: readonly (MeasuredAmount | undefined)[];
  readonly now: MeasuredAmount;
  readonly before: MeasuredAmount | undefined;
  readonly growth: Quantity | undefined;
}

/** The leading measures over the last quarters, or over periods like the page's, each on its own scale. */
export const overTime: Chart = (page) => {
  const slots = recentTimeline(page, { most: MOST_PERIODS, least: LEAST_PERIODS }, (of) =>
    MEASURES.some((id) => page.read(id, of)),
  );
  const rows = MEASURES.flatMap((id) => readMeasure(id, slots, page));
  const [first, last] = [slots[0], slots.at(-1)];
  if (rows.length < 2 || !first || !last) return undefined;
  const amounts = rows.flatMap((row) => row.amounts.flatMap((amount) => amount ?? []));
  const scale = scaleFor(amounts, page.facts);
  return composeChart({
    name: 'over-time',
    question: 'trend',
    isPartial: true,
    size: 'wide',
    title: risesTitle(rows, last.name) ?? courseTitle(rows, slots, last.name),
    unit: `${first.name} to ${last.name}, ${scale.name}, each on its own scale from zero; change on the year beside the last figure`,
    rows,
    scale,
    columns: slots.map(
      ({ name }, index) => [name, (row: Measure) => scale.cell(row.amounts[index])] as const,
    ),
    summary: {
      lead: `Small columns from ${first.name} to ${last.name}, ${scale.name}. Last figures, with the change on the year`,
      each: ({ label, now, growth }) =>
        `${lowerFirst(label)} ${scale.figure(now)}${growth ? `, ${movedBy(growth)}` : ''}`,
    },
    plot: smallMultiples(
      rows.map(({ label, amounts, growth }) => ({
        ...scale.series(label, amounts, (amount) => amount),
        change: growth ? shortGrowth(growth) : '',
      })),
      slots.map((slot) => ({ name: slot.name, strong: isLatest(slot, last) })),
    ),
  });
};

/** A measure that is known at the end and in enough periods before it. */
function readMeasure(id: string, slots: readonly TimeSlot[], { issuer, read }: PageFigures): Measure[] {
  const amounts = slots.map(({ period }) => read(id, period));
  const now = amounts.at(-1);
  if (!now || amounts.filter(Boolean).length < LEAST_PERIODS) return [];
  const before = read(id, periodBefore(issuer, slots.at(-1)?.period ?? ''));
  return [{ id, label: conceptLabel(id), amounts, now, before, growth: before && growthFrom(now, before) }];
}

/** Which of the measures that are drawn rose from a year earlier; undefined where none can be compared. */
function risesTitle(measures: readonly Measure[], now: string): string | undefined {
  const compared = measures.filter(({ before }) => before);
  if (compared.length === 0) return undefined;
  const up = compared.filter(({ now: is, before }) => before && compare(is, before).way === 'up');
  const others = compared.filter((measure) => !up.includes(measure));
  /** A loss that narrows does not rise. */
  const hasLoss = up.some(({ now: is }) => certainSign(is) === -1);
  const rose = (count: number): string =>
    hasLoss ? `${count === 1 ? 'was' : 'were'} higher than a year earlier` : 'rose from a year earlier';
  if (others.length === 0 && up.length <= MOST_NAMED)
    return `${upperFirst(namesOf(up))} ${rose(up.length)} in ${now}`;
  const drawn = `these ${compared.length} measures`;
  if (up.length === 0) return `In ${now}, none of ${drawn} ${rose(2)}`;
  if (others.length === 0) return `In ${now}, all of ${drawn} ${rose(2)}`;
  return others.length <= MOST_NAMED && up.length > others.length && compared.length === measures.length
    ? `In ${now}, all of ${drawn} but ${namesOf(others)} ${rose(2)}`
    : `In ${now}, ${up.length} of ${drawn} ${rose(up.length)}`;
}

const namesOf = (measures: readonly Measure[]): string =>
  listed(measures.map(({ label }) => lowerFirst(label)));

/** When the first measure was highest, and which results ended below zero: a first quarter and a last are no two of a kind. */
function courseTitle(measures: readonly Measure[], slots: readonly TimeSlot[], now: string): string {
  const losses = measures
    .filter((of) => conceptById.get(of.id)?.statement === 'income' && certainSign(of.now) === -1)
    .map(({ label }) => lowerFirst(label));
  const below = `${listed(losses)} ${losses.length > 1 ? 'were' : 'was'} below zero in ${now}`;
  const clauses = [describeHighest(measures[0] as Measure, slots), losses.length > 0 ? below : ''].filter(
    Boolean,
  );
  return clauses.length > 0 ? upperFirst(clauses.join('; ')) : `The leading measures up to ${now}`;
}

/** `4Q11 brought the highest revenues`; nothing where two periods may be the highest. */
function describeHighest({ label, amounts }: Measure, slots: readonly TimeSlot[]): string {
  const known = slots.flatMap(({ name }, index) => {
    const amount = amounts[index];
    return amount ? [{ amount, name }] : [];
  });
  const [first, second] = known.toSorted((a, b) => b.amount.value - a.amount.value);
  if (!first || !second || certainSign(changeFrom(first.amount, second.amount)) !== 1) return '';
  return `${first.name} brought the highest ${lowerFirst(label)}`;
}
