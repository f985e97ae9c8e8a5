import type { PlotOptions } from '@observablehq/plot';
import type { Fact } from '../model/fact.ts';
import type { Question } from '../model/sections.ts';
import type { PageFigures } from './reading/page.ts';

/** Widths that charts are drawn at, in pixels: the whole body, the body of a tablet, half of it, a phone. */
export const WIDTHS = { wide: 912, medium: 640, half: 432, narrow: 358 } as const;
export type Size = keyof typeof WIDTHS;

/** A number that was worked out for a chart: as printed, and as a plain decimal in base units. */
export interface ComputedCell {
  readonly text: string;
  readonly value: string;
  readonly unit: string;
  /** What it was worked out from, unless other cells of its row hold that. */
  readonly facts?: readonly Fact[];
}

/** What stands in a table of figures: a fact, which leads home; a number worked out; a word. */
export type ChartCell = Fact | ComputedCell | string;

export interface ChartRow {
  readonly label: string;
  readonly cells: readonly ChartCell[];
  /** A total. */
  readonly strong?: boolean;
}

/** A total, which the rows from `first` to it add up to in the columns named. Indexes from 0, a row's label not counted. */
export interface TableSum {
  readonly first: number;
  readonly total: number;
  readonly columns: readonly number[];
}

/** The figures of a chart. */
export interface ChartTable {
  /** Over the labels, then over each column. */
  readonly header: readonly string[];
  readonly rows: readonly ChartRow[];
  /** Power of ten in which facts of money are printed: 6 for millions. */
  readonly scale: number;
  /** Decimal places of facts of money at that scale. */
  readonly places: number;
  /** What adds up in it, at the digits that are shown. */
  readonly sums?: readonly TableSum[];
}

/** One chart: what it says, what it draws, and the figures that it rests on. */
export interface ChartSpec {
  /** Address: `charts/<name>.svg`. */
  readonly name: string;
  readonly question: Question;
  /** How much room it takes beside the narrow drawing. */
  readonly size: 'wide' | 'half';
  /** The finding, a sentence without a full stop, computed from the data and right whichever way they go. */
  readonly title: string;
  /** What is drawn, for which period, in which unit. */
  readonly unit: string;
  /** What a reader who does not see the picture is told, the numbers included. */
  readonly summary: string;
  readonly table: ChartTable;
  /** Whether the picture leaves figures of the table out; else paper, where the picture prints them, has no table. */
  readonly isPartial?: true;
  /** What the picture does not say by itself; may be empty. */
  readonly note: string;
  /** What its hatched or hollow marks mean; empty where there are none. */
  readonly hatched?: string;
  /** Drawn without hatches, for a page that says of all its figures that no release prints them. */
  readonly isSolid?: true;
  readonly sources: readonly Fact[];
  /** The drawing for a width in pixels. */
  readonly plot: (width: number) => PlotOptions;
}

/** A kind of chart: what it draws on a page, or undefined where the facts do not support it. */
export type Chart = (page: PageFigures) => ChartSpec | undefined;
