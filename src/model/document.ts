import type { Accent } from './accent.ts';
import type { StatementKind } from './concept.ts';
import type { OwnMeasure } from './issuer-settings.ts';
import type { Period } from './period.ts';

/** First and last 1-based line, both inclusive. */
export type LineRange = readonly [first: number, last: number];

/** What a stretch of text is. Boilerplate and contact lines are kept but never quoted or highlighted. */
export const TEXT_KINDS = [
  'heading',
  'paragraph',
  'listItem',
  'quote',
  'footnote',
  'note',
  'unit',
  'boilerplate',
  'contact',
] as const;
export type TextKind = (typeof TEXT_KINDS)[number];

export interface TextBlock {
  readonly kind: TextKind;
  readonly lines: LineRange;
  /** Path of headings above it, outermost first. */
  readonly section: readonly string[];
  /** Heading depth, 1 for the outermost; 0 for other text. */
  readonly depth: number;
  /** Footnote or note mark that starts it (`1`, `*`, `Note 2`), else empty. */
  readonly mark: string;
}

export const ROW_ROLES = ['header', 'unit', 'group', 'item', 'sum', 'total', 'note'] as const;
export type RowRole = (typeof ROW_ROLES)[number];

export interface TableCell {
  /** As printed, Markdown escapes removed. */
  readonly text: string;
  /** Ids of the facts it states, in reading order. */
  readonly facts: readonly string[];
}

export interface TableRow {
  readonly line: number;
  readonly role: RowRole;
  /** 0 for rows at the margin, more inside groups and under parents. */
  readonly depth: number;
  /** As printed without footnote marks; for a wrapped row the label from the line above. */
  readonly label: string;
  /** Marks of the footnotes that the label or a cell refers to. */
  readonly marks: readonly string[];
  /** Concept of the row, empty where rows are periods or groups. */
  readonly concept: string;
  /** Every tab-separated field, the label at index 0. */
  readonly cells: readonly TableCell[];
}

/** What a column holds, index = cell; the label column and empty columns have no period and no unit. */
export interface TableColumn {
  readonly header: readonly string[];
  readonly period: Period | '';
  readonly unit: string;
  /** Power of ten that turns a printed number into base units: 6 for millions. */
  readonly scale: number;
  readonly aspect: string;
  readonly basis: string;
}

export interface TableBlock {
  readonly kind: 'table';
  readonly lines: LineRange;
  readonly section: readonly string[];
  readonly title: string;
  /** Statement that most of its rows belong to. */
  readonly statement: StatementKind | '';
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
  /** Line ranges of the notes that stand under it. */
  readonly notes: readonly LineRange[];
}

export type Block = TextBlock | TableBlock;

/** Whether pages were built from the issuer's text or from the project's transcription of it. */
export const EDITIONS = ['published', 'transcription'] as const;
export type Edition = (typeof EDITIONS)[number];

/** What a document says of how its figures were made; each is empty where the text is silent. */
export interface StatedBasis {
  /** Accounting principles: `US GAAP`, `IFRS`. */
  readonly accounting: string;
  readonly scope: '' | 'consolidated' | 'non-consolidated';
  readonly audit: '' | 'audited' | 'unaudited';
}

/** A converted document: its lines as they are and what was understood of them. */
export interface DocumentRecord {
  readonly issuer: string;
  readonly id: string;
  /** File name below the issuer's folder. */
  readonly file: string;
  readonly edition: Edition;
  /** Headline as printed, on one line. */
  readonly title: string;
  /** Release date, ISO. */
  readonly released: string;
  /** The period it reports on first of all. */
  readonly period: Period;
  readonly periodSlug: string;
  readonly basis: StatedBasis;
  /** Lines without their line ends; line 1 is index 0. */
  readonly lines: readonly string[];
  readonly blocks: readonly Block[];
  /** Its reading text is another than the file's own. */
  readonly isReadingTextOther?: boolean;
  /** What its reader passed over or had to decide. */
  readonly readingNotes?: readonly string[];
  /** Of a PDF: the page that each line is on, 0 for an empty one. */
  readonly pages?: readonly number[];
  /** Of a document that is a folder: the names of its files. */
  readonly parts?: readonly string[];
}

/** A period that has a page. */
export interface PeriodRecord {
  /** `fy2012`, `1h12`, `4q12`, `9m12`. */
  readonly slug: string;
  /** `FY2012`, `1H12`, `4Q12`. */
  readonly label: string;
  /** `Fiscal year 2012`, `First half of fiscal 2012`. */
  readonly name: string;
  readonly period: Period;
  readonly months: number;
  /** True where no document states its income statement and it was worked out from other periods. */
  readonly derived: boolean;
  /** Slug of the same period a year before and after, empty where there is none. */
  readonly yearBefore: string;
  readonly yearAfter: string;
  /** Document to cite first: the latest that reports the period as its current or comparative one. */
  readonly document: string;
}

export interface IssuerRecord {
  readonly slug: string;
  /** Full name as the documents give it. */
  readonly name: string;
  readonly shortName: string;
  /** `NASDAQ:IJJI`, `TSE:3774`. */
  readonly listings: readonly string[];
  readonly reportingCurrency: string;
  readonly website?: string;
  /** Of its pages; the site's where it has none. */
  readonly accent?: Accent;
  /** One hash of its documents and what stands beside them; empty where it is not known. */
  readonly inputs?: string;
  /** Measures of its own, as a person named them. */
  readonly measures?: readonly OwnMeasure[];
  /** Newest release last. */
  readonly documents: readonly string[];
  /** In order of period end, then length. */
  readonly periods: readonly PeriodRecord[];
}

/** How many numbers a document holds and what became of each. */
export interface Coverage {
  readonly tokens: number;
  readonly facts: number;
  /** Numbers that are no statements, by kind: date, identifier, list numbering, name, part of another fact. */
  readonly other: Readonly<Record<string, number>>;
  /** Facts whose concept or unit the vocabulary does not know. */
  readonly unknown: number;
  readonly unread: readonly UnreadNumber[];
}

/** So many numbers of a document, and more than were read, make it one whose layout is not understood. */
const MANY_UNREAD = 20;

/** Whether more of a document was left unread than was read. */
export const isHardlyRead = ({ facts, unread }: Pick<Coverage, 'facts' | 'unread'>): boolean =>
  unread.length >= MANY_UNREAD && unread.length > facts;

/** A number that is neither a statement nor anything else that is known. */
export interface UnreadNumber {
  readonly line: number;
  readonly column: number;
  readonly text: string;
  /** Why it is none. */
  readonly reason: string;
}
