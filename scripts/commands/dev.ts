import { join, resolve } from 'node:path';
import { readConfig } from '../config/read-config.ts';
import { type Effects, projectPath, reportsPath } from '../effects.ts';
import { replaceSiteData } from '../output/write-files.ts';
import { CACHE_FLAGS, CACHE_USAGE, ofThisProgram, openResults } from '../results/open-results.ts';
import type { Serve } from '../serve-site.ts';
import { parseArguments, UsageError } from './arguments.ts';
import { type Compile, choosing, convertDocuments } from './convert-documents.ts';
import { EXIT, type Program, tellFailure } from './program.ts';
import { summarise } from './summary.ts';

const USAGE = `Usage: tieout dev [--documents DIR] [--port NUMBER] [--config FILE] [--cache DIR | --no-cache]

Shows the site on this machine and keeps it up to date with documents and components as they are saved.

  --documents DIR  folder with one folder of releases per issuer (default: documents)
  --port NUMBER    port of the preview (default: 4321, or the next free one)
  --config FILE    settings of the site (default: tieout.config.ts, if there is one)
${CACHE_USAGE}`;

/**
 * The program `dev`: converts, serves, and converts again after each change to a document. While a document cannot
 * be converted, the preview keeps the last good data.
 */
export const devWith = (compile: Compile, serve: Serve, generated?: string): Program => ({
  usage: USAGE,
  async run(args, effects) {
    const { documents, port, config: file, results } = await readDevOptions(args, effects);
    const data = generated ?? projectPath('src/data/generated');
    const update = () =>
      updateData({ documents, data, config: file }, effects, choosing(compile, {}, results));
    if (!(await update()) && effects.kindOf(join(data, 'site.json')) === 'missing') return EXIT.failed;
    const preview = await serve({ data: resolve(data), port });
    effects.say(`Preview at ${preview.url}, watching ${documents}. Stop with Ctrl+C`);
    const unwatch = effects.watch(documents, async () => {
      if (await update()) preview.refresh();
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

interface Update {
  readonly documents: string;
  readonly data: string;
  readonly config: string | undefined;
}

/** Converts anew. Tells what is wrong and gives false where that fails. */
async function updateData(
  { documents, data, config }: Update,
  effects: Effects,
  compile: Compile,
): Promise<boolean> {
  const start = effects.elapsed();
  try {
    const { corpus } = await convertDocuments(documents, effects, compile);
    const { settings } = await readConfig(reportsPath('.'), effects, config);
    await replaceSiteData(data, corpus, effects, settings);
    effects.say(`Converted ${summarise(corpus)} in ${Math.round(effects.elapsed() - start)} ms`);
    return true;
  } catch (error) {
    tellFailure(error, effects);
    return false;
  }
}
