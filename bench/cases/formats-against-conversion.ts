import type { Bench } from '../measure.ts';
import { median } from '../measure.ts';
import { runProbe } from '../run-probe.ts';

const RUNS = 5;

interface Probed {
  readonly converting: number;
  readonly writing: number;
  readonly bytes: number;
}

/** Writing all formats should take a fifth of converting at most, in a process that has done neither before. */
export const formatsAgainstConversion: Bench = {
  name: 'formats-against-conversion',
  run() {
    const runs = Array.from({ length: RUNS }, () => runProbe<Probed>('formats-probe.ts', []));
    const middle = (of: keyof Probed) => median(runs.map((one) => one[of]));
    return [
      { what: 'all formats', value: middle('bytes') / 1e6, unit: 'MB' },
      { what: 'converting, median', value: middle('converting'), unit: 's' },
      { what: 'writing all formats, median', value: middle('writing'), unit: 's' },
      {
        what: 'writing against converting',
        value: median(runs.map(({ writing, converting }) => writing / converting)),
        unit: 'times',
        atMost: 0.2,
      },
    ];
  },
};
