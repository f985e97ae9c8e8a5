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

/** Converting the releases of one issuer should cost no more for each, however many decades of them there are. */
export const timeAgainstReleases: Bench = {
  name: 'time-against-releases',
  run() {
    const probes = COUNTS.map((count) => ({ count, ...probe(count) }));
    const [first = 1, last = 1] = probes.slice(1).map(({ count, seconds }, i) => {
      const before = probes[i] ?? { count: 0, seconds: 0 };
      return (seconds - before.seconds) / (count - before.count);
    });
    return [
      ...probes.flatMap(({ count, seconds, peak }) => [
        { what: `${count} releases of one issuer: processor time`, value: seconds, unit: 's' },
        { what: `${count} releases: peak of the process`, value: peak / MB, unit: 'MB' },
      ]),
      {
        what: 'each further release, last step against first',
        value: last / first,
        unit: 'times',
        atMost: 1.2,
      },
    ];
  },
};

const probe = (count: number): Probe => runProbe('releases-probe.ts', [String(count)]);
