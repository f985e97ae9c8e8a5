import { sections } from '../../src/concepts/index.ts';
import { findConcept, findSection } from '../../src/concepts/vocabulary.ts';
import type { Grid, GridRow } from '../2-tables/grid.ts';

/** Sections of which a statement may have no heading, only the total at their foot. */
const CLOSED: ReadonlySet<string> = new Set([
  'OperatingActivities',
  'InvestingActivities',
  'FinancingActivities',
]);
const FEWEST = 2;

/** The section of each row by the total that closes it, in a statement without headings: `= Net cash used in investing activities`. */
export function sectionsBelow({ rows }: Grid, issuerNames: readonly string[]): ReadonlyMap<GridRow, string> {
  const lookup = { enclosing: [], issuerNames };
  const found = new Map<GridRow, string>();
  if (rows.some(({ role, label }) => role === 'group' && CLOSED.has(findSection(label, lookup)?.id ?? '')))
    return found;
  let open: GridRow[] = [];
  const closed = new Set<string>();
  for (const row of rows) {
    const total = row.role === 'item' ? findConcept(row.label, lookup)?.concept.id : undefined;
    const section = total && sections.find((one) => one.total === total && CLOSED.has(one.id))?.id;
    if (section) {
      for (const one of open) found.set(one, section);
      closed.add(section);
      open = [];
    } else open.push(row);
  }
  return closed.size < FEWEST ? new Map() : found;
}
