import type { IssuerRecord } from '../model/document.ts';
import type { Fact } from '../model/fact.ts';
import { formatDate, formatMonth, lowerFirst, upperFirst } from '../model/format.ts';
import { findNearestPeriod } from '../model/nearest-period.ts';
import { isMoney, measureForm } from '../model/page-form.ts';
import { isInstant, lastDay, monthsIn, type Period, shift } from '../model/period.ts';
import { certainSign, minus } from '../model/quantity.ts';
import type { FactQuery, Settled } from '../model/settled.ts';
import { periodBefore } from '../model/year-before.ts';
import { figureNames } from '../view/names.ts';
import { shortPeriodName } from '../view/periods.ts';
import type { ChartSpec } from './chart.ts';
import { composeChart } from './compose-chart.ts';
import { columnPanels } from './forms/columns.ts';
import { describeCourse, LEVEL } from './measure-course.ts';
import type { MeasuredAmount } from './reading/measured.ts';
import { findAmount, readDates } from './reading/page.ts';
import { isLatest, knownSpan, LENGTHS, slotNames, timeline } from './reading/periods.ts';
import { type AmountScale, scaleFor, scaleInForm } from './scale.ts';
import { countWord, hatchNote, isAllZero, listed } from './wording.ts';

/** Lengths of periods that are shown, and how many: of quarters and halves the finest, beside the years. */
const MOST = { 12: 10, 6: 8, 3: 12 } as const;
type Months = keyof typeof MOST;
const MOST_DATES = 12;
/** From so many periods on, a highest or a lowest says something. */
const LEAST_RANKED = 4;
/** From so many columns on, the picture takes the whole width. */
const WIDE = 6;

/** What is followed of a measure of an issuer: in one unit, of one part. */
interface Followed {
  readonly facts: Settled;
  readonly issuer: IssuerRecord;
  readonly query: Omit<FactQuery, 'period' | 'basis'> & {
    readonly dimensions: string;
    readonly unit: string;
  };
}

interface Point {
  readonly period: Period;
  /** `2Q12`, `FY2012`, `31 March 2013`: by itself. */
  readonly name: string;
  readonly label: string;
  readonly group: string;
  readonly amount: MeasuredAmount | undefined;
  readonly isTarget: boolean;
}

interface Panel {
  /** `quarters`, `dates`. */
  readonly of: string;
  readonly points: readonly Point[];
}

/** A measure over all periods that give it, or over dates: years beside quarters, and what is aimed at for later years. */
export function measureOverTime(
  facts: Settled,
  concept: string,
  issuer: IssuerRecord,
): ChartSpec | undefined {
  const query = findSeries(facts, concept, issuer.reportingCurrency);
  const panels = query ? findPanels({ facts, issuer, query }) : [];
  const rows = panels.flatMap(({ points }) => points);
  const amounts = rows.flatMap(({ amount }) => amount ?? []);
  const [first] = amounts;
  if (!query || !first?.facts[0] || amounts.length < 2 || isAllZero(amounts)) return undefined;
  const scale = isMoney(query) ? scaleInForm(amounts, measureForm(facts, query)) : scaleFor(amounts, facts);
  const [measure = '', ...members] = figureNames(facts, first.facts[0]);
  const name = [measure, ...members.map(inSentence)].join(', ');
  const what = `${name}, ${scale.name || query.unit}`;
  const lengths = listed(panels.map(({ of }) => of));
  return composeChart({
    name: 'over-time',
    question: 'trend',
    isPartial: true,
    size: rows.length < WIDE ? 'half' : 'wide',
    title: measureTitle(name, panels, issuer, scale),
    unit: `${what}${panels.length > 1 ? `: ${lengths}, each on its own scale from zero` : ''}`,
    rows: rows.map((point) => ({ ...point, label: point.name })),
    scale,
    columns: [
      ['Figure', ({ amount, isTarget }) => (isTarget ? '' : scale.cell(amount))],
      ['Target', ({ amount, isTarget }) => (isTarget ? scale.cell(amount) : '')],
    ],
    summary: panels.map((panel) => summarise(panel, what, scale)).join(' '),
    hatched: hatchNote(amounts, 'columns', 'other figures'),
    note: rows.some(({ isTarget }) => isTarget) ? 'A pale column that ends in a tick is a target.' : '',
    plot: columnPanels(
      panels.map(({ of, points }) => {
        const last = points.findLast(({ isTarget }) => !isTarget);
        const items = points.map((point) => ({
          ...point,
          amount: point.amount && scale.shown(point.amount),
          strong: !point.isTarget && isLatest(point, last),
        }));
        return { ...(panels.length > 1 && { head: upperFirst(of) }), items };
      }),
    ),
  });
}

/** A member within a sentence: a phrase loses its capital, a single word may be a name and keeps it. */
const inSentence = (name: string): string => (/^[A-Z][a-z]+ [a-z]/.test(name) ? lowerFirst(name) : name);

/** The series that a measure is first of all: of the whole, in the issuer's own currency, else what has most periods. */
function findSeries(facts: Settled, concept: string, currency: string): Followed['query'] | undefined {
  const stated = facts
    .ofConcept(concept)
    .filter(({ aspect, basis, value }) => isFigure(aspect) && basis === 'reported' && value !== '');
  const groups = Map.groupBy(stated, ({ dimensions, unit, aspect }) => [dimensions, unit, aspect].join('|'));
  const ranked = [...groups.values()].map((group) => ({ group, rank: rank(group, currency) }));
  const [fact] = ranked.sort((a, b) => b.rank - a.rank)[0]?.group ?? [];
  return fact && { concept, dimensions: fact.dimensions, unit: fact.unit, aspect: fact.aspect };
}

const isFigure = (aspect: Fact['aspect']): boolean => aspect === 'amount' || aspect === 'ratio';

/** More where it is in the issuer's own money, has several periods, has fewer dimensions, has more periods: in that order. */
function rank(group: readonly Fact[], currency: string): number {
  const [{ unit, dimensions }] = group as [Fact];
  const isForeign = /^(?!ADS$)[A-Z]{3}(\/|$)/.test(unit) && !unit.startsWith(currency);
  const periods = Math.min(999, new Set(group.map(({ period }) => period)).size);
  const axes = dimensions === '' ? 0 : dimensions.split(';').length;
  return (isForeign ? 0 : 1e6) + (periods > 1 ? 1e5 : 0) + 1000 * (50 - Math.min(50, axes)) + periods;
}

function findPanels(followed: Followed): Panel[] {
  const stated = followed.facts.ofConcept(followed.query.concept).map(({ period }) => period);
  if (stated.every(isInstant)) return [{ of: 'dates', points: findDates(followed) }];
  const panels = ([12, 6, 3] as const)
    .map((months) => ({ months, of: LENGTHS[months] ?? '', points: findPoints(followed, months) }))
    .filter(({ points }) => points.filter(({ amount }) => amount).length > 1);
  const hasBoth = [12, 3].every((length) => panels.some(({ months }) => months === length));
  return panels.filter(({ months }) => !(hasBoth && months === 6));
}

const findDates = ({ facts, query }: Followed): Point[] =>
  readDates(facts, query)
    .map(({ date, amount }): Point => {
      const names = { name: formatDate(date), label: formatMonth(date), group: '' };
      return { ...names, period: date, amount, isTarget: false };
    })
    .slice(-MOST_DATES);

/** The periods of one length from the first to the last that gives the measure, then what is aimed at after them. */
function findPoints({ facts, issuer, query }: Followed, months: Months): Point[] {
  const ends = issuer.periods.map(({ period }) => lastDay(period)).sort();
  const slots = timeline(issuer, months, ends.at(-1) ?? '', MOST[months]).map((slot): Point => {
    const place = months === 12 ? { label: slot.name, group: '' } : slot;
    const amount = findAmount(facts, { ...query, period: slot.period });
    return { ...place, period: slot.period, name: slot.name, amount, isTarget: false };
  });
  const known = knownSpan(slots, ({ amount }) => amount !== undefined);
  const last = known.at(-1);
  return last ? [...known, ...findTarget({ facts, issuer, query }, months, shift(last.period, months))] : [];
}

/** The next period of the length, where a target is set for it. */
function findTarget({ facts, issuer, query }: Followed, months: Months, meant: Period): Point[] {
  const targets = facts.ofConcept(query.concept).filter(({ basis }) => basis === 'target');
  const period = findNearestPeriod(
    targets.map((target) => target.period),
    meant,
  );
  const amount = period && findAmount(facts, { ...query, period, basis: 'target' });
  if (!amount || monthsIn(period) !== months) return [];
  const name = shortPeriodName(issuer, period);
  const place = months === 12 ? { label: name, group: '' } : slotNames(name, period);
  return [{ ...place, period, name: `${name}, target`, amount, isTarget: true }];
}

const summarise = ({ of, points }: Panel, what: string, scale: AmountScale): string =>
  `${what}, by ${of.replace(/s$/, '')}: ${listed(points.flatMap(({ name, amount }) => (amount ? [`${name} ${scale.figure(amount)}`] : [])))}.`;

/** How it went in the last year, then what is aimed at, or how the last quarter compares with the others. */
function measureTitle(
  name: string,
  panels: readonly Panel[],
  issuer: IssuerRecord,
  scale: AmountScale,
): string {
  const [years, finer] = panels as [Panel, Panel?];
  const reported = withAmounts(years.points).filter(({ isTarget }) => !isTarget);
  const last = reported.at(-1) as Told;
  const isDate = isInstant(last.period);
  /** A name with a comma of its own needs one before the verb. */
  const subject = name.includes(', ') ? `${name},` : name;
  const yearAgo = periodBefore(issuer, last.period);
  const year = reported.find(({ period }) => period === yearAgo);
  /** What a date is compared with for lack of one a year before. */
  const [first] = isDate ? reported.slice(0, -1) : [];
  const course = describeCourse(last.amount, (year ?? first)?.amount);
  if (!course) return `${subject} came to ${scale.figure(last.amount)} ${isDate ? 'on' : 'in'} ${last.name}`;
  const since = year ? 'in the year' : `from ${first?.name}`;
  const told = `${subject} ${course} ${isDate ? `${since} to` : 'in'} ${last.name}`;
  const next = targetClause(years.points, last.amount) || (course === LEVEL ? '' : standing(finer ?? years));
  return `${told}${next}`;
}

type Told = Point & { readonly amount: MeasuredAmount };

const withAmounts = (points: readonly Point[]): Told[] =>
  points.filter((point): point is Told => point.amount !== undefined);

/** What is aimed at for the next period, against the last one. */
function targetClause(points: readonly Point[], now: MeasuredAmount): string {
  const aim = points.find(({ isTarget }) => isTarget);
  const course = aim?.amount && describeCourse(aim.amount, now);
  if (!aim || !course) return '';
  const name = aim.name.replace(/, target$/, '');
  if (course === LEVEL) return `; the target for ${name} is the same`;
  const [, verb, size] = /^(rose|fell) ([\d.,]+(?:%| points?))$/.exec(course) ?? [];
  return verb ? `; the target for ${name} is ${size} ${verb === 'rose' ? 'higher' : 'lower'}` : '';
}

/** `; 4Q12 was the highest of eight quarters`; nothing where it was one among others. */
function standing({ of, points }: Panel): string {
  const known = withAmounts(points).filter(({ isTarget }) => !isTarget);
  const last = known.at(-1);
  if (!last || known.length < LEAST_RANKED || certainSign(last.amount) !== 1) return '';
  const isBeyond = (sign: 1 | -1): boolean =>
    known.slice(0, -1).every(({ amount }) => certainSign(minus(last.amount, amount)) === sign);
  const word = isBeyond(1) ? 'highest' : isBeyond(-1) ? 'lowest' : '';
  if (word === '') return '';
  const rank = `the ${word} of ${countWord(known.length)} ${of}`;
  return of === 'dates' ? `, to ${rank}` : `; ${last.name} was ${rank}`;
}
