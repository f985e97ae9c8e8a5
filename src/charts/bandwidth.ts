import { concepts } from '../concepts/index.ts';
import { formatDate, formatMonth, lowerFirst, upperFirst } from '../model/format.ts';
import type { Chart } from './chart.ts';
import { composeChart } from './compose-chart.ts';
import { columnPanels } from './forms/columns.ts';
import { findAmount, readDates } from './reading/page.ts';
import { scaleAsPrinted } from './scale.ts';
import { compare, grewBy, isAllZero } from './wording.ts';

const MOST_DATES = 8;

type At = ReturnType<typeof readDates>[number];

/** What can be carried, at each date known up to the end of the period. */
export const bandwidth: Chart = ({ facts, dates: [yearAgo, now] }) => {
  const concept = concepts.find(
    ({ kind, id }) => kind === 'bandwidth' && findAmount(facts, { concept: id, period: now }),
  );
  if (!concept) return undefined;
  const rows = readDates(facts, { concept: concept.id })
    .filter(({ date }) => date <= now)
    .map((at) => ({ ...at, label: formatDate(at.date) }))
    .slice(-MOST_DATES);
  const amounts = rows.map(({ amount }) => amount);
  const [first, last] = [rows[0], rows.at(-1)];
  if (!first || !last || first === last || isAllZero(amounts)) return undefined;
  const scale = scaleAsPrinted(amounts, last.amount.unit);
  const year = rows.find(({ date }) => date === yearAgo);
  return composeChart({
    name: 'bandwidth',
    question: 'operations',
    title: courseTitle(concept.label, year ?? first, last, year ? 'in a year' : undefined),
    unit: `${concept.label}, ${scale.name}`,
    rows,
    scale,
    columns: [[concept.label, ({ amount }) => scale.cell(amount)]],
    summary: {
      lead: `${concept.label} in ${scale.name}`,
      each: ({ label, amount }) => `${scale.figure(amount)} on ${label}`,
    },
    plot: columnPanels([
      {
        items: rows.map(({ date, amount }) => ({
          label: formatMonth(date),
          amount: scale.shown(amount),
          strong: date === now,
        })),
      },
    ]),
  });
};

function courseTitle(label: string, from: At, to: At, since = `since ${formatMonth(from.date)}`): string {
  const { growth, way } = compare(to.amount, from.amount);
  if (way === 'level' || !growth) return `${label} held level ${since}`;
  const name = lowerFirst(label).replace(/^total /, '');
  return `${upperFirst(name)} ${grewBy(growth, ['rose', 'fell'])} ${since}`;
}
