import type { Bench } from '../measure.ts';
import { runProbe } from '../run-probe.ts';

const COUNTS = [5, 20, 80];
const MB = 1024 * 1024;

interface Probe {
  /** Processor time of the conversion. */
  readonly seconds: number;
  /** Greatest size of the process, in bytes. */
  readonly peak: number;
}

/** A release should cost no more time or memory, however many decades of them an issuer has. */
export const timeAgainstReleases: Bench = {
  name: 'time-against-releases',
  run() {
    const probes = COUNTS.map((count) => ({ count, ...probe(count) }));
    const growth = (of: 'seconds' | 'peak'): number => {
      const [first = 1, last = 1] = probes.slice(1).map((probe, i) => {
        const before = probes[i] ?? probe;
        return (probe[of] - before[of]) / (probe.count - before.count);
      });
      return last / first;
    };
    const peak = probes.at(-1)?.peak ?? 0;
    return [
      ...probes.flatMap(({ count, seconds, peak }) => [
        { what: `${count} releases of one issuer: processor time`, value: seconds, unit: 's' },
        { what: `${count} releases: peak of the process`, value: peak / MB, unit: 'MB' },
      ]),
      {
        what: 'each further release, last step against first',
        value: growth('seconds'),
        unit: 'times',
        atMost: 1.2,
      },
      { what: 'memory of each, last step against first', value: growth('peak'), unit: 'times', atMost: 1.2 },
      { what: 'peak of the longest', value: peak / MB, unit: 'MB', atMost: 1024 },
    ];
  },
};

const probe = (count: number): Probe => runProbe('releases-probe.ts', [String(count)]);
