import { dirname, join } from 'node:path';
import { formatProblem, InputError } from '../../src/model/problem.ts';
import { findConfig, type ReportConfig, readConfig, WITHOUT_SETTINGS } from '../config/read-config.ts';
import type { Effects } from '../effects.ts';
import { type Hashes, type Receipt, sha256 } from '../output/receipt-json.ts';
import { compareHashes, describeDifferences } from './files.ts';

/** Where the settings of a site may be: in the file that is named, or in the first of some folders that has one. */
export interface SettingsPlace {
  readonly named: string | undefined;
  readonly folders: readonly string[];
}

/** The settings as they are now, and how they differ from those of a receipt, a line each. */
export interface SettingsNow {
  readonly lines: readonly string[];
  /** Undefined where they are at fault. */
  readonly found: ReportConfig | undefined;
}

/** A receipt that knows no settings has none that differ. */
export async function compareSettings(
  { settings }: Receipt,
  { named, folders }: SettingsPlace,
  effects: Effects,
): Promise<SettingsNow> {
  const file = named ?? folders.map((folder) => findConfig(folder, effects)).find(Boolean);
  const { found, files, problems } = await readNow(settings?.files ?? {}, file, effects);
  if (settings === undefined) return { lines: [], found };
  const lines = describeDifferences(compareHashes(settings.files, files));
  if (lines.length === 0 && found?.digest.values !== settings.values)
    lines.push('otherwise: their program gives other values');
  return { lines: [...lines.map((line) => `settings ${line}`), ...problems], found };
}

interface ReadNow {
  readonly found: ReportConfig | undefined;
  readonly files: Hashes;
  readonly problems: readonly string[];
}

/** Where the settings are at fault, the files that the receipt names are looked for all the same. */
async function readNow(known: Hashes, file: string | undefined, effects: Effects): Promise<ReadNow> {
  try {
    const found = file === undefined ? WITHOUT_SETTINGS : await readConfig(dirname(file), effects, file);
    return { found, files: found.digest.files, problems: [] };
  } catch (error) {
    if (!(error instanceof InputError) || file === undefined) throw error;
    const paths = Object.keys(known)
      .map((path) => [path, join(dirname(file), path)] as const)
      .filter(([, place]) => effects.kindOf(place) === 'file');
    return {
      found: undefined,
      files: Object.fromEntries(paths.map(([path, place]) => [path, sha256(effects.readBytes(place))])),
      problems: error.problems.map(formatProblem),
    };
  }
}
