import type { ConceptId } from '../concepts/index.ts';
import { lowerFirst } from '../model/format.ts';
import type { Period } from '../model/period.ts';
import { exactly, percentage } from '../model/quantity.ts';
import { periodBefore } from '../model/year-before.ts';
import type { Chart } from './chart.ts';
import { composeChart } from './compose-chart.ts';
import { stackedColumns } from './forms/stacked-columns.ts';
import { bySize, comesFrom, finestParts, partLabel } from './reading/breakdown.ts';
import { growthFrom, type MeasuredAmount } from './reading/measured.ts';
import type { PageFigures, Reader } from './reading/page.ts';
import { finestTimeline, formatLength, type TimeSlot } from './reading/periods.ts';
import { type AmountScale, scaleFor } from './scale.ts';
import { formatPercent, hatchNote, listed, movedBy } from './wording.ts';

const WHOLE: ConceptId = 'Revenues';
const MOST_PERIODS = 8;
const MOST_PARTS = 5;

/** A part of revenue over time. */
interface Series {
  readonly id: string;
  readonly label: string;
}

/** A period of which revenue is known. */
type Known = TimeSlot & { readonly whole: MeasuredAmount };

/** Revenue by part over time: the last eight quarters where all are known, else periods of the page's length. */
export const revenueByPart: Chart = (page) => {
  const { facts, read } = page;
  const slots = findSlots(page);
  const known = slots.flatMap((slot): Known[] => {
    const whole = read(WHOLE, slot.period);
    return whole ? [{ ...slot, whole }] : [];
  });
  const last = known.at(-1);
  if (known.length < 2 || !last) return undefined;
  const periods = known.map(({ period }) => period);
  const parts = finestParts(WHOLE, periods, read, MOST_PARTS);
  if (!parts || parts.length > MOST_PARTS || parts.some(({ weight }) => weight < 0)) return undefined;
  const series = bySize(parts, periods, read).map(({ concept }): Series => {
    return { id: concept.id, label: partLabel(concept) };
  });
  const amounts = [{ id: WHOLE }, ...series].flatMap(({ id }) => periods.flatMap((of) => read(id, of) ?? []));
  const scale = scaleFor(amounts, facts);
  const show = ({ id, label }: Series) => scale.series(label, slots, ({ period }) => read(id, period));
  return composeChart({
    name: 'revenue-by-part',
    question: 'revenue',
    isPartial: true,
    size: slots.length > 4 ? 'wide' : 'half',
    title: liftedQuarter(series, known, read) ?? shareTitle(series, known, page),
    unit: `Revenue by part, ${scale.name}${formatLength(known)}, with the total on top`,
    rows: [...series, { id: WHOLE, label: 'Revenue', strong: true }],
    scale,
    columns: slots.map((slot) => [slot.name, ({ id }: Series) => scale.cell(read(id, slot.period))] as const),
    sums: { columns: [...slots.keys()] },
    summary: summarise(series, known, scale, page),
    hatched: hatchNote(
      known.map(({ whole }) => whole),
      'columns',
      'longer periods',
    ),
    note: known.length < slots.length ? 'A dash stands for a period that no document states.' : '',
    plot: stackedColumns(slots, series.map(show), show({ id: WHOLE, label: '' }).amounts),
  });
};

const findSlots = (page: PageFigures): TimeSlot[] =>
  finestTimeline(page, MOST_PERIODS, (of) => page.read(WHOLE, of) !== undefined);

/** The periods that the chart of a page tells. */
export const periodsByPart = (page: PageFigures): Period[] =>
  findSlots(page)
    .map(({ period }) => period)
    .filter((of) => page.read(WHOLE, of));

/** The share of the largest part now and a year before. */
function shareTitle(
  [largest]: readonly Series[],
  slots: readonly Known[],
  { issuer, read }: PageFigures,
): string {
  const last = slots.at(-1);
  if (!largest || !last) return 'Revenue by part';
  const findShare = ({ period, whole }: Known) => {
    const amount = read(largest.id, period);
    return amount && percentage(amount, whole);
  };
  const yearAgo = periodBefore(issuer, last.period);
  const year = slots.find(({ period }) => period === yearAgo);
  const [before, now] = [year && findShare(year), findShare(last)];
  if (!now) return `Revenue comes mostly from ${lowerFirst(largest.label)}`;
  const told = `${formatPercent(now, 0)} of revenue ${comesFrom(largest.label)}`;
  if (!before || !year) return told;
  const was = formatPercent(before, 0);
  const moved =
    formatPercent(now, 0) === was ? 'as' : `${now.value > before.value ? 'up' : 'down'} from ${was}`;
  return `${told}, ${moved} in ${year.name}`;
}

const ORDINALS = ['first', 'second', 'third', 'fourth'];

/** Where the same quarter is the highest of each of two full years, the part that rises most in it. */
function liftedQuarter(series: readonly Series[], slots: readonly Known[], read: Reader): string | undefined {
  const years = [...Map.groupBy(slots, ({ group }) => group).values()].filter((year) => year.length === 4);
  const peaks = new Set(years.map((year) => highest(year, ({ whole }) => whole.value)));
  const [peak] = peaks;
  if (years.length < 2 || peaks.size !== 1 || peak === undefined) return undefined;
  const lift = ({ id }: Series): number =>
    years
      .map((year) => year.map(({ period }) => read(id, period)?.value ?? 0))
      .reduce((sum, values) => sum + aboveOthers(values, peak), 0);
  const top = series[highest(series, lift)];
  return (
    top &&
    `The ${ORDINALS[peak]} quarter is the strongest of each year, most of all in ${lowerFirst(top.label)}`
  );
}

const highest = <T>(items: readonly T[], value: (item: T) => number): number =>
  items.reduce((best, item, index) => (value(item) > value(items[best] as T) ? index : best), 0);

/** By how much one of several lies above the mean of the others. */
function aboveOthers(values: readonly number[], at: number): number {
  const others = values.filter((_, index) => index !== at);
  return (values[at] ?? 0) - others.reduce((sum, value) => sum + value, 0) / others.length;
}

function summarise(
  series: readonly Series[],
  slots: readonly Known[],
  scale: AmountScale,
  { issuer, read }: PageFigures,
): string {
  const [first, last] = [slots[0] as Known, slots.at(-1) as Known];
  const isYear = first.period === periodBefore(issuer, last.period);
  const growth = isYear ? growthFrom(last.whole, first.whole) : undefined;
  const moved = growth ? `, ${movedBy(growth)}` : '';
  const made = series.map(
    ({ id, label }) => `${lowerFirst(label)} ${scale.figure(read(id, last.period) ?? exactly(0))}`,
  );
  return `Stacked columns of revenue in ${scale.name}. ${first.name}: ${scale.figure(first.whole)}; ${last.name}: ${scale.figure(last.whole)}${moved}. In ${last.name}, ${listed(made)}.`;
}
