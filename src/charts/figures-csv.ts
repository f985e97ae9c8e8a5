import type { Fact } from '../model/fact.ts';
import { ownValue } from '../model/format.ts';
import type { ChartCell, ChartTable } from './chart.ts';

const HEADER = ['row', 'column', 'value', 'unit', 'origin', 'fact'];

/**
 * The figures of a chart, one row each, as plain decimals in base units; `fact` is the id that `facts.csv` knows it
 * by, empty where the chart worked the figure out.
 */
export function figuresCsv({ header, rows }: ChartTable): string {
  const lines = rows.flatMap(({ label, cells }) =>
    cells.flatMap((cell, index) => {
      const figure = findFigure(cell);
      return figure ? [[label, header[index + 1] ?? '', ...figure]] : [];
    }),
  );
  return [HEADER, ...lines].map((fields) => `${fields.map(quote).join(',')}\r\n`).join('');
}

/** Value, unit, origin, fact id. */
function findFigure(cell: ChartCell): string[] | undefined {
  if (typeof cell === 'string') return undefined;
  if (isFact(cell)) return [ownValue(cell), cell.unit, cell.origin, cell.id];
  return [cell.value, cell.unit, 'derived', ''];
}

export const isFact = (cell: ChartCell): cell is Fact => typeof cell !== 'string' && 'concept' in cell;

/** RFC 4180. */
const quote = (field: string): string =>
  /[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
