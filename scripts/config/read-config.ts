import { basename, dirname, join } from 'node:path';
import { InputError, type Problem } from '../../src/model/problem.ts';
import { DEFAULT_SETTINGS, type SiteSettings } from '../../src/model/site-settings.ts';
import type { Effects } from '../effects.ts';
import type { InputFile } from '../input/list-inputs.ts';
import { hashInputs, type SettingsDigest, sha256 } from '../output/receipt-json.ts';
import { findEntry } from './place-of-entry.ts';
import { problem } from './problem-of-entry.ts';
import { readSettings } from './read-settings.ts';
import { CONFIG_ENTRIES, type Config, type ConfigEntry, configSchema, describeEntry } from './schema.ts';

/** How the owner wants a site. */
export interface ReportConfig {
  /** As given and checked; folders are as the user would type them from here. */
  readonly config: Config;
  /** What the pages need of it: files read, Markdown as HTML. */
  readonly settings: SiteSettings;
  /** What it was read from; see `Receipt`. */
  readonly digest: SettingsDigest;
}

export const CONFIG_NAMES = ['ts', 'mts', 'js', 'mjs', 'json'].map((ending) => `tieout.config.${ending}`);

const digestSettings = (config: Config, files: readonly InputFile[]): SettingsDigest => ({
  files: hashInputs(files),
  values: sha256(JSON.stringify(config)),
});

/** Of a site without settings. */
export const NO_SETTINGS = digestSettings({}, []);

/** The file of settings in a folder. */
export const findConfig = (folder: string, effects: Effects): string | undefined =>
  CONFIG_NAMES.map((name) => join(folder, name)).find((path) => effects.kindOf(path) === 'file');

/** The settings beside the reports, or in the file that is named; throws an `InputError` with all that is wrong. */
export async function readConfig(folder: string, effects: Effects, named?: string): Promise<ReportConfig> {
  const file = named ?? findConfig(folder, effects);
  if (file === undefined) return { config: {}, settings: DEFAULT_SETTINGS, digest: NO_SETTINGS };
  if (effects.kindOf(file) !== 'file') throw new InputError([{ file, ...NO_FILE }]);
  const text = new TextDecoder().decode(effects.readBytes(file));
  const config = parseConfig(await load(file, text, effects), file, text);
  const files: InputFile[] = [{ path: basename(file), bytes: effects.readBytes(file) }];
  const settings = readSettings(config, { file, text, files, effects });
  return { config: withPaths(config, file), settings, digest: digestSettings(config, files) };
}

const NO_FILE = { line: 0, column: 0, found: 'no such file', expected: 'settings', mend: 'correct the path' };

async function load(file: string, text: string, effects: Effects): Promise<unknown> {
  try {
    return file.endsWith('.json') ? JSON.parse(text) : await effects.load(file);
  } catch (error) {
    const { message, stack = '' } = error as Error;
    const [, line = '1'] = /^\S*tieout\.config\.\w+\S*?:(\d+)/m.exec(stack) ?? [];
    const found = `settings that cannot be read (${message.split('\n', 1)[0]})`;
    const expected = 'a default export, as in export default { title: "…" }';
    throw new InputError([
      { file, line: Number(line), column: 1, found, expected, mend: 'correct the file' },
    ]);
  }
}

function parseConfig(given: unknown, file: string, text: string): Config {
  const { success, data, error } = configSchema.safeParse(given);
  if (success) return data;
  throw new InputError(
    error.issues.flatMap((issue): Problem[] => {
      if (issue.code === 'unrecognized_keys' && issue.path.length === 0)
        return issue.keys.map((key) => ({
          file,
          ...findEntry(text, key),
          found: `the entry ${key}`,
          expected: `one of ${CONFIG_ENTRIES.join(', ')}`,
          mend: 'correct the entry or take it out',
        }));
      const [name] = issue.path;
      if (name === undefined) return [{ file, ...NO_FILE, found: 'no settings', mend: 'export an object' }];
      const value = JSON.stringify((given as Record<string, unknown>)[String(name)]) ?? 'nothing';
      return [
        problem(
          file,
          text,
          name as ConfigEntry,
          value.slice(0, 60),
          describeEntry(name as ConfigEntry).takes,
        ),
      ];
    }),
  );
}

/** Folders as the user would name them from where the program was started. */
function withPaths(config: Config, file: string): Config {
  const from = (path: string | undefined) => path && join(dirname(file), path);
  return { ...config, documents: from(config.documents), out: from(config.out) };
}
