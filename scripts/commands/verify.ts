import { dirname, join } from 'node:path';
import { formatCounted } from '../../src/model/format.ts';
import { formatProblem, InputError } from '../../src/model/problem.ts';
import { formatAsText } from '../compare/as-text.ts';
import { compareOutputs } from '../compare/changes.ts';
import { compareHashes, countDifferences, describeDifferences } from '../compare/files.ts';
import { openOutput } from '../compare/open-output.ts';
import { describeCounts, describeInputs, rebuildSite, type SiteWithReceipt } from '../compare/rebuilt.ts';
import { compareRebuilt } from '../compare/rebuilt-files.ts';
import { compareSettings } from '../compare/settings.ts';
import { describeStatements } from '../compare/statements.ts';
import { type ReportConfig, WITHOUT_SETTINGS } from '../config/read-config.ts';
import { type Effects, reportsPath } from '../effects.ts';
import { listInputs } from '../input/list-inputs.ts';
import { hashInputs, parseReceipt, RECEIPT, type Receipt } from '../output/receipt-json.ts';
import { hashSite } from '../output/site-hashes.ts';
import { PROGRAM_VERSION } from '../program-version.ts';
import { parseArguments, UsageError } from './arguments.ts';
import { visible } from './code-frame.ts';
import { EXIT, type Program } from './program.ts';
import type { Makers } from './replace-site.ts';

const USAGE = `Usage: tieout verify [DIR] [--documents DIR] [--print] [--config FILE | --no-settings]

Proves a site: its files are those that receipt.json names, to the byte; with documents, that they and the settings are
those it was built from, and give the same data and pages.
Whatever was altered, added or removed is named, and the exit status is 1.

  DIR              the site (default: dist)
  --documents DIR  builds the site anew from these documents, beside DIR and for a while, and names the files and the
                   figures that differ, and why; printouts and pictures, which a browser makes, are left out
  --print          makes those anew too; another browser or other typefaces give other bytes
  --config FILE    settings of the site (default: tieout.config.ts here, or else beside the documents)
  --no-settings    for those who do not have the settings: builds data alone`;

const FLAGS = { values: ['documents', 'config'], switches: ['no-settings', 'print'] } as const;

/** Figures that are listed, and files. */
const MOST = 50;

/** What was found of a site: what is wrong with it, and what was proven, in words. */
interface Found {
  readonly complaints: readonly string[];
  readonly proven: string;
}

/** The program `verify`: a site in, whether it is what its receipt says out. */
export const verifyWith = (makers: Makers): Program => {
  return {
    usage: USAGE,
    async run(args, effects) {
      const { operands, values, switches } = parseArguments(args, FLAGS);
      const [folder = reportsPath('dist'), ...more] = operands;
      if (more.length > 0) throw new UsageError(`one DIR is expected, not ${operands.length}`);
      const { documents, config } = values;
      if (switches.has('print') && documents === undefined)
        throw new UsageError('--print is for sites that are built anew: say --documents DIR too');
      const site = { folder, receipt: readReceipt(folder, effects) };
      const complaints = findComplaints(site, effects);
      const hasSettings = !switches.has('no-settings');
      const folders = [reportsPath('.'), ...(documents === undefined ? [] : [dirname(documents)])];
      const settings =
        (documents ?? config) !== undefined && hasSettings
          ? await compareSettings(site.receipt, { named: config, folders }, effects)
          : { lines: [], found: undefined };
      let proven = '';
      if (documents !== undefined) {
        const areOther = hasSettings && settings.lines.length > 0;
        const found = { documents, settings: areOther ? undefined : settings.found };
        const outcome = await prove(site, found, switches.has('print'), effects);
        complaints.push(...outcome.complaints);
        proven = outcome.proven;
      }
      complaints.push(...settings.lines);
      for (const complaint of complaints) effects.complain(visible(complaint));
      return conclude(site, { complaints, proven }, effects);
    },
  };

  /**
   * What differs of the documents and of what they give; where nothing can be made of them, only why. Pages are compared only
   * where they are of the same documents and settings: each names them.
   */
  async function prove(
    site: SiteWithReceipt,
    { documents, settings }: { readonly documents: string; readonly settings: ReportConfig | undefined },
    prints: boolean,
    effects: Effects,
  ): Promise<Found> {
    const isThere = effects.kindOf(documents) === 'folder';
    const inputs = describeInputs(site.receipt, hashInputs(isThere ? listInputs(documents, effects) : []));
    const hasPages = inputs.length === 0 && settings !== undefined;
    const rebuilding = { site, documents, settings: settings ?? WITHOUT_SETTINGS };
    const { compile, render, print } = makers;
    const used = {
      compile,
      render: hasPages ? render : noPages,
      print: prints && hasPages ? print : undefined,
    };
    try {
      return await rebuildSite(rebuilding, used, effects, (rebuilt) => {
        const { otherwise, lost, added, unprinted } = compareRebuilt(site, rebuilt, { hasPages }, effects);
        const files = [
          ...otherwise.map((path) => `rebuilt otherwise: ${path}`),
          ...lost.map((path) => `not rebuilt: ${path}`),
          ...added.map((path) => `rebuilt and not there: ${path}`),
        ];
        const counts = describeCounts(site.receipt, rebuilt.receipt);
        const isOther = otherwise.some((path) => path.startsWith('data/')) || counts.length > 0;
        return {
          complaints: [
            ...inputs,
            ...firstOf(files, 'file'),
            ...counts,
            ...(isOther ? describeFigures(site, rebuilt, effects) : []),
          ],
          proven: inWords(hasPages, unprinted),
        };
      });
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      return { complaints: [...inputs, ...error.problems.map(formatProblem)], proven: '' };
    }
  }
};

/** For data alone. */
const noPages: Makers['render'] = async () => {};

const inWords = (hasPages: boolean, unprinted: number): string => {
  const pages = hasPages ? ' and pages' : '; pages were not compared';
  const left = unprinted > 0 ? `; ${formatCounted(unprinted, 'file')} that a browser makes left out` : '';
  return ` and that its documents give the same data${pages}${left}`;
};

const firstOf = (lines: readonly string[], noun: string): string[] =>
  lines.length > MOST
    ? [...lines.slice(0, MOST), `and ${formatCounted(lines.length - MOST, `more ${noun}`)}`]
    : [...lines];

function readReceipt(site: string, effects: Effects): Receipt {
  const file = join(site, RECEIPT);
  if (effects.kindOf(file) !== 'file') throw new UsageError(`${site} has no ${RECEIPT}: it is no built site`);
  const receipt = parseReceipt(new TextDecoder().decode(effects.readBytes(file)));
  if (!receipt) throw new UsageError(`${file} is no receipt of Tieout`);
  return receipt;
}

function findComplaints({ folder, receipt }: SiteWithReceipt, effects: Effects): string[] {
  const differences = compareHashes(receipt.files, hashSite(folder, effects));
  const complaints = describeDifferences(differences);
  if (countDifferences(differences) === 0)
    effects.say(`${formatCounted(Object.keys(receipt.files).length, 'file')} are those of ${RECEIPT}`);
  return complaints;
}

/** The published figures that differ, and why; then the statements that are read otherwise and were not the published ones. */
function describeFigures(site: SiteWithReceipt, rebuilt: SiteWithReceipt, effects: Effects): string[] {
  if (effects.kindOf(join(site.folder, 'data/facts.csv')) !== 'file') return [];
  const [was, is] = [openOutput(site.folder, effects), openOutput(rebuilt.folder, effects)];
  const comparison = compareOutputs(was, is);
  return [
    ...formatAsText(comparison, MOST),
    ...firstOf(describeStatements(was, is, comparison), 'statement'),
  ];
}

function conclude(
  { folder, receipt }: SiteWithReceipt,
  { complaints, proven }: Found,
  effects: Effects,
): (typeof EXIT)['done' | 'failed'] {
  const maker = receipt.program;
  const other =
    maker === `tieout ${PROGRAM_VERSION}` ? '' : `; it is by ${maker}, this is ${PROGRAM_VERSION}`;
  if (complaints.length > 0) {
    effects.complain(`${folder} is not what its receipt says${other}.`);
    return EXIT.failed;
  }
  effects.say(`Verified ${folder}${proven}${other}`);
  return EXIT.done;
}
