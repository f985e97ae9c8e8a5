import type { Bench, Line } from '../measure.ts';
import { runProbe } from '../run-probe.ts';

const COUNTS = [10, 60] as const;
const MB = 1024 * 1024;

/** An issuer is held no longer than its files are written: more of them should take no more memory. */
export const memoryAgainstIssuers: Bench = {
  name: 'memory-against-issuers',
  run() {
    const peaks = COUNTS.map(
      (count) => runProbe<{ peak: number }>('issuers-probe.ts', [String(count), '1', 'small']).peak,
    );
    const [few = 0, many = 0] = peaks;
    const each = (many - few) / (COUNTS[1] - COUNTS[0]);
    return [
      ...peaks.map(
        (peak, index): Line => ({ what: `${COUNTS[index]} issuers: peak`, value: peak / MB, unit: 'MB' }),
      ),
      { what: 'each further issuer', value: each / MB, unit: 'MB', atMost: 1 },
    ];
  },
};
