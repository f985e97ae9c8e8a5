import type { ChartSpec, Size } from '../../src/charts/chart.ts';
import { measureOverTime } from '../../src/charts/measure-over-time.ts';
import { listCharts } from '../../src/charts/sections.ts';
import type { DataSet } from './parse-data.ts';

/** Measures whose own charts are looked at: of a year, of either sign, a rate, per share, at a date. */
const MEASURES = [
  'Revenues',
  'OperatingIncomeLoss',
  'OperatingMarginRatio',
  'EarningsPerShareBasic',
  'CashAndCashEquivalentsAtCarryingValue',
];

/** Every chart of a data set: those of its period's page, and those of pages of measures, each under a name of its own. */
export const specsOf = ({ facts, period, issuer }: DataSet): readonly ChartSpec[] => [
  ...listCharts(facts, period, issuer),
  ...MEASURES.flatMap((concept) => {
    const spec = measureOverTime(facts, concept, issuer);
    return spec ? [{ ...spec, name: `measure-${concept}` }] : [];
  }),
];

/** The widths that a chart is shown at. */
export const sizesOf = ({ size }: ChartSpec): readonly Size[] =>
  size === 'wide' ? ['wide', 'medium', 'narrow'] : ['half', 'narrow'];
