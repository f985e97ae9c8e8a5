import { plainLabel } from '../../src/concepts/fold-label.ts';
import type { GridRow } from '../2-tables/grid.ts';
import { isPlaceName } from './divisions.ts';
import { addUp } from './printed-sums.ts';

/** Rows that name nothing but a place, right below the row that they add up to, by that row: `Revenue`, `U.S.`, `International`. */
export function placesBelow(rows: readonly GridRow[]): ReadonlyMap<GridRow, GridRow> {
  const found = new Map<GridRow, GridRow>();
  rows.forEach((total, i) => {
    if (total.role !== 'item' || isPlace(total)) return;
    const end = rows.findIndex((row, j) => j > i && !isPlace(row));
    const places = rows.slice(i + 1, end < 0 ? undefined : end);
    if (places.length > 1 && addUp(places.map(asRow), asRow(total)))
      for (const row of places) found.set(row, total);
  });
  return found;
}

const isPlace = ({ role, label }: GridRow): boolean => role === 'item' && isPlaceName(plainLabel(label));

const asRow = (row: GridRow) => ({ row });
