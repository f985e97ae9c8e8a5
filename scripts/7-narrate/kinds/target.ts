import type { ConceptId } from '../../../src/concepts/index.ts';
import type { PeriodRecord } from '../../../src/model/document.ts';
import type { Fact } from '../../../src/model/fact.ts';
import { formatDate } from '../../../src/model/format.ts';
import { type IsoDate, lastDay } from '../../../src/model/period.ts';
import type { LedgerEntry } from '../../../src/model/verification.ts';
import { capital, measureName, spanName } from '../names.ts';
import type { Narrator } from '../narrator.ts';
import { type PeriodReading, readPeriod } from '../reading.ts';
import { bare, type Draft, list, opened, say, type ToldFigure, type Words } from '../sentence.ts';

/** Measures for which targets are told, in order. */
export const TARGETED: readonly ConceptId[] = [
  'Revenues',
  'OperatingIncomeLoss',
  'OrdinaryIncomeLoss',
  'AdjustedEBITDA',
  'IncomeLossFromContinuingOperationsBeforeIncomeTaxesMinorityInterestAndIncomeLossFromEquityMethodInvestments',
  'IncomeLossFromContinuingOperationsBeforeIncomeTaxesExtraordinaryItemsNoncontrollingInterest',
  'NetIncomeLoss',
];
/** How many of them one sentence bears. */
const MOST = 3;

interface Outcome {
  readonly target: Fact;
  readonly actual: Fact;
  /** 1 surely above the target, -1 surely below it, 0 what the digits leave open. */
  readonly sign: 1 | 0 | -1;
  /** Day on which the target was given. */
  readonly given: IsoDate;
}

/** What came of the targets that were set for the period before it ended. */
export const target: Narrator = (facts, period, context) => {
  const read = readPeriod(facts, period, context);
  const outcomes = TARGETED.flatMap((concept) => findOutcome(read, concept, period, context.ledger) ?? []);
  const [first] = outcomes;
  if (!first) return undefined;
  const draft = told(read, chosen(outcomes), spanName(period));
  const set = outcomes.length > 1 ? 'The targets date from' : 'The target dates from';
  const words = [...draft.words, ` ${set} ${formatDate(first.given)}.`];
  return { kind: 'target', ...draft, words, about: [] };
};

/** The last target counts, and only if it was given before the period was over. */
function findOutcome(
  read: PeriodReading,
  concept: string,
  { period }: PeriodRecord,
  ledger: readonly LedgerEntry[],
): Outcome | undefined {
  const entry = ledger.find(
    (one) =>
      one.concept === concept && one.period === period && one.dimensions === '' && one.unit === read.currency,
  );
  const last = entry?.statements.at(-1);
  const goal = read.facts.byId(last?.fact ?? '');
  const actual = read.amount(concept);
  if (!entry || !last || !goal || !read.isSound(goal)) return undefined;
  if (!actual || last.given > lastDay(period)) return undefined;
  const sign = Number(entry.difference) === 0 ? 0 : SIGNS[entry.outcome];
  return { target: goal, actual, sign, given: last.given };
}

const SIGNS: Readonly<Record<LedgerEntry['outcome'], 1 | 0 | -1>> = {
  met: 1,
  missed: -1,
  'too close to tell': 0,
  open: 0,
};

/** Misses before the rest where there is not room for all; the order of the statement is kept. */
function chosen(outcomes: readonly Outcome[]): readonly Outcome[] {
  const mixed = new Set(outcomes.map(({ sign }) => sign)).size > 1;
  if (outcomes.length <= MOST) return outcomes;
  const keep = new Set(
    [...outcomes].sort((a, b) => (mixed ? a.sign - b.sign : 0) || rank(a) - rank(b)).slice(0, MOST),
  );
  return outcomes.filter((outcome) => keep.has(outcome));
}

const RANKS: ReadonlyMap<string, number> = new Map(TARGETED.map((id, rank) => [id, rank]));

/** Income before tax is the one that readers miss least. */
const rank = ({ actual }: Outcome): number =>
  actual.concept.startsWith('IncomeLossFromContinuing') ? 9 : (RANKS.get(actual.concept) ?? -1);

function told(
  read: PeriodReading,
  outcomes: readonly Outcome[],
  span: string,
): Pick<Draft, 'title' | 'words' | 'weight'> {
  const missed = outcomes.filter(({ sign }) => sign < 0);
  const passed = outcomes.filter(({ sign }) => sign > 0);
  const hit = outcomes.filter(({ sign }) => sign === 0);
  const name = ({ actual }: Outcome) => measureName(actual.concept);
  if (missed.length === 0 && passed.length === 0)
    return {
      title: 'On target',
      words: say`${capital(`the ${span}`)} met its target${hit.length > 1 ? 's' : ''}: ${list(hit.map((one) => say`${name(one)} of ${read.money(one.actual)}`))}.`,
      weight: 0.75,
    };
  if (missed.length === 0)
    return {
      title: passed.length > 1 ? 'Ahead of target' : `${capital(name(passed[0] as Outcome))} beat target`,
      words: say`${opened(beats(read, passed))}${onTarget(read, hit)}.`,
      weight: 0.85,
    };
  if (passed.length === 0)
    return {
      title: missed.length > 1 ? 'Short of target' : `${capital(name(missed[0] as Outcome))} missed target`,
      words: say`${opened(misses(read, missed))}${onTarget(read, hit)}.`,
      weight: 1.05,
    };
  return {
    title: `${capital(name(missed[0] as Outcome))} missed target, ${name(passed[0] as Outcome)} beat it`,
    words: say`${opened(misses(read, missed))}; ${beats(read, passed)}${onTarget(read, hit)}.`,
    weight: 1.05,
  };
}

/** In the unit of the figure before it: without one; a target that is told in another has its own. */
const besideActual = (goal: ToldFigure, actual: ToldFigure): ToldFigure =>
  goal.form.scale === actual.form.scale ? bare(goal) : goal;

const beats = (read: PeriodReading, outcomes: readonly Outcome[]): Words =>
  clauses(
    outcomes.map(({ actual, target: goal }, index) =>
      index === 0
        ? say`${measureName(actual.concept)} of ${read.money(actual)} beat the target of ${besideActual(read.money(goal), read.money(actual))}`
        : say`${measureName(actual.concept)} of ${read.money(actual)} that of ${besideActual(read.money(goal), read.money(actual))}`,
    ),
  );

/** One clause after the other, which leaves out the verb of the first. */
const clauses = (all: readonly Words[]): Words =>
  all.flatMap((clause, index) =>
    index === 0 ? clause : [index === all.length - 1 ? ', and ' : ', ', ...clause],
  );

const misses = (read: PeriodReading, outcomes: readonly Outcome[]): Words =>
  clauses(
    outcomes.map(({ actual, target: goal }, index) =>
      index === 0
        ? say`${measureName(actual.concept)} of ${read.money(actual)} missed the target of ${besideActual(read.money(goal), read.money(actual))}`
        : say`${measureName(actual.concept)} of ${read.money(actual)} that of ${besideActual(read.money(goal), read.money(actual))}`,
    ),
  );

const onTarget = (read: PeriodReading, outcomes: readonly Outcome[]): Words =>
  outcomes.length === 0
    ? []
    : say`, and ${list(outcomes.map(({ actual }) => say`${measureName(actual.concept)} met its ${bare(read.money(actual))}`))}`;
