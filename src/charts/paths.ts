import { site } from '../data/index.ts';
import { chartsOf } from './sections.ts';

/** The addresses of all charts: `/<issuer>/<period>/charts/<name>`, with what stands there. */
export const chartPaths = () =>
  site().issuers.flatMap(({ record, facts }) =>
    record.periods.flatMap((period) =>
      chartsOf(facts, period, record).map((spec) => ({
        params: { issuer: record.slug, period: period.slug, chart: spec.name },
        props: { spec, credit: `${record.name}, ${period.name}. Tieout` },
      })),
    ),
  );
