import { formatCounted } from '../../src/model/format.ts';
import type { Effects } from '../effects.ts';
import { listOpen } from '../output/issuer-brief.ts';
import { assertApart } from '../output/output-folder.ts';
import type { BuildOptions } from './build-options.ts';
import { EXIT, type ExitStatus } from './program.ts';
import { type Built, type Makers, replaceSite } from './replace-site.ts';
import { summarise } from './summary.ts';
import { showErrors } from './tell-errors.ts';

/** Builds the site, and tells what was found. */
export async function buildSite(
  options: BuildOptions,
  effects: Effects,
  makers: Makers,
): Promise<ExitStatus> {
  assertApart(options.documents, options.out, effects);
  const built = await replaceSite(options, effects, makers);
  effects.say(
    `Built ${options.out}: ${formatCounted(built.pages.length, 'page')} of ${describeBuilt(built, effects)}`,
  );
  return decideStatus(options, built, effects);
}

/** What was built, and in which time. */
export function describeBuilt({ issuers, leftOut }: Built, effects: Effects): string {
  const briefs = issuers.map(({ brief }) => brief);
  return `${summarise({ issuers: briefs, leftOut })} in ${(effects.elapsed() / 1000).toFixed(1)} s`;
}

/** What a build ends with; with `--strict` it shows each error. */
export function decideStatus(
  { strict }: BuildOptions,
  { issuers, leftOut }: Built,
  effects: Effects,
): ExitStatus {
  const open = listOpen(issuers.map(({ brief }) => brief));
  const counted = open.filter(({ finding }) => strict.has(finding.verdict));
  if (counted.length === 0) return leftOut.length > 0 ? EXIT.documentsLeftOut : EXIT.done;
  showErrors(counted, effects.complain);
  return EXIT.errorsFound;
}
