import { lowerFirst, upperFirst } from '../model/format.ts';
import { certainSign, exactly, minus, type Quantity } from '../model/quantity.ts';
import { findYearBefore, periodBefore } from '../model/year-before.ts';
import type { Chart } from './chart.ts';
import { composeAims } from './compose-aims.ts';
import { type Aim, findAims } from './reading/aims.ts';
import { changeFrom } from './reading/measured.ts';
import { findAmount } from './reading/reader.ts';
import { findConceptById } from './reading/vocabulary.ts';
import { countWord, percentCell, signedPercent, sizePercent } from './wording.ts';

/** What was reached of what was aimed at, each aim on its own scale. */
export const againstTarget: Chart = (facts, period, issuer) => {
  const unit = issuer.reportingCurrency;
  const earlier = periodBefore(issuer, period.period);
  const rows = findAims(facts, { unit, aimedAt: period.period, actual: period.period }).map((aim) => ({
    ...aim,
    past: findAmount(facts, { concept: aim.concept, period: earlier, unit }),
    miss: minus(aim.reached, exactly(100)),
    difference: changeFrom(aim.actual, aim.target),
  }));
  if (rows.length === 0) return undefined;
  const before = findYearBefore(issuer, period)?.label ?? '';
  return composeAims(rows, facts, {
    name: 'against-target',
    title: targetTitle(rows),
    against: (given) => `${period.label} against the targets ${given}`,
    columns: (scale) => [
      [before || 'Year before', ({ past }) => scale.cell(past)],
      ['Target', ({ target }) => scale.cell(target)],
      ['Actual', ({ actual }) => scale.cell(actual)],
      ['Difference', ({ difference }) => scale.change(difference)],
      ['In %', ({ miss }) => percentCell(miss, signedPercent(miss))],
    ],
    summary: (scale) => ({
      lead: `Actual against target, ${period.label}, ${scale.name}`,
      each: ({ label, actual, target, reached }) =>
        `${lowerFirst(label)} ${scale.figure(actual)} of ${scale.figure(target)}, ${by(reached)} target`,
    }),
    note: rows.some(({ past }) => past) && before ? `The hollow dots show ${before}.` : '',
    drawing: {
      heads: ['Target', 'Actual', 'Difference'],
      narrowHead: 'Actual and target',
      between: 'of',
      text: ({ miss }) => signedPercent(miss),
      difference: ({ difference }, scale) => scale.signed(difference),
      before: [before, ({ past, target }) => past && (100 * past.value) / target.value],
    },
  });
};

/** How many targets were met, and by how much the outermost were over or under. */
function targetTitle(aims: readonly Aim[]): string {
  const met = aims.filter(isMet);
  const missed = aims.filter((aim) => !met.includes(aim));
  const sorted = [...aims].sort((a, b) => b.reached.value - a.reached.value);
  const [best, worst] = [sorted[0] as Aim, sorted.at(-1) as Aim];
  const over = ({ label, reached }: Aim): string => `${lowerFirst(label)} ${by(reached)}`;
  if (aims.length === 1) return `${best.label} ended ${by(best.reached)} its target`;
  const [all, none] =
    aims.length === 2
      ? ['Both targets were met', 'Neither target was met']
      : [
          `All ${countWord(aims.length)} targets were met`,
          `None of the ${countWord(aims.length)} targets was met`,
        ];
  if (aims.some(({ concept }) => isCost(concept)) && (missed.length === 0 || met.length === 0))
    return `${met.length > 0 ? all : none}: ${over(best)}, ${over(worst)}`;
  if (missed.length === 0) return `${all}; ${over(best)} its own`;
  if (met.length === 0) return `${none}; ${over(worst)} its own`;
  return `${upperFirst(countWord(met.length))} of ${countWord(aims.length)} targets ${met.length === 1 ? 'was' : 'were'} met: ${over(best)}, ${over(worst)}`;
}

/** Reached or passed; a cost meets its target where it stays below it. */
function isMet({ concept, actual, target }: Aim): boolean {
  const way = certainSign(minus(actual, target));
  return isCost(concept) ? way <= 0 : way >= 0;
}

const isCost = (concept: string): boolean => findConceptById(concept)?.nonNegative === true;

/** `32.5% over`, `0.7% under`, `on`. */
function by(reached: Quantity): string {
  const miss = minus(reached, exactly(100));
  if (/^[0.]+%$/.test(sizePercent(miss))) return 'on';
  return `${sizePercent(miss)} ${miss.value > 0 ? 'over' : 'under'}`;
}
