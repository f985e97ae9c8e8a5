import { lowerFirst } from '../model/format.ts';
import { percentage } from '../model/quantity.ts';
import type { Chart } from './chart.ts';
import { composeChart, sumBelow } from './compose-chart.ts';
import { rateRows } from './forms/rate-rows.ts';
import { bySize, comesFrom, finestParts, partLabel } from './reading/breakdown.ts';
import { moneyReader } from './reading/reader.ts';
import { revenueByPart } from './revenue-by-part.ts';
import { scaleFor } from './scale.ts';
import { formatPercent, percentCell } from './wording.ts';

const WHOLE = 'Revenues';
const MOST_PARTS = 5;

/** What revenue was made of, where no other period of the length is known to compare it with. */
export const revenueMix: Chart = (facts, period, issuer) => {
  const read = moneyReader(facts, issuer.reportingCurrency);
  const whole = read(WHOLE, period.period);
  const parts = finestParts(WHOLE, [period.period], read, MOST_PARTS);
  if (!whole || !parts || revenueByPart(facts, period, issuer)) return undefined;
  const rows = bySize(parts, [period.period], read).flatMap(({ concept }) => {
    const amount = read(concept.id, period.period);
    const share = amount && percentage(amount, whole);
    return amount && share ? [{ label: partLabel(concept), amount, share }] : [];
  });
  const largest = rows[0];
  if (rows.length < 2 || !largest) return undefined;
  const scale = scaleFor([whole], facts);
  return composeChart({
    name: 'revenue-mix',
    question: 'revenue',
    size: 'half',
    title: `${formatPercent(largest.share, 0)} of revenue ${comesFrom(largest.label)}`,
    unit: `Parts of revenue, ${period.label}: share in %, and ${scale.name}`,
    rows: [...rows, { label: 'Revenue', amount: whole, share: undefined, strong: true }],
    scale,
    columns: [
      [scale.name, ({ amount }) => scale.cell(amount)],
      ['Share', ({ share }) => (share ? percentCell(share, formatPercent(share)) : '')],
    ],
    sums: [sumBelow(0, rows.length, [0])],
    summary: {
      lead: `Revenue of ${scale.figure(whole)}, ${scale.name}, by part`,
      each: ({ label, amount, share }) =>
        share ? `${lowerFirst(label)} ${scale.figure(amount)}, ${formatPercent(share)}` : '',
      hasCommas: true,
    },
    plot: (width) =>
      rateRows(
        rows.map((row) => ({
          label: row.label,
          rate: row.share.value,
          text: formatPercent(row.share),
          cells: [scale.figure(row.amount)],
          strong: row === largest,
          derived: row.amount.derived,
        })),
        { width, heads: [scale.name], narrowHead: scale.name },
      ),
  });
};
