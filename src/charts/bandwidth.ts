import { concepts } from '../concepts/index.ts';
import { formatDate, formatMonth, lowerFirst, upperFirst } from '../model/format.ts';
import { closing, type Period } from '../model/period.ts';
import { periodBefore } from '../model/year-before.ts';
import type { Chart } from './chart.ts';
import { composeChart } from './compose-chart.ts';
import { columnsOverTime } from './forms/columns.ts';
import type { MeasuredAmount } from './reading/measured.ts';
import { findAmount } from './reading/page.ts';
import { scaleAsPrinted } from './scale.ts';
import { compare, grewBy, isAllZero } from './wording.ts';

const MOST_DATES = 8;

interface At {
  readonly label: string;
  readonly date: Period;
  readonly amount: MeasuredAmount;
}

/** What can be carried, at each date known up to the end of the period. */
export const bandwidth: Chart = ({ facts, issuer, now: period }) => {
  const now = closing(period);
  const readAt = (concept: string, date: Period) => findAmount(facts, { concept, period: date });
  const concept = concepts.find(({ kind, id }) => kind === 'bandwidth' && readAt(id, now));
  if (!concept) return undefined;
  const dates = new Set(facts.ofConcept(concept.id).map((fact) => fact.period));
  const rows = [...dates]
    .filter((date) => date <= now)
    .sort()
    .flatMap((date): At[] => {
      const amount = readAt(concept.id, date);
      return amount ? [{ label: formatDate(date), date, amount }] : [];
    })
    .slice(-MOST_DATES);
  const amounts = rows.map(({ amount }) => amount);
  const [first, last] = [rows[0], rows.at(-1)];
  if (!first || !last || first === last || isAllZero(amounts)) return undefined;
  const scale = scaleAsPrinted(amounts, last.amount.unit);
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
    plot: columnsOverTime(
      rows.map(({ date, amount }) => ({
        label: formatMonth(date),
        group: '',
        ...scale.shown(amount),
        strong: date === now,
      })),
    ),
  });
};

function courseTitle(label: string, from: At, to: At, since = `since ${formatMonth(from.date)}`): string {
  const { growth, way } = compare(to.amount, from.amount);
  if (way === 'level' || !growth) return `${label} held level ${since}`;
  const name = lowerFirst(label).replace(/^total /, '');
  return `${upperFirst(name)} ${grewBy(growth, ['rose', 'fell'])} ${since}`;
}
