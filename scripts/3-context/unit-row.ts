import type { Grid } from '../2-tables/grid.ts';
import { columnAt } from '../grammar/numbers.ts';
import { HIGHEST_RATE, readUnit, type UnitPhrase } from '../grammar/units.ts';
import type { Departure } from './departures.ts';
import type { ReadColumn } from './read-column.ts';

/** How far a unit row may have slipped against its columns. */
const SHIFTS = [0, -1, 1, -2, 2, -3, 3] as const;

/** A unit row set right, and where it stood. */
interface AlignedUnits {
  readonly grid: Grid;
  readonly departures: readonly Departure[];
}

/**
 * Sets right a unit row that has slipped sideways. The evidence: a column whose head names shares stands under a unit
 * of money while the unit `Shares` stands under a column of money, or amounts too large for it stand under `%`. The
 * smallest shift that resolves every such conflict is taken; columns that are then left without a unit take the row's
 * money unit. The same grid where nothing is amiss.
 */
export function alignUnits(grid: Grid, columns: readonly ReadColumn[]): AlignedUnits {
  const row = grid.rows.find(({ role }) => role === 'unit');
  const counts = columns.filter(({ concept }) => concept?.kind === 'shares');
  const tooLarge = columnsTooLarge(columns, grid);
  if (!row || counts.length + tooLarge.size === 0) return { grid, departures: [] };
  const units = row.cells.map(({ text }) => readUnit(text));
  const conflicts = (shift: number) =>
    columns.filter((column) => {
      const unit = units[column.cell - shift];
      return isConflict(column, unit) || (tooLarge.has(column) && unit?.measure === 'percent');
    }).length;
  const open = (shift: number) => columns.filter(({ cell }) => units[cell - shift] === undefined).length;
  const mayBe = (shift: number) =>
    conflicts(shift) === 0 && (shift === 0 || counts.length > 0 || open(shift) === 0);
  const shift = SHIFTS.filter(mayBe).sort((a, b) => Math.abs(a) - Math.abs(b) || open(a) - open(b))[0];
  if (shift === undefined || shift === 0) return { grid, departures: [] };
  const money = row.cells[units.findIndex((unit) => unit?.currency !== undefined)]?.text;
  const moved = grid.columns.map((column) => ({
    ...column,
    unit: (units[column.cell - shift] && row.cells[column.cell - shift]?.text) || money || column.unit,
  }));
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
    message: `The row of units stands ${Math.abs(shift)} ${Math.abs(shift) === 1 ? 'column' : 'columns'} too far ${shift < 0 ? 'right' : 'left'}: as printed it gives ${counts.length > 0 ? `"${counts[0]?.header.at(-1) ?? ''}" in money and an amount of money in shares` : 'amounts in percent'}.`,
  };
  return { grid: { ...grid, columns: moved }, departures: [departure] };
}

/** Columns with figures that are hardly percentages, whatever unit stands over them. */
const columnsTooLarge = (columns: readonly ReadColumn[], grid: Grid): ReadonlySet<ReadColumn> =>
  new Set(
    columns.filter(({ cell }) =>
      grid.rows.some(({ role, cells }) =>
        role !== 'item'
          ? false
          : cells[cell]?.figures.some(
              ({ token }) => token && !token.percent && Number(token.digits) >= HIGHEST_RATE,
            ),
      ),
    ),
  );

function isConflict({ concept }: ReadColumn, unit: UnitPhrase | undefined): boolean {
  if (concept?.kind === 'shares') return unit?.measure !== 'shares';
  return unit?.measure === 'shares';
}
