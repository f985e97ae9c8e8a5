import { conceptById } from '../../../src/concepts/index.ts';
import type { DocumentRecord } from '../../../src/model/document.ts';
import { amountOf, type Fact } from '../../../src/model/fact.ts';
import { endOf, isDuration, monthsIn, type Period, startOf } from '../../../src/model/period.ts';
import { measureName } from '../names.ts';
import type { Context, Narrator } from '../narrator.ts';
import { Reading } from '../reading.ts';
import { bare, type Draft, list, percent, say, type Words } from '../sentence.ts';
import { TARGETED } from './target.ts';

const DIVIDEND = 'CommonStockDividendsPerShareDeclared';
/** Targets that one sentence bears. */
const MOST = 3;

/** What the company aims at for the fiscal year that is under way or comes next, as told when it reported the period. */
export const outlook: Narrator = (facts, period, context) => {
  const release = context.documents.find(({ periodSlug }) => periodSlug === period.slug);
  if (!release) return undefined;
  const read = new Reading(facts, period, context);
  const year = targetYear(read, release);
  if (!year) return undefined;
  const goals = TARGETED.flatMap((concept) => goalOf(read, release, concept, year) ?? [])
    .filter(({ concept }) => !/^IncomeLossFromContinuing/.test(concept))
    .slice(0, MOST);
  const dividend = dividendWords(read, release, year);
  if (goals.length === 0) return undefined;
  return {
    kind: 'outlook',
    ...told(read, release, goals, dividend, yearName(year, context, read.period)),
    weight: 0.72,
    about: goals,
  };
};

/** The longest span, no longer than a year, that ends after the period and for which the release states targets. */
function targetYear(read: Reading, { id }: DocumentRecord): Period | undefined {
  const spans = read.facts.facts
    .filter(
      ({ document, basis, aspect, period }) =>
        document === id && basis === 'target' && aspect === 'amount' && isDuration(period),
    )
    .filter(({ concept, period }) => TARGETED.includes(concept) && endOf(period) > endOf(read.period))
    .map(({ period }) => period);
  return [...new Set(spans)].sort((a, b) => monthsIn(b) - monthsIn(a) || (endOf(a) < endOf(b) ? -1 : 1))[0];
}

const goalOf = (read: Reading, { id }: DocumentRecord, concept: string, period: Period): Fact | undefined =>
  read.facts
    .findAll({ concept, period, basis: 'target', unit: read.currency })
    .find((fact) => fact.document === id && read.isSound(fact));

/** Growth that the release itself gives beside a target. */
const goalGrowth = (read: Reading, { id }: DocumentRecord, goal: Fact): Fact | undefined =>
  read.facts
    .findAll({
      concept: goal.concept,
      period: goal.period,
      basis: 'target',
      aspect: 'changePercent',
      unit: 'percent',
    })
    .find((fact) => fact.document === id && read.isSound(fact));

function told(
  read: Reading,
  release: DocumentRecord,
  goals: readonly Fact[],
  dividend: Words,
  year: string,
): Pick<Draft, 'title' | 'words'> {
  const rates = goals.flatMap((goal) => goalGrowth(read, release, goal) ?? []);
  const isUp = rates.length > 0 && rates.every((rate) => Number(rate.value) > 0);
  const isDown = rates.length > 0 && rates.every((rate) => Number(rate.value) < 0);
  const isUnderWay = (startOf(goals[0]?.period ?? '') || '') <= endOf(read.period);
  const aims = goals.map((goal, index) => {
    const rate = goalGrowth(read, release, goal);
    const amount =
      amountOf(goal) < 0
        ? say`a loss of ${read.money(goal)} at ${measureName(goal.concept)}`
        : say`${measureName(goal.concept)} of ${read.money(goal)}`;
    if (!rate || Number(rate.value) === 0) return amount;
    const way = Number(rate.value) > 0 ? 'up' : 'down';
    return index === 0
      ? say`${amount} (${way} ${percent(rate)} on the year)`
      : say`${amount} (${way} ${percent(rate)})`;
  });
  return {
    title: isUnderWay
      ? `The goal for ${year}`
      : isUp
        ? `Higher aims for ${year}`
        : isDown
          ? `Lower aims for ${year}`
          : `Aims for ${year}`,
    words: say`${isUnderWay ? 'By the end of the year the company means to reach' : 'Management looks for'} ${list(aims)}${dividend}.`,
  };
}

/** The dividend in view, beside the one of the year before on the same share basis. */
function dividendWords(read: Reading, { id }: DocumentRecord, year: Period): Words {
  const goal = read.facts
    .ofConcept(DIVIDEND)
    .find(
      ({ document, basis, aspect, period, dimensions, value }) =>
        document === id &&
        basis === 'target' &&
        aspect === 'amount' &&
        period === year &&
        /^(?:shareBasis=(?!mixed)[^;]+)?$/.test(dimensions) &&
        value !== '',
    );
  if (!goal || !read.isSound(goal) || !conceptById.has(DIVIDEND)) return [];
  const before = read.find(DIVIDEND, { period: read.period, dimensions: goal.dimensions });
  return say`; a dividend of ${read.money(goal)} is in view${before ? say`, after ${bare(read.money(before))}` : []}`;
}

/** `FY2013`: after the page of the year where there is one, else counted on from the last one. */
function yearName(year: Period, { issuer, documents }: Context, period: Period): string {
  const known = issuer.periods.find((record) => record.period === year);
  if (known) return known.label;
  const like = issuer.periods.findLast(({ months }) => months === 12);
  const ahead = like ? Number(endOf(year).slice(0, 4)) - Number(endOf(like.period).slice(0, 4)) : 0;
  const named = like?.label.replace(/\d+/, (digits) => String(Number(digits) + ahead));
  return documents.length > 0 && like && endOf(year) > endOf(period) && named ? named : 'the year';
}
