import { formatDate, formatMonth, lowerFirst, upperFirst } from '../model/format.ts';
import { closing, type Period } from '../model/period.ts';
import { growthRate } from '../model/quantity.ts';
import type { Settled } from '../model/settled.ts';
import { periodBefore } from '../model/year-before.ts';
import type { Chart } from './chart.ts';
import { composeChart } from './compose-chart.ts';
import { columnsOverTime } from './forms/columns.ts';
import { changeFrom, type MeasuredAmount } from './reading/measured.ts';
import { findAmount } from './reading/reader.ts';
import { conceptsWhere } from './reading/vocabulary.ts';
import { makeScale } from './scale.ts';
import { grewBy, isAllZero, whichWay } from './wording.ts';

const MOST_DATES = 8;

interface At {
  readonly label: string;
  readonly date: Period;
  readonly amount: MeasuredAmount;
}

/** What can be carried, at each date known up to the end of the period. */
export const bandwidth: Chart = (facts, period, issuer) => {
  const now = closing(period.period);
  const concept = conceptsWhere(({ kind }) => kind === 'bandwidth').find(({ id }) =>
    findAmount(facts, { concept: id, period: now }),
  );
  const rows = concept ? readDates(facts, concept.id, now) : [];
  const [first, last] = [rows[0], rows.at(-1)];
  if (!concept || !first || !last || first === last || isAllZero(rows.map(({ amount }) => amount)))
    return undefined;
  const places = Math.max(0, ...rows.map(({ amount }) => amount.fact?.decimals ?? 0));
  const scale = makeScale({ power: 0, places, unit: last.amount.unit });
  const yearAgo = periodBefore(issuer, now);
  const year = rows.find(({ date }) => date === yearAgo);
  return composeChart({
    name: 'bandwidth',
    question: 'operations',
    size: 'half',
    title: courseTitle(concept.label, year ?? first, last, year ? 'in a year' : undefined),
    unit: `${concept.label}, ${scale.name}`,
    rows,
    scale,
    columns: [[concept.label, ({ amount }) => scale.cell(amount)]],
    summary: {
      lead: `${concept.label} in ${scale.name}`,
      each: ({ label, amount }) => `${scale.figure(amount)} on ${label}`,
    },
    plot: (width) =>
      columnsOverTime(
        rows.map(({ date, amount }) => ({
          label: formatMonth(date),
          group: '',
          value: amount.value,
          text: scale.figure(amount),
          strong: date === now,
          derived: amount.derived,
        })),
        { width },
      ),
  });
};

function readDates(facts: Settled, concept: string, until: Period): At[] {
  const dates = [...new Set(facts.ofConcept(concept).map(({ period }) => period))]
    .filter((date) => date <= until)
    .sort();
  return dates
    .flatMap((date) => {
      const amount = findAmount(facts, { concept, period: date });
      return amount ? [{ label: formatDate(date), date, amount }] : [];
    })
    .slice(-MOST_DATES);
}

function courseTitle(label: string, from: At, to: At, since = `since ${formatMonth(from.date)}`): string {
  const growth = growthRate(to.amount, from.amount);
  const way = whichWay(changeFrom(to.amount, from.amount), growth);
  if (way === 'level' || !growth) return `${label} held level ${since}`;
  const name = lowerFirst(label).replace(/^total /, '');
  return `${upperFirst(name)} ${grewBy(growth, ['rose', 'fell'])} ${since}`;
}
