import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { EXTENSIONS } from '../../scripts/1-read/formats.ts';
import { effects } from '../../scripts/effects.ts';
import { readDocuments } from '../../scripts/input/read-documents.ts';
import type { Bench } from '../measure.ts';
import { runProbe } from '../run-probe.ts';

const ROOT = join(import.meta.dirname, '../..');
/** Issuers of two documents each. */
const ISSUERS = 4;

/**
 * A build of a site without printouts after one of its documents was changed, against the build of all of it: what does
 * not change must cost little. Processor time.
 */
export const rebuildAgainstBuild: Bench = {
  name: 'rebuild-against-build',
  run() {
    const folder = mkdtempSync(join(tmpdir(), 'bench-rebuild-'));
    try {
      const documents = join(folder, 'documents');
      const source = process.env['TIEOUT_DOCUMENTS'] ?? join(ROOT, 'documents');
      const [first] = readDocuments(source, { effects, extensions: EXTENSIONS }).sources;
      const issuer = first?.issuer ?? '';
      for (let copy = 0; copy < ISSUERS; copy++)
        cpSync(join(source, issuer), join(documents, `${issuer}-${copy}`), { recursive: true });
      const build = () => buildSite(documents, join(folder, 'site'), join(folder, 'cache'));
      const all = build();
      const file = join(documents, `${issuer}-0`, first?.name ?? '');
      writeFileSync(file, `${readFileSync(file, 'utf8')}\nA line more.\n`);
      const one = build();
      const none = build();
      return [
        { what: `${ISSUERS} issuers, all of it`, value: all, unit: 's' },
        { what: 'after one document was changed', value: one, unit: 's' },
        { what: 'after nothing was', value: none, unit: 's' },
        { what: 'one document of all, against all of it', value: one / all, unit: 'times', atMost: 0.5 },
        { what: 'nothing, against all of it', value: none / all, unit: 'times', atMost: 0.25 },
      ];
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

/** Seconds of the processor's time. */
function buildSite(documents: string, out: string, cache: string): number {
  const args = ['--documents', documents, '--out', out, '--cache', cache];
  return runProbe<{ readonly seconds: number }>('build-probe.ts', args).seconds;
}
