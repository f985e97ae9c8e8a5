import { dirname, join } from 'node:path';
import { formatCounted } from '../../src/model/format.ts';
import { formatProblem, InputError } from '../../src/model/problem.ts';
import { formatAsText } from '../compare/as-text.ts';
import { compareOutputs } from '../compare/changes.ts';
import { compareHashes, countDifferences, describeDifferences } from '../compare/files.ts';
import { openOutput } from '../compare/open-output.ts';
import { describeInputs, describeRebuilt, type Rebuilt, rebuildData } from '../compare/rebuilt.ts';
import { describeSettings } from '../compare/settings.ts';
import { type Effects, reportsPath } from '../effects.ts';
import { listInputs } from '../input/list-inputs.ts';
import { hashInputs, parseReceipt, RECEIPT, type Receipt } from '../output/receipt-json.ts';
import { hashSite } from '../output/site-hashes.ts';
import { PROGRAM_VERSION } from '../program-version.ts';
import { parseArguments, UsageError } from './arguments.ts';
import { visible } from './code-frame.ts';
import type { Compile } from './convert-documents.ts';
import { EXIT, type Program } from './program.ts';

const USAGE = `Usage: tieout verify [DIR] [--documents DIR] [--config FILE | --no-settings]

Proves a site: its files are those that receipt.json names, to the byte; with documents, that they and the settings are
those it was built from, and give the same data.
Whatever was altered, added or removed is named, and the exit status is 1.

  DIR              the site (default: dist)
  --documents DIR  builds the data anew from these documents and names the figures that differ, and why
  --config FILE    settings of the site (default: tieout.config.ts here, or else beside the documents)
  --no-settings    compares documents alone, for those who do not have the settings`;

const FLAGS = { values: ['documents', 'config'], switches: ['no-settings'] } as const;

/** Figures that are listed. */
const MOST = 50;

/** The program `verify`: a site in, whether it is what its receipt says out. */
export const verifyWith = (compile: Compile): Program => {
  return {
    usage: USAGE,
    async run(args, effects) {
      const { operands, values, switches } = parseArguments(args, FLAGS);
      const [site = reportsPath('dist'), ...more] = operands;
      if (more.length > 0) throw new UsageError(`one DIR is expected, not ${operands.length}`);
      const receipt = readReceipt(site, effects);
      const complaints = findComplaints(site, receipt, effects);
      const { documents, config } = values;
      if (documents !== undefined) complaints.push(...(await proveData(documents, site, receipt, effects)));
      if ((documents ?? config) !== undefined && !switches.has('no-settings')) {
        const folders = [reportsPath('.'), ...(documents === undefined ? [] : [dirname(documents)])];
        complaints.push(...(await describeSettings(receipt, { named: config, folders }, effects)));
      }
      for (const complaint of complaints) effects.complain(visible(complaint));
      return conclude(site, receipt, { complaints, isRebuilt: values.documents !== undefined }, effects);
    },
  };

  /** What differs of the documents and of what they give; where nothing can be made of them, only why. */
  async function proveData(
    documents: string,
    site: string,
    receipt: Receipt,
    effects: Effects,
  ): Promise<string[]> {
    const isThere = effects.kindOf(documents) === 'folder';
    const inputs = hashInputs(isThere ? listInputs(documents, effects) : []);
    const complaints = describeInputs(receipt, inputs);
    try {
      const rebuilt = await rebuildData({ site, receipt, documents, inputs }, compile, effects);
      return [
        ...complaints,
        ...describeRebuilt(receipt, rebuilt),
        ...describeFigures(site, rebuilt, effects),
      ];
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      return [...complaints, ...error.problems.map(formatProblem)];
    }
  }
};

function readReceipt(site: string, effects: Effects): Receipt {
  const file = join(site, RECEIPT);
  if (effects.kindOf(file) !== 'file') throw new UsageError(`${site} has no ${RECEIPT}: it is no built site`);
  const receipt = parseReceipt(new TextDecoder().decode(effects.readBytes(file)));
  if (!receipt) throw new UsageError(`${file} is no receipt of Tieout`);
  return receipt;
}

function findComplaints(site: string, receipt: Receipt, effects: Effects): string[] {
  const differences = compareHashes(receipt.files, hashSite(site, effects));
  const complaints = describeDifferences(differences);
  if (countDifferences(differences) === 0)
    effects.say(`${formatCounted(Object.keys(receipt.files).length, 'file')} are those of ${RECEIPT}`);
  return complaints;
}

/** The figures that differ, where the data do. */
function describeFigures(site: string, { differing, output }: Rebuilt, effects: Effects): string[] {
  if (differing.length === 0 || effects.kindOf(join(site, 'data/facts.csv')) !== 'file') return [];
  return formatAsText(compareOutputs(openOutput(site, effects), output), MOST);
}

function conclude(
  site: string,
  receipt: Receipt,
  { complaints, isRebuilt }: { readonly complaints: readonly string[]; readonly isRebuilt: boolean },
  effects: Effects,
): (typeof EXIT)['done' | 'failed'] {
  const maker = receipt.program;
  const other =
    maker === `tieout ${PROGRAM_VERSION}` ? '' : `; it is by ${maker}, this is ${PROGRAM_VERSION}`;
  if (complaints.length > 0) {
    effects.complain(`${site} is not what its receipt says${other}.`);
    return EXIT.failed;
  }
  effects.say(`Verified ${site}${isRebuilt ? ' and that its documents give the same data' : ''}${other}`);
  return EXIT.done;
}
