import { join } from 'node:path';
import { formatCounted } from '../../src/model/format.ts';
import { parseArguments, UsageError } from '../commands/arguments.ts';
import { EXIT, type Program } from '../commands/program.ts';
import { readConfig } from '../config/read-config.ts';
import { type Effects, reportsPath } from '../effects.ts';
import { addToManifest, findForeign } from '../output/output-manifest.ts';
import { renewReceipt } from '../output/site-hashes.ts';
import { NoBrowser } from './launch-browser.ts';
import type { MadePrintout } from './offer-printouts.ts';
import { PAPERS } from './paper.ts';
import { type PrintSite, readList } from './print-site.ts';

const USAGE = `Usage: tieout print [PERIOD…] [--paper a4|letter] [--out DIR] [--config FILE]

Makes the printouts of a site that is built, and has its pages link to them.

  PERIOD…         slugs of periods, as in fy2012 1h12 (default: all periods, issuers, checks and books)
  --paper SIZE    a4 or letter (default: a4)
  --out DIR       where the site is (default: dist)
  --config FILE   settings of the site (default: tieout.config.ts, if there is one)`;

/** The program `print`: a built site in, its printouts beside its pages. */
export const printWith = (print: PrintSite): Program => ({
  usage: USAGE,
  async run(args, effects) {
    const { values, operands } = parseArguments(args, { values: ['paper', 'out', 'config'], switches: [] });
    const { config } = await readConfig(reportsPath('.'), effects, values.config);
    const folder = values.out ?? config.out ?? reportsPath('dist');
    const size = (values.paper ?? config.paper ?? 'a4').toLowerCase();
    const paper = Object.entries(PAPERS).find(([name]) => name === size)?.[1];
    if (!paper) throw new UsageError(`--paper takes a4 or letter, not ${values.paper}`);
    const unknown = findUnknown(operands, folder, effects);
    if (unknown) throw new UsageError(unknown);
    assertPrintable(folder, effects);
    try {
      const { made, cards, charts } = await print({ folder, paper, only: operands }, effects);
      addToManifest(folder, [...made.map(({ file }) => file), ...cards, ...charts], effects);
      renewReceipt(folder, effects);
      effects.say(
        `Printed to ${folder}: ${summarisePrintouts(made)} in ${(effects.elapsed() / 1000).toFixed(1)} s`,
      );
      return EXIT.done;
    } catch (error) {
      if (!(error instanceof NoBrowser)) throw error;
      effects.complain(`Nothing printed: ${error.message}.`);
      return EXIT.failed;
    }
  },
});

/** Refuses to print over files of someone else. */
function assertPrintable(folder: string, effects: Effects): void {
  const { printouts: all, cards = [], charts = [] } = readList(folder, effects);
  const pictures = charts.map((svg) => svg.replace(/\.svg$/, '.png'));
  const printouts = new Set([...[...all, ...cards].map(({ file }) => file), ...pictures]);
  const taken = findForeign(folder, effects).find((path) => printouts.has(path));
  if (taken)
    throw new UsageError(
      `${join(folder, taken)} was not made by this program and would be printed over. Nothing was changed. Move it elsewhere`,
    );
}

/** Why it cannot be printed what was asked for, if so. */
function findUnknown(periods: readonly string[], folder: string, effects: Effects): string | undefined {
  if (effects.kindOf(join(folder, 'printouts.json')) !== 'file')
    return `there is no site in ${folder} to print: run tieout build first, or name another folder with --out DIR`;
  const known = readList(folder, effects).printouts.flatMap(({ kind, of }) =>
    kind === 'period' ? [of] : [],
  );
  const unknown = periods.find((period) => !known.includes(period));
  return unknown && `there is no period ${unknown}; there are ${[...new Set(known)].join(', ')}`;
}

/** `12 printouts, 140 pages`. */
export function summarisePrintouts(made: readonly MadePrintout[]): string {
  const pages = made.reduce((total, printout) => total + printout.pages, 0);
  return `${formatCounted(made.length, 'printout')}, ${formatCounted(pages, 'page')}`;
}
