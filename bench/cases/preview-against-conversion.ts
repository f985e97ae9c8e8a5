import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { devWith } from '../../scripts/commands/dev.ts';
import { runProgram } from '../../scripts/commands/program.ts';
import { convertCorpus } from '../../scripts/convert-corpus.ts';
import { type Effects, effects } from '../../scripts/effects.ts';
import { readCorpus } from '../corpus.ts';
import { type Bench, medianTimes } from '../measure.ts';

/** What the preview does after a document was saved, before pages are rendered, against converting that document alone. */
export const previewAgainstConversion: Bench = {
  name: 'preview-against-conversion',
  async run() {
    const { sources } = readCorpus();
    const saved = sources.at(-1);
    if (!saved) return [];
    const folder = mkdtempSync(join(tmpdir(), 'bench-preview-'));
    const documents = join(folder, 'documents');
    for (const { issuer, name, bytes } of sources) {
      mkdirSync(join(documents, issuer), { recursive: true });
      writeFileSync(join(documents, issuer, name), bytes);
    }
    const preview = await startPreview(folder, documents);
    try {
      let saves = 0;
      const times = await medianTimes({
        save: () => {
          const text = `${Buffer.from(saved.bytes)}\n${'A line more.\n'.repeat(++saves)}`;
          writeFileSync(join(documents, saved.issuer, saved.name), text);
          return preview.update();
        },
        convert: () => convertCorpus([saved], 'published'),
      });
      return [
        { what: `one of ${sources.length} documents saved, median`, value: times.save, unit: 'ms' },
        { what: 'converting it alone, median', value: times.convert, unit: 'ms' },
        { what: 'saving against converting', value: times.save / times.convert, unit: 'times', atMost: 1.5 },
      ];
    } finally {
      await preview.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

/** Starts the preview with nothing that serves it: it is told of a change by `update`. */
async function startPreview(folder: string, documents: string) {
  const [stopped, started] = [Promise.withResolvers<void>(), Promise.withResolvers<() => unknown>()];
  const quiet: Effects = {
    ...effects,
    say: () => {},
    complain: () => {},
    watch: (_, onChange) => {
      started.resolve(onChange);
      return () => {};
    },
    stopped: () => stopped.promise,
  };
  const serve = async () => ({ url: '', refresh: () => {}, warn: () => {}, stop: async () => {} });
  const args = ['--documents', documents, '--cache', join(folder, 'cache')];
  const running = runProgram(devWith(convertCorpus, serve, join(folder, 'data')), args, quiet);
  return {
    update: await started.promise,
    async stop() {
      stopped.resolve();
      await running;
    },
  };
}
