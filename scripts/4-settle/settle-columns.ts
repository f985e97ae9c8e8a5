import { factKey, type Printed } from '../../src/model/fact.ts';
import { isSameFigure } from '../../src/model/same-number.ts';
import type { ReadTable } from '../3-context/read-table.ts';
import type { Doubts, Evidence } from './evidence.ts';

/** Fewer rows show no layout. */
const FEWEST_ROWS = 6;
/** Of the rows with figures, those without a name of their own, where each other row has one: a list of two columns. */
const NAMELESS = 0.25;
/** Of the rows, those with one figure. */
const LONE = 0.8;

/**
 * Tests whether a table has kept its columns. Text with a cell on each line has one figure a row, and many rows without
 * a name: they are the second column of the row above, under a head that is lost.
 */
export function doubtColumns(evidence: Evidence): Doubts {
  const lost = new Set(evidence.tables.filter(hasLostColumns));
  const lines = new Set([...lost].flatMap(({ rows }) => rows.map(({ row }) => row.line)));
  const doubted = evidence.facts.filter(({ origin, line }) => origin === 'table' && lines.has(line));
  return new Map([
    ...columnsAlike(evidence),
    ...doubted.map(
      ({ id }) => [id, 'Its table has lost its columns: rows without a name follow each other.'] as const,
    ),
  ]);
}

/**
 * Two columns of a row that are told alike and hold different figures: a head that takes them apart was not understood. One
 * head printed twice is a slip, which checks tell.
 */
function columnsAlike({ facts }: Evidence): Doubts {
  const told = Map.groupBy(
    facts.filter(({ origin, qualifier }) => origin === 'table' && qualifier === 'exact'),
    (fact) => `${fact.line} ${fact.compared} ${factKey(fact)}`,
  );
  const differs = (one: Printed, other: Printed) =>
    one.cell !== other.cell && one.header.join() !== other.header.join() && !isSameFigure(one, other);
  return new Map(
    [...told.values()]
      .filter((alike) => alike.some((one) => alike.some((other) => differs(one, other))))
      .flat()
      .map(({ id }) => [id, 'Another figure of its row is told for the same, and is not the same.']),
  );
}

function hasLostColumns({ rows }: ReadTable): boolean {
  const items = rows.filter(({ row }) => row.role === 'item');
  if (items.length < FEWEST_ROWS) return false;
  const share = (is: (item: (typeof items)[number]) => boolean) => items.filter(is).length / items.length;
  return (
    share(({ row }) => row.cells.flatMap(({ figures }) => figures).length === 1) >= LONE &&
    share(({ row }) => row.label.trim() === '') >= NAMELESS
  );
}
