import { convertCorpus } from '../../scripts/convert-corpus.ts';
import { charts } from '../../src/charts/index.ts';
import { readPage } from '../../src/charts/reading/page.ts';
import { renderChart } from '../../src/charts/render.ts';
import { Settled } from '../../src/model/settled.ts';
import { readCorpus } from '../corpus.ts';
import { type Bench, type Line, medianTimes } from '../measure.ts';

/** Most that a chart may take, from facts to picture. */
const MOST = 10;

/** Every chart of the period that supports most of them: found in the facts and drawn at its greatest width. */
export const renderCharts: Bench = {
  name: 'render-charts',
  async run() {
    const drawings = await findDrawings();
    const times = Object.entries(await medianTimes(drawings)).sort(([, a], [, b]) => b - a);
    const all = times.reduce((sum, [, time]) => sum + time, 0);
    return [
      ...times.map(([name, value]): Line => ({ what: `${name}, median`, value, unit: 'ms', atMost: MOST })),
      { what: `all ${times.length} charts of the period`, value: all, unit: 'ms' },
    ];
  },
};

/** By the names of the charts. */
async function findDrawings(): Promise<Record<string, () => string>> {
  const { issuers } = await convertCorpus(readCorpus().sources, 'published');
  const periods = issuers.flatMap(({ issuer, facts, settled }) => {
    const known = new Settled(facts, settled);
    return issuer.periods.map((period) => {
      const page = readPage(known, period, issuer);
      return charts.flatMap((kinds) => {
        const chart = kinds.find((kind) => kind(page));
        const find = () => chart?.(page);
        const draw = (): string => {
          const spec = find();
          return spec ? renderChart(spec, spec.size) : '';
        };
        const name = find()?.name;
        return name === undefined ? [] : [[`${name}, ${period.label}`, draw] as const];
      });
    });
  });
  return Object.fromEntries(periods.reduce((fullest, one) => (one.length > fullest.length ? one : fullest)));
}
