import { conceptById } from '../../src/concepts/index.ts';
import type { Printed } from '../../src/model/fact.ts';
import { findMostFrequent } from '../../src/model/most-frequent.ts';
import { exactly, type Quantity } from '../../src/model/quantity.ts';
import type { LedgerEntry, Refusal } from '../../src/model/verification.ts';
import { Book, type Checked, complete, type Known } from './book.ts';
import { type DerivedFact, derivedFacts } from './derived-facts.ts';
import { changeRelations } from './formulas/changes.ts';
import { columnSums } from './formulas/column-sums.ts';
import { withDigitSums } from './formulas/digit-sums.ts';
import { computeSums, keySums, memberStatements } from './formulas/key-sums.ts';
import { memberSums } from './formulas/members.ts';
import { balanceChanges, multipleRelations } from './formulas/multiples.ts';
import { countOwnLines } from './formulas/own-lines.ts';
import { computeRatios, ratioRelations } from './formulas/ratios.ts';
import { reconciledCosts } from './formulas/reconciled-costs.ts';
import { rollForwards } from './formulas/roll-forward.ts';
import { sentenceSums } from './formulas/sentence-sums.ts';
import { shareSums } from './formulas/share-sums.ts';
import { spans } from './formulas/spans.ts';
import { statementRelations } from './formulas/statements.ts';
import { translationRelations } from './formulas/translation.ts';
import { guidanceLedger } from './ledger.ts';
import { indexLines, type Lines } from './lines.ts';
import { refusals } from './refusals.ts';
import type { Relation } from './relation.ts';
import { findShortening } from './shortening.ts';
import { doesHold, holdsWith, slippedIn } from './slips.ts';
import type { Statements } from './statements.ts';

/** What follows from the statements, and what they must agree with. */
export interface Derivation {
  readonly book: Book;
  readonly lines: Lines;
  readonly relations: readonly Relation[];
  /** What is told of it; no check needs that. */
  readonly conclude: () => Conclusions;
  /** Of the figures of a relation that fails those that one slip of the pen each would explain it by. */
  readonly slippedIn: (relation: Relation) => readonly Printed[];
  /** Whether a relation holds with another amount for one of its figures; undefined where it does not tell. */
  readonly holdsWith: (relation: Relation, fact: Printed, amount: Quantity) => boolean | undefined;
}

export interface Conclusions {
  readonly derived: readonly DerivedFact[];
  readonly refusals: readonly Refusal[];
  readonly ledger: readonly LedgerEntry[];
}

/** Before anything was checked. */
const NOTHING: Checked = { isRefuted: () => false, isMoved: () => false };

/** Phase 5: every formula once. A printed number that it gives is a relation to check, any other a derived fact. */
export function derive(statements: Statements, checked: Checked = NOTHING): Derivation {
  const { issuer, facts, calendar, documents, digits } = statements;
  const currency = statements.currency || mostFrequentCurrency(facts);
  const book = new Book(issuer, facts, currency, findShortening(documents, facts), checked);
  const lines = indexLines(documents, facts);
  const columns = columnSums(book, lines.columns);
  const totals = new Set(columns.relations.map(({ target }) => target.id));
  const acrossTables = keySums(book, columns.relations);
  const sums = [
    ...columns.relations,
    ...memberSums(book, [...lines.columns, ...lines.rows]),
    ...rollForwards(book, lines.columns, totals),
    ...balanceChanges(book),
    ...memberStatements(book),
    ...acrossTables,
    ...multipleRelations(book),
    ...sentenceSums(book, acrossTables),
  ];
  const printed = withDigitSums(book, digits, countOwnLines(book, sums, columns.own));
  const nils = columns.nils.map(({ concept, total }) => makeNil(book, concept, total));
  const overTime = spans(book, calendar, nils);
  computeSums(book);
  computeRatios(book);
  const recomputed = [...changeRelations(book), ...ratioRelations(book), ...translationRelations(book)];
  const agreed = statementRelations(book, new Set(recomputed.map(({ target }) => target.id)));
  return {
    book,
    lines,
    relations: [
      ...printed,
      ...shareSums(
        book,
        printed.filter((one) => one.rule === 'sum' && doesHold(book, one)),
      ),
      ...overTime.relations,
      ...recomputed,
      ...agreed,
      ...reconciledCosts(book),
    ],
    conclude: () => {
      const derived = derivedFacts(book, calendar);
      const ledger = guidanceLedger(book, statements, derived);
      return { derived, refusals: refusals(book, calendar, overTime.open), ledger };
    },
    slippedIn: (relation) => slippedIn(book, relation),
    holdsWith: (relation, fact, amount) => holdsWith(book, relation, fact, amount),
  };
}

/** The currency of most amounts, for documents that do not say in which they report. */
function mostFrequentCurrency(facts: readonly Printed[]): string {
  const units = facts.map(({ unit }) => unit).filter((unit) => /^(?!ADS$)[A-Z]{3}$/.test(unit));
  return findMostFrequent(units) ?? '';
}

/** A line that a total adds up without was nil. */
const makeNil = (book: Book, concept: string, total: Printed): Known => ({
  subject: complete({ ...book.subjectOf(total), concept }),
  interval: exactly(0),
  fact: undefined,
  inputs: [total],
  isNil: true,
  words: `nil, as ${conceptById.get(total.concept)?.label ?? total.concept} adds up without it`,
});
