import { conceptById } from '../../src/concepts/index.ts';
import type { ReadRow } from './rows.ts';

const TOTAL = /^(?:total|consolidated)\b/i;

/** `Net sales`, `Membership fees`, `Total revenue`: sales that other revenue is added to are not the revenue. */
export function salesBesideTotal(rows: readonly ReadRow[]): readonly ReadRow[] {
  const total = rows.findIndex((row) => isRevenue(row) && TOTAL.test(row.label));
  const first = rows.findIndex(
    (row) => isRevenue(row) && !TOTAL.test(row.label) && /\bsales\b/i.test(row.label),
  );
  const between = rows.slice(first + 1, total).filter(({ row }) => row.cells.length > 0);
  const sales = conceptById.get('SalesRevenueNet');
  if (first < 0 || total < first + 2 || between.length > MOST_PARTS || !sales) return rows;
  if (between.some((row) => row.concept !== undefined && !isOfRevenue(row))) return rows;
  if (isSame(rows[first] as ReadRow, rows[total] as ReadRow)) return rows;
  return rows.map((row, i) => (i === first ? { ...row, concept: sales } : row));
}

const MOST_PARTS = 5;

const isRevenue = ({ concept, dimensions, partOf, row }: ReadRow): boolean =>
  concept?.id === 'Revenues' &&
  partOf === undefined &&
  Object.keys(dimensions).length === 0 &&
  row.cells.length > 0;

const isOfRevenue = ({ concept }: ReadRow): boolean => /Revenues?(?:$|[A-Z])/.test(concept?.id ?? '');

const isSame = (a: ReadRow, b: ReadRow): boolean =>
  a.row.cells.some(
    ({ text }, i) => /\d/.test(text) && text.replace(/\D/g, '') === b.row.cells[i]?.text.replace(/\D/g, ''),
  );
