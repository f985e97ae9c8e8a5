import type { IsoDate } from './period.ts';

/**
 * What the inspector reads of one measure: `/<issuer>/measures/<concept>.json`. A figure is named by what its id says of
 * its place (`2013-05-15-fy2012/L58.2:1`); what several figures share is told once. Fields that say nothing are left out.
 */
export interface InspectedMeasure {
  /** Version of this shape. */
  readonly schema: 1;
  readonly name: string;
  /** Address of the measure's page. */
  readonly page: string;
  /** Name of the issuer, and title of the site: who is cited. */
  readonly author: string;
  readonly publisher: string;
  /** Releases that figures are from. */
  readonly releases: readonly InspectedRelease[];
  readonly figures: Readonly<Record<string, InspectedFigure>>;
  readonly facts: readonly InspectedFact[];
  readonly rows: readonly InspectedRow[];
  /** The measure in one unit, of one part and one length of period, earliest first. */
  readonly series: readonly (readonly SeriesPoint[])[];
}

/** One statement of a fact, or a fact that is derived. */
export interface InspectedFigure {
  /** Indexes. */
  readonly fact: number;
  readonly row?: number;
  /** Which cell of its row it is in. */
  readonly cell?: number;
  readonly column?: string;
  readonly printed: string;
  readonly value: string;
  readonly unit?: string;
  readonly href: string;
  /** Index of its release; of a derived one the latest that it rests on. */
  readonly release?: number;
  /** `6 places agree`. */
  readonly verified?: string;
  readonly checks?: readonly InspectedCheck[];
}

/** What a number is, whoever states it. */
export interface InspectedFact {
  /** `FY2012, target`. */
  readonly is: string;
  /** Names of the figures that state it, the best first. */
  readonly stated: readonly string[];
  /** How a derived one follows from its inputs. */
  readonly how?: string;
  readonly inputs?: readonly InspectedInput[];
  readonly said?: { readonly who: string; readonly text: string; readonly href: string };
  /** Index of its series. */
  readonly series?: number;
}

/** A line that figures are printed in: a sentence has one cell for the figure and one on each side. */
export interface InspectedRow {
  /** `Release of 15 May 2013, line 58`. */
  readonly place: string;
  /** Table, section and label. */
  readonly heads: readonly string[];
  readonly cells: readonly string[];
}

export interface InspectedRelease {
  readonly title: string;
  readonly released: IsoDate;
  /** The same day as the site writes it. */
  readonly on: string;
}

export interface InspectedCheck {
  readonly text: string;
  readonly href: string;
  readonly verdict: string;
}

/** A figure that another is worked out from, and that can be inspected in its turn. */
export interface InspectedInput {
  readonly text: string;
  readonly printed: string;
  readonly value: string;
  readonly href: string;
  /** File of its measure, as in `data-m`. */
  readonly measure: string;
}

export interface SeriesPoint {
  readonly period: string;
  readonly printed: string;
  /** In the base unit. */
  readonly value: number;
}
