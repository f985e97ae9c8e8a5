import { readCorpus } from '../corpus.ts';
import { type Bench, fitLine, type Line } from '../measure.ts';
import { runProbe } from '../run-probe.ts';

const TIMES = [1, 2, 4, 8];
const MB = 1024 * 1024;

interface Probe {
  /** Bytes that the result of the conversion holds on to. */
  readonly kept: number;
  /** Greatest size of the process, in bytes. */
  readonly peak: number;
}

/** Memory should grow in step with the text: a process of its own converts 1, 2, 4 and 8 copies of the corpus. */
export const memoryAgainstText: Bench = {
  name: 'memory-against-text',
  run() {
    const { bytes } = readCorpus();
    const probes = TIMES.map((times) => ({ size: times * bytes, ...probe(times) }));
    return [
      ...probes.flatMap(({ size, kept, peak }, index): Line[] => [
        {
          what: `${TIMES[index]} × the text (${(size / MB).toFixed(2)} MB): kept`,
          value: kept / MB,
          unit: 'MB',
        },
        { what: `${TIMES[index]} × the text: peak of the process`, value: peak / MB, unit: 'MB' },
      ]),
      ...describeFit(
        'kept',
        probes.map(({ size, kept }) => [size, kept] as const),
      ),
      ...describeFit(
        'peak',
        probes.map(({ size, peak }) => [size, peak] as const),
      ),
    ];
  },
};

const probe = (times: number): Probe => runProbe('memory-probe.ts', [String(times)], ['--expose-gc']);

/** Growth is linear where the line explains nearly all, and no step costs more per byte than the one before. */
function describeFit(what: string, points: readonly (readonly [size: number, memory: number])[]): Line[] {
  const { slope, rSquared } = fitLine(points);
  const steps = points.slice(1).map(([size, memory], i) => {
    const [before = 0, used = 0] = points[i] ?? [];
    return (memory - used) / (size - before);
  });
  const [first = 1, last = 1] = [steps[0], steps.at(-1)];
  return [
    { what: `${what}: bytes for each byte of text`, value: slope, unit: '' },
    { what: `${what}: share explained by a straight line`, value: rSquared, unit: '' },
    { what: `${what}: last step against first, per byte`, value: last / first, unit: 'times', atMost: 1.5 },
  ];
}
