import { formatDate, formatMonth, formatUnit } from '../model/format.ts';
import { closing, type Period } from '../model/period.ts';
import { growthOf } from '../model/quantity.ts';
import type { Settled } from '../model/settled.ts';
import { periodBefore } from '../model/year-before.ts';
import type { Chart, ChartSpec } from './chart.ts';
import { columnsOverTime } from './forms/columns.ts';
import { changeOf, type Measured } from './reading/measured.ts';
import { findAmount } from './reading/reader.ts';
import { conceptsWhere } from './reading/vocabulary.ts';
import { capital, figure, grewBy, inSentence, isAllZero, listed, type Scale, wayOf } from './wording.ts';

const MOST_DATES = 8;

interface At {
  readonly date: Period;
  readonly amount: Measured;
}

/** What can be carried, at each date known up to the end of the period. */
export const bandwidth: Chart = (facts, period, issuer): ChartSpec | undefined => {
  const now = closing(period.period);
  const concept = conceptsWhere(({ kind }) => kind === 'bandwidth').find(({ id }) =>
    findAmount(facts, { concept: id, period: now }),
  );
  const dates = concept ? datesOf(facts, concept.id, now) : [];
  const last = dates.at(-1);
  if (!concept || !last || dates.length < 2 || isAllZero(dates.map(({ amount }) => amount))) return undefined;
  const places = Math.max(0, ...dates.map(({ amount }) => amount.fact?.decimals ?? 0));
  const scale: Scale = { power: 0, places, unit: last.amount.unit };
  const yearAgo = periodBefore(issuer, now);
  const year = dates.find(({ date }) => date === yearAgo);
  return {
    name: 'bandwidth',
    question: 'operations',
    size: 'half',
    title: titleOf(concept.label, year ?? (dates[0] as At), last, year ? 'in a year' : undefined),
    unit: `${concept.label}, ${formatUnit(last.amount.unit)}`,
    summary: `${concept.label} in ${formatUnit(last.amount.unit)}: ${listed(dates.map(({ date, amount }) => `${figure(amount, scale)} on ${formatDate(date)}`))}.`,
    table: {
      header: ['', concept.label],
      rows: dates.map(({ date, amount }) => ({ label: formatDate(date), cells: [amount.fact ?? ''] })),
      scale: 0,
      places,
    },
    note: '',
    sources: dates.flatMap(({ amount }) => amount.facts),
    plot: (width) =>
      columnsOverTime(
        dates.map(({ date, amount }) => ({
          label: formatMonth(date),
          group: '',
          value: amount.value,
          text: figure(amount, scale),
          strong: date === now,
          derived: amount.derived,
        })),
        { width },
      ),
  };
};

function datesOf(facts: Settled, concept: string, until: Period): At[] {
  const dates = [...new Set(facts.ofConcept(concept).map(({ period }) => period))]
    .filter((date) => date <= until)
    .sort();
  return dates
    .flatMap((date) => {
      const amount = findAmount(facts, { concept, period: date });
      return amount ? [{ date, amount }] : [];
    })
    .slice(-MOST_DATES);
}

function titleOf(label: string, from: At, to: At, since = `since ${formatMonth(from.date)}`): string {
  const growth = growthOf(to.amount, from.amount);
  const way = wayOf(changeOf(to.amount, from.amount), growth);
  if (way === 'level' || !growth) return `${label} held level ${since}`;
  const name = inSentence(label).replace(/^total /, '');
  return `${capital(name)} ${grewBy(growth, ['rose', 'fell'])} ${since}`;
}
