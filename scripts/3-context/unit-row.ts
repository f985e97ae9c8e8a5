import type { Grid } from '../2-tables/grid.ts';
import { columnAt } from '../grammar/numbers.ts';
import { readUnit, type UnitPhrase } from '../grammar/units.ts';
import type { Departure } from './departures.ts';
import type { ReadColumn } from './read-column.ts';

/** How far a unit row may have slipped against its columns. */
const SHIFTS = [0, -1, 1, -2, 2, -3, 3] as const;

/**
 * Sets right a unit row that has slipped sideways. The evidence: a column whose head names shares stands under a unit
 * of money while the unit `Shares` stands under a column of money. The smallest shift that resolves every such conflict
 * is taken; columns that are then left without a unit take the row's money unit.
 */
export function alignUnits(
  grid: Grid,
  columns: readonly ReadColumn[],
): { columns: readonly ReadColumn[]; departures: Departure[] } {
  const row = grid.rows.find(({ role }) => role === 'unit');
  const counts = columns.filter(({ concept }) => concept?.kind === 'shares');
  if (!row || counts.length === 0) return { columns, departures: [] };
  const units = row.cells.map(({ text }) => readUnit(text));
  const conflicts = (shift: number) =>
    columns.filter((column) => isConflict(column, units[column.cell - shift])).length;
  const shift = SHIFTS.find((candidate) => conflicts(candidate) === 0);
  if (shift === undefined || shift === 0) return { columns, departures: [] };
  const money = units.find((unit) => unit?.currency !== undefined);
  const moved = columns.map((column) => {
    const unit = units[column.cell - shift] ?? money;
    return unit ? { ...column, unit } : column;
  });
  const first = row.cells.findIndex(({ text }) => text !== '');
  const departure: Departure = {
    rule: 'unit-row',
    line: row.line,
    column: columnAt(
      grid.source.raw.rows
        .find(({ line }) => line === row.line)
        ?.cells.map(({ source }) => source)
        .join('\t') ?? '',
      row.cells[first]?.offset ?? 0,
    ),
    cell: first,
    expected: `units ${Math.abs(shift)} ${Math.abs(shift) === 1 ? 'column' : 'columns'} further ${shift < 0 ? 'left' : 'right'}`,
    actual: row.cells
      .map(({ text }) => text)
      .filter(Boolean)
      .join(', '),
    message: `The row of units stands ${Math.abs(shift)} ${Math.abs(shift) === 1 ? 'column' : 'columns'} too far ${shift < 0 ? 'right' : 'left'}: as printed it gives "${counts[0]?.header.at(-1) ?? ''}" in money and an amount of money in shares.`,
  };
  return { columns: moved, departures: [departure] };
}

function isConflict({ concept }: ReadColumn, unit: UnitPhrase | undefined): boolean {
  if (concept?.kind === 'shares') return unit?.measure !== 'shares';
  return unit?.measure === 'shares';
}
