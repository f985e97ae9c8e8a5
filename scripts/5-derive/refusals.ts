import { conceptById } from '../../src/concepts/index.ts';
import { type Calendar, fiscalPart, fiscalPeriod, type YearPart } from '../../src/model/calendar.ts';
import type { Printed } from '../../src/model/fact.ts';
import { type IsoDate, isDuration, lastDay, type Period } from '../../src/model/period.ts';
import type { Refusal } from '../../src/model/verification.ts';
import { type Book, push, type Subject } from './book.ts';

/** Parts of a year that a difference of two others would give, were it allowed to take it. */
const DIFFERENCES: readonly {
  readonly part: YearPart;
  readonly from: YearPart;
  readonly less: readonly YearPart[];
}[] = [
  { part: '1q', from: '1h', less: ['2q'] },
  { part: '3q', from: 'fy', less: ['1h', '4q'] },
  { part: '2h', from: 'fy', less: ['1h'] },
];

/** Why a number that a reader could take the difference for is not given. */
function reasonAgainst(book: Book, { concept, unit, dimensions }: Printed): string | undefined {
  const kind = conceptById.get(concept)?.kind;
  if (book.isTranslated(unit))
    return 'The documents translate at different rates, so amounts of one are not taken from those of another.';
  if (dimensions.includes('shareBasis=mixed')) return 'The figure mixes shares of before and after a split.';
  if (kind === 'perShare' || unit.includes('/'))
    return 'Amounts per share do not add up over time: each is divided by the shares of its own period.';
  if (kind === 'shares') return 'An average over a year is not the sum of averages over its parts.';
  if (kind === 'percent') return 'Ratios do not add up over time.';
  return undefined;
}

/** Numbers that could be computed but must not be, those for which too few periods are stated, and those of wrong ones. */
export function refusals(book: Book, calendar: Calendar, open: readonly Required<Subject>[]): Refusal[] {
  const forbidden = [...groupSeries(book).values()].flatMap((series) =>
    differencesIn(book, calendar, series),
  );
  const last = latestDay(book);
  const unknown = open
    .filter(
      ({ dimensions, concept, period }) =>
        dimensions === '' && conceptById.has(concept) && lastDay(period) <= last,
    )
    .map(
      ({ concept, period, unit, dimensions }): Refusal => ({
        concept,
        period,
        unit,
        dimensions,
        reason: 'The releases do not state what it would follow from.',
      }),
    );
  const unsound = [...book.allComputed()]
    .filter((known) => book.isUnsound(known) && known.subject.aspect === 'amount')
    .filter(({ subject }) => subject.basis === 'reported' && !book.printed(subject))
    .map(({ subject: { concept, period, unit, dimensions } }): Refusal => {
      const reason = 'It would follow from a figure that cannot be right.';
      return { concept, period, unit, dimensions, reason };
    });
  return [...forbidden, ...unknown, ...unsound];
}

/** The last day of all that is reported: what ends later cannot be missed. */
function latestDay(book: Book): IsoDate {
  let last = '';
  for (const [first] of book.groups())
    if (first?.basis === 'reported' && lastDay(first.period) > last) last = lastDay(first.period);
  return last;
}

/** Reported amounts of durations that do not add up, by what they tell apart from the period. */
function groupSeries(book: Book): Map<string, Printed[]> {
  const series = new Map<string, Printed[]>();
  for (const [first] of book.groups()) {
    if (first?.aspect !== 'amount' || first.basis !== 'reported' || !isDuration(first.period)) continue;
    if (reasonAgainst(book, first)) push(series, `${first.concept}|${first.unit}|${first.dimensions}`, first);
  }
  return series;
}

function differencesIn(book: Book, calendar: Calendar, series: readonly Printed[]): Refusal[] {
  const [first] = series;
  if (!first) return [];
  const known = new Set<Period>(series.map(({ period }) => period));
  const years = new Set(series.flatMap(({ period }) => fiscalPart(calendar, period)?.year ?? []));
  return [...years].flatMap((year) =>
    DIFFERENCES.flatMap(({ part, from, less }): Refusal[] => {
      const period = fiscalPeriod(calendar, year, part);
      const hasAll = [from, ...less].every((other) => known.has(fiscalPeriod(calendar, year, other)));
      if (!hasAll || known.has(period)) return [];
      const { concept, unit, dimensions } = first;
      return [{ concept, period, unit, dimensions, reason: reasonAgainst(book, first) ?? '' }];
    }),
  );
}
