import { formatDate, lowerFirst, upperFirst } from '../model/format.ts';
import { closing } from '../model/period.ts';
import type { Chart } from './chart.ts';
import { composeChart } from './compose-chart.ts';
import { countsByKind, isCounted, leaves, shortName } from './counts-by-kind.ts';
import { rateRows } from './forms/rate-rows.ts';
import type { MeasuredAmount } from './reading/measured.ts';
import { findAmount } from './reading/reader.ts';
import { conceptsWhere } from './reading/vocabulary.ts';
import { scaleFor } from './scale.ts';

const LEAST_KINDS = 3;

/** Most are of the largest kind only where it is more than the others together. */
function mixTitle(
  counted: string,
  rows: readonly { label: string; count: MeasuredAmount }[],
  told: string,
): string {
  const [largest, ...others] = rows;
  const name = lowerFirst(largest?.label ?? '');
  const isMost = 2 * (largest?.count.value ?? 0) > rows.reduce((sum, { count }) => sum + count.value, 0);
  if (others.length === 0 || isMost) return `Most ${counted} are for ${name}: ${told}`;
  return `The largest number of ${counted} is for ${name}: ${told}`;
}

/** Numbers of one thing counted, by kind, where they are not known a year before. */
export const countsMix: Chart = (facts, period, issuer) => {
  if (countsByKind(facts, period, issuer)) return undefined;
  const date = closing(period.period);
  const [most] = [...Map.groupBy(conceptsWhere(isCounted), (concept) => concept.counted ?? '')]
    .map(([counted, concepts]) => ({ counted, concepts: leaves(concepts, facts, date) }))
    .sort((a, b) => b.concepts.length - a.concepts.length);
  const rows = (most?.concepts ?? [])
    .flatMap((concept) => {
      const count = findAmount(facts, { concept: concept.id, period: date });
      return count ? [{ label: shortName(concept), count }] : [];
    })
    .sort((a, b) => b.count.value - a.count.value);
  const largest = rows[0];
  if (!most || !largest || rows.length < LEAST_KINDS) return undefined;
  const scale = scaleFor(rows.map(({ count }) => count));
  return composeChart({
    name: `${most.counted.replace(/[^a-z]+/gi, '-').toLowerCase()}-by-kind`,
    question: 'operations',
    size: 'half',
    title: mixTitle(most.counted, rows, scale.figure(largest.count)),
    unit: `${upperFirst(most.counted)} by kind, ${formatDate(date)}`,
    rows,
    scale: { power: 0, places: 0 },
    columns: [[formatDate(date), ({ count }) => scale.cell(count)]],
    summary: {
      lead: `Number of ${most.counted} on ${formatDate(date)}`,
      each: ({ label, count }) => `${lowerFirst(label)} ${scale.figure(count)}`,
    },
    plot: (width) =>
      rateRows(
        rows.map(({ label, count }) => ({
          label,
          rate: count.value,
          text: scale.figure(count),
          cells: [],
          strong: count === largest.count,
          derived: count.derived,
        })),
        { width, heads: [], narrowHead: '' },
      ),
  });
};
