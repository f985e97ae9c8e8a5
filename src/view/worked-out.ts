import type { Fact } from '../model/fact.ts';
import { formatFact } from '../model/format.ts';
import type { Derived } from './growth.ts';
import type { KeyFigures } from './key-figures.ts';

/** How a figure of a page was worked out, for the place that its link leads to. */
export interface WorkedOut {
  readonly id: string;
  readonly label: string;
  readonly derived: Derived;
  readonly now: { readonly fact: Fact; readonly text: string };
  readonly before: { readonly fact: Fact; readonly text: string };
}

/** Id, on a page, of how the columns were worked out that its tables add. */
export const DERIVED_COLUMNS = 'derived-columns';

/** The changes among the key figures that no document prints. */
export function workedOut({ large, small }: KeyFigures): WorkedOut[] {
  return [...large, ...small].flatMap(({ label, fact, before, change }) => {
    if (!change || !before || !('derived' in change)) return [];
    const shown = (of: Fact) => ({ fact: of, text: formatFact(of) });
    return [{ id: change.id, label, derived: change.derived, now: shown(fact), before: shown(before) }];
  });
}
