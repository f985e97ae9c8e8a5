import { sections } from '../../src/concepts/index.ts';
import { findConcept, findSection } from '../../src/concepts/vocabulary.ts';
import type { Section } from '../../src/model/concept.ts';
import type { Grid, GridRow } from '../2-tables/grid.ts';

/** Sections of which a statement may have no heading, only the total at their foot. */
const CLOSED: readonly ReadonlySet<string>[] = [
  new Set(['OperatingActivities', 'InvestingActivities', 'FinancingActivities']),
  new Set(['AssetsCurrentSection', 'AssetsNoncurrentSection']),
  new Set(['LiabilitiesCurrentSection', 'LiabilitiesNoncurrentSection']),
];
const FEWEST = 2;

/** The section of each row by the total that closes it, in a statement without headings: `= Net cash used in investing activities`. */
export const sectionsBelow = (grid: Grid, issuerNames: readonly string[]): ReadonlyMap<GridRow, string> =>
  new Map(CLOSED.flatMap((closed) => [...closedBelow(grid, closed, issuerNames)]));

/** Two totals or more show that each of them closes the rows from the one before it, or the heading over both, on. */
function closedBelow(
  { rows }: Grid,
  ids: ReadonlySet<string>,
  issuerNames: readonly string[],
): ReadonlyMap<GridRow, string> {
  const lookup = { enclosing: [], issuerNames };
  const found = new Map<GridRow, string>();
  let open: GridRow[] = [];
  const closed = new Set<string>();
  for (const row of rows) {
    const named = row.role === 'group' ? findSection(row.label, lookup) : undefined;
    if (named && ids.has(named.id)) return new Map();
    const total = row.role === 'item' ? findConcept(row.label, lookup)?.concept.id : undefined;
    const section = total && sections.find((one) => one.total === total && ids.has(one.id))?.id;
    if (section) {
      for (const one of open) found.set(one, section);
      closed.add(section);
    }
    if (section || (named && holds(named, ids))) open = [];
    else open.push(row);
  }
  return closed.size < FEWEST ? new Map() : found;
}

/** `Liabilities` over what is due soon and what is due later. */
const holds = (outer: Section, ids: ReadonlySet<string>): boolean =>
  sections.some(({ id, of }) => ids.has(id) && of === outer.id);
