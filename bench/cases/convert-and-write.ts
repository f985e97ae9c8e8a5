import type { Published } from '../issuers.ts';
import type { Bench, Line } from '../measure.ts';
import { runProbe } from '../run-probe.ts';

const MB = 1024 * 1024;

interface Size {
  readonly issuers: number;
  /** Of each. */
  readonly releases: number;
  readonly kind: Published;
  /** Greatest size of the process that is good, in MB. */
  readonly most: number;
}

/** Decades of one issuer, and a thousand releases of a hundred. */
const SIZES = {
  one: { issuers: 1, releases: 80, kind: 'long', most: 1024 },
  some: { issuers: 10, releases: 10, kind: 'small', most: 1536 },
  many: { issuers: 100, releases: 10, kind: 'small', most: 1536 },
} as const satisfies Record<string, Size>;

interface Probe {
  readonly seconds: number;
  readonly peak: number;
}

/** What `tieout convert` takes with all data files written: memory is that of one issuer, time that of each release. */
export const convertAndWrite: Bench = {
  name: 'convert-and-write',
  run() {
    const [one, some, many] = [SIZES.one, SIZES.some, SIZES.many].map(probe);
    const each = ({ seconds = 0 }: Partial<Probe> = {}, { issuers, releases }: Size): number =>
      seconds / (issuers * releases);
    return [
      ...describe(SIZES.one, one),
      ...describe(SIZES.some, some),
      ...describe(SIZES.many, many),
      {
        what: 'a release of many issuers, against one of few',
        value: each(many, SIZES.many) / each(some, SIZES.some),
        unit: 'times',
        atMost: 1.2,
      },
    ];
  },
};

const probe = ({ issuers, releases, kind }: Size): Probe =>
  runProbe('issuers-probe.ts', [String(issuers), String(releases), kind]);

function describe({ issuers, releases, kind, most }: Size, measured: Probe | undefined): Line[] {
  const name = `${issuers * releases} ${kind} releases of ${issuers}`;
  return [
    { what: `${name}: processor time`, value: measured?.seconds ?? 0, unit: 's' },
    { what: `${name}: peak`, value: (measured?.peak ?? 0) / MB, unit: 'MB', atMost: most },
  ];
}
