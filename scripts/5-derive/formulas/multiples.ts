import { conceptById } from '../../../src/concepts/index.ts';
import { nameInSentence } from '../../../src/concepts/name-in-sentence.ts';
import type { Rule } from '../../../src/model/check-rules.ts';
import { type Printed, signedAmount } from '../../../src/model/fact.ts';
import { areMost } from '../../../src/model/majority.ts';
import { closing, isInstant, opening, type Period } from '../../../src/model/period.ts';
import { exactly, plus, type Quantity, times } from '../../../src/model/quantity.ts';
import { type Book, push } from '../book.ts';
import type { Relation } from '../relation.ts';

interface Pair {
  readonly rule: Rule;
  readonly target: Printed;
  readonly base: Printed;
}

/**
 * Numbers that are a fixed multiple of another: shares and depositary shares, amounts per share before and after a
 * split. The factor is a whole number that most pairs of the document show, or else most of all: a split changes it.
 */
export function multipleRelations(book: Book): Relation[] {
  const pairs = new Map<string, Pair[]>();
  for (const target of book.facts) {
    const pair = adsPair(book, target) ?? splitPair(book, target);
    if (pair) push(pairs, `${pair.rule}|${target.concept}`, pair);
  }
  return [...pairs.values()].flatMap((list) => {
    const common = commonFactor(list);
    return [...Map.groupBy(list, ({ target }) => target.document).values()].flatMap((own) => {
      const factor = (own.length > 1 ? commonFactor(own) : undefined) ?? common;
      return factor === undefined ? [] : own.map((pair) => multipleRelation(book, pair, factor));
    });
  });
}

function adsPair(book: Book, target: Printed): Pair | undefined {
  const concept = conceptById.get(target.concept)?.multipleOf;
  if (!concept || target.aspect !== 'amount') return undefined;
  for (const unit of book.unitsOf(concept)) {
    const base = book.printed({ ...book.subjectOf(target), concept, unit })?.fact;
    if (base) return { rule: 'per-ads', target, base };
  }
  return undefined;
}

function splitPair(book: Book, target: Printed): Pair | undefined {
  if (!target.dimensions.includes('shareBasis=pre-split') || target.value === '') return undefined;
  const subject = book.subjectOf(target);
  if (book.printed(subject)?.fact !== target) return undefined;
  const dimensions = target.dimensions.replace('shareBasis=pre-split', 'shareBasis=post-split');
  const base = book.printed({ ...subject, dimensions })?.fact;
  return base && base.value !== '' ? { rule: 'split', target, base } : undefined;
}

/** The whole number that more than half of the pairs give. */
function commonFactor(pairs: readonly Pair[]): number | undefined {
  const factors = pairs.map(({ target, base }) => Math.round(signedAmount(target) / signedAmount(base)));
  return factors.find((one) => one > 1 && areMost(factors, (other) => other === one));
}

function multipleRelation(book: Book, { rule, target, base }: Pair, factor: number): Relation {
  const expected: Quantity = times(book.intervalOf(base), exactly(factor));
  const words = `${factor} times ${rule === 'split' ? 'the amount after the split' : nameInSentence(base.concept)}`;
  return { rule, target, expected, inputs: [base], words, asPrinted: false };
}

/** A change that a statement prints as its own line, from the balances at both ends. */
export function balanceChanges(book: Book): Relation[] {
  const relations: Relation[] = [];
  for (const [first] of book.groups()) {
    const concept = first && conceptById.get(first.concept)?.changeOf;
    if (!concept || first.aspect !== 'amount' || isInstant(first.period)) continue;
    const change = book.printed(book.subjectOf(first))?.fact;
    const now = change && besides(book, change, concept, closing(first.period));
    const before = change && besides(book, change, concept, opening(first.period));
    if (!now || !before) continue;
    relations.push({
      rule: 'roll-forward',
      target: now,
      expected: plus(book.intervalOf(before), book.intervalOf(change)),
      inputs: [before, change],
      weights: [1, 1],
      words: `${nameInSentence(concept)} at the opening and the change over the period`,
      asPrinted: isOneColumn([now, before, change]),
    });
  }
  return relations;
}

/** The statement of a balance that stands in the column of a change, else the best. */
function besides(book: Book, change: Printed, concept: string, period: Period): Printed | undefined {
  const subject = { ...book.subjectOf(change), concept, period };
  return book.statements(subject).find((fact) => isOneColumn([fact, change])) ?? book.printed(subject)?.fact;
}

const isOneColumn = (facts: readonly Printed[]): boolean =>
  new Set(facts.map(({ document, decimals, cell }) => `${document} ${decimals} ${cell}`)).size === 1;
