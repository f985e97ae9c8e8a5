import type { PrintSite } from '../print/print-site.ts';
import type { Render } from '../render-site.ts';
import { parseArguments, UsageError } from './arguments.ts';
import { BUILD_FLAGS, BUILD_USAGE, readBuildOptions } from './build-options.ts';
import { buildPart, parseShard } from './build-part.ts';
import { buildSite } from './build-site.ts';
import type { Compile } from './convert-documents.ts';
import type { Program } from './program.ts';

const USAGE = `Usage: tieout build [--documents DIR] [--out DIR] [--base PATH] [--site URL] [--strict[=slip]]
                    [--draft] [--no-tags] [--config FILE] [--cache DIR | --no-cache] [--shard I/N]

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
