import { conceptById } from '../../src/concepts/index.ts';
import { type Calendar, yearsOn } from '../../src/model/calendar.ts';
import { formatDecimal } from '../../src/model/decimal.ts';
import { areRangeEnds, type Printed, signedAmount } from '../../src/model/fact.ts';
import { addDays, duration, firstDay, type IsoDate, isDuration, lastDay } from '../../src/model/period.ts';
import {
  between,
  decimalsKnown,
  exactly,
  growthRate,
  halfWidth,
  isBounded,
  middle,
  minus,
  type Quantity,
} from '../../src/model/quantity.ts';
import type { LedgerEntry, LedgerRemainder } from '../../src/model/verification.ts';
import { type Book, type Known, makeSubjectKey, push, type Subject } from './book.ts';
import type { DerivedFact } from './derived-facts.ts';
import { givenIn, revisions, type TargetRevision } from './revisions.ts';
import type { Statements } from './statements.ts';

/** Every target that the documents give, and what became of it. */
export function guidanceLedger(
  book: Book,
  { documents, calendar }: Statements,
  derived: readonly DerivedFact[],
): LedgerEntry[] {
  const released = new Map(documents.map(({ id, released }) => [id, released]));
  const findId = idFinder(book, derived);
  const revised = Map.groupBy(revisions(book, documents), ({ key }) => key);
  const targets = new Map<string, Printed[]>();
  for (const fact of book.facts) {
    const isTarget =
      fact.basis === 'target' &&
      fact.aspect === 'amount' &&
      fact.value !== '' &&
      !book.isTranslated(fact.unit) &&
      !fact.dimensions.includes('shareBasis=mixed') &&
      !fact.dimensions.includes('forecast=');
    if (isTarget) push(targets, makeSubjectKey(book.subjectOf(fact)), fact);
  }
  return [...targets].flatMap(
    ([key, facts]) =>
      makeEntry(book, groupTargets(facts, revised.get(key) ?? [], released), findId, calendar) ?? [],
  );
}

type IdFinder = (known: Known | undefined) => string;

function idFinder(book: Book, derived: readonly DerivedFact[]): IdFinder {
  const ids = new Map(derived.map(({ fact }) => [makeSubjectKey(book.subjectOf(fact)), fact.id]));
  return (known) =>
    known?.fact?.id ??
    (known && (book.printed(known.subject)?.fact?.id ?? ids.get(makeSubjectKey(known.subject)))) ??
    '';
}

function makeEntry(
  book: Book,
  given: readonly Given[],
  findId: IdFinder,
  calendar: Calendar,
): LedgerEntry | undefined {
  const latest = given.at(-1)?.fact;
  if (!latest) return undefined;
  const subject = { ...book.subjectOf(latest), basis: 'reported' as const };
  const actual = book.find(subject);
  return {
    concept: latest.concept,
    period: latest.period,
    dimensions: latest.dimensions,
    unit: latest.unit,
    statements: given.map(({ fact, given }) => ({
      fact: fact.id,
      value: fact.value,
      given,
      document: fact.document,
    })),
    actual: findId(actual),
    ...judgeOutcome(latest, latestAim(given), actual && reachedAmount(latest, actual.interval)),
    remainder: endsInRange(given) ? null : findRemainder(book, given, subject, findId, calendar),
  };
}

interface Given {
  readonly fact: Printed;
  readonly given: IsoDate;
}

/**
 * The figures in order of their dates, each where it was first given or given anew. What a sentence recalls as the
 * figure before a revision was not given there; where nothing else tells it, its day is not known.
 */
function groupTargets(
  facts: readonly Printed[],
  revised: readonly TargetRevision[],
  released: ReadonlyMap<string, IsoDate>,
): Given[] {
  const recalled = new Set(revised.map(({ from }) => from));
  const told = facts
    .filter((fact) => !recalled.has(fact) && revised.every(({ to }) => to !== fact))
    .map((fact) => ({
      fact,
      given: givenIn(fact) ?? released.get(fact.document) ?? '',
    }));
  const given = [
    ...revised
      .filter(({ from }) => !told.some(({ fact }) => isSame(fact, from)))
      .map(({ from }) => ({ fact: from, given: '' })),
    ...told,
    ...revised.map(({ to, given }) => ({ fact: to, given })),
  ];
  given.sort((a, b) => (a.given < b.given ? -1 : a.given > b.given ? 1 : 0));
  return given.filter(({ fact }, i) => i === 0 || !isSame(fact, given[i - 1]?.fact));
}

const isSame = ({ value }: Printed, other: Printed | undefined): boolean =>
  Number(value) === Number(other?.value);

/** What was reached against what was aimed at: a point, or a range that is met anywhere within. */
function judgeOutcome(
  { concept, decimals }: Printed,
  aims: Quantity,
  actual: Quantity | undefined,
): Pick<LedgerEntry, 'outcome' | 'difference' | 'differencePercent'> {
  if (!actual) return { outcome: 'open', difference: '', differencePercent: '' };
  if (actual.low > aims.low && actual.high < aims.high)
    return { outcome: 'met', difference: '', differencePercent: '' };
  const aim = exactly(middle(actual) < middle(aims) ? aims.low : aims.high);
  const difference = minus(actual, aim);
  const percent = growthRate(actual, aim);
  const [reached, failed] = [actual.low >= aim.high, actual.high < aim.low];
  const isCost = conceptById.get(concept)?.nonNegative && difference.low !== 0;
  return {
    outcome: reached
      ? isCost
        ? 'missed'
        : 'met'
      : failed
        ? isCost
          ? 'met'
          : 'missed'
        : 'too close to tell',
    difference: known(difference, Math.max(0, decimals ?? 0)),
    differencePercent: percent ? known(percent, 1) : '',
  };
}

/** A dividend is decided to the digit, whatever place it is printed to. */
const reachedAmount = ({ concept }: Printed, actual: Quantity): Quantity =>
  conceptById.get(concept)?.statement === 'dividends' ? exactly(middle(actual)) : actual;

/** What was aimed at last: a target as it is told, a bound (`over JPY10 billion`) at the bound, a range from end to end. */
function latestAim(given: readonly Given[]): Quantity {
  const [from = 0, to = from] = given
    .slice(endsInRange(given) ? -2 : -1)
    .map(({ fact }) => signedAmount(fact));
  return between(from, to);
}

/** The last two figures are the ends of one range. */
const endsInRange = (given: readonly Given[]): boolean =>
  areRangeEnds(given.at(-2)?.fact, given.at(-1)?.fact);

/** What the rest of the year had to bring when the target was last given beside the figures of its first part. */
function findRemainder(
  book: Book,
  given: readonly Given[],
  subject: Required<Subject>,
  findId: IdFinder,
  calendar: Calendar,
): LedgerRemainder | null {
  const target = given.at(-1)?.fact;
  const first = target && partReportedWith(book, target);
  if (!first) return null;
  const period = duration(addDays(lastDay(first.subject.period), 1), lastDay(target.period));
  const needed = minus(latestAim(given), first.interval);
  if (!isBounded(needed)) return null;
  return {
    period,
    reached: findId(first),
    needed: known(needed, 0),
    brought: findId(book.find({ ...subject, period })),
    yearBefore: findId(book.find({ ...subject, period: yearsOn(calendar, period, -1) })),
  };
}

/** The longest part from the start of the target's period that the document of the target reports. */
function partReportedWith(
  book: Book,
  { concept, unit, dimensions, period, document }: Printed,
): Known | undefined {
  if (!isDuration(period) || unit !== book.currency) return undefined;
  const parts = book
    .ofConcept(concept)
    .filter(
      (fact) =>
        fact.document === document &&
        fact.basis === 'reported' &&
        fact.aspect === 'amount' &&
        fact.unit === unit &&
        fact.dimensions === dimensions &&
        firstDay(fact.period) === firstDay(period) &&
        lastDay(fact.period) < lastDay(period),
    )
    .sort((a, b) => (lastDay(a.period) < lastDay(b.period) ? 1 : -1));
  return parts[0] && book.find(book.subjectOf(parts[0]));
}

/** A difference to the digits that are known. */
function known(interval: Quantity, most: number): string {
  const decimals = halfWidth(interval) === 0 ? most : decimalsKnown(interval, most);
  return formatDecimal(middle(interval), decimals);
}
