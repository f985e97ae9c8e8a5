import { type ConceptId, conceptById, concepts } from '../../../src/concepts/index.ts';
import { nameInSentence } from '../../../src/concepts/name-in-sentence.ts';
import type { Concept } from '../../../src/model/concept.ts';
import type { Basis, Printed } from '../../../src/model/fact.ts';
import { areHalf } from '../../../src/model/majority.ts';
import { closing, isDuration, lastDay, monthsIn, opening, type Period } from '../../../src/model/period.ts';
import { isBounded, over, plus, type Quantity, scaled, times } from '../../../src/model/quantity.ts';
import { type Book, complete, type Known } from '../book.ts';
import type { Relation } from '../relation.ts';
import { doesHold, slippedIn } from '../slips.ts';
import { findOccasions } from './key-sums.ts';

const REVENUES: ConceptId = 'Revenues';
const DILUTED: ConceptId = 'EarningsPerShareDiluted';
const BOTTOM_LINES: readonly ConceptId[] = ['NetIncomeLoss', 'ProfitLoss'];

/** What a formula gave, with the statements it rests on. */
export interface Computed {
  readonly interval: Quantity;
  readonly inputs: readonly Printed[];
  readonly words: string;
}

/**
 * Ratios, margins, amounts per share and their products, each recomputed from what it relates. Issuers define some of
 * them in their own way, so one that most of an issuer's own figures do not follow is not held against the rest.
 */
export function ratioRelations(book: Book): Relation[] {
  const all = book.facts.flatMap((target) => {
    const { of, orOf } = conceptById.get(target.concept)?.ratio ?? {};
    return [of, ...(orOf ? [orOf] : [])].flatMap((numerator, way) => {
      const relation = ratioRelation(book, target, numerator);
      return relation ? [{ key: `${target.concept}|${target.aspect}|${relation.rule}`, way, relation }] : [];
    });
  });
  return [...Map.groupBy(all, ({ key }) => key).values()]
    .map((ways) => mostHeld(book, [...Map.groupBy(ways, ({ way }) => way).values()]))
    .filter((relations) => areFollowed(book, relations))
    .flat();
}

/** The way that most of an issuer's figures follow; the first of several alike. */
function mostHeld(book: Book, ways: readonly (readonly { readonly relation: Relation }[])[]): Relation[] {
  const [best] = ways
    .map((way) => way.map(({ relation }) => relation))
    .map((relations) => ({ relations, held: relations.filter((one) => doesHold(book, one)).length }))
    .sort((a, b) => b.held - a.held);
  return best?.relations ?? [];
}

const areFollowed = (book: Book, relations: readonly Relation[]): boolean =>
  areHalf(relations, (one) => doesHold(book, one) || slippedIn(book, one).length > 0);

function ratioRelation(book: Book, target: Printed, of: string | undefined): Relation | undefined {
  const concept = conceptById.get(target.concept);
  if (!concept || target.value === '' || book.isTranslated(target.unit)) return undefined;
  if (target.aspect !== 'ratio' && target.aspect !== 'amount') return undefined;
  if (isOverOtherShares(book, target)) return undefined;
  const isShare = target.aspect === 'ratio' && concept.kind === 'monetary';
  const computed = isShare
    ? shareOfRevenues(book, target)
    : computeRatio(book, concept, target.period, target.basis, target, of);
  if (!computed) return undefined;
  const inputs = computed.inputs.filter((fact) => fact !== target);
  const rule = isShare || concept.kind === 'percent' ? 'ratio' : 'per-share';
  return { rule, target, expected: computed.interval, inputs, words: computed.words, asPrinted: false };
}

/** The shares that a loss leaves out of its diluted number count again where it is adjusted to an income. */
const isOverOtherShares = (book: Book, target: Printed): boolean =>
  target.concept === DILUTED &&
  isToldApart(target) &&
  BOTTOM_LINES.some((concept) => {
    const known = book.seenFrom(target.document, {
      ...book.subjectOf(target),
      concept,
      unit: book.currency,
      dimensions: '',
    });
    return known !== undefined && known.interval.high < 0;
  });

/** A line of an income statement printed in percent is told of revenues; revenues of a part, of those of the whole. */
function shareOfRevenues(
  book: Book,
  { concept, period, basis, dimensions, document }: Printed,
): Computed | undefined {
  const subject = { period, basis, dimensions, unit: book.currency };
  const above = book.seenFrom(document, { ...subject, concept });
  const whole = concept === REVENUES ? '' : dimensions;
  const below = book.seenFrom(document, { ...subject, concept: REVENUES, dimensions: whole });
  if (!above || !below || !isBounded(above.interval)) return undefined;
  const quotient = over(above.interval, below.interval);
  const words =
    concept === REVENUES ? 'its revenues over all revenues' : `${nameInSentence(concept)} over revenues`;
  return quotient && combine(above, below, scaled(quotient, 100), words);
}

/** Computes every percentage of the vocabulary for each period for which its numerator is known. */
export function computeRatios(book: Book): void {
  for (const concept of concepts) {
    if (!concept.ratio || concept.kind !== 'percent') continue;
    for (const { period, basis } of findOccasions(book, concept.ratio.of)) {
      if (basis === 'target' || (concept.ratio.average && monthsIn(period) !== 12)) continue;
      const computed = computeRatio(book, concept, period, basis);
      const subject = complete({ concept: concept.id, period, unit: 'percent', aspect: 'ratio' });
      if (computed) book.keep({ subject, fact: undefined, ...computed });
    }
  }
}

/** A ratio or product of the vocabulary for a period, where its parts are known. */
export function computeRatio(
  book: Book,
  concept: Concept,
  period: Period,
  basis: Basis,
  target?: Printed,
  of = concept.ratio?.of ?? '',
): Computed | undefined {
  if (concept.product) {
    const [one, by] = concept.product.map((id) => part(book, id, period, basis, target));
    return (
      one &&
      by &&
      combine(
        one,
        by,
        times(one.interval, by.interval),
        `${nameInSentence(concept.product[0])} times ${nameInSentence(concept.product[1])}`,
      )
    );
  }
  if (!concept.ratio) return undefined;
  const { to, orTo, average } = concept.ratio;
  const above = part(book, of, period, basis, target);
  const isOfPart = target !== undefined && isSegment(target);
  if (average && isOfPart) return undefined;
  const denominator = (id: string) => part(book, id, period, basis, target);
  const below = average ? findAverage(book, to, period) : (denominator(to) ?? (orTo && denominator(orTo)));
  const quotient = above && below && over(above.interval, below.interval);
  if (!quotient) return undefined;
  const words = `${nameInSentence(of)} over ${average ? 'average ' : ''}${nameInSentence(to)}`;
  return combine(above, below, scaled(quotient, concept.kind === 'percent' ? 100 : 1), words);
}

type Part = Pick<Known, 'interval' | 'inputs'>;

const combine = (a: Part, b: Part, interval: Quantity, words: string): Computed => ({
  interval,
  inputs: [...new Set([...a.inputs, ...b.inputs])],
  words,
});

/** A part of a ratio for its period: a balance at its end, of a target that has none the latest one reported. */
function part(book: Book, id: string, period: Period, basis: Basis, target?: Printed): Part | undefined {
  const concept = conceptById.get(id);
  if (!concept) return undefined;
  const when = concept.periodType === 'instant' ? closing(period) : period;
  if (target && isSegment(target))
    return lookUp(book, concept, when, basis, target.document, [target.dimensions]);
  if (target && isToldApart(target))
    return lookUp(book, concept, when, basis, target.document, [
      target.dimensions,
      ...(isTheSame(concept) ? BASES : []),
    ]);
  return (
    lookUp(book, concept, when, basis, target?.document) ??
    wholeFor(book, concept, when, basis) ??
    (basis === 'target' && concept.kind === 'shares' ? latest(book, concept, target) : undefined)
  );
}

/** A ratio of a part of the business is one of that part's own amounts. */
const isSegment = ({ dimensions }: Printed): boolean => /\b(?:segment|product|region)=/.test(dimensions);

/** Told in another way than the accounts do, or of another version of them. */
const isToldApart = ({ dimensions }: Printed): boolean =>
  /\b(?:variant|adjustment|vintage|entity)=/.test(dimensions);

/** Revenues and shares are as a rule the accounts' own where income is told in another way. */
const isTheSame = ({ id, kind }: Concept): boolean => kind === 'shares' || id === REVENUES;

/** Net income is that of the shareholders where the issuer never prints a share of others in it. */
function wholeFor(book: Book, { sums = [] }: Concept, when: Period, basis: Basis): Part | undefined {
  for (const way of sums) {
    const [whole, others, more] = Object.keys(way);
    if (!whole || !others || more || !/Noncontrolling/.test(others) || book.ofConcept(others).length > 0)
      continue;
    const concept = conceptById.get(whole);
    const known = concept && lookUp(book, concept, when, basis);
    if (known) return known;
  }
  return undefined;
}

/** Amounts per share are told of the shares that there are now: after a split where there was one. */
const BASES = ['', 'shareBasis=post-split'];

function lookUp(
  book: Book,
  concept: Concept,
  period: Period,
  basis: Basis,
  document = '',
  among: readonly string[] = BASES,
): Part | undefined {
  for (const unit of printedUnits(book, concept)) {
    for (const dimensions of among) {
      const subject = { concept: concept.id, period, unit, basis, dimensions };
      const known = document === '' ? book.find(subject) : book.seenFrom(document, subject);
      if (known && isBounded(known.interval)) return known;
    }
  }
  return undefined;
}

export function printedUnits(book: Book, { id, kind }: Concept): readonly string[] {
  const printed = book.unitsOf(id).filter((unit) => !book.isTranslated(unit));
  if (printed.length > 0) return printed;
  if (kind === 'monetary') return [book.currency];
  if (kind === 'perShare') return [`${book.currency}/share`];
  return kind === 'percent' ? ['percent'] : kind === 'shares' ? ['shares'] : [];
}

/** A target per share is told with the shares that its own document counts: they may be others by the next one. */
function latest(book: Book, concept: Concept, target?: Printed): Part | undefined {
  const known = book
    .ofConcept(concept.id)
    .filter(
      ({ basis, aspect, dimensions, document }) =>
        basis === 'reported' &&
        aspect === 'amount' &&
        dimensions === '' &&
        (!target || document === target.document),
    )
    .sort((a, b) => (lastDay(a.period) < lastDay(b.period) ? 1 : -1))[0];
  return known && book.printed(book.subjectOf(known));
}

/** Of a balance the mean of opening and closing. */
function findAverage(book: Book, id: string, period: Period): Part | undefined {
  const concept = conceptById.get(id);
  if (!concept || !isDuration(period)) return undefined;
  const [first, last] = [
    lookUp(book, concept, opening(period), 'reported'),
    lookUp(book, concept, closing(period), 'reported'),
  ];
  return (
    first &&
    last && {
      interval: scaled(plus(first.interval, last.interval), 0.5),
      inputs: [...first.inputs, ...last.inputs],
    }
  );
}
