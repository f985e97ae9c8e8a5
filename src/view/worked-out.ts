import type { Fact } from '../model/fact.ts';
import { formatUnit, signOfRise, withSign } from '../model/format.ts';
import type { WorkedFigure } from './growth.ts';
import type { KeyFigures, WorkedChange } from './key-figures.ts';

/** How a figure of a page was worked out, for the place that its link leads to. */
export interface WorkedChangeView {
  readonly id: string;
  /** With its unit: `Revenues, JPY millions`. */
  readonly label: string;
  /** `+8.6%`, `(0.4) points`. */
  readonly change: string;
  readonly derived: WorkedFigure;
  readonly now: Shown;
  readonly before: Shown;
  /** What it was compared with: ` a year before`. */
  readonly against: string;
}

/** A figure as the page tells it. */
export interface Shown {
  readonly fact: Fact;
  readonly scale: number;
  readonly places: number;
}

/** Id, on a page, of how the columns were worked out that its tables add. */
export const DERIVED_COLUMNS = 'derived-columns';

/** The changes among the key figures that no document prints, and how far they are from their targets. */
export function workedOut({ large, small }: KeyFigures): WorkedChangeView[] {
  return [...large, ...small].flatMap(({ label, fact, scale, places, before, change, target }) => {
    const shown = (of: Fact) => ({ fact: of, scale, places });
    const name = [label, formatUnit(fact.unit, scale)].filter(Boolean).join(', ');
    const worked = (of: WorkedChange, other: Fact, against: string): WorkedChangeView => ({
      id: of.id,
      label: name,
      change: told(of.derived),
      derived: of.derived,
      now: shown(fact),
      before: shown(other),
      against,
    });
    return [
      ...(change && before && 'derived' in change ? [worked(change, before, ' a year before')] : []),
      ...(target ? [worked(target, target.fact, ' aimed at')] : []),
    ];
  });
}

const told = ({ text, unit }: WorkedFigure): string =>
  unit === 'points'
    ? `${signOfRise(text)}${text} points`
    : `${signOfRise(text)}${withSign(text, unit === 'percent' ? '%' : '')}`;
