import type { IssuerRecord } from '../model/document.ts';
import type { Fact } from '../model/fact.ts';
import { formatDate, formatMonth, lowerFirst, upperFirst } from '../model/format.ts';
import { isInstant, lastDay, monthsIn, type Period, shift } from '../model/period.ts';
import { certainSign, minus } from '../model/quantity.ts';
import type { Settled } from '../model/settled.ts';
import { periodBefore } from '../model/year-before.ts';
import { conceptLabel, dimensionLabel } from '../view/names.ts';
import { shortPeriodName } from '../view/periods.ts';
import type { ChartSpec } from './chart.ts';
import { composeChart } from './compose-chart.ts';
import { columnPanels } from './forms/column-panels.ts';
import { describeCourse, LEVEL } from './measure-course.ts';
import type { MeasuredAmount } from './reading/measured.ts';
import { LENGTHS, slotNames, timeline } from './reading/periods.ts';
import { findAmount } from './reading/reader.ts';
import { type AmountScale, scaleFor } from './scale.ts';
import { countWord, isAllZero, listed } from './wording.ts';

/** Lengths of periods that are shown: of quarters and halves the finest, beside the years. */
type Months = 12 | 6 | 3;
const MOST = { dates: 12, 12: 10, 6: 8, 3: 12 } as const;
/** From so many periods on, a highest or a lowest says something. */
const LEAST_RANKED = 4;
/** From so many columns on, the picture takes the whole width. */
const WIDE = 6;

/** What is followed: a measure in one unit, of one part. */
export interface Followed {
  readonly concept: string;
  readonly dimensions: string;
  readonly unit: string;
  readonly aspect: Fact['aspect'];
}

interface Point {
  readonly period: Period;
  /** `2Q12`, `FY2012`, `31 March 2013`: by itself. */
  readonly name: string;
  readonly label: string;
  readonly group: string;
  readonly amount: MeasuredAmount | undefined;
  readonly target: boolean;
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
  const followed = findFollowed(facts, concept, issuer.reportingCurrency);
  const panels = followed ? findPanels(facts, followed, issuer) : [];
  const rows = panels.flatMap((panel) => panel.points);
  const amounts = rows.flatMap(({ amount }) => amount ?? []);
  const [first] = amounts;
  if (!followed || !first?.facts[0] || amounts.length < 2 || isAllZero(amounts)) return undefined;
  const scale = scaleFor(amounts, facts);
  const measure = conceptLabel(concept, first.facts[0].label);
  const name = [measure, ...memberNames(followed.dimensions)].filter(Boolean).join(', ');
  const what = `${name}, ${scale.name || followed.unit}`;
  const hasTarget = rows.some(({ target }) => target);
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
      ['Figure', ({ amount, target }) => (target ? '' : scale.cell(amount))],
      ['Target', ({ amount, target }) => (target ? scale.cell(amount) : '')],
    ],
    summary: panels.map((panel) => summarise(panel, what, scale)).join(' '),
    hatched: amounts.some(({ derived }) => derived)
      ? 'Hatched columns are not printed anywhere; they are worked out from other figures.'
      : '',
    note: hasTarget ? 'A pale column that ends in a tick is a target.' : '',
    plot: (width) =>
      columnPanels(
        panels.map(({ of, points: list }) => ({
          head: panels.length > 1 ? upperFirst(of) : '',
          items: list.map((point, index) => drawPoint(point, isLatest(list, index), scale)),
        })),
        { width },
      ),
  });
}

/** Members within a sentence: a phrase loses its capital, a single word may be a name and keeps it. */
const memberNames = (dimensions: string): string[] =>
  dimensionLabel(dimensions)
    .split(', ')
    .filter(Boolean)
    .map((name) => (/^[A-Z][a-z]+ [a-z]/.test(name) ? lowerFirst(name) : name));

/** The series that a measure is first of all: of the whole, in the issuer's own currency, else what has most periods. */
export function findFollowed(facts: Settled, concept: string, currency: string): Followed | undefined {
  const stated = facts
    .ofConcept(concept)
    .filter(({ aspect, basis, value }) => isFigure(aspect) && basis === 'reported' && value !== '');
  const groups = Map.groupBy(stated, ({ dimensions, unit, aspect }) => [dimensions, unit, aspect].join('|'));
  const ranked = [...groups.values()].map((group) => ({
    fact: group[0] as Fact,
    rank: rank(group, currency),
  }));
  const { fact } = ranked.sort((a, b) => b.rank - a.rank)[0] ?? {};
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

function findPanels(facts: Settled, followed: Followed, issuer: IssuerRecord): Panel[] {
  const stated = facts.ofConcept(followed.concept).map(({ period }) => period);
  if (stated.every(isInstant)) return [{ of: 'dates', points: findDates(facts, followed, stated) }];
  const until =
    issuer.periods
      .map(({ period }) => period)
      .sort(byEnd)
      .at(-1) ?? '';
  const panels = ([12, 6, 3] as const)
    .map((months) => ({ months, points: findPoints(facts, followed, issuer, { months, until }) }))
    .filter(({ points }) => points.filter(({ amount }) => amount).length > 1);
  const hasBoth = panels.some(({ months }) => months === 12) && panels.some(({ months }) => months === 3);
  return panels
    .filter(({ months }) => !(hasBoth && months === 6))
    .map(({ months, points }) => ({ of: LENGTHS[months] ?? '', points }));
}

const byEnd = (a: Period, b: Period): number =>
  lastDay(a) < lastDay(b) ? -1 : lastDay(a) > lastDay(b) ? 1 : 0;

function findDates(facts: Settled, followed: Followed, stated: readonly Period[]): Point[] {
  return [...new Set(stated)]
    .sort()
    .flatMap((period): Point[] => {
      const amount = findAmount(facts, { ...followed, period });
      const names = { name: formatDate(period), label: formatMonth(period), group: '' };
      return amount ? [{ ...names, period, amount, target: false }] : [];
    })
    .slice(-MOST.dates);
}

/** The periods of one length from the first to the last that gives the measure, then what is aimed at after them. */
function findPoints(
  facts: Settled,
  followed: Followed,
  issuer: IssuerRecord,
  { months, until }: { readonly months: Months; readonly until: Period },
): Point[] {
  const slots = timeline(issuer, months, until, MOST[months]).map((slot): Point => {
    const amount = findAmount(facts, { ...followed, period: slot.period });
    const isYear = months === 12;
    return {
      period: slot.period,
      name: slot.name,
      label: isYear ? slot.name : slot.label,
      group: isYear ? '' : slot.group,
      amount,
      target: false,
    };
  });
  const first = slots.findIndex(({ amount }) => amount);
  const last = slots.findLastIndex(({ amount }) => amount);
  const known = first < 0 ? [] : slots.slice(first, last + 1);
  const end = known.at(-1)?.period;
  return end ? [...known, ...findTargets(facts, followed, issuer, { months, after: end })] : [];
}

/** The next period of the length, where a target is set for it. */
function findTargets(
  facts: Settled,
  followed: Followed,
  issuer: IssuerRecord,
  { months, after }: { readonly months: Months; readonly after: Period },
): Point[] {
  const period = shift(after, months);
  const amount = findAmount(facts, { ...followed, period, basis: 'target' });
  if (!amount || monthsIn(period) !== months) return [];
  const name = shortPeriodName(issuer, period);
  const place = months === 12 ? { label: name, group: '' } : slotNames(name, period);
  return [{ period, name: `${name}, target`, ...place, amount, target: true }];
}

/** The latest year of a line of parts, else the latest period: what the page of today is about. */
function isLatest(points: readonly Point[], index: number): boolean {
  const reported = points.filter(({ target }) => !target);
  const { group = '' } = reported.at(-1) ?? {};
  const point = points[index];
  return group === '' ? point === reported.at(-1) : point?.group === group && !point.target;
}

const drawPoint = ({ label, group, amount, target }: Point, strong: boolean, scale: AmountScale) => ({
  label: target ? `${label} target` : label,
  group,
  value: amount?.value,
  text: amount ? scale.figure(amount) : '',
  strong,
  derived: amount?.derived ?? false,
  target,
});

const summarise = ({ of, points }: Panel, what: string, scale: AmountScale): string =>
  `${what}, by ${of.replace(/s$/, '')}: ${listed(points.flatMap(({ name, amount }) => (amount ? [`${name} ${scale.figure(amount)}`] : [])))}.`;

/** How it went in the last year, then what is aimed at, or how the last quarter stood among the others. */
function measureTitle(
  name: string,
  panels: readonly Panel[],
  issuer: IssuerRecord,
  scale: AmountScale,
): string {
  const [years, finer] = panels as [Panel, Panel?];
  const reported = years.points.filter(({ target }) => !target);
  const last = reported.findLast(({ amount }) => amount) as Point & { amount: MeasuredAmount };
  const isDate = isInstant(last.period);
  /** A name with a comma of its own needs one before the verb. */
  const subject = name.includes(', ') ? `${name},` : name;
  const yearAgo = periodBefore(issuer, last.period);
  const before = reported.find(({ period }) => period === yearAgo);
  const course = describeCourse(last.amount, before?.amount ?? firstDate(reported, last)?.amount);
  if (!course) return `${subject} stood at ${scale.figure(last.amount)} ${isDate ? 'on' : 'in'} ${last.name}`;
  const told = `${subject} ${course} ${isDate ? sinceWhen(reported, last, before) : `in ${last.name}`}`;
  const next = targetClause(years.points, last.amount) || (course === LEVEL ? '' : standing(finer ?? years));
  return `${told}${next}`;
}

/** What a date is compared with for lack of one a year before. */
const firstDate = (points: readonly Point[], last: Point): Point | undefined =>
  isInstant(last.period) && points[0] !== last ? points[0] : undefined;

const sinceWhen = (points: readonly Point[], last: Point, before: Point | undefined): string =>
  before?.amount ? `in the year to ${last.name}` : `from ${points[0]?.name ?? ''} to ${last.name}`;

/** What is aimed at for the next period, against the last one. */
function targetClause(points: readonly Point[], now: MeasuredAmount): string {
  const aim = points.find(({ target }) => target);
  const course = aim?.amount && describeCourse(aim.amount, now);
  const match = /^(rose|fell) ([\d.,]+(?:%| points?))$/.exec(course ?? '');
  if (!aim || !course) return '';
  const name = aim.name.replace(/, target$/, '');
  if (course === LEVEL) return `; the target for ${name} is the same`;
  return match ? `; the target for ${name} is ${match[2]} ${match[1] === 'rose' ? 'higher' : 'lower'}` : '';
}

/** `; 4Q12 was the highest of eight quarters`; nothing where it stood among the others. */
function standing({ of, points }: Panel): string {
  const known = points.filter(({ amount, target }) => amount && !target) as (Point & {
    amount: MeasuredAmount;
  })[];
  const last = known.at(-1);
  const others = known.slice(0, -1);
  if (!last || known.length < LEAST_RANKED || certainSign(last.amount) !== 1) return '';
  const isBeyond = (sign: 1 | -1): boolean =>
    others.every(({ amount }) => certainSign(minus(last.amount, amount)) === sign);
  const word = isBeyond(1) ? 'highest' : isBeyond(-1) ? 'lowest' : '';
  if (word === '') return '';
  const rank = `the ${word} of ${countWord(known.length)} ${of}`;
  return of === 'dates' ? `, to ${rank}` : `; ${last.name} was ${rank}`;
}
