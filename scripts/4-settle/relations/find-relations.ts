import type { ReadTable } from '../../3-context/read-table.ts';
import { columnRelations } from './across.ts';
import { type FigureTable, figureTable } from './figures.ts';
import { ratioRows } from './ratio-rows.ts';
import { recurrences } from './recurrences.ts';
import type { DigitRelation } from './relation.ts';
import { sumsDown } from './sums-down.ts';

/** Everything that the digits of a document's tables show of how they hang together, whatever they are called. */
export const findRelations = (tables: readonly ReadTable[]): DigitRelation[] =>
  relationsIn(tables.map(figureTable));

export const relationsIn = (tables: readonly FigureTable[]): DigitRelation[] => [
  ...tables.flatMap((table) => [...sumsDown(table), ...columnRelations(table), ...ratioRows(table)]),
  ...recurrences(tables),
];
