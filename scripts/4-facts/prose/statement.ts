import type { Aspect, Qualifier } from '../../../src/model/fact.ts';
import type { Period } from '../../../src/model/period.ts';
import type { DocumentContext } from '../../3-context/document-context.ts';
import type { PeriodMention } from '../../grammar/periods.ts';
import type { Figure } from './figure.ts';
import type { OtherNumber } from './figures.ts';
import type { Measure, Measures } from './measures.ts';
import type { NoteNumbers } from './note-marks.ts';
import type { Part } from './part.ts';
import type { ProperNames } from './proper-names.ts';
import type { ReportedSpans } from './reported-spans.ts';
import type { Role } from './roles.ts';
import type { TableScale } from './scaled-by-table.ts';
import type { TableLines } from './table-lines.ts';
import type { Explained } from './tie/explain-by-row.ts';
import type { FactRows } from './tie/fact-rows.ts';

/** What one number of a sentence states, before its period is settled for good. Offsets are UTF-16, in the sentence. */
export interface Statement {
  readonly figure: Figure;
  readonly role: Role;
  readonly measure: Measure;
  readonly aspect: Aspect;
  /** Several where one amount is stated for several dates. */
  readonly periods: readonly Period[];
  readonly compared: Period | '';
  readonly polarity: 1 | -1;
  readonly qualifier: Qualifier;
  /** Words before it, for the basis; and behind it, up to the next number. */
  readonly before: string;
  readonly behind: string;
  /** Where the words that name its measure start, -1 where the measure is carried over. */
  readonly nameStart: number;
  readonly isSubject: boolean;
  /** No word tells its period: that of the document was taken. */
  readonly isUndated: boolean;
  /** No word tells what the change is measured against: the year before was taken. */
  readonly isBaseless?: boolean;
  /** Only `and` stands between it and the number before. */
  readonly isJoined: boolean;
  /** The statement of a table that it repeats, which tells its period, dimensions and unit. */
  readonly tied?: Explained;
  /** Why it is in doubt what it measures; empty where it is not. */
  readonly doubt: string;
}

export interface ReadSentence {
  readonly text: string;
  readonly statements: readonly Statement[];
  readonly others: readonly OtherNumber[];
}

/** What holds for a whole block of text. */
export interface BlockContext {
  readonly document: DocumentContext;
  readonly measures: Measures;
  /** Lines of tables that the vocabulary does not know. */
  readonly lines: TableLines;
  /** Rows of tables that sentences may repeat. */
  readonly rows: FactRows;
  /** Spans that the tables tell apart. */
  readonly spans: ReportedSpans;
  /** Parts of the business that the tables tell apart. */
  readonly parts: readonly Part[];
  readonly names: ProperNames;
  /** Wordings of periods in a text. */
  readonly periodsIn: (text: string) => readonly PeriodMention[];
  /** Ids of the concepts and sections that enclose the block, innermost first. */
  readonly enclosing: readonly string[];
  /** The headings' bare words, the nearest first. */
  readonly path: readonly string[];
  /** The measure that the nearest heading names. */
  readonly headingMeasure: Measure | undefined;
  /** The period that a heading names. */
  readonly headingPeriod: Period | undefined;
  /** It is the title's, and headings tell apart several spans that close with it: it does not tell which of them. */
  readonly isOfTitle?: boolean;
  /** The one above that had ended, for sentences that tell of what was. */
  readonly pastPeriod: Period | undefined;
  /** What a heading or a remark above holds everything below it against. */
  readonly against: Period | undefined;
  /** A text around says that amounts per share were adjusted for a split. */
  readonly isSplitAdjusted: boolean;
  /** Numbers of the notes of the document, as marks in its sentences refer to them. */
  readonly notes: NoteNumbers;
  /** The text before breaks off: this one may be the rest of it. */
  readonly isTorn: boolean;
  /** Dates at the end of a label hold for all its numbers. */
  readonly isLabel: boolean;
  /** Of a label: in what its table is told, and the periods of its columns. */
  readonly tableScale?: TableScale;
  readonly columns?: readonly Period[];
}
