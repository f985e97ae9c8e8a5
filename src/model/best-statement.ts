import { documentOf, type Fact, latestFirst, type Origin } from './fact.ts';
import { halfWidth, isBounded, loosened, meets, printedQuantity, type Quantity } from './quantity.ts';

/** What is known of the statements of a fact beside their digits. */
export interface Standing<F extends Fact = Fact> {
  readonly interval: (fact: F) => Quantity;
  /** Checking found that it cannot be right, or a later figure has taken its place. */
  readonly isRefuted: (fact: F) => boolean;
  /** Relations with other figures show it to be right. */
  readonly isProven: (fact: F) => boolean;
  /** Its last digit was moved so that a column adds up: it still speaks of the same number. */
  readonly isMoved: (fact: F) => boolean;
}

/** Before anything was checked. */
export const UNCHECKED: Standing = {
  interval: (fact) => printedQuantity(fact),
  isRefuted: () => false,
  isProven: () => false,
  isMoved: () => false,
};

/**
 * The one rule by which the project takes a fact's best statement (CONTRACT.md): what checking holds right; a table
 * before a sentence, a printed figure before a derived one; among statements that agree the most precise, among those
 * that disagree the latest. A target is the latest document's that gives it.
 */
export function bestStatement<F extends Fact>(
  statements: readonly F[],
  standing: Standing<F>,
): F | undefined {
  if (statements.length < 2) return statements[0];
  const isOutvoted = countVotes(statements, standing);
  const pool = keepFirst(current(statements), (fact) => rankTier(fact, isOutvoted, standing));
  const latest = ranked(keepLatest(pool), standing)[0];
  return (
    latest &&
    ranked(
      pool.filter((fact) => agree(fact, latest, standing)),
      standing,
    )[0]
  );
}

/** Whether two statements speak of one number. */
export const agree = <F extends Fact>(a: F, b: F, standing: Standing<F>): boolean =>
  meets(openedUp(a, standing), openedUp(b, standing));

/** A number as it may have been before its last digit was moved so that a column adds up. */
export const widened = (number: Quantity, { decimals }: Fact): Quantity =>
  decimals === null ? number : loosened(number, 10 ** -decimals);

const openedUp = <F extends Fact>(fact: F, { interval, isMoved }: Standing<F>): Quantity =>
  isMoved(fact) ? widened(interval(fact), fact) : interval(fact);

/** Of what is aimed at only the latest document speaks. */
function current<F extends Fact>(statements: readonly F[]): readonly F[] {
  if (statements[0]?.basis !== 'target') return statements;
  return keepLatest(statements);
}

const RANK: Readonly<Record<Origin, number>> = { table: 0, prose: 1, derived: 2 };

/** Lower is better: first whether it stands, then whether it tells how much, then where it is told. */
function rankTier<F extends Fact>(fact: F, isOutvoted: (fact: F) => boolean, standing: Standing<F>): number {
  const isBound = !isBounded(standing.interval(fact));
  const faults = [standing.isRefuted(fact), isBound, isOutvoted(fact)];
  return faults.reduce((tier, fault) => 2 * tier + Number(fault), 0) * 3 + RANK[fact.origin];
}

/** One number that a document gives, and how often. */
interface Voice {
  readonly document: string;
  readonly number: Quantity;
  readonly opened: Quantity;
  readonly times: number;
  readonly proves: boolean;
}

/**
 * Whether what its own document proves of a fact's number, or most of what it says, contradicts it, moved digits aside. What is said over
 * and over is compared once.
 */
function countVotes<F extends Fact>(
  all: readonly F[],
  { interval, isProven }: Standing<F>,
): (fact: F) => boolean {
  const nameVoice = (fact: F): string => {
    const { low, high } = interval(fact);
    return `${documentOf(fact)}|${low}|${high}|${fact.decimals}`;
  };
  const voices = new Map<string, Voice>();
  for (const fact of all) {
    const number = interval(fact);
    const { times = 0, proves = false } = voices.get(nameVoice(fact)) ?? {};
    voices.set(nameVoice(fact), {
      document: documentOf(fact),
      number,
      opened: widened(number, fact),
      times: times + 1,
      proves: proves || isProven(fact),
    });
  }
  const outvoted = new Map<string, boolean>();
  for (const [key, { document, number }] of voices) {
    const own = [...voices.values()].filter((one) => one.document === document && isBounded(one.number));
    const agreeing = own.filter(({ opened }) => meets(number, opened));
    const isDisproved = own.some(({ proves }) => proves) && !agreeing.some(({ proves }) => proves);
    outvoted.set(key, isDisproved || 2 * totalTimes(agreeing) < totalTimes(own));
  }
  return (fact) => outvoted.get(nameVoice(fact)) ?? false;
}

const totalTimes = (voices: readonly Voice[]): number => voices.reduce((sum, { times }) => sum + times, 0);

/** Those of the lowest rank. */
function keepFirst<F extends Fact>(facts: readonly F[], rank: (fact: F) => number): readonly F[] {
  const ranks = facts.map(rank);
  const least = ranks.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  return facts.filter((_, index) => ranks[index] === least);
}

/** Those of the latest document: ids begin with the day of release. */
function keepLatest<F extends Fact>(facts: readonly F[]): readonly F[] {
  const documents = facts.map((fact) => documentOf(fact));
  const last = documents.reduce((latest, document) => (document > latest ? document : latest), '');
  return facts.filter((_, index) => documents[index] === last);
}

/** The most precise first, then the latest, then in the order of the text. */
const ranked = <F extends Fact>(facts: readonly F[], { interval }: Standing<F>): F[] =>
  [...facts].sort((a, b) => halfWidth(interval(a)) - halfWidth(interval(b)) || latestFirst(a, b));
