import type { Printed } from '../../src/model/fact.ts';
import type { ReadTable } from '../3-context/read-table.ts';

/** A figure of a table that is no fact, by its 1-based line and column, and why it is none. */
export interface UntoldFigure {
  readonly line: number;
  readonly column: number;
  /** As printed. */
  readonly text: string;
  readonly reason: string;
}

export const beyondTheHeads = (cell: number, width: number): string =>
  `it is in field ${cell + 1}, where the table's head has only ${width}`;

export const OPEN = 'its mark may group thousands or part decimals: the document shows too little, or both';
export const TORN = 'it is no number as numbers are written here';

export const LOST_ROW =
  'it stands in a row of numbers without words around it: a table that lost its columns';

export const ALONE = 'it stands alone, and nothing shows whether it is a figure or the number of a page';

export const NOT_UNDERSTOOD = 'the words around it were not understood as telling what it states';

export const inLanguage = (language: string): string =>
  `its sentence is in ${language}, and only sentences in English are read`;

export const WITHOUT_PERIOD =
  'no period is named in its column head, its row, the captions or the heading above';

/**
 * Figures of headless columns, where two of one row would be statements of one thing: such columns cannot be guessed
 * apart. Facts by their ids.
 */
export function findTwins(table: ReadTable, facts: readonly Printed[]): Map<string, UntoldFigure> {
  const headless = new Set(table.columns.filter(({ header }) => header.length === 0).map(({ cell }) => cell));
  const own = facts.filter(({ cell }) => cell !== null && headless.has(cell));
  if (headless.size < 2 || !hasTwins(own)) return new Map();
  const reason = 'no head distinguishes its column from the one beside it';
  return new Map(own.map(({ id, line, column, raw }) => [id, { line, column, text: raw, reason }]));
}

function hasTwins(facts: readonly Printed[]): boolean {
  const first = new Map<string, Printed>();
  return facts.some((fact) => {
    const { line, concept, aspect, basis, dimensions, period, unit, qualifier } = fact;
    const key = [line, concept, aspect, basis, dimensions, period, unit, qualifier].join('|');
    const other = first.get(key);
    first.set(key, other ?? fact);
    return other !== undefined && other.cell !== fact.cell && other.value !== fact.value;
  });
}
