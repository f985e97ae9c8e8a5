import type { Effects } from '../effects.ts';
import { assertApart, assertReplaceable } from '../output/output-folder.ts';
import { ofThisProgram } from '../results/open-results.ts';
import type { BuildOptions } from './build-options.ts';
import { visible } from './code-frame.ts';
import { type Compile, type Converted, choosing, convertDocuments } from './convert-documents.ts';
import { EXIT, type ExitStatus, showProblems } from './program.ts';
import { type Makers, replaceSite } from './replace-site.ts';
import { findOpen, formatCount, summarise } from './summary.ts';
import { listErrors, showErrors } from './tell-errors.ts';
import { describeUnknown } from './tell-settings.ts';

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
  const unknown = shard === undefined ? describeUnknown(options.settings, corpus) : [];
  for (const line of unknown) effects.complain(visible(line));
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
