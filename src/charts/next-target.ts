import type { Fact } from '../model/fact.ts';
import { lowerFirst, upperFirst } from '../model/format.ts';
import { shift } from '../model/period.ts';
import { growthRate, printedQuantity, type Quantity } from '../model/quantity.ts';
import { shortPeriodName } from '../view/periods.ts';
import type { Chart } from './chart.ts';
import { composeAims } from './compose-aims.ts';
import { type Aim, findAims } from './reading/aims.ts';
import {
  countWord,
  movedBy,
  percentCell,
  signedPercent,
  sizePercent,
  type Way,
  whichWay,
} from './wording.ts';

type Next = Aim & {
  readonly growth: Quantity;
  /** Growth as the release that sets the target prints it. */
  readonly rate: Fact | undefined;
};

/** What is aimed at for the same period of the next year, against what this one brought. */
export const nextTarget: Chart = (facts, period, issuer) => {
  const next = shift(period.period, 12);
  const rows = findAims(facts, {
    unit: issuer.reportingCurrency,
    aimedAt: next,
    actual: period.period,
  }).flatMap((aim): Next[] => {
    const query = { concept: aim.concept, period: next, aspect: 'changePercent', basis: 'target' } as const;
    const rate = facts.findAll(query)[0];
    const growth = growthRate(aim.target, aim.actual);
    return growth ? [{ ...aim, rate, growth: rate ? printedQuantity(rate) : growth }] : [];
  });
  if (rows.length === 0) return undefined;
  const name = shortPeriodName(issuer, next);
  return composeAims(rows, facts, {
    name: 'next-target',
    title: nextTitle(rows, name, period.label),
    against: (given) => `Targets for ${name} ${given} against ${period.label}`,
    columns: (scale) => [
      [period.label, ({ actual }) => scale.cell(actual)],
      [`Target ${name}`, ({ target }) => scale.cell(target)],
      ['Difference', ({ toCome }) => scale.change(toCome)],
      ['In %', ({ rate, growth }) => rate ?? percentCell(growth, signedPercent(growth))],
    ],
    summary: (scale) => ({
      lead: `Targets for ${name} against ${period.label}, ${scale.name}`,
      each: ({ label, target, actual, growth }) =>
        `${lowerFirst(label)} ${scale.figure(target)} after ${scale.figure(actual)}, ${movedBy(growth)}`,
    }),
    drawing: {
      heads: [`Target ${name}`, period.label, 'Difference'],
      narrowHead: `${period.label} and target`,
      between: 'to',
      text: ({ growth }) => signedPercent(growth),
      difference: ({ toCome }, scale) => scale.signed(toCome),
    },
  });
};

/** How many targets lie above what there is, and the first and the furthest of them. */
function nextTitle(aims: readonly Next[], next: string, now: string): string {
  const [first] = aims as [Next, ...Next[]];
  const by = ({ label, growth }: Next): string => `${lowerFirst(label)} by ${sizePercent(growth)}`;
  const ways = aims.map(({ growth }) => whichWay(growth, growth));
  if (aims.length === 1) return `The target for ${next} is ${lowerFirst(first.label)} ${beside(first, now)}`;
  for (const way of ['up', 'down'] as const) {
    if (ways.some((other) => other !== way)) continue;
    const furthest = [...aims].sort((a, b) => Math.abs(b.growth.value) - Math.abs(a.growth.value))[0] as Next;
    const told = furthest === first ? by(first) : `${by(first)}, ${by(furthest)}`;
    return `Every target for ${next} lies ${WORDS[way]} ${now}: ${told}`;
  }
  const up = ways.filter((way) => way === 'up').length;
  const least = [...aims].sort((a, b) => a.growth.value - b.growth.value)[0] as Next;
  return `${upperFirst(countWord(up))} of ${countWord(aims.length)} targets for ${next} ${up === 1 ? 'lies' : 'lie'} above ${now}; ${lowerFirst(least.label)} ${beside(least, now)}`;
}

const WORDS: Readonly<Record<Exclude<Way, 'level'>, string>> = { up: 'above', down: 'below' };

function beside({ growth }: Next, now: string): string {
  const way = whichWay(growth, growth);
  return way === 'level' ? `level with ${now}` : `${sizePercent(growth)} ${WORDS[way]} ${now}`;
}
