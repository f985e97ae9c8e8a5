import type { DocumentRecord, PeriodRecord } from '../../../src/model/document.ts';
import type { Fact } from '../../../src/model/fact.ts';
import { formatDate } from '../../../src/model/format.ts';
import { endOf, isoDate } from '../../../src/model/period.ts';
import { difference, quantityOf, signOf } from '../../../src/model/quantity.ts';
import { capital, measureName, spanName } from '../names.ts';
import type { Narrator } from '../narrator.ts';
import { Reading } from '../reading.ts';
import { bare, type Draft, list, opened, say, type Words } from '../sentence.ts';

/** Measures for which targets are told, in order. */
export const TARGETED = [
  'Revenues',
  'OperatingIncomeLoss',
  'AdjustedOperatingIncome',
  'AdjustedEBITDA',
  'IncomeLossFromContinuingOperationsBeforeIncomeTaxesMinorityInterestAndIncomeLossFromEquityMethodInvestments',
  'NetIncomeLoss',
];
/** How many of them one sentence bears. */
const MOST = 3;

interface Outcome {
  readonly target: Fact;
  readonly actual: Fact;
  /** 1 surely above the target, -1 surely below it, 0 what the digits leave open. */
  readonly sign: 1 | 0 | -1;
}

/** What came of the targets that were set for the period before it ended. */
export const target: Narrator = (facts, period, context) => {
  const read = new Reading(facts, period, context);
  const outcomes = TARGETED.flatMap((concept): Outcome[] => {
    const actual = read.amount(concept);
    const goal = latestTarget(read, concept, period, context.documents);
    if (!actual || !goal) return [];
    return [{ target: goal, actual, sign: signOf(difference(quantityOf(actual), quantityOf(goal))) }];
  });
  if (outcomes.length === 0) return undefined;
  const draft = told(read, chosen(outcomes), spanName(period));
  const source = setOn(outcomes[0]?.target, context.documents);
  const note = source ? ` ${outcomes.length > 1 ? 'The targets were' : 'The target was'} ${source}.` : '';
  return { kind: 'target', ...draft, words: [...draft.words, note], about: outcomes.map(({ actual }) => actual) };
};

/** The last one given before the period was over, so that what came after cannot colour it. */
function latestTarget(
  read: Reading,
  concept: string,
  { period }: PeriodRecord,
  documents: readonly DocumentRecord[],
): Fact | undefined {
  const released = new Map(documents.map(({ id, released }) => [id, released]));
  return read.facts
    .findAll({ concept, period, basis: 'target', unit: read.currency })
    .find((fact) => read.isSound(fact) && (released.get(fact.document) ?? '') <= endOf(period));
}

/** Misses before the rest where there is not room for all; the order of the statement is kept. */
function chosen(outcomes: readonly Outcome[]): readonly Outcome[] {
  const mixed = new Set(outcomes.map(({ sign }) => sign)).size > 1;
  if (outcomes.length <= MOST) return outcomes;
  const keep = new Set([...outcomes].sort((a, b) => (mixed ? a.sign - b.sign : 0) || rank(a) - rank(b)).slice(0, MOST));
  return outcomes.filter((outcome) => keep.has(outcome));
}

/** Income before tax is the one that readers miss least. */
const rank = ({ actual }: Outcome): number => (actual.concept.startsWith('IncomeLossFromContinuing') ? 9 : TARGETED.indexOf(actual.concept));

function told(read: Reading, outcomes: readonly Outcome[], span: string): Pick<Draft, 'title' | 'words' | 'weight'> {
  const missed = outcomes.filter(({ sign }) => sign < 0);
  const passed = outcomes.filter(({ sign }) => sign > 0);
  const hit = outcomes.filter(({ sign }) => sign === 0);
  const name = ({ actual }: Outcome) => measureName(actual.concept);
  if (missed.length === 0 && passed.length === 0)
    return { title: 'On target', words: say`${capital(`the ${span}`)} came out where it was meant to: ${list(hit.map((one) => say`${name(one)} at ${read.money(one.actual)}`))}.`, weight: 0.75 };
  if (missed.length === 0)
    return { title: passed.length > 1 ? 'Ahead of target' : `${capital(name(passed[0] as Outcome))} beat its target`, words: say`${opened(beats(read, passed))}${onTarget(read, hit)}.`, weight: 0.85 };
  if (passed.length === 0)
    return { title: missed.length > 1 ? 'Short of target' : `${capital(name(missed[0] as Outcome))} missed its target`, words: say`${opened(misses(read, missed))}${onTarget(read, hit)}.`, weight: 1.05 };
  return {
    title: `${capital(name(missed[0] as Outcome))} fell short, ${name(passed[0] as Outcome)} did not`,
    words: say`${opened(misses(read, missed))}; ${beats(read, passed)}${onTarget(read, hit)}.`,
    weight: 1.05,
  };
}

const beats = (read: Reading, outcomes: readonly Outcome[]): Words =>
  list(outcomes.map(({ actual, target: goal }, index) =>
    index === 0
      ? say`${measureName(actual.concept)} of ${read.money(actual)} beat the ${bare(read.money(goal))} aimed at`
      : say`${measureName(actual.concept)} of ${bare(read.money(actual))} the ${bare(read.money(goal))}`,
  ));

const misses = (read: Reading, outcomes: readonly Outcome[]): Words =>
  list(outcomes.map(({ actual, target: goal }, index) =>
    index === 0
      ? say`${measureName(actual.concept)} of ${read.money(actual)} stayed below the ${bare(read.money(goal))} planned`
      : say`${measureName(actual.concept)} of ${bare(read.money(actual))} below the ${bare(read.money(goal))}`,
  ));

const onTarget = (read: Reading, outcomes: readonly Outcome[]): Words =>
  outcomes.length === 0 ? [] : say`, and ${list(outcomes.map(({ actual }) => say`${measureName(actual.concept)} met its ${bare(read.money(actual))}`))}`;

const ANNOUNCED = /\b(?:announced|set|given|issued|published|released|dated)\s+(?:on\s+)?([A-Z][a-z]+)\s+(\d{1,2}),?\s+(\d{4})/;
const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** `set on 15 May 2012` where the heading says so, else the release that states them. */
function setOn(fact: Fact | undefined, documents: readonly DocumentRecord[]): string | undefined {
  if (!fact) return undefined;
  const match = ANNOUNCED.exec([...fact.section, fact.table].join(' '));
  const month = MONTHS.indexOf(match?.[1] ?? '') + 1;
  if (match && month > 0) return `set on ${formatDate(isoDate(Number(match[3]), month, Number(match[2])))}`;
  const released = documents.find(({ id }) => id === fact.document)?.released;
  return released ? `stated on ${formatDate(released)}` : undefined;
}

