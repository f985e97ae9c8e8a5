import type { Fact } from '../../src/model/fact.ts';
import type { Problem } from '../../src/model/problem.ts';
import type { ReadTable } from '../3-context/read-table.ts';

/** Where a figure stands. */
export interface FigurePlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly text: string;
  /** 0-based field. */
  readonly cell: number;
}

const at = ({ file, line, column }: FigurePlace) => ({ file, line, column });

export const untoldColumn = (place: FigurePlace, width: number): Problem => ({
  ...at(place),
  found: `the figure "${place.text}" in field ${place.cell + 1}, where the table's head has only ${width}`,
  expected: 'a head above every column of figures',
  mend: 'add the missing head, or remove a tab that is too many in this row',
});

export const untoldPeriod = (place: FigurePlace, label: string): Problem => ({
  ...at(place),
  found: `the figure "${place.text}" (${label || 'no label'}) for which no period can be told`,
  expected:
    'a period in the column head, the row, a caption such as "(For the fiscal year ended March 31, 2013)" or the heading above',
  mend: 'name the period in one of these places',
});

/** One problem of each table is enough to mend it; the others are counted. */
export function firstOf([first, ...others]: readonly Problem[]): Problem[] {
  if (!first) return [];
  return [
    others.length === 0
      ? first
      : { ...first, found: `${first.found}, and ${others.length} more in this table` },
  ];
}

/** Figures of one row that nothing tells apart: columns without heads cannot be guessed. One problem for each table. */
export function untoldColumns(table: ReadTable, facts: readonly Fact[], file: string): Problem[] {
  const headless = new Set(table.columns.filter(({ header }) => header.length === 0).map(({ cell }) => cell));
  if (headless.size < 2) return [];
  const first = new Map<string, Fact>();
  for (const fact of facts) {
    if (fact.cell === null || !headless.has(fact.cell)) continue;
    const key = [
      fact.line,
      fact.concept,
      fact.aspect,
      fact.basis,
      fact.dimensions,
      fact.period,
      fact.unit,
      fact.qualifier,
    ].join('|');
    const other = first.get(key);
    if (other && other.cell !== fact.cell && other.value !== fact.value) return [twins(other, fact, file)];
    first.set(key, fact);
  }
  return [];
}

const twins = (one: Fact, other: Fact, file: string): Problem => ({
  file,
  line: other.line,
  column: other.column,
  found: `the figures ${one.raw} and ${other.raw} (${other.label || 'no label'}) in columns that nothing tells apart`,
  expected: 'a head above each column that names its period',
  mend: 'add a row of heads above the table, one for each column',
});
