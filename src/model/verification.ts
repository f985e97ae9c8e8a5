import type { Verdict } from './finding.ts';
import type { IsoDate, Period } from './period.ts';

/**
 * What supports a statement. `proven`: an independent relation that holds fixes it to its last printed digit.
 * `supported`: a relation holds that leaves some digit open. `single`: nothing else speaks of it. `disputed`:
 * a finding of an error names it as the number that is wrong. `unsure`: its measure, period, unit or scale is in doubt, so
 * that it takes part in nothing but its document's page.
 */
export const GRADES = ['proven', 'supported', 'single', 'disputed', 'unsure'] as const;
export type Grade = (typeof GRADES)[number];

/** What came of a target. */
export const OUTCOMES = ['met', 'missed', 'open', 'too close to tell'] as const;
export type RelationOutcome = (typeof OUTCOMES)[number];

/** What is known about the truth of one statement. */
export interface FactVerification {
  readonly grade: Grade;
  /** Statements of the same number that agree with it, itself included. */
  readonly agreeing: number;
  /** Relations that hold and fix it best: ids of findings, at most four. */
  readonly support: readonly string[];
  /** Findings about it that did not simply pass: footing, basis, error. */
  readonly findings: readonly string[];
}

/** How a derived fact came about. */
export interface DerivedExplanation {
  /** The formula in words: `1H12 less 2Q12`. */
  readonly words: string;
  /** All that is known: plain decimals in base units between which the number lies. */
  readonly low: string;
  readonly high: string;
  /** Ids of the printed facts it rests on. */
  readonly inputs: readonly string[];
}

/** A number that could be computed and must not be, or that cannot. */
export interface Refusal {
  readonly concept: string;
  readonly period: Period;
  readonly unit: string;
  readonly dimensions: string;
  /** One sentence for a reader. */
  readonly reason: string;
}

/** A target and what became of it. Amounts are plain decimals in base units, empty where not known. */
export interface LedgerEntry {
  readonly concept: string;
  readonly period: Period;
  readonly dimensions: string;
  readonly unit: string;
  /** Every figure given for it, first to last. */
  readonly statements: readonly LedgerStatement[];
  /** The fact that tells what was reached, empty while the period is not reported. */
  readonly actual: string;
  readonly outcome: RelationOutcome;
  /** Actual less target, and in percent of it, to the digits that are known. */
  readonly difference: string;
  readonly differencePercent: string;
  readonly remainder: LedgerRemainder | null;
}

export interface LedgerStatement {
  readonly fact: string;
  readonly value: string;
  /** Day on which it was given, as the document says, else that of the document; empty for one only recalled. */
  readonly given: IsoDate;
  readonly document: string;
}

/** What the rest of a year had to bring after the part that was reported when the target last stood. */
export interface LedgerRemainder {
  readonly period: Period;
  /** Fact of what had been reached. */
  readonly reached: string;
  readonly needed: string;
  /** What the rest brought, and what the same part of the year before brought: ids of facts, empty where not known. */
  readonly brought: string;
  readonly yearBefore: string;
}

/** A number for which a later document gives another figure than an earlier one. */
export interface Restatement {
  readonly concept: string;
  readonly period: Period;
  readonly dimensions: string;
  readonly unit: string;
  /** Ids of the facts, the earliest document's first. */
  readonly facts: readonly string[];
  readonly finding: string;
}

/** All that deriving and checking found out about one issuer, for its pages. */
export interface Verification {
  /** By fact id, printed facts only. */
  readonly facts: Readonly<Record<string, FactVerification>>;
  /** By fact id, derived facts only. */
  readonly derived: Readonly<Record<string, DerivedExplanation>>;
  readonly verdicts: Readonly<Record<Verdict, number>>;
  readonly rules: Readonly<Record<string, Readonly<Record<Verdict, number>>>>;
  readonly refusals: readonly Refusal[];
  readonly ledger: readonly LedgerEntry[];
  readonly restatements: readonly Restatement[];
}
