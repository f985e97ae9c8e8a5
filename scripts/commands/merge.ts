import { join } from 'node:path';
import { readSiteParts } from '../output/part.ts';
import type { PrintSite } from '../print/print-site.ts';
import type { Render } from '../render-site.ts';
import { keepResults } from '../results/keep-results.ts';
import { joinResults } from '../results/results.ts';
import { parseArguments, UsageError } from './arguments.ts';
import { BUILD_FLAGS, BUILD_USAGE, readBuildOptions } from './build-options.ts';
import { buildSite } from './build-site.ts';
import type { Compile } from './convert-documents.ts';
import type { Program } from './program.ts';

const USAGE = `Usage: tieout merge DIR... [--documents DIR] [--out DIR] [--base PATH] [--site URL] [--strict[=slip]]
                    [--draft] [--no-tags] [--config FILE] [--cache DIR | --no-cache]

Builds the whole site of its parts, as one run of tieout build would. The documents and all other flags are those that
the parts were built with.

  DIR              what tieout build --shard made, one for each part
${BUILD_USAGE}`;

/** The program `merge`: a build that finds in the parts what they worked out, and does what needs all issuers. */
export const mergeWith = (compile: Compile, render: Render, print?: PrintSite): Program => ({
  usage: USAGE,
  async run(args, effects) {
    const { values, switches, operands } = parseArguments(args, BUILD_FLAGS);
    if (operands.length === 0) throw new UsageError('the folders of the parts are expected');
    const options = await readBuildOptions({ values, switches }, effects);
    const [first] = readSiteParts(operands, options, effects);
    const parts = operands.map((folder) => keepResults(join(folder, 'results'), effects));
    const kept = joinResults([options.kept, ...parts], [options.kept]);
    const browser = first?.browser ? { browser: first.browser } : {};
    return buildSite({ ...options, kept }, effects, { compile, render, print, ...browser });
  },
});
