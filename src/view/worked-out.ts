import type { Fact } from '../model/fact.ts';
import { formatUnit, signOfRise, withSign } from '../model/format.ts';
import type { Derived } from './growth.ts';
import type { KeyFigures } from './key-figures.ts';

/** How a figure of a page was worked out, for the place that its link leads to. */
export interface WorkedOut {
  readonly id: string;
  /** With its unit: `Revenues, JPY millions`. */
  readonly label: string;
  /** `+8.6%`, `(0.4) points`. */
  readonly change: string;
  readonly derived: Derived;
  readonly now: Shown;
  readonly before: Shown;
}

/** A figure as the page tells it. */
export interface Shown {
  readonly fact: Fact;
  readonly scale: number;
  readonly places: number;
}

/** Id, on a page, of how the columns were worked out that its tables add. */
export const DERIVED_COLUMNS = 'derived-columns';

/** The changes among the key figures that no document prints. */
export function workedOut({ large, small }: KeyFigures): WorkedOut[] {
  return [...large, ...small].flatMap(({ label, fact, scale, places, before, change }) => {
    if (!change || !before || !('derived' in change)) return [];
    const shown = (of: Fact) => ({ fact: of, scale, places });
    const name = [label, formatUnit(fact.unit, scale)].filter(Boolean).join(', ');
    const { id, derived } = change;
    return [{ id, label: name, change: told(derived), derived, now: shown(fact), before: shown(before) }];
  });
}

const told = ({ text, unit }: Derived): string =>
  unit === 'points'
    ? `${signOfRise(text)}${text} points`
    : `${signOfRise(text)}${withSign(text, unit === 'percent' ? '%' : '')}`;
