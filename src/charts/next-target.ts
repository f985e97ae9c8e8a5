import type { Fact } from '../model/fact.ts';
import { shift } from '../model/period.ts';
import { growthOf, type Quantity, quantityOf } from '../model/quantity.ts';
import { periodName } from '../view/periods.ts';
import type { Chart, ChartSpec } from './chart.ts';
import { bullet } from './forms/bullet.ts';
import { type Aim, aimsOf, datesStated } from './reading/aims.ts';
import { changeOf } from './reading/measured.ts';
import {
  capital,
  cellOf,
  changeCell,
  counted,
  figure,
  inSentence,
  listedLong,
  movedBy,
  percentCell,
  scaleFor,
  signedFigure,
  signedPercent,
  sizePercent,
  unitOf,
  type Way,
  wayOf,
} from './wording.ts';

type Next = Aim & {
  readonly growth: Quantity;
  /** Growth as the release that sets the target prints it. */
  readonly rate: Fact | undefined;
};

/** What is aimed at for the same period of the next year, against what this one brought. */
export const nextTarget: Chart = (facts, period, issuer): ChartSpec | undefined => {
  const next = shift(period.period, 12);
  const aims = aimsOf(facts, {
    unit: issuer.reportingCurrency,
    aimedAt: next,
    actual: period.period,
  }).flatMap((aim): Next[] => {
    const rate = facts.findAll({
      concept: aim.concept,
      period: next,
      aspect: 'changePercent',
      basis: 'target',
    })[0];
    const growth = growthOf(aim.target, aim.actual);
    return growth ? [{ ...aim, rate, growth: rate ? quantityOf(rate) : growth }] : [];
  });
  if (aims.length === 0) return undefined;
  const scale = scaleFor(
    aims.flatMap(({ target, actual }) => [target, actual]),
    facts,
  );
  const name = periodName(issuer, next);
  const rise = (aim: Aim) => changeOf(aim.target, aim.actual);
  return {
    name: 'next-target',
    question: 'target',
    size: 'half',
    title: titleOf(aims, name, period.label),
    unit: `Targets for ${name} ${datesStated(aims, facts)} against ${period.label}; each row scaled so that its target is 100; amounts in ${unitOf(scale)}`,
    summary: `Targets for ${name} against ${period.label}, ${unitOf(scale)}: ${listedLong(aims.map((aim) => `${inSentence(aim.name)} ${figure(aim.target, scale)} after ${figure(aim.actual, scale)}, ${movedBy(aim.growth)}`))}.`,
    table: {
      header: ['', period.label, `Target ${name}`, 'Difference', 'In %'],
      rows: aims.map((aim) => ({
        label: aim.name,
        cells: [
          cellOf(aim.actual, scale),
          cellOf(aim.target, scale),
          changeCell(rise(aim), scale),
          aim.rate ?? percentCell(aim.growth, signedPercent(aim.growth)),
        ],
      })),
      scale: scale.power,
      places: scale.places,
    },
    note: '',
    sources: aims.flatMap(({ target, actual, rate }) => [
      ...target.facts,
      ...actual.facts,
      ...(rate ? [rate] : []),
    ]),
    plot: (width) =>
      bullet(
        aims.map((aim) => ({
          label: aim.name,
          actual: aim.reached.value,
          before: undefined,
          text: signedPercent(aim.growth),
          cells: [figure(aim.target, scale), figure(aim.actual, scale), signedFigure(rise(aim), scale)],
          derived: aim.actual.derived,
        })),
        {
          width,
          heads: [`Target ${name}`, period.label, 'Difference'],
          narrow: {
            head: `${period.label} and target`,
            cell: (index) => {
              const aim = aims[index];
              return aim ? `${figure(aim.actual, scale)} to ${figure(aim.target, scale)}` : '';
            },
          },
          names: { target: 'Target', before: '' },
        },
      ),
  };
};

/** How many targets lie above what there is, and the first and the furthest of them. */
function titleOf(aims: readonly Next[], next: string, now: string): string {
  const [first] = aims as [Next, ...Next[]];
  const by = ({ name, growth }: Next): string => `${inSentence(name)} by ${sizePercent(growth)}`;
  const ways = aims.map(({ growth }) => wayOf(growth, growth));
  if (aims.length === 1) return `The target for ${next} is ${inSentence(first.name)} ${beside(first, now)}`;
  for (const way of ['up', 'down'] as const) {
    if (ways.some((other) => other !== way)) continue;
    const furthest = [...aims].sort((a, b) => Math.abs(b.growth.value) - Math.abs(a.growth.value))[0] as Next;
    const told = furthest === first ? by(first) : `${by(first)}, ${by(furthest)}`;
    return `Every target for ${next} lies ${WORDS[way]} ${now}: ${told}`;
  }
  const up = ways.filter((way) => way === 'up').length;
  const least = [...aims].sort((a, b) => a.growth.value - b.growth.value)[0] as Next;
  return `${capital(counted(up))} of ${counted(aims.length)} targets for ${next} ${up === 1 ? 'lies' : 'lie'} above ${now}; ${inSentence(least.name)} ${beside(least, now)}`;
}

const WORDS: Readonly<Record<Exclude<Way, 'level'>, string>> = { up: 'above', down: 'below' };

function beside({ growth }: Next, now: string): string {
  const way = wayOf(growth, growth);
  return way === 'level' ? `level with ${now}` : `${sizePercent(growth)} ${WORDS[way]} ${now}`;
}
