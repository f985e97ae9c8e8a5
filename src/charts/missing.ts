import { formatPlain } from '../model/decimal.ts';
import type { IssuerRecord, PeriodRecord } from '../model/document.ts';
import type { Fact } from '../model/fact.ts';
import { formatAmount, formatDate, formatFact, upperFirst } from '../model/format.ts';
import { formFor, pageForm } from '../model/page-form.ts';
import { closing, isInstant, type Period } from '../model/period.ts';
import type { Question } from '../model/sections.ts';
import type { Settled } from '../model/settled.ts';
import { periodBefore } from '../model/year-before.ts';
import { shortPeriodName } from '../view/periods.ts';
import { assetsAndClaims } from './assets-and-claims.ts';
import type { Chart } from './chart.ts';
import { growthByPart } from './growth-by-part.ts';
import { findBroken } from './reading/breakdown.ts';
import { moneyReader, type Reader } from './reading/reader.ts';
import { periodsByPart, revenueByPart } from './revenue-by-part.ts';
import { scaleFor } from './scale.ts';

/** What stands in the place of a chart whose parts do not make up their whole: words, and the figure in question. */
export interface MissingChart {
  readonly id: string;
  readonly question: Question;
  readonly parts: readonly (string | { readonly fact: Fact; readonly text: string })[];
}

/** A picture of parts, and the whole that they must make up for it to be drawn. */
interface Breakable {
  readonly chart: Chart;
  readonly name: string;
  readonly question: Question;
  readonly says: string;
  readonly wholes: readonly string[];
  readonly periods: (period: PeriodRecord, issuer: IssuerRecord, read: Reader) => readonly Period[];
}

const BREAKABLE: readonly Breakable[] = [
  {
    chart: revenueByPart,
    name: 'revenue-by-part',
    question: 'revenue',
    says: 'Revenue by part',
    wholes: ['Revenues'],
    periods: periodsByPart,
  },
  {
    chart: growthByPart,
    name: 'growth-by-part',
    question: 'revenue',
    says: 'Growth by part',
    wholes: ['Revenues'],
    periods: (period, issuer) => [periodBefore(issuer, period.period), period.period],
  },
  {
    chart: assetsAndClaims,
    name: 'balance-sheet',
    question: 'position',
    says: 'The balance sheet',
    wholes: ['Assets', 'LiabilitiesAndStockholdersEquity'],
    periods: (period, issuer) => [periodBefore(issuer, closing(period.period)), closing(period.period)],
  },
];

/** The charts of a page that are left out because their parts do not add up, each with where. */
export function missingCharts(facts: Settled, period: PeriodRecord, issuer: IssuerRecord): MissingChart[] {
  const read = moneyReader(facts, issuer.reportingCurrency);
  return BREAKABLE.flatMap(({ chart, name, question, says, wholes, periods }): MissingChart[] => {
    if (chart(facts, period, issuer)) return [];
    const at = periods(period, issuer, read);
    const broken = wholes.map((whole) => findBroken(whole, at, read)).find((one) => one !== undefined);
    const fact = broken?.whole.fact;
    if (!broken || !fact) return [];
    const scale = scaleFor([broken.whole], facts);
    const form = formFor(fact, pageForm(facts, issuer.reportingCurrency));
    const when = isInstant(broken.period)
      ? `on ${formatDate(broken.period)}`
      : `in ${shortPeriodName(issuer, broken.period)}`;
    const words = `${says} is not drawn: its parts do not add up. ${upperFirst(when)} they make ${formatAmount(formatPlain(broken.sum.exact), scale.power, scale.places)}, ${scale.name}, where the total is `;
    const told = { fact, text: formatFact(fact, form.scale, form.places) };
    return [{ id: `chart-${name}`, question, parts: [words, told, '.'] }];
  });
}
