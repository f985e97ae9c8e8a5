import type { ConceptId } from '../../../src/concepts/index.ts';
import type { DocumentRecord } from '../../../src/model/document.ts';
import { documentOf, type Fact, signedAmount } from '../../../src/model/fact.ts';
import {
  daysBetween,
  firstDay,
  isDuration,
  lastDay,
  monthsIn,
  type Period,
} from '../../../src/model/period.ts';
import type { Settled } from '../../../src/model/settled.ts';
import { periodBefore } from '../../../src/model/year-before.ts';
import { measureName, spanName } from '../names.ts';
import type { Context, Narrator } from '../narrator.ts';
import { type PeriodReading, readPeriod } from '../reading.ts';
import { bare, list, percent, say, type Words } from '../sentence.ts';
import { TARGETED } from './target.ts';

const DIVIDEND: ConceptId = 'CommonStockDividendsPerShareDeclared';
/** Without dimensions, or told of one kind of shares. */
const WHOLE_DIVIDEND = /^(?:shareBasis=(?!mixed)[^;]+)?$/;
/** Targets that one sentence bears. */
const MOST = 3;

/** What a release aims at: one amount, or a range with its higher end. */
interface Goal {
  readonly aim: Fact;
  readonly upTo: Fact | undefined;
  /** Growth on the year that the release gives beside it. */
  readonly rate: Fact | undefined;
}

/** What the company aims at for the fiscal year that is under way or comes next, as told when it reported the period. */
export const outlook: Narrator = (facts, period, context) => {
  const release = context.documents.findLast(({ periodSlug }) => periodSlug === period.slug);
  if (!release) return undefined;
  const read = readPeriod(facts, period, context);
  const stated = targetsIn(facts, release);
  const year = targetYear(stated, read.period);
  if (!year) return undefined;
  const goals = TARGETED.flatMap((concept) => findGoal(read, stated, concept, year) ?? [])
    .filter(({ aim }) => !aim.concept.startsWith('IncomeLossFromContinuing'))
    .slice(0, MOST);
  if (goals.length === 0) return undefined;
  const words = say`${aimsInWords(read, goals, year)}${dividendWords(read, stated, year)}.`;
  const title = outlookTitle(read, goals, spanAhead(year, context));
  return { kind: 'outlook', title, words, weight: 0.72, about: goals.map(({ aim }) => aim) };
};

const targetsIn = (facts: Settled, { id }: DocumentRecord): readonly Fact[] =>
  [...TARGETED, DIVIDEND]
    .flatMap((concept) => facts.listAllStatements(concept))
    .filter((fact) => documentOf(fact) === id && fact.basis === 'target');

/** The longest span, no longer than a year, that ends after the period and for which targets are stated. */
function targetYear(stated: readonly Fact[], now: Period): Period | undefined {
  const spans = stated
    .filter(
      ({ aspect, concept, period }) =>
        aspect === 'amount' && TARGETED.some((id) => id === concept) && isDuration(period),
    )
    .map(({ period }) => period)
    .filter((period) => lastDay(period) > lastDay(now) && monthsIn(period) <= 12);
  return spans.sort((a, b) => monthsIn(b) - monthsIn(a) || (lastDay(a) < lastDay(b) ? -1 : 1))[0];
}

function findGoal(
  read: PeriodReading,
  stated: readonly Fact[],
  concept: string,
  year: Period,
): Goal | undefined {
  const about = stated.filter(
    (fact) => fact.concept === concept && fact.period === year && fact.dimensions === '',
  );
  const amounts = about.filter(({ aspect, unit }) => aspect === 'amount' && unit === read.currency);
  const exact = amounts.find((fact) => read.isSound(fact));
  const from = amounts.find(({ qualifier }) => qualifier === 'from');
  const upTo = amounts.find(({ qualifier }) => qualifier === 'to');
  const rate = about.find((fact) => fact.aspect === 'changePercent' && read.isSound(fact));
  if (exact) return { aim: exact, upTo: undefined, rate };
  return from && upTo ? { aim: from, upTo, rate } : undefined;
}

/** Whether the targets lie above, or below, what was reached: by the release's own growth, else by the year that ended. */
function commonDirection(read: PeriodReading, goals: readonly Goal[]): 1 | 0 | -1 {
  const signs = goals.map(({ aim, rate }) => {
    if (rate) return Math.sign(Number(rate.value));
    const now = monthsIn(aim.period) === monthsIn(read.period) ? read.amount(aim.concept) : undefined;
    return now ? Math.sign(signedAmount(aim) - signedAmount(now)) : 0;
  });
  const known = new Set(signs.filter((sign) => sign !== 0));
  return known.size === 1 ? (known.has(1) ? 1 : -1) : 0;
}

function outlookTitle(read: PeriodReading, goals: readonly Goal[], year: string): string {
  const direction = isUnderWay(read, goals[0]?.aim.period ?? '') ? 0 : commonDirection(read, goals);
  return direction === 0
    ? `Outlook for ${year}`
    : `${direction > 0 ? 'Higher' : 'Lower'} targets for ${year}`;
}

const isUnderWay = (read: PeriodReading, year: Period): boolean => firstDay(year) <= lastDay(read.period);

function aimsInWords(read: PeriodReading, goals: readonly Goal[], year: Period): Words {
  const aims = goals.map((goal, index) => say`${aimWords(read, goal)}${besideAim(read, goal, index === 0)}`);
  return isUnderWay(read, year)
    ? say`For the whole ${spanName(year)} the company expects ${list(aims)}`
    : say`The company forecasts ${list(aims)}`;
}

function aimWords(read: PeriodReading, { aim, upTo }: Goal): Words {
  const name = measureName(aim.concept);
  if (upTo)
    return say`${name} of ${{ ...read.money(aim), unit: '' }} to ${{ ...read.money(upTo), currency: '' }}`;
  return signedAmount(aim) < 0
    ? say`a loss of ${read.money(aim)} at ${name}`
    : say`${name} of ${read.money(aim)}`;
}

/** The growth that the release gives with it, else what was reached in the period before it. */
function besideAim(read: PeriodReading, { aim, rate }: Goal, isFirst: boolean): Words {
  if (!rate) {
    const isNext = monthsIn(aim.period) === monthsIn(read.period) && !isUnderWay(read, aim.period);
    const now = isNext ? read.amount(aim.concept) : undefined;
    return now ? say` (after ${{ ...read.money(now), currency: '' }})` : [];
  }
  if (Number(rate.value) === 0) return [];
  return say` (${Number(rate.value) > 0 ? 'up' : 'down'} ${percent(rate)}${isFirst ? ' on the year' : ''})`;
}

/** The dividend forecast, beside the one of the year before on the same share basis. */
function dividendWords(read: PeriodReading, stated: readonly Fact[], year: Period): Words {
  const goal = stated.find(
    (fact) =>
      fact.concept === DIVIDEND &&
      fact.aspect === 'amount' &&
      fact.period === year &&
      WHOLE_DIVIDEND.test(fact.dimensions) &&
      read.isSound(fact),
  );
  if (!goal) return [];
  const before = read.find(DIVIDEND, { period: read.period, dimensions: goal.dimensions });
  return say`; the dividend forecast is ${read.money(goal)}${before ? say`, after ${bare(read.money(before))}` : []}`;
}

/** `FY2013`, `2Q26`: by the page of the period where there is one, else counted on from the last page of that length. */
function spanAhead(ahead: Period, { issuer }: Context): string {
  const known = issuer.periods.find(({ period }) => period === ahead);
  const before = periodBefore(issuer, ahead);
  const like = issuer.periods.find(
    ({ period, months }) =>
      months === monthsIn(ahead) && Math.abs(daysBetween(lastDay(period), lastDay(before))) <= NEAR,
  );
  if (known) return known.label;
  return like
    ? like.label.replace(/\d+$/, (digits) => String(Number(digits) + 1).padStart(digits.length, '0'))
    : `the ${spanName(ahead)}`;
}

/** Days by which the ends of one quarter of two years of weeks lie off a year. */
const NEAR = 10;
