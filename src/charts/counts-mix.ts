import { formatDate } from '../model/format.ts';
import { closing } from '../model/period.ts';
import type { Chart, ChartSpec } from './chart.ts';
import { countsByKind, isCounted, leaves, shortName } from './counts-by-kind.ts';
import { rateRows } from './forms/rate-rows.ts';
import type { Measured } from './reading/measured.ts';
import { findAmount } from './reading/reader.ts';
import { conceptsWhere } from './reading/vocabulary.ts';
import { capital, cellOf, figure, inSentence, listed, scaleFor } from './wording.ts';

const LEAST_KINDS = 3;

/** Most are of the largest kind only where it is more than the others together. */
function titleOf(counted: string, rows: readonly { name: string; count: Measured }[], told: string): string {
  const [largest, ...others] = rows;
  const name = inSentence(largest?.name ?? '');
  const isMost = 2 * (largest?.count.value ?? 0) > rows.reduce((sum, { count }) => sum + count.value, 0);
  if (others.length === 0 || isMost) return `Most ${counted} are for ${name}: ${told}`;
  return `The largest number of ${counted} is for ${name}: ${told}`;
}

/** Numbers of one thing counted, by kind, where they are not known a year before. */
export const countsMix: Chart = (facts, period, issuer): ChartSpec | undefined => {
  if (countsByKind(facts, period, issuer)) return undefined;
  const date = closing(period.period);
  const groups = [...Map.groupBy(conceptsWhere(isCounted), ({ counted }) => counted ?? '')];
  const [most] = groups
    .map(([counted, concepts]) => ({ counted, concepts: leaves(concepts, facts, date) }))
    .sort((a, b) => b.concepts.length - a.concepts.length);
  const rows = (most?.concepts ?? [])
    .flatMap((concept) => {
      const count = findAmount(facts, { concept: concept.id, period: date });
      return count ? [{ name: shortName(concept), count }] : [];
    })
    .sort((a, b) => b.count.value - a.count.value);
  const largest = rows[0];
  if (!most || !largest || rows.length < LEAST_KINDS) return undefined;
  const scale = scaleFor(rows.map(({ count }) => count));
  const told = (index: number): string => figure(rows[index]?.count ?? largest.count, scale);
  return {
    name: `${most.counted.replace(/[^a-z]+/gi, '-').toLowerCase()}-by-kind`,
    question: 'operations',
    size: 'half',
    title: titleOf(most.counted, rows, told(0)),
    unit: `${capital(most.counted)} by kind, ${formatDate(date)}`,
    summary: `Number of ${most.counted} on ${formatDate(date)}: ${listed(rows.map(({ name, count }) => `${inSentence(name)} ${figure(count, scale)}`))}.`,
    table: {
      header: ['', formatDate(date)],
      rows: rows.map(({ name, count }) => ({ label: name, cells: [cellOf(count, scale)] })),
      scale: 0,
      places: 0,
    },
    note: '',
    sources: rows.flatMap(({ count }) => count.facts),
    plot: (width) =>
      rateRows(
        rows.map(({ name, count }, index) => ({
          label: name,
          rate: count.value,
          text: told(index),
          cells: [],
          strong: index === 0,
          derived: count.derived,
        })),
        { width, heads: [], narrow: { head: '', cell: () => '' } },
      ),
  };
};
