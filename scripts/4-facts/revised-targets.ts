import type { ReadTable } from '../3-context/read-table.ts';
import type { ReadRow } from '../3-context/rows.ts';
import { isInPercent, type Revision, readRevision } from '../grammar/revisions.ts';

/** What a row says of the revision of a target, in a table that gives the target before and after it. */
export function revisionOf({ label }: ReadRow, { rows }: ReadTable): Revision | undefined {
  const found = readRevision(label);
  if (found !== 'step') return found;
  return rows.some((row) => readRevision(row.label) === 'previous') ? found : undefined;
}

/** The target that holds is told without a dimension; what it was before, and the step from there, with one. */
export const revisionDimensions = (revision: Revision | undefined): Record<string, string> =>
  revision === undefined || revision === 'revised'
    ? {}
    : { forecast: revision === 'previous' ? 'previous' : 'revision' };

/** A step is the change from one target for a period to another for the same. */
export const aspectOfStep = ({ label }: ReadRow): 'change' | 'changePercent' =>
  isInPercent(label) ? 'changePercent' : 'change';
