import { addedConcepts, conceptsBelow } from '../../../src/concepts/added-concepts.ts';
import { conceptById, concepts, members } from '../../../src/concepts/index.ts';
import type { Concept } from '../../../src/model/concept.ts';
import type { Basis, Printed } from '../../../src/model/fact.ts';
import { areHalf } from '../../../src/model/majority.ts';
import { couldBeSlip } from '../../../src/model/one-slip.ts';
import type { Period } from '../../../src/model/period.ts';
import {
  exactly,
  halfWidth,
  isBounded,
  meets,
  middle,
  type Quantity,
  scaled,
  sum,
} from '../../../src/model/quantity.ts';
import { remember, rememberEach } from '../../../src/model/remember.ts';
import {
  type Book,
  complete,
  isSameColumn,
  type Known,
  keyOfColumn,
  makeSubjectKey,
  push,
  type Subject,
} from '../book.ts';
import type { Relation } from '../relation.ts';
import { sumInWords } from './column-sums.ts';

/** A way in which a total could be computed, with what is known of its parts. */
interface Attempt {
  readonly subject: Required<Subject>;
  readonly parts: readonly Known[];
  readonly weights: readonly number[];
  readonly interval: Quantity;
}

/**
 * Sums whose parts stand in different tables, in sentences, or nowhere. A printed total gives a relation, unless its
 * own column was added up in the same way; any other is computed.
 */
export function keySums(book: Book, columnSums: readonly Relation[]): Relation[] {
  const done = new Set(
    columnSums.map((relation) => wayKey(book.subjectOf(relation.target), relation.inputs)),
  );
  const footing = Map.groupBy(
    columnSums.filter(({ target, expected }) => meets(expected, book.intervalOf(target))),
    ({ target }) => makeSubjectKey(book.subjectOf(target)),
  );
  const tried = new Map<string, { readonly attempt: Attempt; readonly statement: Printed }[]>();
  for (const statements of book.groups()) {
    const [first] = statements;
    if (first?.aspect !== 'amount' || first.dimensions.includes('adjustment=')) continue;
    const printed = book.printed(book.subjectOf(first));
    const statement = printed?.fact;
    if (!statement) continue;
    for (const [way, weights] of (conceptById.get(first.concept)?.sums ?? []).entries()) {
      const attempt = attemptSum(printed.subject, weights, (...part) => printedFor(book, statement, ...part));
      if (!attempt || isCoarser(attempt, printed.interval) || leavesOut(book, attempt, weights)) continue;
      if (countsTwice(attempt, footing.get(makeSubjectKey(printed.subject)) ?? [])) continue;
      if (
        !done.has(
          wayKey(
            printed.subject,
            attempt.parts.flatMap(({ fact }) => fact ?? []),
          ),
        )
      )
        push(tried, `${first.concept}|${way}`, { attempt, statement });
    }
  }
  return [...tried.values()]
    .filter((list) => isBelievable(book, list))
    .flatMap((list) => list.map(keySumRelation));
}

/** The printed figure of a part as the document of its total has it, else as another has. */
const printedFor = (book: Book, { document }: Printed, ...part: PartOf): Known | undefined => {
  const known = book.seenFrom(document, ...part);
  return known?.fact ? known : book.printed(...part);
};

/**
 * A total that its own column adds up to from some of the parts has the others in them already: income before tax may
 * hold the share of affiliated companies.
 */
const countsTwice = ({ parts }: Attempt, columns: readonly Relation[]): boolean =>
  columns.some(
    ({ inputs }) =>
      inputs.length < parts.length &&
      inputs.every((input) => parts.some(({ subject }) => subject.concept === input.concept)),
  );

/** A total that is told to more digits than its parts learns nothing from them. */
const isCoarser = ({ parts }: Attempt, total: Quantity): boolean =>
  parts.some(({ interval }) => halfWidth(interval) > halfWidth(total));

const wayKey = (subject: Subject, parts: readonly Printed[]): string =>
  `${makeSubjectKey(subject)}|${parts
    .filter(({ value }) => value !== '')
    .map(({ concept }) => concept)
    .sort()
    .join('+')}`;

/**
 * The vocabulary offers ways for many kinds of issuers; one that this issuer uses holds in most of its periods. A sentence
 * that is one slip of the pen away from what tables make of it is held against them.
 */
function isBelievable(
  book: Book,
  list: readonly { readonly attempt: Attempt; readonly statement: Printed }[],
): boolean {
  const holds = ({ attempt, statement }: (typeof list)[number]): boolean =>
    meets(attempt.interval, book.intervalOf(statement));
  if (list.some(holds)) return areHalf(list, holds);
  return list.every(
    ({ attempt, statement }) =>
      statement.origin === 'prose' && couldBeSlip(statement, middle(attempt.interval)),
  );
}

function keySumRelation({
  attempt,
  statement,
}: {
  readonly attempt: Attempt;
  readonly statement: Printed;
}): Relation {
  const inputs = attempt.parts.flatMap(({ fact }) => fact ?? []);
  return {
    rule: 'total',
    target: statement,
    expected: attempt.interval,
    inputs,
    weights: attempt.weights,
    words: sumInWords(
      inputs.map(({ concept }) => concept),
      attempt.weights,
    ),
    asPrinted: inputs.every(
      ({ document, decimals, origin, cell, table }) =>
        origin === 'table' &&
        document === statement.document &&
        table === statement.table &&
        cell === statement.cell &&
        (decimals ?? statement.decimals) === statement.decimals,
    ),
  };
}

/** A total, and the concept of one of its parts. */
type PartOf = readonly [total: Required<Subject>, concept: string];

/** The sum of the parts where each is known. */
function attemptSum(
  total: Required<Subject>,
  way: Way,
  find: (...part: PartOf) => Known | undefined,
): Attempt | undefined {
  const parts: Known[] = [];
  for (const concept of Object.keys(way)) {
    const part = find(total, concept);
    if (!part || !isBounded(part.interval)) return undefined;
    parts.push(part);
  }
  const weights = Object.values(way);
  const interval = sum(parts.map((part, i) => scaled(part.interval, weights[i] ?? 1)));
  return { subject: total, parts, weights, interval };
}

/** A period for which something is known of a concept, as reported or as aimed at. */
export interface Occasion {
  readonly period: Period;
  readonly basis: Basis;
}

/**
 * Computes every sum of the vocabulary whose parts are known, on each occasion on which its first part is. Twice, as
 * sums are made of sums.
 */
export function computeSums(book: Book): void {
  const changed = new Set<string>();
  for (const isFirst of [true, false])
    for (const concept of concepts)
      for (const way of concept.sums ?? []) {
        const isNew = isFirst || restsOn(concept, way).some((id) => changed.has(id));
        if (isNew && computeWay(book, concept, way)) changed.add(concept.id);
      }
}

/** The concepts of which something computed says what a way of adding up gives. */
const restsOn = ({ id }: Concept, way: Way): string[] => [...Object.keys(way), ...(sumsWith.get(id) ?? [])];

/** Whether anything came of it that was not known. */
function computeWay(book: Book, concept: Concept, way: Way): boolean {
  const [first = '', ...others] = Object.keys(way);
  if (![first, ...others].every((id) => book.knows(id))) return false;
  const unit = concept.kind === 'monetary' ? book.currency : (book.unitsOf(first)[0] ?? '');
  const attempts = [...findOccasions(book, first)].flatMap(({ period, basis }) => {
    const subject = complete({ concept: concept.id, period, unit, basis });
    return attemptSum(subject, way, (...part) => book.find(...part)) ?? [];
  });
  const whole = attempts.filter((attempt) => isComplete(book, attempt, concept, way));
  if (whole.length === 0) return false;
  if (!isPrintedAnywhere(book, concept) && isLaterLine(book, concept, way, attempts)) return false;
  if (attempts.some((attempt) => isRefuted(book, attempt, way) || isCutShort(book, attempt, way)))
    return false;
  let isNew = false;
  for (const attempt of whole) {
    const words = sumInWords(Object.keys(way), attempt.weights);
    const inputs = [...new Set(attempt.parts.flatMap((part) => part.inputs))];
    const { subject, interval } = attempt;
    isNew = book.keep({ subject, interval, fact: undefined, inputs, words }) || isNew;
  }
  return isNew;
}

const isPrintedAnywhere = (book: Book, { id }: Concept): boolean =>
  book
    .ofConcept(id)
    .some(
      ({ aspect, basis, dimensions }) => aspect === 'amount' && basis === 'reported' && dimensions === '',
    );

/**
 * A total that nobody prints has all of its parts, as far as the issuer lets it be seen: a table lists all costs,
 * sentences name some of them, so what may be added up in several ways is added up from tables alone.
 */
const isComplete = (book: Book, attempt: Attempt, { sums = [] }: Concept, way: Way): boolean =>
  !leavesOut(book, attempt, way) &&
  (sums.length < 2 || attempt.parts.every(({ inputs }) => inputs.every(({ origin }) => origin !== 'prose')));

/** A part of the total is printed, and none of those that are added has it in it. */
function leavesOut(book: Book, { subject, parts }: Attempt, way: Way): boolean {
  if (parts.length === 1) return false; // assets are what liabilities and equity come to
  return notAdded(way)(subject.concept).some((id) => book.printed(subject, id));
}

/** Parts of a total, at any depth, that none of those that a way adds has in it. */
const notAdded: (way: Way) => (total: string) => readonly string[] = rememberEach((way) =>
  remember((total) => {
    const within = new Set(Object.keys(way).flatMap((concept) => [concept, ...conceptsBelow(concept)]));
    const isCounted = (id: string): boolean =>
      within.has(id) || (conceptById.get(id)?.sums ?? []).some((one) => Object.keys(one).every(isCounted));
    return conceptsBelow(total).filter((id) => !isCounted(id));
  }),
);

/**
 * Whether a line that the issuer prints nowhere would be the next one under another name: the costs that are taken off
 * have what lies between the two in them, as `total expenses` of insurers and lenders have interest. In one period it
 * comes out as the next line, or such a row stands among the costs; then it is so in all periods.
 */
const isLaterLine = (
  book: Book,
  { id }: Concept,
  way: Readonly<Record<string, 1 | -1>>,
  attempts: readonly Attempt[],
): boolean =>
  attempts.some(({ subject, interval }) =>
    (sumsWith.get(id) ?? []).some((concept) => {
      const later = book.find(subject, concept);
      return later !== undefined && meets(later.interval, interval);
    }),
  ) || standsAmong(book, linesAfter(id), way);

/**
 * Whether the column of a later total prints the line under a name that nobody knows, with another value: `Income before
 * taxes and other owners` less tax is net income, and the sum is not.
 */
function isRefuted(book: Book, { subject, interval }: Attempt, way: Way): boolean {
  return laterSums(way).some(({ id, later, above, weight }) => {
    const total = book.printed(subject, later);
    const unknown = total?.fact ? unknownLines(book, total.fact) : [];
    if (!total || unknown.length === 0) return false;
    const known = { ...total, interval: exactly(0) };
    const others = attemptSum(subject, above, (_, part) =>
      part === id ? known : book.printed(subject, part),
    );
    const needed = others && scaled(sum([total.interval, scaled(others.interval, -1)]), weight);
    return (
      needed !== undefined &&
      !meets(needed, interval) &&
      unknown.some((fact) => meets(book.intervalOf(fact), needed))
    );
  });
}

/**
 * Whether the column goes on with costs of the same total: `Restructuring` and `Other operating expense` below SG&A, and
 * then a line that is what they leave of the sum.
 */
function isCutShort(book: Book, { interval, parts }: Attempt, way: Way): boolean {
  const inputs = parts.flatMap((part) => part.inputs);
  const [first] = inputs;
  if (!first || !inputs.every((fact) => isSameColumn(fact, first))) return false;
  const last = inputs.reduce((lowest, fact) => (fact.line > lowest.line ? fact : lowest), first);
  const below = book
    .inColumn(last)
    .filter((fact) => fact.line > last.line && isAmount(fact))
    .toSorted((a, b) => a.line - b.line);
  if (below.length === 0) return false;
  const after = new Set(totalsOf(way).flatMap(({ id }) => [...linesAfter(id)]));
  let left = interval;
  let hasOwn = false;
  for (const fact of below.slice(0, MOST_BELOW)) {
    const row = book.intervalOf(fact);
    if (meets(row, left)) return hasOwn;
    left = sum([left, scaled(row, -1)]);
    hasOwn ||= !after.has(fact.concept);
  }
  return false;
}

const MOST_BELOW = 8;

const isAmount = ({ aspect, dimensions, value }: Printed): boolean =>
  aspect === 'amount' && dimensions === '' && value !== '';

type Way = Readonly<Record<string, 1 | -1>>;
/** What each way of adding up gives: every amount that is computed asks again. */
const totalsOf: (way: Way) => readonly Concept[] = rememberEach((way) =>
  concepts.filter(({ sums = [] }) => sums.some((one) => isSameWay(one, way))),
);

/** A sum that a total which a way gives is a part of. */
interface LaterSum {
  readonly id: string;
  readonly later: string;
  readonly above: Way;
  readonly weight: 1 | -1;
}
const laterSums: (way: Way) => readonly LaterSum[] = rememberEach((way) =>
  totalsOf(way).flatMap(({ id }) =>
    (sumsWith.get(id) ?? []).flatMap((later) =>
      (conceptById.get(later)?.sums ?? []).flatMap((above): LaterSum[] => {
        const weight = above[id];
        return weight === undefined ? [] : [{ id, later, above, weight }];
      }),
    ),
  ),
);
const isSameWay = (one: Way, other: Way): boolean =>
  Object.keys(one).length === Object.keys(other).length &&
  Object.keys(one).every((id) => one[id] === other[id]);

/** Lines above a total, in its column, under names that nobody knows. */
const unknownLines = (book: Book, total: Printed): Printed[] =>
  book
    .inColumn(total)
    .filter(
      (fact) =>
        !conceptById.has(fact.concept) &&
        fact.dimensions === '' &&
        fact.value !== '' &&
        fact.line < total.line,
    );

/** What the lines after a total add to it or take from it. */
const linesAfter: (id: string) => ReadonlySet<string> = remember((id) => {
  const own = new Set([id, ...conceptsBelow(id)]);
  const added = (sumsWith.get(id) ?? []).flatMap((later) => addedConcepts(later));
  return new Set(added.flatMap((part) => [part, ...conceptsBelow(part)]).filter((part) => !own.has(part)));
});

/** A column prints one of `ids` between what a way starts from and a total that the way takes off. */
function standsAmong(book: Book, ids: ReadonlySet<string>, way: Readonly<Record<string, 1 | -1>>): boolean {
  const [first = '', ...others] = Object.keys(way);
  const costs = others.filter((id) => way[id] === -1);
  const columns = Map.groupBy(book.ofConcept(first), keyOfColumn);
  const between = Map.groupBy(
    [...ids].flatMap((id) => book.ofConcept(id)),
    keyOfColumn,
  );
  return costs
    .flatMap((id) => book.ofConcept(id))
    .some((cost) =>
      (columns.get(keyOfColumn(cost)) ?? []).some((start) =>
        (between.get(keyOfColumn(cost)) ?? []).some(({ line }) => line > start.line && line < cost.line),
      ),
    );
}

/** Concepts by those that are sums of them. */
const sumsWith = new Map<string, string[]>();
for (const { id } of concepts) for (const part of addedConcepts(id)) push(sumsWith, part, id);

/** Periods for which an amount of a concept is known without dimensions, printed or computed. */
export function findOccasions(book: Book, concept: string): Iterable<Occasion> {
  const occasions = new Map<string, Occasion>();
  const add = (period: Period, basis: Basis) => occasions.set(`${period} ${basis}`, { period, basis });
  for (const { aspect, dimensions, period, basis } of book.ofConcept(concept))
    if (aspect === 'amount' && dimensions === '') add(period, basis);
  for (const { subject } of book.computedOf(concept))
    if (subject.aspect === 'amount' && subject.dimensions === '') add(subject.period, subject.basis);
  return occasions.values();
}

/**
 * A figure of a statement of equity is often that of another concept: the accumulated deficit in its column is that
 * of the balance sheet. Gives a relation where both are printed, else computes the other.
 */
export function memberStatements(book: Book): Relation[] {
  const relations: Relation[] = [];
  for (const statements of [...book.groups()]) {
    const [first] = statements;
    const member = first && members.find(({ axis, id }) => first.dimensions === `${axis}=${id}`);
    const [concept, weight] = Object.entries(member?.states?.[first?.concept ?? ''] ?? {})[0] ?? [];
    if (first?.aspect !== 'amount' || !concept || weight === undefined) continue;
    const here = book.printed(book.subjectOf(first));
    const subject = { ...book.subjectOf(first), concept, dimensions: '' };
    const there = book.printed(subject);
    if (!here?.fact) continue;
    const words = sumInWords([concept], [weight]);
    if (!there?.fact)
      book.keep({
        ...here,
        subject,
        interval: scaled(here.interval, weight),
        fact: undefined,
        words: `the ${member?.label.toLowerCase()} of the statement of equity`,
      });
    else
      relations.push({
        rule: 'same-amount',
        target: here.fact,
        expected: scaled(there.interval, weight),
        inputs: [there.fact],
        weights: [weight],
        words,
        asPrinted: false,
      });
  }
  return relations;
}
