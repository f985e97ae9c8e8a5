import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { copyIssuers, RELEASE } from '../issuers.ts';
import type { Bench, Line } from '../measure.ts';
import { runProbe } from '../run-probe.ts';

/** Issuers of one document each. */
const COUNTS = [2, 6] as const;
/** So many are reckoned by a straight line: to build them takes half an hour. */
const MANY = 100;

interface Costs {
  readonly count: number;
  readonly all: number;
  readonly one: number;
  readonly none: number;
}

/**
 * A build of a site without printouts after one of its documents was changed, and after none was, against the build of all
 * of it: what does not change must cost little. Processor time.
 */
export const rebuildAgainstBuild: Bench = {
  name: 'rebuild-against-build',
  run() {
    const [few, more] = COUNTS.map(measure);
    if (!few || !more) return [];
    const many = (of: 'all' | 'one' | 'none'): number =>
      more[of] + ((more[of] - few[of]) / (more.count - few.count)) * (MANY - more.count);
    return [
      ...[few, more].flatMap(describe),
      { what: `one of ${MANY} issuers changed, reckoned`, value: many('one'), unit: 's' },
      { what: 'against all of it', value: many('one') / many('all'), unit: 'times', atMost: 0.05 },
      { what: 'nothing changed, against all of it', value: many('none') / many('all'), unit: 'times' },
    ];
  },
};

const describe = ({ count, all, one, none }: Costs): Line[] => [
  { what: `${count} issuers, all of it`, value: all, unit: 's' },
  { what: 'after one document was changed', value: one, unit: 's' },
  { what: 'after nothing was', value: none, unit: 's' },
];

function measure(count: number): Costs {
  const folder = mkdtempSync(join(tmpdir(), 'bench-rebuild-'));
  try {
    const documents = join(folder, 'documents');
    const [changed = ''] = copyIssuers(documents, count);
    const build = () => buildSite(documents, join(folder, 'site'), join(folder, 'cache'));
    const all = build();
    const file = join(documents, changed, RELEASE);
    writeFileSync(file, `${readFileSync(file, 'utf8')}\nA line more.\n`);
    return { count, all, one: build(), none: build() };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Seconds of the processor's time. */
function buildSite(documents: string, out: string, cache: string): number {
  const args = ['--documents', documents, '--out', out, '--cache', cache];
  return runProbe<{ readonly seconds: number }>('build-probe.ts', args).seconds;
}
