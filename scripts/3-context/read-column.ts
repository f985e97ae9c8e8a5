import type { Concept } from '../../src/model/concept.ts';
import type { Aspect, Basis, Qualifier } from '../../src/model/fact.ts';
import type { Period } from '../../src/model/period.ts';
import type { UnitPhrase } from '../grammar/units.ts';
import type { UnreadTime } from './head-times.ts';

/** What a column's head says of the figures under it. */
export interface ReadColumn {
  readonly cell: number;
  readonly header: readonly string[];
  /** Whether any head stands over it, by its own field or by one that spans it. */
  readonly isHeaded: boolean;
  /** Its numbers refer to notes: they state nothing. */
  readonly isNote: boolean;
  readonly period: Period | undefined;
  /** Why the period is unsure, empty where it is not. */
  readonly timeDoubt: string;
  /** What its heads say of time and is not understood. */
  readonly unreadTime: UnreadTime | undefined;
  /** Its heads name no year: rows may. */
  readonly isYearless: boolean;
  /** Its measures are balances at the opening or the close of the period: `Stores at beginning of quarter`. */
  readonly moment: 'opening' | 'closing' | '';
  /** `Full year`: which year the captions tell, or a row that names one. */
  readonly isImplied: boolean;
  /** For a change: what it is measured against, where the table has such a column. */
  readonly compared: Period | undefined;
  readonly aspect: Aspect | undefined;
  readonly basis: Basis | undefined;
  readonly unit: UnitPhrase | undefined;
  readonly dimensions: Readonly<Record<string, string>>;
  /** Figures in it are printed with a currency. */
  readonly isMoney: boolean;
  /** Where columns are measures and rows are periods. */
  readonly concept: Concept | undefined;
  /** Words of a measure that the vocabulary does not know, else empty. */
  readonly unknownMeasure: string;
  /** How the measure is told: `variant=adjusted`, `vintage=previously-reported`, `adjustment=…`. */
  readonly ways: Readonly<Record<string, string>>;
  /** The head says that it is told as the accounts do: `GAAP`, `As reported`. */
  readonly isPlain: boolean;
  /** `from` and `to` for the columns of a range. */
  readonly qualifier: Qualifier;
  /** The part of the whole that a column of an otherwise same head tells of: `segment=cloud`. */
  readonly part: Readonly<Record<string, string>>;
  /** Words for a side from which its rows are looked at where several columns tell several: `Amortized cost`, `Fair value`. */
  readonly facet: string;
  /** The words of its measure where its rows are the parts that it is told of, else empty. */
  readonly measured: string;
}
