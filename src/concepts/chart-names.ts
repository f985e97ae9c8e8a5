import { concepts } from './index.ts';

/** Names by which settings leave charts out: the last part of a chart's address. */
export const CHART_NAMES: readonly string[] = [
  ...['over-time', 'revenue-by-part', 'revenue-mix', 'growth-by-part', 'revenue-to-net-income'],
  ...['gross-margin', 'operating-income', 'against-target', 'toward-target', 'next-target', 'cash-bridge'],
  ...['ebitda-and-capex', 'balance-sheet', 'bandwidth', 'orders', 'dividends'],
  ...['revenue', 'operating-income'].flatMap((whole) =>
    ['segment', 'product', 'region', 'line'].map((by) => `${whole}-by-${by}`),
  ),
  ...[...new Set(concepts.flatMap(({ counted }) => counted ?? []))].flatMap((counted) =>
    [nameCounts(counted)].flatMap((name) => [name, `${name}-by-kind`]),
  ),
];

/** The chart of the numbers of one thing counted. */
export function nameCounts(counted: string): string {
  return counted.replace(/[^a-z]+/gi, '-').toLowerCase();
}
