import { join, resolve } from 'node:path';
import { readConfig } from '../config/read-config.ts';
import { type Effects, projectPath, reportsPath } from '../effects.ts';
import { findDownload } from '../output/data-files.ts';
import { replaceFolder } from '../output/output-folder.ts';
import { joinIssuers } from '../output/write-files.ts';
import { CACHE_FLAGS, CACHE_USAGE, ofThisProgram, openResults } from '../results/open-results.ts';
import type { Serve } from '../serve-site.ts';
import { parseArguments, UsageError } from './arguments.ts';
import { type Compile, convertIssuers } from './convert-documents.ts';
import { EXIT, type Program, showProblems, tellFailure } from './program.ts';
import { summarise } from './summary.ts';
import { findUnknown } from './tell-settings.ts';
import { type Writing, writeIssuers } from './write-issuers.ts';

const USAGE = `Usage: tieout dev [--documents DIR] [--port NUMBER] [--config FILE] [--cache DIR | --no-cache]

Shows the site on this machine and keeps it up to date with documents and components as they are saved.

  --documents DIR  folder with one folder of releases per issuer (default: documents)
  --port NUMBER    port of the preview (default: 4321, or the next free one)
  --config FILE    settings of the site (default: tieout.config.ts, if there is one)
${CACHE_USAGE}`;

/**
 * The program `dev`: converts, serves, and converts again after each change to a document. While a document that was read
 * cannot be read any more, the preview keeps the last good data, and its pages say why.
 */
export const devWith = (compile: Compile, serve: Serve, generated?: string): Program => ({
  usage: USAGE,
  async run(args, effects) {
    const { documents, port, config: file, results } = await readDevOptions(args, effects);
    const data = generated ?? projectPath('src/data/generated');
    const writing = { compile, choices: {}, results, isPreview: true };
    const update = updater({ documents, data, config: file }, effects, writing);
    const first = await update();
    if (!first.isShown && effects.kindOf(join(data, 'site.json')) === 'missing') return EXIT.failed;
    const makeDownload = (path: string) => findInIssuers(path, documents, effects, writing);
    const preview = await serve({ data: resolve(data), port, makeDownload });
    preview.warn(first.warning);
    effects.say(`Preview at ${preview.url}, watching ${documents}. Stop with Ctrl+C`);
    const unwatch = effects.watch(documents, async () => {
      const { isShown, warning } = await update();
      if (isShown) preview.refresh();
      preview.warn(warning);
    });
    await effects.stopped();
    unwatch();
    await preview.stop();
    return EXIT.done;
  },
});

async function readDevOptions(args: readonly string[], effects: Effects) {
  const flags = {
    values: ['documents', 'port', 'config', ...CACHE_FLAGS.values],
    switches: CACHE_FLAGS.switches,
  } as const;
  const { values, switches, operands } = parseArguments(args, flags);
  if (operands.length > 0) throw new UsageError(`nothing is expected beside the flags, not ${operands[0]}`);
  const port = Number(values.port ?? 4321);
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    throw new UsageError(`--port takes a number up to 65535, not ${values.port}`);
  }
  const { config } = await readConfig(reportsPath('.'), effects, values.config);
  const documents = values.documents ?? config.documents ?? reportsPath('documents');
  const results = ofThisProgram(openResults({ values, switches }, documents, effects), effects);
  return { documents, port, config: values.config, results };
}

/** A download of one of the issuers, made now; undefined where none has it. */
async function findInIssuers(
  path: string,
  documents: string,
  effects: Effects,
  { compile, choices, results }: Writing,
): Promise<Uint8Array | undefined> {
  const quiet = { ...effects, say: () => {} };
  const { issuers } = await convertIssuers({ folder: documents }, quiet, async (slug, sources, edition) => {
    const data = path.includes(slug) ? (await compile(sources, edition, choices, results)).issuers : [];
    return { made: data.flatMap((one) => findDownload(one, path) ?? []), leftOut: [], notices: [] };
  });
  return issuers[0];
}

interface Update {
  readonly documents: string;
  readonly data: string;
  readonly config: string | undefined;
}

/** What became of an update: whether its data are shown now, and what is wrong, in the words of the terminal. */
interface Updated {
  readonly isShown: boolean;
  readonly warning: string;
}

/** A document that was shown would be there no more. */
class LeftOut extends Error {}

/** Converts anew at each call, and puts the data in place unless that would take a document away that was shown. */
function updater(
  { documents, data, config }: Update,
  effects: Effects,
  writing: Writing,
): () => Promise<Updated> {
  let shown: ReadonlySet<string> | undefined;
  return async () => {
    const start = effects.elapsed();
    const lines: string[] = [];
    const complain = (line: string): void => {
      lines.push(line);
      effects.complain(line);
    };
    const telling = { ...effects, complain };
    let isShown = false;
    try {
      const { settings, text } = await readConfig(reportsPath('.'), effects, config);
      await replaceFolder(data, 'generated', effects, async ({ folder }) => {
        const converted = await writeIssuers({ folder: documents }, folder, effects, writing);
        const { edition, leftOut } = converted;
        showProblems(leftOut, telling);
        if (leftOut.some(({ file }) => shown?.has(file))) throw new LeftOut();
        const issuers = converted.issuers.map(({ brief }) => brief);
        joinIssuers(folder, issuers, { edition, settings }, effects);
        if (text) showProblems(findUnknown(settings, text, issuers), telling);
        const time = Math.round(effects.elapsed() - start);
        effects.say(`Converted ${summarise({ issuers, leftOut })} in ${time} ms`);
        shown = new Set(issuers.flatMap(({ documents }) => documents.map(({ source }) => source)));
      });
      isShown = true;
    } catch (error) {
      if (!(error instanceof LeftOut)) tellFailure(error, telling);
    }
    return { isShown, warning: lines.join('\n') };
  };
}
