import { rememberLast } from '../../src/model/remember.ts';
import type { ReadColumn } from '../3-context/read-column.ts';
import type { ReadRow } from '../3-context/read-row.ts';
import type { ReadTable } from '../3-context/read-table.ts';
import { isInPercent, type Revision, readRevision, readRevisionHead } from '../grammar/revisions.ts';

/** What a row or its column says of the revision of a target, in a table that gives the target before and after it. */
export function findRevision({ label }: ReadRow, column: ReadColumn, table: ReadTable): Revision | undefined {
  const found = readRevision(label);
  if (found !== undefined)
    return found !== 'step' || table.rows.some((row) => readRevision(row.label) === 'previous')
      ? found
      : undefined;
  const own = revisionOfColumn(column, table);
  return own !== undefined && hasBothColumns(table) ? own : undefined;
}

const hasBothColumns = rememberLast((table: ReadTable): boolean => {
  const revisions = new Set(table.columns.map((column) => revisionOfColumn(column, table)));
  return revisions.has('previous') && revisions.has('revised');
});

function revisionOfColumn(
  { header, basis, aspect }: ReadColumn,
  { captions }: ReadTable,
): Revision | undefined {
  if (aspect === 'change' || aspect === 'changePercent') return undefined;
  const isOfAims = basis === 'target' || captions.basis === 'target';
  const found = header.map((head) => readRevisionHead(head, isOfAims)).find((one) => one !== undefined);
  return found === 'step' ? undefined : found;
}

/** The target that holds is told without a dimension; what it was before, and the step from there, with one. */
export const revisionDimensions = (revision: Revision | undefined): Record<string, string> =>
  revision === undefined || revision === 'revised'
    ? {}
    : { forecast: revision === 'previous' ? 'previous' : 'revision' };

/** A step is the change from one target for a period to another for the same. */
export const aspectOfStep = ({ label }: ReadRow): 'change' | 'changePercent' =>
  isInPercent(label) ? 'changePercent' : 'change';
