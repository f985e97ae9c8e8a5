import { percentOf } from '../model/quantity.ts';
import type { Chart, ChartSpec } from './chart.ts';
import { footed } from './footing.ts';
import { rateRows } from './forms/rate-rows.ts';
import { bySize, finestParts, partName } from './reading/breakdown.ts';
import { moneyReader } from './reading/reader.ts';
import { revenueByPart } from './revenue-by-part.ts';
import { cellOf, figure, inSentence, listedLong, percent, percentCell, scaleFor, unitOf } from './wording.ts';

const WHOLE = 'Revenues';
const MOST_PARTS = 5;

/** What revenue was made of, where no other period of the length is known to compare it with. */
export const revenueMix: Chart = (facts, period, issuer): ChartSpec | undefined => {
  const read = moneyReader(facts, issuer.reportingCurrency);
  const whole = read(WHOLE, period.period);
  const parts = finestParts(WHOLE, [period.period], read, MOST_PARTS);
  if (!whole || !parts || revenueByPart(facts, period, issuer)) return undefined;
  const rows = bySize(parts, [period.period], read).flatMap(({ concept }) => {
    const amount = read(concept.id, period.period);
    const share = amount && percentOf(amount, whole);
    return amount && share ? [{ name: partName(concept), amount, share }] : [];
  });
  const largest = rows[0];
  if (rows.length < 2 || !largest) return undefined;
  const scale = scaleFor([whole], facts);
  return {
    name: 'revenue-mix',
    question: 'revenue',
    size: 'half',
    title: `${percent(largest.share, 0)} of revenue comes from ${inSentence(largest.name)}`,
    unit: `Parts of revenue, ${period.label}: share in %, and ${unitOf(scale)}`,
    summary: `Revenue of ${figure(whole, scale)}, ${unitOf(scale)}, by part: ${listedLong(rows.map(({ name, amount, share }) => `${inSentence(name)} ${figure(amount, scale)}, ${percent(share)}`))}.`,
    table: footed(
      {
        header: ['', unitOf(scale), 'Share'],
        rows: [
          ...rows.map(({ name, amount, share }) => ({
            label: name,
            cells: [cellOf(amount, scale), percentCell(share, percent(share))],
          })),
          { label: 'Revenue', cells: [cellOf(whole, scale), ''], strong: true },
        ],
        scale: scale.power,
        places: scale.places,
      },
      [{ total: rows.length, parts: rows.map((_, row) => [row, 1]), columns: [0] }],
    ),
    note: '',
    sources: [...rows.flatMap(({ amount }) => amount.facts), ...whole.facts],
    plot: (width) =>
      rateRows(
        rows.map((row) => ({
          label: row.name,
          rate: row.share.value,
          text: percent(row.share),
          cells: [figure(row.amount, scale)],
          strong: row === largest,
          derived: row.amount.derived,
        })),
        {
          width,
          heads: [unitOf(scale)],
          narrow: { head: unitOf(scale), cell: (index) => figure(rows[index]?.amount ?? whole, scale) },
        },
      ),
  };
};
