import { conceptById, concepts } from '../concepts/index.ts';
import { formatDate, lowerFirst, upperFirst } from '../model/format.ts';
import { findNearestPeriod } from '../model/nearest-period.ts';
import { addDays, addMonths, duration, firstDay, type Period, shift } from '../model/period.ts';
import {
  certainSign,
  exactly,
  growthRate,
  minus,
  percentage,
  printedQuantity,
  type Quantity,
} from '../model/quantity.ts';
import { periodBefore } from '../model/year-before.ts';
import { shortPeriodName } from '../view/periods.ts';
import type { Chart } from './chart.ts';
import { composeChart } from './compose-chart.ts';
import { bullet } from './forms/bullet.ts';
import { changeFrom, type Growth, type MeasuredAmount } from './reading/measured.ts';
import { findAmount, type PageFigures } from './reading/page.ts';
import { type AmountScale, scaleFor } from './scale.ts';
import {
  countWord,
  formatPercent,
  listed,
  movedBy,
  percentCell,
  signedPercent,
  sizePercent,
  whichWay,
} from './wording.ts';

/** A measure that a target is set for, and what it is compared with. */
interface Aim {
  readonly concept: string;
  readonly label: string;
  readonly target: MeasuredAmount;
  readonly actual: MeasuredAmount;
  /** Actual over target, in percent of the target. */
  readonly reached: Quantity;
  /** What the actual lacks. */
  readonly toCome: MeasuredAmount;
}

/** Targets above zero whose actuals are stated, in the order of the statement: shares of a target of zero say nothing. */
const findAims = ({ facts, issuer, read }: PageFigures, aimedAt: Period): Aim[] =>
  concepts
    .filter(({ kind, periodType }) => kind === 'monetary' && periodType === 'duration')
    .flatMap(({ id: concept, label }): Aim[] => {
      const query = { concept, period: aimedAt, unit: issuer.reportingCurrency, basis: 'target' } as const;
      const target = findAmount(facts, query);
      const actual = target && read(concept);
      const reached = actual && certainSign(target) === 1 ? percentage(actual, target) : undefined;
      if (!target || !actual || !reached) return [];
      return [{ concept, label, target, actual, reached, toCome: changeFrom(target, actual) }];
    });

/** An aim as a bullet: how far from the target, and where the hollow dot is, in percent of the target. */
interface AimRow extends Aim {
  readonly far: string;
  readonly before?: number | undefined;
}

/** Every row on its own scale, on which its target is 100; over and between actual and target, which share a line, words. */
const drawAims = (rows: readonly AimRow[], { figure }: AmountScale, head: string, between: 'of' | 'to') =>
  bullet(
    rows.map(({ label, actual, target, reached, far, before }) => ({
      label,
      actual: reached.value,
      before,
      text: far,
      cell: `${figure(actual)} ${between} ${figure(target)}`,
      derived: actual.derived,
    })),
    head,
  );

const scaleAims = (aims: readonly Aim[], { facts }: PageFigures): AmountScale =>
  scaleFor(
    aims.flatMap(({ target, actual }) => [target, actual]),
    facts,
  );

const unitOfAims = (what: string, scale: AmountScale): string =>
  `${what}; each row scaled so that its target is 100; amounts in ${scale.name}`;

/** The days on which the targets were given, as the record of targets has them. */
function datesGiven(aims: readonly Aim[], { facts }: PageFigures): string {
  const days = aims
    .flatMap(({ target }) => target.facts.map((fact) => facts.findSettled(fact)?.given ?? ''))
    .filter(Boolean);
  return days.length > 0 ? `of ${listed([...new Set(days)].sort().map(formatDate))}` : 'of the company';
}

/** What was reached of what was aimed at, each aim on its own scale. */
export const againstTarget: Chart = (page) => {
  const { label, before = '' } = page;
  const rows = findAims(page, page.now).map((aim) => {
    const past = page.read(aim.concept, page.earlier);
    const miss = minus(aim.reached, exactly(100));
    const drawn = { far: signedPercent(miss), before: past && (100 * past.value) / aim.target.value };
    return { ...aim, ...drawn, past, miss, difference: changeFrom(aim.actual, aim.target) };
  });
  if (rows.length === 0) return undefined;
  const scale = scaleAims(rows, page);
  return composeChart({
    name: 'against-target',
    question: 'target',
    title: targetTitle(rows),
    unit: unitOfAims(`${label} against the targets ${datesGiven(rows, page)}`, scale),
    rows,
    scale,
    columns: [
      [before || 'Year before', ({ past }) => scale.cell(past)],
      ['Target', ({ target }) => scale.cell(target)],
      ['Actual', ({ actual }) => scale.cell(actual)],
      ['Difference', ({ difference }) => scale.change(difference)],
      ['In %', ({ miss }) => percentCell(miss, signedPercent)],
    ],
    summary: {
      lead: `Actual against target, ${label}, ${scale.name}`,
      each: (row) =>
        `${lowerFirst(row.label)} ${scale.figure(row.actual)} of ${scale.figure(row.target)}, ${missedBy(row)} target`,
    },
    note: rows.some(({ past }) => past) && before ? `The hollow dots show ${before}.` : '',
    plot: drawAims(rows, scale, 'Actual and target', 'of'),
  });
};

/** How many targets were met, and by how much the outermost were over or under. */
function targetTitle(aims: readonly Aim[]): string {
  const met = aims.filter(isMet);
  const sorted = aims.toSorted((a, b) => b.reached.value - a.reached.value);
  const [best, worst] = [sorted[0] as Aim, sorted.at(-1) as Aim];
  if (aims.length === 1) return `${best.label} ended ${missedBy(best)} its target`;
  const [over, under] = [best, worst].map((aim) => `${lowerFirst(aim.label)} ${missedBy(aim)}`);
  const count = countWord(aims.length);
  const isNone = met.length === 0;
  if (!isNone && met.length < aims.length)
    return `${upperFirst(countWord(met.length))} of ${count} targets ${met.length === 1 ? 'was' : 'were'} met: ${over}, ${under}`;
  const [all, none] =
    aims.length === 2
      ? ['Both targets were met', 'Neither target was met']
      : [`All ${count} targets were met`, `None of the ${count} targets was met`];
  const told = isNone ? none : all;
  if (aims.some(({ concept }) => isCost(concept))) return `${told}: ${over}, ${under}`;
  return `${told}; ${isNone ? under : over} its own`;
}

/** Reached or passed; a cost meets its target where it stays below it. */
function isMet({ concept, actual, target }: Aim): boolean {
  const way = certainSign(minus(actual, target));
  return isCost(concept) ? way <= 0 : way >= 0;
}

const isCost = (concept: string): boolean => conceptById.get(concept)?.nonNegative === true;

/** `32.5% over`, `0.7% under`, `on`. */
function missedBy({ reached }: Aim): string {
  const miss = minus(reached, exactly(100));
  if (/^[0.]+%$/.test(sizePercent(miss))) return 'on';
  return `${sizePercent(miss)} ${miss.value > 0 ? 'over' : 'under'}`;
}

/** How much of what is aimed at for a year its first months have brought, and how much they had brought a year before. */
export const towardTarget: Chart = (page) => {
  const { label, before = '', record } = page;
  const year = findTargeted(page, yearFrom(page.now));
  const aims = record.months < 12 ? findAims(page, year) : [];
  const rows = aims.map((aim) => {
    const share = findShareBefore(aim.concept, year, page);
    return { ...aim, share, far: formatPercent(aim.reached), before: share?.value };
  });
  if (rows.length === 0) return undefined;
  const name = shortPeriodName(page.issuer, year);
  const scale = scaleAims(rows, page);
  return composeChart({
    name: 'toward-target',
    question: 'target',
    title: progressTitle(rows, label, name),
    unit: unitOfAims(`${label} against the targets for ${name} ${datesGiven(rows, page)}`, scale),
    rows,
    scale,
    columns: [
      [`Target ${name}`, ({ target }) => scale.cell(target)],
      [label, ({ actual }) => scale.cell(actual)],
      ['To come', ({ toCome }) => scale.change(toCome)],
      ['Share, %', ({ reached }) => percentCell(reached)],
      [`Share in ${before || 'the year before'}, %`, ({ share }) => percentCell(share)],
    ],
    summary: {
      lead: `Share of the targets for ${name} that ${label} brought, ${scale.name}`,
      each: ({ label: of, actual, target, reached }) =>
        `${lowerFirst(of)} ${scale.figure(actual)} of ${scale.figure(target)}, ${formatPercent(reached)}`,
    },
    note:
      before && rows.some(({ share }) => share)
        ? `The hollow dots show how much of its whole year ${before} had brought.`
        : '',
    plot: drawAims(rows, scale, `${label} and target`, 'of'),
  });
};

/** What targets are set for, of the dates that are meant; these where none is. */
const findTargeted = ({ facts }: PageFigures, meant: Period): Period =>
  findNearestPeriod(
    facts.statements.flatMap(({ basis, period }) => (basis === 'target' ? [period] : [])),
    meant,
  ) ?? meant;

/** The twelve months that begin with a period. */
const yearFrom = (period: Period): Period =>
  duration(firstDay(period), addDays(addMonths(firstDay(period), 12), -1));

/** What share of the year before its first months had brought; undefined where that cannot be told. */
function findShareBefore(
  concept: string,
  year: Period,
  { earlier, issuer, read }: PageFigures,
): Quantity | undefined {
  const [part, whole] = [read(concept, earlier), read(concept, periodBefore(issuer, year))];
  return part && whole && certainSign(whole) === 1 ? percentage(part, whole) : undefined;
}

/** `1H12 brought 47.8% of the revenues and 43.5% of the operating income aimed at for FY2012`. */
function progressTitle(aims: readonly Aim[], period: string, year: string): string {
  const above = aims.filter(({ actual }) => certainSign(actual) === 1);
  if (above.length === 0)
    return `${period} brought none of the ${lowerFirst(aims[0]?.label ?? '')} aimed at for ${year}`;
  const isPast = ({ target, actual }: Aim): boolean => certainSign(minus(actual, target)) >= 0;
  if (above.filter(isPast).length === aims.length)
    return `${period} alone brought all that was aimed at for ${year}`;
  const told = above
    .slice(0, 2)
    .map(({ label, reached }) => `${formatPercent(reached)} of the ${lowerFirst(label)}`);
  return `${period} brought ${listed(told)} aimed at for ${year}`;
}

/** With the growth that the target is, as the release that sets it prints it where it does. */
type Next = AimRow & { readonly growth: Growth };

/** What is aimed at for the same period of the next year, against what this one brought. */
export const nextTarget: Chart = (page) => {
  const { facts, label, now } = page;
  const next = findTargeted(page, shift(now, 12));
  const rows = findAims(page, next).flatMap((aim): Next[] => {
    const query = { concept: aim.concept, period: next, aspect: 'changePercent', basis: 'target' } as const;
    const [rate] = facts.findAll(query);
    const growth = growthRate(aim.target, aim.actual);
    if (!growth) return [];
    const told = rate ? { ...printedQuantity(rate), rate } : growth;
    return [{ ...aim, growth: told, far: signedPercent(told) }];
  });
  if (rows.length === 0) return undefined;
  const name = shortPeriodName(page.issuer, next);
  const scale = scaleAims(rows, page);
  return composeChart({
    name: 'next-target',
    question: 'target',
    title: nextTitle(rows, name, label),
    unit: unitOfAims(`Targets for ${name} ${datesGiven(rows, page)} against ${label}`, scale),
    rows,
    scale,
    columns: [
      [label, ({ actual }) => scale.cell(actual)],
      [`Target ${name}`, ({ target }) => scale.cell(target)],
      ['Difference', ({ toCome }) => scale.change(toCome)],
      ['In %', ({ growth }) => percentCell(growth, signedPercent)],
    ],
    summary: {
      lead: `Targets for ${name} against ${label}, ${scale.name}`,
      each: ({ label: of, target, actual, growth }) =>
        `${lowerFirst(of)} ${scale.figure(target)} after ${scale.figure(actual)}, ${movedBy(growth)}`,
    },
    plot: drawAims(rows, scale, `${label} and target`, 'to'),
  });
};

/** How many targets lie above what there is, and the first and the furthest of them. */
function nextTitle(aims: readonly Next[], next: string, now: string): string {
  const [first] = aims as [Next, ...Next[]];
  const count = (way: string): number => aims.filter((of) => whichWay(of.growth, of.growth) === way).length;
  if (aims.length === 1) return `The target for ${next} is ${lowerFirst(first.label)} ${beside(first, now)}`;
  for (const [way, word] of [
    ['up', 'above'],
    ['down', 'below'],
  ] as const) {
    if (count(way) < aims.length) continue;
    const [furthest] = aims.toSorted((a, b) => Math.abs(b.growth.value) - Math.abs(a.growth.value));
    const told = [...new Set([first, furthest as Next])].map(
      ({ label, growth }) => `${lowerFirst(label)} by ${sizePercent(growth)}`,
    );
    return `Every target for ${next} lies ${word} ${now}: ${told.join(', ')}`;
  }
  const up = count('up');
  const least = aims.toSorted((a, b) => a.growth.value - b.growth.value)[0] as Next;
  return `${upperFirst(countWord(up))} of ${countWord(aims.length)} targets for ${next} ${up === 1 ? 'lies' : 'lie'} above ${now}; ${lowerFirst(least.label)} ${beside(least, now)}`;
}

function beside({ growth }: Next, now: string): string {
  const way = whichWay(growth, growth);
  return way === 'level'
    ? `level with ${now}`
    : `${sizePercent(growth)} ${way === 'up' ? 'above' : 'below'} ${now}`;
}
