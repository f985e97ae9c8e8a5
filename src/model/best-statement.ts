import type { Fact, Origin } from './fact.ts';
import { halfWidth, isBounded, loosened, meets, type Quantity, quantityOf } from './quantity.ts';

/** What is known of the statements of a fact beside their digits. */
export interface Standing {
  readonly interval: (fact: Fact) => Quantity;
  /** Checking found that it cannot be so, or a later figure has taken its place. */
  readonly isRefuted: (fact: Fact) => boolean;
  /** Its last digit was moved so that a column adds up: it still speaks of the same number. */
  readonly isMoved: (fact: Fact) => boolean;
}

/** Before anything was checked. */
export const UNCHECKED: Standing = {
  interval: (fact) => quantityOf(fact),
  isRefuted: () => false,
  isMoved: () => false,
};

/**
 * The one rule by which the project takes a fact's best statement (CONTRACT.md): what checking holds right; a table
 * before a sentence, a printed figure before a derived one; among statements that agree the most precise, among those
 * that disagree the latest. A target is the latest document's that gives it.
 */
export function bestStatement(statements: readonly Fact[], standing: Standing): Fact | undefined {
  if (statements.length < 2) return statements[0];
  const pool = firstOf(current(statements), (fact) => tierOf(fact, statements, standing));
  const latest = ranked(
    firstOf(pool, ({ document }) => -rankOf(document, pool)),
    standing,
  )[0];
  return (
    latest &&
    ranked(
      pool.filter((fact) => agree(fact, latest, standing)),
      standing,
    )[0]
  );
}

/** Whether two statements speak of one number. */
export const agree = (a: Fact, b: Fact, standing: Standing): boolean =>
  meets(openedUp(a, standing), openedUp(b, standing));

/** A number as it may have been before its last digit was moved so that a column adds up. */
export const widened = (number: Quantity, { decimals }: Fact): Quantity =>
  decimals === null ? number : loosened(number, 10 ** -decimals);

const openedUp = (fact: Fact, { interval, isMoved }: Standing): Quantity =>
  isMoved(fact) ? widened(interval(fact), fact) : interval(fact);

/** Of what is aimed at only the latest document speaks. */
function current(statements: readonly Fact[]): readonly Fact[] {
  if (statements[0]?.basis !== 'target') return statements;
  return firstOf(statements, ({ document }) => -rankOf(document, statements));
}

const RANK: Readonly<Record<Origin, number>> = { table: 0, prose: 1, derived: 2 };

/** Lower is better: first whether it stands, then whether it tells how much, then where it is told. */
function tierOf(fact: Fact, all: readonly Fact[], standing: Standing): number {
  const isBound = !isBounded(standing.interval(fact));
  const faults = [standing.isRefuted(fact), isBound, isOutvoted(fact, all, standing)];
  return faults.reduce((tier, fault) => 2 * tier + Number(fault), 0) * 3 + RANK[fact.origin];
}

/** Most of what its own document says of the number contradicts it, moved digits aside. */
function isOutvoted(fact: Fact, all: readonly Fact[], { interval }: Standing): boolean {
  const own = all.filter((other) => other.document === fact.document && isBounded(interval(other)));
  const votes = own.filter((other) => meets(interval(fact), widened(interval(other), other)));
  return 2 * votes.length < own.length;
}

/** Those of the lowest rank. */
function firstOf(facts: readonly Fact[], rank: (fact: Fact) => number): readonly Fact[] {
  const ranks = facts.map(rank);
  const least = Math.min(...ranks);
  return facts.filter((_, index) => ranks[index] === least);
}

/** Place of a document among those of some facts: ids begin with the day of release. */
const rankOf = (document: string, facts: readonly Fact[]): number =>
  facts.filter((fact) => fact.document < document).length;

/** The most precise first, then the latest, then in the order of the text. */
const ranked = (facts: readonly Fact[], { interval }: Standing): Fact[] =>
  [...facts].sort(
    (a, b) =>
      halfWidth(interval(a)) - halfWidth(interval(b)) ||
      compare(b.document, a.document) ||
      a.line - b.line ||
      a.column - b.column,
  );

const compare = <T extends string | number>(a: T, b: T): number => (a < b ? -1 : a > b ? 1 : 0);
