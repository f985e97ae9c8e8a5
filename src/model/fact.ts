import type { StatedKind } from './overrides.ts';
import type { Period } from './period.ts';

/** What a number says of its concept: the amount itself, its change, its change in percent, or a ratio. */
export const ASPECTS = ['amount', 'change', 'changePercent', 'ratio'] as const;
export type Aspect = (typeof ASPECTS)[number];

/** Whether the number tells what was, or what is aimed at. */
export const BASES = ['reported', 'target'] as const;
export type Basis = (typeof BASES)[number];

/** Where a number stands: in a table's cell, in prose (labels and footnotes included), or computed. */
export const ORIGINS = ['table', 'prose', 'derived'] as const;
export type Origin = (typeof ORIGINS)[number];

/** How the text limits the number: `over JPY100 billion`, `approximately`, the ends of a range. */
export const QUALIFIERS = ['exact', 'approximate', 'over', 'under', 'from', 'to'] as const;
export type Qualifier = (typeof QUALIFIERS)[number];

/** What is told of a number, wherever it comes from: this concept, for this period and these dimensions, is this quantity. */
interface Told {
  /** Stable: `iij/2013-05-15-fy2012#L58.2:1`, `iij/2013-05-15-fy2012#L92@25:1`, `iij/derived#<concept>/<period>`. */
  readonly id: string;
  readonly issuer: string;
  /** The row's label as printed, footnote marks removed; for prose the words that name the measure. */
  readonly label: string;
  /** Id in the vocabulary, or one made from the section path where the vocabulary does not know the label. */
  readonly concept: string;
  readonly aspect: Aspect;
  readonly basis: Basis;
  /** Sorted `axis=member` pairs joined by `;`, empty without dimensions. */
  readonly dimensions: string;
  readonly period: Period;
  /** For a change: the period it is measured against, else empty. */
  readonly compared: Period | '';
  /** `JPY`, `USD/share`, `percent`, `points`, `shares` … or the noun counted. */
  readonly unit: string;
  /** Plain decimal in base units with the printed sign; empty for nil. */
  readonly value: string;
  /** -1 where the context turns the printed sign against the concept's own. */
  readonly polarity: 1 | -1;
  readonly qualifier: Qualifier;
  /** As in XBRL: -6 printed in millions, 1 for `9.2`; null for nil. */
  readonly decimals: number | null;
  /**
   * Why the reading is unsure, one sentence for a reader; empty where it is not. An unsure fact stands on its document's
   * page and takes part in nothing else: no derivation, check, highlight, chart or series.
   */
  readonly doubt: string;
  /** Which page of its measure it is on, where the measure has several: `2013`. */
  readonly page?: string;
}

/** One statement of a number in a document: what a place of it prints. */
export interface Printed extends Told {
  readonly origin: 'table' | 'prose';
  /** Document id. */
  readonly document: string;
  /** 1-based line. */
  readonly line: number;
  /** 1-based column (Unicode code points) where `raw` starts. */
  readonly column: number;
  /** Index of the tab-separated field (the label is 0); null outside tables. */
  readonly cell: number | null;
  /** Title above the table, empty in prose without one. */
  readonly table: string;
  /** Path of headings and parent rows above the row, outermost first. */
  readonly section: readonly string[];
  /** The column's heading path as printed. */
  readonly header: readonly string[];
  /** The number as printed. */
  readonly raw: string;
  /** Where `raw` stands in the original file: `58:13`, `p7@72.0,540.2,118.4,549.1`, `Sheet1!C12`. */
  readonly place: string;
  /** What a person said of it in place of the document. */
  readonly stated?: readonly StatedKind[];
}

/** A number that a formula gives and no document prints, or only wrongly. */
export interface Derived extends Told {
  readonly origin: 'derived';
  /** Ids of the statements it came from. */
  readonly inputs: readonly string[];
  /** Half the width of what its inputs leave open, a plain decimal in base units. */
  readonly tolerance: string;
}

/** Table, prose and derived numbers have one shape as far as they tell the same; where they differ, `origin` says which it is. */
export type Fact = Printed | Derived;

export const isPrinted = (fact: Fact): fact is Printed => fact.origin !== 'derived';

export const isInTable = (fact: Fact): fact is Printed => fact.origin === 'table';

type Standpoint = Pick<Printed, 'document' | 'line' | 'column'>;
const NOWHERE: Standpoint = { document: '', line: 0, column: 0 };

/** Where a fact stands: a derived one in no document. */
export const standpoint = (fact: Fact): Standpoint => (isPrinted(fact) ? fact : NOWHERE);

/** The id of the document that prints a fact, empty where none does. */
export const documentOf = (fact: Fact | undefined): string => (fact ? standpoint(fact).document : '');

/** The latest document first, then in the order of the text; what no document prints comes last. */
export function latestFirst(a: Fact, b: Fact): number {
  const [one, other] = [standpoint(a), standpoint(b)];
  return compare(other.document, one.document) || one.line - other.line || one.column - other.column;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The value in the concept's own sense, in base units; nil is 0. */
export const signedAmount = (fact: Fact): number => Number(fact.value) * fact.polarity;

/** Half a unit of the last printed place, in base units: what the printed digits leave open. */
export const halfUnit = (fact: Fact): number => (fact.decimals === null ? 0 : 0.5 * 10 ** -fact.decimals);

export const formatDimensions = (pairs: Readonly<Record<string, string>>): string =>
  Object.entries(pairs)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([axis, member]) => `${axis}=${member}`)
    .join(';');

export const parseDimensions = (text: string): Record<string, string> =>
  Object.fromEntries(
    text
      .split(';')
      .filter(Boolean)
      .map((pair) => pair.split('=') as [string, string]),
  );

/** Facts with one key state the same thing and must agree. */
export const factKey = (fact: Fact): string =>
  [
    fact.issuer,
    fact.concept,
    fact.aspect,
    fact.basis,
    fact.dimensions,
    fact.period,
    fact.compared,
    fact.unit,
  ].join('|');

/** Two figures, one behind the other, that are the ends of a range: `JPY56 to JPY58 billion`. A line may end within it. */
export const areRangeEnds = (from: Printed | undefined, to: Printed | undefined): boolean =>
  from?.qualifier === 'from' &&
  to?.qualifier === 'to' &&
  from.document === to.document &&
  (to.line === from.line || to.line === from.line + 1);

/** Why a figure without a unit is unsure. */
export const UNIT_UNTOLD = 'Nothing says what unit it is in.';
