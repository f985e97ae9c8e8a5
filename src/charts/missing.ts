import type { ConceptId } from '../concepts/index.ts';
import { formatPlain } from '../model/decimal.ts';
import type { Fact } from '../model/fact.ts';
import { formatAmount, formatDate, upperFirst } from '../model/format.ts';
import { isInstant, type Period } from '../model/period.ts';
import type { Question } from '../model/sections.ts';
import { shortPeriodName } from '../view/periods.ts';
import type { ChartSpec } from './chart.ts';
import { findBroken } from './reading/breakdown.ts';
import type { PageFigures } from './reading/page.ts';
import { periodsByPart } from './revenue-by-part.ts';
import { scaleFor } from './scale.ts';

/** What stands in the place of a chart whose parts do not make up their whole: words, and the figure in question. */
export interface MissingChart {
  readonly id: string;
  readonly question: Question;
  readonly parts: readonly (string | { readonly fact: Fact; readonly text: string })[];
}

/** A picture of parts, and the wholes that they must make up for it to be drawn. */
interface Breakable {
  readonly name: string;
  readonly question: Question;
  readonly says: string;
  readonly wholes: readonly ConceptId[];
  readonly periods: (page: PageFigures) => readonly Period[];
}

const BREAKABLE: readonly Breakable[] = [
  {
    name: 'revenue-by-part',
    question: 'revenue',
    says: 'Revenue by part',
    wholes: ['Revenues'],
    periods: periodsByPart,
  },
  {
    name: 'growth-by-part',
    question: 'revenue',
    says: 'Growth by part',
    wholes: ['Revenues'],
    periods: ({ earlier, now }) => [earlier, now],
  },
  {
    name: 'balance-sheet',
    question: 'position',
    says: 'The balance sheet',
    wholes: ['Assets', 'LiabilitiesAndStockholdersEquity'],
    periods: ({ dates }) => dates,
  },
];

/** The charts of a page that are not drawn because their parts do not add up, each with where. */
export function missingCharts(page: PageFigures, drawn: readonly ChartSpec[]): MissingChart[] {
  const { facts, issuer, read } = page;
  return BREAKABLE.flatMap(({ name, question, says, wholes, periods }): MissingChart[] => {
    if (drawn.some((spec) => spec.name === name)) return [];
    const [broken] = wholes.flatMap((whole) => findBroken(whole, periods(page), read) ?? []);
    const fact = broken?.whole.fact;
    if (!broken || !fact) return [];
    const scale = scaleFor([broken.whole], facts);
    const when = isInstant(broken.period)
      ? `on ${formatDate(broken.period)}`
      : `in ${shortPeriodName(issuer, broken.period)}`;
    const words = `${says} is not drawn: its parts do not add up. ${upperFirst(when)} they make ${formatAmount(formatPlain(broken.sum.exact), scale.power, scale.places)}, ${scale.name}, where the total is `;
    const told = { fact, text: scale.figure(broken.whole) };
    return [{ id: `chart-${name}`, question, parts: [words, told, '.'] }];
  });
}
