import { foldLabel } from '../../../src/concepts/fold-label.ts';
import type { ReadTable } from '../../3-context/read-table.ts';
import type { CellFigure } from '../../grammar/cells.ts';

/** A figure of a table as its digits have it, before anything is read of what it measures. */
export interface TableFigure {
  readonly line: number;
  readonly cell: number;
  /** Index among the table's columns. */
  readonly column: number;
  /** With the printed sign; nil is 0. */
  readonly value: number;
  /** One unit of its last printed place. */
  readonly unit: number;
  /** Digits as printed, without separators and leading zeros; empty for nil. */
  readonly digits: string;
  /** Percents are never added to amounts, nor amounts per share to either. */
  readonly kind: 'amount' | 'percent' | 'perShare';
}

export interface FigureRow {
  readonly line: number;
  /** Folded, so that two wordings of one line item are equal. */
  readonly label: string;
  /** What a row is called that others make up: `Total …`, `Net …`, a row without a label. */
  readonly isResult: boolean;
  /** What says that it adds up the rows above it: `Total …`, `Net cash from …`, `Net change in …`. */
  readonly isTotal: boolean;
  /** What is taken off where rows are added: `Less …`, costs, taxes. */
  readonly isCost: boolean;
  /** By column; undefined where the cell is empty or of words. */
  readonly figures: readonly (TableFigure | undefined)[];
}

/** The figures of a table, row by row, each row as long as there are columns. */
export interface FigureTable {
  readonly rows: readonly FigureRow[];
  readonly columns: number;
}

const RESULT =
  /^$|^(?:sub)?total\b|\btotal$|^(?:net|gross|operating|pre ?tax|adjusted|nongaap|gaap)\b|\b(?:income|profit|earning|loss|ebitda?|margin|balance|equity|cash flow)\b/;
const TOTAL = /^(?:sub)?total\b|\btotal$|^net (?:cash|increase|decrease|change)\b/;
const COST =
  /\b(?:less|expense|cost|provision|tax|charge|depreciation|amortization|impairment|elimination|allowance|purchase|deduction)\b/;

/** A row with more figures than this is no row of a statement: what is read in it is not compared. */
const MOST_COLUMNS = 400;

/** A row as its cells are read, by column: the first figure of each. */
export interface PrintedRow {
  readonly line: number;
  readonly label: string;
  readonly cells: readonly (PrintedCell | undefined)[];
}

interface PrintedCell {
  readonly figure: CellFigure;
  /** Index of the field. */
  readonly cell: number;
}

export function figureTable({ grid, columns, rows }: ReadTable): FigureTable {
  const count = Math.min(MOST_COLUMNS, grid.columns.length);
  const printed = rows
    .filter(({ row }) => row.role === 'item')
    .map(({ row, label }): PrintedRow => {
      const cells: (PrintedCell | undefined)[] = new Array(count).fill(undefined);
      row.cells.forEach(({ column, field, figures: [figure] }, cell) => {
        const at = column - 1;
        if (figure && cell > 0 && at >= 0 && at < count && !columns[at]?.isNote)
          cells[at] = { figure, cell: field ?? cell };
      });
      return { line: row.line, label, cells };
    });
  const rates = columns.map(({ aspect }) => aspect === 'changePercent' || aspect === 'ratio');
  return tableFigures(printed, count, rates);
}

/** `rates`: the columns whose bare figures are percentages. */
export function tableFigures(
  printed: readonly PrintedRow[],
  columns: number,
  rates: readonly boolean[] = [],
): FigureTable {
  const usual = Array.from({ length: columns }, (_, at) =>
    usualPlaces(printed.map(({ cells }) => cells[at])),
  );
  return {
    columns,
    rows: printed.map(({ line, label, cells }): FigureRow => {
      const { text } = foldLabel(label);
      return {
        line,
        label: text,
        isResult: RESULT.test(text),
        isTotal: TOTAL.test(text),
        isCost: COST.test(text),
        figures: cells.map((one, column) => {
          if (!one) return undefined;
          const kind = figureKind(one.figure, usual[column] ?? 0, rates[column] ?? false);
          return tableFigure(one, line, column, kind);
        }),
      };
    }),
  };
}

function figureKind({ token, unit }: CellFigure, usual: number, isRate: boolean): TableFigure['kind'] {
  const isPercent = isRate || token?.percent || unit?.measure === 'percent' || unit?.measure === 'points';
  const places = token?.places ?? 0;
  return isPercent ? 'percent' : places >= 2 && places > usual ? 'perShare' : 'amount';
}

function tableFigure(
  { figure, cell }: PrintedCell,
  line: number,
  column: number,
  kind: TableFigure['kind'],
): TableFigure {
  const { token, isNegative } = figure;
  const size = Number(token?.digits ?? 0);
  return {
    line,
    cell,
    column,
    value: isNegative ? -size : size,
    unit: 10 ** -(token?.places ?? 0),
    digits: (token?.digits ?? '').replace('.', '').replace(/^0+/, ''),
    kind,
  };
}

/** Decimal places of most figures of a column. */
function usualPlaces(column: readonly (PrintedCell | undefined)[]): number {
  const counts = new Map<number, number>();
  for (const one of column)
    if (one?.figure.token && !one.figure.token.percent)
      counts.set(one.figure.token.places, (counts.get(one.figure.token.places) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? 0;
}
