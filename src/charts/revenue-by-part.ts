import type { IssuerRecord, PeriodRecord } from '../model/document.ts';
import { lowerFirst } from '../model/format.ts';
import type { Period } from '../model/period.ts';
import { exactly, growthRate, percentage, type Quantity } from '../model/quantity.ts';
import { periodBefore } from '../model/year-before.ts';
import type { Chart } from './chart.ts';
import { composeChart, sumBelow } from './compose-chart.ts';
import { stackedColumns } from './forms/stacked-columns.ts';
import { bySize, comesFrom, finestParts, partLabel, type WeightedPart } from './reading/breakdown.ts';
import type { MeasuredAmount } from './reading/measured.ts';
import { finestTimeline, formatLength, type TimeSlot } from './reading/periods.ts';
import { moneyReader, type Reader } from './reading/reader.ts';
import { type AmountScale, scaleFor } from './scale.ts';
import { partTone } from './tones.ts';
import { formatPercent, listed, movedBy } from './wording.ts';

const WHOLE = 'Revenues';
const MOST_PERIODS = 8;
const MOST_PARTS = 5;

/** A part of revenue over time. */
interface Series {
  readonly id: string;
  readonly label: string;
}

/** Revenue by part over time: the last eight quarters where all are known, else periods of the page's length. */
export const revenueByPart: Chart = (facts, period, issuer) => {
  const read = moneyReader(facts, issuer.reportingCurrency);
  const slots = findSlots(period, issuer, read);
  const known = slots.filter((slot) => read(WHOLE, slot.period));
  const last = known.at(-1);
  if (known.length < 2 || !last) return undefined;
  const periods = known.map((slot) => slot.period);
  const parts = finestParts(WHOLE, periods, read, MOST_PARTS);
  if (!parts || parts.length > MOST_PARTS || parts.some(({ weight }) => weight < 0)) return undefined;
  const stacked = bySize(parts, periods, read);
  const series = stacked.map((part) => ({ id: part.concept.id, label: partLabel(part.concept) }));
  const amounts = periods.flatMap((of) =>
    [WHOLE, ...series.map(({ id }) => id)].flatMap((id) => read(id, of) ?? []),
  );
  const scale = scaleFor(amounts, facts);
  const wholes = slots.map((slot) => read(WHOLE, slot.period));
  const figureAt = (id: string, of: Period): string => {
    const amount = read(id, of);
    return amount ? scale.figure(amount) : '–';
  };
  return composeChart({
    name: 'revenue-by-part',
    question: 'revenue',
    isPartial: true,
    size: slots.length > 4 ? 'wide' : 'half',
    title: shareTitle(stacked, known, issuer, read),
    unit: `Revenue by part, ${scale.name}${formatLength(known)}, with the total on top`,
    rows: [...series, { id: WHOLE, label: 'Revenue', strong: true }],
    scale,
    columns: slots.map((slot) => [slot.name, ({ id }: Series) => scale.cell(read(id, slot.period))] as const),
    sums: [sumBelow(0, series.length, [...slots.keys()])],
    summary: summarise(series, known, { issuer, read, scale }),
    hatched: wholes.some((amount) => amount?.derived)
      ? 'Hatched columns are not printed anywhere; they are worked out from longer periods.'
      : '',
    note: wholes.some((amount) => !amount) ? 'A dash stands for a period that no document states.' : '',
    plot: (width) =>
      stackedColumns(
        slots.map((slot) => {
          const total = read(WHOLE, slot.period);
          return {
            label: slot.label,
            group: slot.group,
            derived: total?.derived ?? false,
            total: total?.value,
            text: total ? scale.figure(total) : '',
            parts: total ? series.map(({ id }) => read(id, slot.period)?.value ?? 0) : [],
            titles: series.map(({ id, label }) => `${label}, ${slot.name}: ${figureAt(id, slot.period)}`),
          };
        }),
        {
          width,
          head: last.name,
          series: series.map(({ id, label }, index) => ({
            name: label,
            tone: partTone(index),
            text: figureAt(id, last.period),
          })),
        },
      ),
  });
};

const findSlots = (period: PeriodRecord, issuer: IssuerRecord, read: Reader): TimeSlot[] =>
  finestTimeline(issuer, period, MOST_PERIODS, (of) => read(WHOLE, of) !== undefined);

/** The periods that the chart of a page tells. */
export const periodsByPart = (period: PeriodRecord, issuer: IssuerRecord, read: Reader): Period[] =>
  findSlots(period, issuer, read)
    .map((slot) => slot.period)
    .filter((of) => read(WHOLE, of));

/** The share of the largest part now and a year before, or what lifts the same quarter every year. */
function shareTitle(
  parts: readonly WeightedPart[],
  slots: readonly TimeSlot[],
  issuer: IssuerRecord,
  read: Reader,
): string {
  const [largest] = parts;
  const last = slots.at(-1);
  const season = liftedQuarter(parts, slots, read);
  if (season || !largest || !last) return season ?? 'Revenue by part';
  const yearAgo = periodBefore(issuer, last.period);
  const year = slots.find(({ period }) => period === yearAgo);
  const [before, now] = [
    year && findShare(largest, year.period, read),
    findShare(largest, last.period, read),
  ];
  const name = partLabel(largest.concept);
  if (!now) return `Revenue comes mostly from ${lowerFirst(name)}`;
  if (!before || !year) return `${formatPercent(now, 0)} of revenue ${comesFrom(name)}`;
  const [told, was] = [formatPercent(now, 0), formatPercent(before, 0)];
  const moved = told === was ? 'as' : now.value > before.value ? `up from ${was}` : `down from ${was}`;
  return `${told} of revenue ${comesFrom(name)}, ${moved} in ${year.name}`;
}

const findShare = (part: WeightedPart, period: Period, read: Reader): Quantity | undefined => {
  const [amount, whole] = [read(part.concept.id, period), read(WHOLE, period)];
  return amount && whole && percentage(amount, whole);
};

const ORDINALS = ['first', 'second', 'third', 'fourth'];

/** Where the same quarter is the highest of each of two full years, the part that rises most in it. */
function liftedQuarter(
  parts: readonly WeightedPart[],
  slots: readonly TimeSlot[],
  read: Reader,
): string | undefined {
  const years = [...Map.groupBy(slots, (slot) => slot.group).values()].filter((year) => year.length === 4);
  const peaks = new Set(years.map((year) => highest(year, (slot) => read(WHOLE, slot.period)?.value ?? 0)));
  const [peak] = peaks;
  if (years.length < 2 || peaks.size !== 1 || peak === undefined) return undefined;
  const lift = (part: WeightedPart): number =>
    years.reduce(
      (sum, year) =>
        sum +
        aboveOthers(
          year.map((slot) => read(part.concept.id, slot.period)?.value ?? 0),
          peak,
        ),
      0,
    );
  const top = parts[highest(parts, lift)];
  return (
    top &&
    `The ${ORDINALS[peak]} quarter is the strongest of each year, most of all in ${lowerFirst(partLabel(top.concept))}`
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
  parts: readonly Series[],
  slots: readonly TimeSlot[],
  {
    issuer,
    read,
    scale,
  }: { readonly issuer: IssuerRecord; readonly read: Reader; readonly scale: AmountScale },
): string {
  const [first, last] = [slots[0] as TimeSlot, slots.at(-1) as TimeSlot];
  const [before, now] = [
    read(WHOLE, first.period) as MeasuredAmount,
    read(WHOLE, last.period) as MeasuredAmount,
  ];
  const growth = first.period === periodBefore(issuer, last.period) ? growthRate(now, before) : undefined;
  const moved = growth ? `, ${movedBy(growth)}` : '';
  const made = parts.map(
    ({ id, label }) => `${lowerFirst(label)} ${scale.figure(read(id, last.period) ?? exactly(0))}`,
  );
  return `Stacked columns of revenue in ${scale.name}. ${first.name}: ${scale.figure(before)}; ${last.name}: ${scale.figure(now)}${moved}. In ${last.name}, ${listed(made)}.`;
}
