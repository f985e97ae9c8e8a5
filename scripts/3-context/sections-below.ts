import { sections } from '../../src/concepts/index.ts';
import { findConcept, findSection } from '../../src/concepts/vocabulary.ts';
import type { Section } from '../../src/model/concept.ts';
import type { Grid, GridRow } from '../2-tables/grid.ts';

/** Sections of which a statement may have no heading, only the total at their foot. */
const CLOSED: readonly (readonly Section[])[] = [
  ['OperatingActivities', 'InvestingActivities', 'FinancingActivities'],
  ['AssetsCurrentSection', 'AssetsNoncurrentSection'],
  ['LiabilitiesCurrentSection', 'LiabilitiesNoncurrentSection'],
].map((ids) => sections.filter(({ id }) => ids.includes(id)));
const FEWEST = 2;

/** The section of each row by the total that closes it, in a statement without headings: `= Net cash used in investing activities`. */
export function sectionsBelow({ rows }: Grid, issuerNames: readonly string[]): ReadonlyMap<GridRow, string> {
  const lookup = { enclosing: [], issuerNames };
  const named = rows.map((row) => ({
    row,
    heading: row.role === 'group' ? findSection(row.label, lookup) : undefined,
    total: row.role === 'item' ? findConcept(row.label, lookup)?.concept.id : undefined,
  }));
  return new Map(CLOSED.flatMap((closed) => [...closedBelow(named, closed)]));
}

/** A row, with what its words name where it is a heading and where it is none. */
interface NamedRow {
  readonly row: GridRow;
  readonly heading: Section | undefined;
  readonly total: string | undefined;
}

/** Two totals or more show that each of them closes the rows from the one before it, or the heading over both, on. */
function closedBelow(rows: readonly NamedRow[], closable: readonly Section[]): ReadonlyMap<GridRow, string> {
  const found = new Map<GridRow, string>();
  let open: GridRow[] = [];
  const closed = new Set<string>();
  for (const { row, heading, total } of rows) {
    if (heading && closable.includes(heading)) return new Map();
    const section = total && closable.find((one) => one.total === total)?.id;
    if (section) {
      for (const one of open) found.set(one, section);
      closed.add(section);
    }
    // `Liabilities` over what is due soon and what is due later.
    if (section || (heading && closable.some(({ of }) => of === heading.id))) open = [];
    else open.push(row);
  }
  return closed.size < FEWEST ? new Map() : found;
}
