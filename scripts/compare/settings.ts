import { dirname, join } from 'node:path';
import { formatProblem, InputError } from '../../src/model/problem.ts';
import { findConfig, NO_SETTINGS, readConfig } from '../config/read-config.ts';
import type { Effects } from '../effects.ts';
import { type Receipt, type SettingsDigest, sha256 } from '../output/receipt-json.ts';
import { compareHashes, describeDifferences } from './files.ts';

/** Where the settings of a site may be: in the file that is named, or in the first of some folders that has one. */
export interface SettingsPlace {
  readonly named: string | undefined;
  readonly folders: readonly string[];
}

/** How the settings differ from those of a receipt, a line each; nothing of a receipt that knows none. */
export async function describeSettings(
  { settings }: Receipt,
  { named, folders }: SettingsPlace,
  effects: Effects,
): Promise<string[]> {
  if (settings === undefined) return [];
  const file = named ?? folders.map((folder) => findConfig(folder, effects)).find(Boolean);
  const now = await readDigest(settings, file, effects);
  const lines = describeDifferences(compareHashes(settings.files, now.files));
  if (lines.length === 0 && now.values !== settings.values)
    lines.push('otherwise: their program gives other values');
  return [...lines.map((line) => `settings ${line}`), ...now.problems];
}

/** The settings as they are. Where they are at fault, the files that the receipt names are looked for all the same. */
async function readDigest(
  known: SettingsDigest,
  file: string | undefined,
  effects: Effects,
): Promise<SettingsDigest & { readonly problems: readonly string[] }> {
  try {
    if (file === undefined) return { ...NO_SETTINGS, problems: [] };
    return { ...(await readConfig(dirname(file), effects, file)).digest, problems: [] };
  } catch (error) {
    if (!(error instanceof InputError) || file === undefined) throw error;
    const found = Object.keys(known.files)
      .map((path) => [path, join(dirname(file), path)] as const)
      .filter(([, place]) => effects.kindOf(place) === 'file');
    return {
      files: Object.fromEntries(found.map(([path, place]) => [path, sha256(effects.readBytes(place))])),
      values: '',
      problems: error.problems.map(formatProblem),
    };
  }
}
