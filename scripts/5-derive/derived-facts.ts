import { conceptById } from '../../src/concepts/index.ts';
import { type Calendar, fiscalPart, yearsOn } from '../../src/model/calendar.ts';
import { formatDecimal } from '../../src/model/decimal.ts';
import { derivedNumber } from '../../src/model/derived-number.ts';
import type { Derived } from '../../src/model/fact.ts';
import { isDuration } from '../../src/model/period.ts';
import { growthRate as growthBetween, isBounded } from '../../src/model/quantity.ts';
import type { DerivedExplanation } from '../../src/model/verification.ts';
import { type Book, type Known, makeSubjectKey } from './book.ts';

export interface DerivedFact {
  readonly fact: Derived;
  readonly explanation: DerivedExplanation;
}

/** A fact for everything that was computed from figures that stand and that no document states, or only wrongly. */
export function derivedFacts(book: Book, calendar: Calendar): DerivedFact[] {
  const made = new Map<string, DerivedFact>();
  for (const known of [...book.allComputed(), ...deriveGrowth(book, calendar)]) {
    if (isPrinted(book, known) || book.isTranslated(known.subject.unit) || book.isUnsound(known)) continue;
    const derived = derivedFact(book, known);
    if (derived) made.set(makeSubjectKey(known.subject), derived);
  }
  return [...made.values()];
}

/** Some documents print percentages as amounts of their measure, others as ratios. */
const isPrinted = (book: Book, { subject }: Known): boolean => {
  const stands = (printed: Known | undefined): boolean => printed !== undefined && !book.isUnsound(printed);
  return (
    stands(book.printed(subject)) ||
    (subject.aspect === 'ratio' && stands(book.printed({ ...subject, aspect: 'amount' })))
  );
};

/** Growth on the year of every amount of a period that pages tell. */
function* deriveGrowth(book: Book, calendar: Calendar): Generator<Known> {
  for (const now of everyAmount(book)) {
    const { period, unit, basis, concept } = now.subject;
    if (
      basis !== 'reported' ||
      !isDuration(period) ||
      !fiscalPart(calendar, period) ||
      !GROWING.has(conceptById.get(concept)?.statement ?? '')
    )
      continue;
    const compared = yearsOn(calendar, period, -1);
    const before = book.find({ ...now.subject, period: compared });
    const interval =
      before &&
      isBounded(now.interval) &&
      isBounded(before.interval) &&
      growthBetween(now.interval, before.interval);
    if (!interval || book.isTranslated(unit)) continue;
    const subject = { ...now.subject, aspect: 'changePercent' as const, unit: 'percent', compared };
    yield {
      subject,
      interval,
      fact: undefined,
      inputs: [...now.inputs, ...before.inputs],
      words: 'the change on the same part of the year before',
    };
  }
}

/** Statements whose lines are told with their growth. */
const GROWING: ReadonlySet<string> = new Set(['income', 'operating', 'segments']);

function* everyAmount(book: Book): Generator<Known> {
  for (const [first] of book.groups()) {
    const known = first?.aspect === 'amount' ? book.find(book.subjectOf(first)) : undefined;
    if (known) yield known;
  }
  for (const known of book.allComputed()) if (!book.printed(known.subject)) yield known;
}

function derivedFact(book: Book, { subject, interval, inputs, words }: Known): DerivedFact | undefined {
  const finest = Math.max(...inputs.map(({ decimals }) => decimals ?? Number.NEGATIVE_INFINITY));
  const number = derivedNumber(interval, subject.unit, finest);
  if (!number) return undefined;
  const { concept, aspect, basis, dimensions, period, compared, unit } = subject;
  const ids = inputs.map(({ id }) => id);
  return {
    fact: {
      id: makeDerivedId(book.issuer, subject),
      issuer: book.issuer,
      origin: 'derived',
      label: conceptById.get(concept)?.label ?? printedLabel(book, concept),
      concept,
      aspect,
      basis,
      dimensions,
      period,
      compared,
      unit,
      ...number,
      polarity: 1,
      qualifier: 'exact',
      inputs: ids,
      doubt: '',
    },
    explanation: { words, low: formatBound(interval.low), high: formatBound(interval.high), inputs: ids },
  };
}

/** `iij/derived#Revenues/2012-10-01/2012-12-31`, with what it tells behind it where that is no amount reported. */
function makeDerivedId(
  issuer: string,
  { concept, period, dimensions, aspect, basis, unit }: Known['subject'],
): string {
  const kind = aspect === 'amount' || (aspect === 'ratio' && unit === 'percent') ? '' : aspect;
  return `${issuer}/derived#${[concept, period, dimensions, kind, basis === 'target' ? basis : ''].filter(Boolean).join('/')}`;
}

/** The words by which the documents call a measure that the vocabulary does not know. */
const printedLabel = (book: Book, concept: string): string => book.ofConcept(concept)[0]?.label ?? concept;

const formatBound = (value: number): string => formatDecimal(value, Number.isInteger(value) ? 0 : 4);
