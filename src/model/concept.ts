/** What a concept's amounts are measured in; tells a share count from an amount of money where a unit row is wrong. */
export const KINDS = ['monetary', 'perShare', 'shares', 'percent', 'count', 'rate', 'bandwidth'] as const;
export type ConceptKind = (typeof KINDS)[number];

export const STATEMENTS = [
  'income',
  'comprehensiveIncome',
  'balanceSheet',
  'cashFlow',
  'equity',
  'segments',
  'perShare',
  'operating',
  'ratios',
  'dividends',
  'ownership',
] as const;
export type StatementKind = (typeof STATEMENTS)[number];

/**
 * A measure, known by its standard element name where one exists. Accounting knowledge is data: what it is
 * called, what it is measured in, what it is the sum or ratio of.
 */
export interface Concept<Id extends string = string>
  extends MadeOf<Readonly<Record<string, 1 | -1>>, string> {
  /** US GAAP or IFRS element name where one exists, else a name in the same style. Also the page address. */
  readonly id: Id;
  /** Name on pages: sentence case, no issuer's name in it. */
  readonly label: string;
  /** One sentence that defines it, in our own words. */
  readonly definition: string;
  /** Qualified standard element, `us-gaap:Revenues`, `ifrs-full:Revenue`; empty where none exists. */
  readonly element: string;
  readonly statement: StatementKind;
  readonly kind: ConceptKind;
  /** What is counted, for kind `count`: `contracts`, `ATMs`. */
  readonly counted?: string;
  readonly periodType: 'duration' | 'instant';
  /**
   * Labels that mean it, in any spelling: `foldLabel` folds them like the labels of a document, so case, dashes,
   * footnote marks and words that turn with the sign need no alias of their own. `{issuer}` stands for any name
   * of the reporting company.
   */
  readonly aliases: readonly string[];
  /** Labels that mean it only below one of the headings or parent rows named in `within`. */
  readonly aliasesWithin?: readonly string[];
  /**
   * Ids of concepts or sections, one of which must enclose a row for `aliasesWithin` to hold. A section whose
   * `total` is a concept stands for that concept too. `aliases` hold everywhere.
   */
  readonly within?: readonly string[];
  /**
   * Sign of the concept where the body of a cash flow statement prints it as an effect on cash: -1 for a payment, an
   * increase of an asset, a gain that is taken out of net income. Default 1. In other lists that add up, such as
   * other income and expenses, the sign is the concept's weight in the `sums` of the list's total.
   */
  readonly effect?: 1 | -1;
  /** True for what is an amount of expense or outflow and so never below zero: printed negative, the context has turned it. */
  readonly nonNegative?: true;
}

/** What a concept is worked out of: sums of its parts by their ids, and other concepts by theirs. */
export interface MadeOf<Sum, Other extends string> {
  /** Concept that a figure in parentheses behind one of this states: the indirect part of a stake, `29.9 (5.0)`. */
  readonly inParentheses?: Other;
  /** Weights of the concepts that sum to it, as in an XBRL calculation linkbase. Alternatives in order. */
  readonly sums?: readonly Sum[];
  /**
   * Numerator over denominator, with `average` where the denominator is averaged. Times 100 for kind `percent`,
   * plain for amounts per share.
   */
  readonly ratio?: {
    readonly of: Other;
    /** What some issuers take of it instead: a margin of all net income, noncontrolling interests included. */
    readonly orOf?: Other;
    readonly to: Other;
    /** Another name of the denominator in the accounts of some issuers. */
    readonly orTo?: Other;
    readonly average?: boolean;
  };
  /** Two concepts whose product it is: an amount per share and the shares. */
  readonly product?: readonly [Other, Other];
  /** Concept of which it is a fixed multiple, the same in every period: shares told in depositary shares. */
  readonly multipleOf?: Other;
  /** Balance whose change over the period it is: of cash, the net increase in it. */
  readonly changeOf?: Other;
}

/** A heading that is not itself a measure but encloses rows: `OPERATING ACTIVITIES`, `CURRENT ASSETS`. */
export interface Section {
  readonly id: string;
  readonly label: string;
  readonly aliases: readonly string[];
  /** The concept that a row called just `Total` states when it closes this section. */
  readonly total?: string;
  /** Openings of headings that are always this one, however they go on: `adjustments to reconcile`. */
  readonly prefixes?: readonly string[];
  /** Id of the section that it is always a part of, printed or not: current assets, of the balance sheet. */
  readonly of?: string;
  /** The axis whose members are the rows or columns of this section: `segment`. */
  readonly axis?: string;
}

/** A member of an axis, one per thing however it is spelled. */
export interface Member {
  readonly id: string;
  readonly axis: string;
  readonly label: string;
  readonly aliases: readonly string[];
  /**
   * By a concept told of this member: the concept of which the same amount is told without it, and the sign. The
   * balance of the accumulated deficit, told of equity, is that line of the balance sheet.
   */
  readonly states?: Readonly<Record<string, Readonly<Record<string, 1 | -1>>>>;
}
