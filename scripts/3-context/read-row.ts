import type { Concept } from '../../src/model/concept.ts';
import type { RowRole } from '../../src/model/document.ts';
import type { Aspect, Basis } from '../../src/model/fact.ts';
import type { Period } from '../../src/model/period.ts';
import type { GridRow } from '../2-tables/grid.ts';
import type { UnitPhrase } from '../grammar/units.ts';
import type { Division } from './divisions.ts';

/** What a row's label and its place say of the figures beside it. */
export interface ReadRow {
  readonly row: GridRow;
  readonly role: RowRole;
  readonly depth: number;
  /** As printed, without footnote marks and closing colon. */
  readonly label: string;
  /** The words that name the line where the vocabulary does not know it, those of the headings above it first. */
  readonly name: readonly string[];
  /** Groups and parent rows above, outermost first, as printed. */
  readonly parents: readonly string[];
  /** Ids of the concepts and sections that enclose it, innermost first. */
  readonly enclosing: readonly string[];
  /** Its label is a name of the issuer: it is told of the whole. */
  readonly isOfIssuer: boolean;
  readonly concept: Concept | undefined;
  /** What the label names for columns of amounts per share: `Net income and diluted earnings per share`. */
  readonly perShare: Concept | undefined;
  /** -1 where the label speaks of the concept's opposite. */
  readonly sense: 1 | -1;
  /** The section whose heading turns signs, `Other (income) expense`: what is printed negative is an income. */
  readonly turnedBy: string;
  /** The label is a misspelling of a known one. */
  readonly isNearSpelling: boolean;
  /** The concept that the label names where the figures show that the row is the total of another section. */
  readonly misnames: Concept | undefined;
  readonly dimensions: Readonly<Record<string, string>>;
  /** The cost of which the row is the part that one function bears: stock-based compensation, in `Cost of revenue`. */
  readonly partOf: Division | undefined;
  /** How the measure is told, by the row itself or a heading above it: `variant=adjusted`, `adjustment=…`. */
  readonly ways: Readonly<Record<string, string>>;
  /** The row says that it is told as the accounts do, or not: undefined where it says nothing of it. */
  readonly isPlain: boolean | undefined;
  readonly period: Period | undefined;
  /** The period is that between the balances above and below, which the label does not name. */
  readonly isBetween: boolean;
  /** Counted in the same unit where it is no measure of the vocabulary: the balance that it changes, what its heading names. */
  readonly like?: Concept;
  /** It tells whose, or what, a part of the balance above or below it is. */
  readonly isSplit?: boolean;
  /** The period that a heading within the table names for the rows below it. */
  readonly groupPeriod: Period | undefined;
  /** Label of the item above, which a row without a label sums up to. */
  readonly follows: string;
  /** The row states the balance at the opening or the close of its column's period. */
  readonly moment: 'opening' | 'closing' | '';
  /** It stands under a heading such as `At period end`. */
  readonly isAtClose?: boolean;
  /** A year that opens the label, for columns whose heads leave it open: `2019 As reported`. */
  readonly year: number | undefined;
  /** It stands under a heading of its own, below a table that may be another. */
  readonly isApart?: boolean;
  readonly aspect: Aspect | undefined;
  readonly basis: Basis | undefined;
  /** Units in the label; several stand for the columns in turn: `(JPY / U.S. Dollars / JPY)`. */
  readonly units: readonly UnitPhrase[];
}
