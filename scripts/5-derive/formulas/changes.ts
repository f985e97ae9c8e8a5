import { nameInSentence } from '../../../src/concepts/name-in-sentence.ts';
import { halfUnit, type Printed, signedAmount } from '../../../src/model/fact.ts';
import {
  exactly,
  growthRate,
  isBounded,
  loosened,
  meets,
  middle,
  minus,
} from '../../../src/model/quantity.ts';
import { type Book, complete, type Known, type Subject } from '../book.ts';
import type { Relation } from '../relation.ts';

type Pair = readonly [now: Known, before: Known];

/** A release takes its changes from the numbers as it prints them where more than this share shows it. */
const HABIT = 0.2;

/** Growth rates, changes and changes of ratios, each recomputed from the two numbers that it compares. */
export function changeRelations(book: Book): Relation[] {
  const precise = book.facts.flatMap(
    (target) => recomputed(book, target, (subject) => findFor(book, target, subject)) ?? [],
  );
  const byDocument = Map.groupBy(precise, ({ target }) => target.document);
  return [...byDocument.values()].flatMap((relations) => {
    const off = relations.filter((relation) => !holds(book, relation));
    if (off.length <= HABIT * relations.length) return relations.map((one) => asRounded(book, one));
    return relations.map((relation) => (off.includes(relation) ? asPrinted(book, relation) : relation));
  });
}

/** A rate is told of the amounts that stand in the same document. */
const findFor = (book: Book, { document }: Printed, subject: Subject): Known | undefined =>
  book.seenFrom(document, subject);

const holds = (book: Book, { target, expected }: Relation): boolean =>
  meets(expected, book.intervalOf(target));

function recomputed(
  book: Book,
  target: Printed,
  find: (subject: Subject) => Known | undefined,
): Relation | undefined {
  if (target.aspect !== 'change' && (target.aspect !== 'changePercent' || target.value === ''))
    return undefined;
  const pair = comparedPair(book, target, find);
  return pair && changeRelation(target, pair);
}

/** The same from the two numbers in the target's own row, where that explains it, else as from rounded ones. */
function asPrinted(book: Book, relation: Relation): Relation {
  const { target } = relation;
  const instead = recomputed(book, target, (subject) => printedBeside(book, target, subject));
  return instead && holds(book, instead) ? betweenRounded(book, instead) : asRounded(book, relation);
}

/**
 * A rate that the finer amounts do not give, and that the coarser ones do which are printed too, was taken from those:
 * it is told with both. An amount aimed at is as it stands, not a rounded one, where it ends in a nought.
 */
function asRounded(book: Book, relation: Relation): Relation {
  const { target, rule } = relation;
  if (rule !== 'growth') return betweenRounded(book, relation);
  const pair = comparedPair(book, target, (subject) => aimedAt(findFor(book, target, subject)));
  const expected = pair && growthRate(pair[0].interval, pair[1].interval);
  if (!expected || meets(expected, book.intervalOf(target))) return relation;
  const coarse = roundedPair(book, pair) ?? roundedInSentence(book, target, pair);
  const rounded = coarse && growthRate(coarse[0].interval, coarse[1].interval);
  if (!rounded || !meets(rounded, book.intervalOf(target))) return relation;
  const scale = SCALES[-(coarse[1].fact?.decimals ?? 0)] ?? 'amounts with fewer digits';
  const basis = `taken from ${scale}, ${coarse.map(({ fact }) => fact?.raw ?? '').join(' and ')}`;
  return { ...relation, expected, otherwise: { expected: rounded, basis } };
}

/** `Up 0.2 points` between ratios that were each rounded before. */
function betweenRounded(book: Book, relation: Relation): Relation {
  const { target, expected } = relation;
  if (target.unit !== 'points') return relation;
  const pair = comparedPair(book, target, (subject) => findFor(book, target, subject));
  if (!pair || meets(expected, book.intervalOf(target))) return relation;
  const unit = Math.max(
    2 * halfUnit(target),
    ...pair.map(({ subject }) => coarsestUnit(book, target, subject)),
  );
  const [now, before] = pair.map(({ interval }) => Math.round(middle(interval) / unit));
  if (now === undefined || before === undefined) return relation;
  const rounded = exactly((now - before) * unit);
  if (!meets(rounded, book.intervalOf(target))) return relation;
  return {
    ...relation,
    otherwise: { expected: rounded, basis: 'taken from ratios that were rounded before' },
  };
}

/** One unit of the last place to which a document prints a figure; nought where it does not. */
const coarsestUnit = (book: Book, { document }: Printed, subject: Subject): number =>
  Math.max(
    0,
    ...book
      .statements(subject)
      .filter((fact) => fact.document === document && fact.qualifier === 'exact')
      .map((fact) => 2 * halfUnit(fact)),
  );

const SCALES: Readonly<Record<number, string>> = {
  3: 'amounts rounded to thousands',
  6: 'amounts rounded to millions',
  9: 'amounts rounded to billions',
};

function aimedAt(known: Known | undefined): Known | undefined {
  const { fact } = known ?? {};
  if (!known || fact?.basis !== 'target' || fact.qualifier !== 'exact') return known;
  const isRound = Number(fact.value) % (20 * halfUnit(fact)) === 0;
  return isRound ? { ...known, interval: exactly(signedAmount(fact)) } : known;
}

/** Both amounts as they are printed to a coarser place than one of them is known to. */
function roundedPair(book: Book, pair: Pair): Pair | undefined {
  const places = pair.map(({ fact }) => fact?.decimals ?? undefined);
  for (const place of [-3, -6, -9]) {
    const [now, before] = pair.map((known) => printedTo(book, known, place));
    if (now && before && places.some((one) => one !== undefined && one > place)) return [now, before];
  }
  return undefined;
}

/** Both as one sentence of the document tells them: `$98.6 million compared to $97.2 million`. */
function roundedInSentence(book: Book, { document }: Printed, [now, before]: Pair): Pair | undefined {
  const told = ({ subject, interval, fact }: Known): Printed[] =>
    book
      .statements(subject)
      .filter(
        (one) =>
          one.document === document &&
          one.origin === 'prose' &&
          one.qualifier === 'exact' &&
          (one.decimals ?? 0) < (fact?.decimals ?? 0) &&
          meets(book.intervalOf(one), interval),
      );
  const others = told(before);
  for (const first of told(now)) {
    const second = others.find(({ line, decimals }) => line === first.line && decimals === first.decimals);
    if (second) return [asItStands(now.subject, first), asItStands(before.subject, second)];
  }
  return undefined;
}

/** A number as it is printed, whatever its rounding leaves open. */
const asItStands = (subject: Subject, fact: Printed): Known => ({
  subject: complete(subject),
  interval: exactly(signedAmount(fact)),
  fact,
  inputs: [fact],
  words: '',
});

function printedTo(book: Book, { subject, interval }: Known, place: number): Known | undefined {
  const fact = book
    .statements(subject)
    .filter(
      ({ decimals, qualifier, origin }) => decimals === place && qualifier === 'exact' && origin === 'table',
    )
    .find((coarse) => meets(book.intervalOf(coarse), interval));
  return fact && asItStands(subject, fact);
}

function changeRelation(target: Printed, [now, before]: Pair): Relation | undefined {
  const rule = target.aspect === 'change' ? 'change' : 'growth';
  const change =
    rule === 'change' ? minus(now.interval, before.interval) : growthRate(now.interval, before.interval);
  if (!change) return undefined;
  const expected = isToTenBasisPoints(target) ? loosened(change, TEN_BASIS_POINTS) : change;
  const inputs = [...now.inputs, ...before.inputs].filter((fact) => fact !== target);
  const words = `the change of ${nameInSentence(target.concept)} from one period to the other`;
  const relation: Relation = { rule, target, expected, inputs, words, asPrinted: false };
  if (rule === 'change' || !now.fact || !before.fact) return relation;
  return { ...relation, again: growthAgain(now.fact, before.fact) };
}

/** `up 110 basis points` is told to ten of them: issuers take it from percentages with one decimal. */
const isToTenBasisPoints = ({ unit, decimals, raw }: Printed): boolean =>
  unit === 'points' && decimals === 2 && /\d0$/.test(raw);
const TEN_BASIS_POINTS = 0.045;

/** The statement of a number in the row of another, or of a ratio wherever it is printed. */
function printedBeside(book: Book, { document, line, unit }: Printed, subject: Subject): Known | undefined {
  const fact = book
    .statements(subject)
    .find((other) => other.document === document && (other.line === line || unit === 'points'));
  return (
    fact && { subject: complete(subject), interval: book.intervalOf(fact), fact, inputs: [fact], words: '' }
  );
}

const growthAgain =
  (now: Printed, before: Printed): NonNullable<Relation['again']> =>
  (intervalOf) =>
    growthRate(intervalOf(now), intervalOf(before));

function comparedPair(
  book: Book,
  { concept, basis, dimensions, period, compared, unit, document, aspect }: Printed,
  find: (subject: Subject) => Known | undefined,
): Pair | undefined {
  if (!compared) return undefined;
  if (basis === 'target' && compared === period) return stepPair({ concept, period, basis, document }, book);
  const aspects = unit === 'points' ? (['ratio', 'amount'] as const) : (['amount'] as const);
  const units = unit === 'points' ? ['percent'] : aspect === 'change' ? [unit] : book.unitsOf(concept);
  for (const each of units.length > 0 ? units : [book.currency]) {
    for (const kind of aspects) {
      const subject = {
        concept,
        dimensions,
        unit: each,
        aspect: kind,
        ...(book.isTranslated(each) && { document }),
      };
      const now = find({ ...subject, period, basis });
      const before = find({ ...subject, period: compared, basis: 'reported' });
      if (now && before && isBounded(now.interval) && isBounded(before.interval)) return [now, before];
    }
  }
  return undefined;
}

/** The target after a revision and the one before it, both as the document of the step gives them. */
function stepPair(
  { concept, period, basis, document }: Pick<Printed, 'concept' | 'period' | 'basis' | 'document'>,
  book: Book,
): Pair | undefined {
  for (const unit of book.unitsOf(concept)) {
    const subject = { concept, period, unit, basis };
    const now = book.saidIn(document, subject);
    const before = book.saidIn(document, { ...subject, dimensions: 'forecast=previous' });
    if (now && before) return [now, before];
  }
  return undefined;
}
