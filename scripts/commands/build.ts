import type { Effects } from '../effects.ts';
import { assertApart, assertReplaceable } from '../output/output-folder.ts';
import type { PrintSite } from '../print/print-site.ts';
import type { Render } from '../render-site.ts';
import { ofThisProgram } from '../results/open-results.ts';
import { parseArguments, UsageError } from './arguments.ts';
import { BUILD_FLAGS, BUILD_USAGE, type BuildOptions, readBuildOptions } from './build-options.ts';
import { buildPart, parseShard } from './build-part.ts';
import { type Compile, type Converted, choosing, convertDocuments } from './convert-documents.ts';
import { EXIT, type ExitStatus, type Program, showProblems } from './program.ts';
import { type Makers, replaceSite } from './replace-site.ts';
import { findOpen, formatCount, summarise } from './summary.ts';
import { listErrors, showErrors } from './tell-errors.ts';

const USAGE = `Usage: tieout build [--documents DIR] [--out DIR] [--base PATH] [--site URL] [--strict[=slip]]
                    [--no-tags] [--config FILE] [--cache DIR | --no-cache] [--shard I/N]

Converts documents and renders the whole site.

${BUILD_USAGE}
  --shard I/N      makes the Ith of N parts of the site, each of other issuers; tieout merge joins them`;

/** The program `build`: documents in, site out, on paper too where there is a printer. */
export const buildWith = (compile: Compile, render: Render, print?: PrintSite): Program => ({
  usage: USAGE,
  async run(args, effects) {
    const flags = { ...BUILD_FLAGS, values: [...BUILD_FLAGS.values, 'shard'] as const };
    const { values, switches, operands } = parseArguments(args, flags);
    if (operands.length > 0) throw new UsageError(`nothing is expected beside the flags, not ${operands[0]}`);
    const options = await readBuildOptions({ values, switches }, effects);
    if (values.shard === undefined) return buildSite(options, effects, { compile, render, print });
    return buildPart(options, parseShard(values.shard), effects, { compile, render, print });
  },
});

/** Converts, tells what was found, and builds the site. */
export async function buildSite(
  options: BuildOptions,
  effects: Effects,
  { compile, ...makers }: Makers & { readonly compile: Compile },
): Promise<ExitStatus> {
  assertApart(options.documents, options.out, effects);
  assertReplaceable(options.out, 'site', effects);
  const converted = await convertAndTell(options, effects, compile);
  const pages = await replaceSite(options, converted, effects, makers);
  const seconds = (effects.elapsed() / 1000).toFixed(1);
  effects.say(
    `Built ${options.out}: ${formatCount(pages, 'page')} of ${summarise(converted.corpus)} in ${seconds} s`,
  );
  return statusOf(options, converted, effects);
}

/** Converts the documents and tells what is wrong with them. */
export async function convertAndTell(
  options: BuildOptions,
  effects: Effects,
  compile: Compile,
  shard?: { readonly index: number; readonly count: number },
): Promise<Converted> {
  const { documents, strict, ignoresTags, kept } = options;
  const chosen = choosing(compile, { ignoresTags }, ofThisProgram(kept, effects));
  const converted = await convertDocuments(documents, effects, chosen, {
    mayLeaveOut: strict.size === 0,
    shard,
  });
  const { corpus, sources } = converted;
  showProblems([...corpus.leftOut, ...(corpus.notices ?? [])], effects);
  effects.say(`Converted ${summarise(corpus)}`);
  if (strict.size === 0) listErrors(findOpen(corpus), sources, effects);
  return converted;
}

/** What a build ends with; with `--strict` it shows each error. */
export function statusOf({ strict }: BuildOptions, converted: Converted, effects: Effects): ExitStatus {
  const { corpus } = converted;
  const counted = findOpen(corpus).filter(({ verdict }) => strict.has(verdict));
  if (counted.length === 0) return corpus.leftOut.length > 0 ? EXIT.documentsLeftOut : EXIT.done;
  showErrors(counted, converted, effects.complain);
  return EXIT.errorsFound;
}
