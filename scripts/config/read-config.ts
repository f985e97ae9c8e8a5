import { basename, dirname, join } from 'node:path';
import { InputError, type Problem } from '../../src/model/problem.ts';
import { DEFAULT_SETTINGS, type SiteSettings } from '../../src/model/site-settings.ts';
import type { TextPosition } from '../../src/model/text-position.ts';
import { likely } from '../commands/nearest.ts';
import type { Effects } from '../effects.ts';
import type { InputFile } from '../input/list-inputs.ts';
import { PlacedJson } from '../input/placed-json.ts';
import { hashInputs, type SettingsDigest, sha256 } from '../output/receipt-json.ts';
import { readSettings } from './read-settings.ts';
import { CONFIG_ENTRIES, type Config, type ConfigEntry, configSchema, describeEntry } from './schema.ts';
import { MEND, SettingsText } from './settings-text.ts';

/** How the owner wants a site. */
export interface ReportConfig {
  /** As given and checked; folders are as the user would type them from here. */
  readonly config: Config;
  /** What the pages need of it: files read, Markdown as HTML. */
  readonly settings: SiteSettings;
  /** What it was read from; see `Receipt`. */
  readonly digest: SettingsDigest;
  /** For messages, where there is such a file. */
  readonly text?: SettingsText;
}

export const CONFIG_NAMES = ['ts', 'mts', 'js', 'mjs', 'json'].map((ending) => `tieout.config.${ending}`);

const digestSettings = (config: Config, files: readonly InputFile[]): SettingsDigest => ({
  files: hashInputs(files),
  values: sha256(JSON.stringify(config)),
});

/** Of a site without settings. */
export const WITHOUT_SETTINGS: ReportConfig = {
  config: {},
  settings: DEFAULT_SETTINGS,
  digest: digestSettings({}, []),
};

/** The file of settings in a folder; of two none is taken in silence. */
export function findConfig(folder: string, effects: Effects): string | undefined {
  const there = CONFIG_NAMES.map((name) => join(folder, name)).filter(
    (path) => effects.kindOf(path) === 'file',
  );
  const [file, other] = there;
  if (file === undefined || other === undefined) return file;
  const found = `settings beside those in ${basename(file)}`;
  const mend = 'remove the file that does not count, or name the other with --config FILE';
  throw new InputError([{ file: other, line: 0, column: 0, found, expected: 'one file of settings', mend }]);
}

/** The settings beside the reports, or in the file that is named; throws an `InputError` with all that is wrong. */
export async function readConfig(folder: string, effects: Effects, named?: string): Promise<ReportConfig> {
  const file = named ?? findConfig(folder, effects);
  if (file === undefined) return WITHOUT_SETTINGS;
  if (effects.kindOf(file) !== 'file') throw new InputError([{ file, ...NO_FILE }]);
  const text = new SettingsText(file, new TextDecoder().decode(effects.readBytes(file)));
  const config = parseConfig(await load(text, effects), text);
  const files: InputFile[] = [{ path: basename(file), bytes: effects.readBytes(file) }];
  const settings = readSettings(config, { text, files, effects });
  return { config: withPaths(config, file), settings, digest: digestSettings(config, files), text };
}

const NO_FILE = { line: 0, column: 0, found: 'no such file', expected: 'settings', mend: 'correct the path' };

async function load(settings: SettingsText, effects: Effects): Promise<unknown> {
  const { file, text } = settings;
  const json = file.endsWith('.json') ? new PlacedJson(text) : undefined;
  if (json && json.fault === undefined) return json.value;
  try {
    if (!json) return await effects.load(file);
  } catch (error) {
    throw unreadable(file, settings.placeOfFailure(error as Error), (error as Error).message, PROGRAM);
  }
  throw unreadable(file, json.placeOf([]), json.fault ?? '', 'JSON, as { "title": "…" }');
}

const PROGRAM = 'a default export, as in export default { title: "…" }';

function unreadable(file: string, place: TextPosition, why: string, expected: string): InputError {
  const found = `settings that cannot be read (${why.split('\n', 1)[0]})`;
  return new InputError([{ file, ...place, found, expected, mend: 'correct the file' }]);
}

function parseConfig(given: unknown, text: SettingsText): Config {
  const { success, data, error } = configSchema.safeParse(given);
  if (success) return data;
  throw new InputError(
    error.issues.flatMap((issue): Problem[] => {
      const [entry, ...within] = issue.path;
      if (issue.code === 'unrecognized_keys' && entry === undefined)
        return issue.keys.map((key) => describeUnknownEntry(key, text));
      if (entry === undefined)
        return [{ file: text.file, ...NO_FILE, found: 'no settings', mend: 'export an object' }];
      if (issue.code === 'unrecognized_keys') {
        const [key = ''] = issue.keys;
        const { takes } = describeEntry(entry as ConfigEntry);
        const found = `the entry ${key} in ${String(entry)}`;
        return [
          { file: text.file, ...text.placeOf(String(entry), [key]), found, expected: takes, mend: MEND },
        ];
      }
      const value = issue.path.reduce<unknown>(
        (at, key) => (at as Readonly<Record<PropertyKey, unknown>> | undefined)?.[key],
        given,
      );
      const found = `${String(entry)} ${(JSON.stringify(value) ?? 'nothing').slice(0, 60)}`;
      const { takes } = describeEntry(entry as ConfigEntry);
      const place = text.placeOf(String(entry), within, value);
      return [{ file: text.file, ...place, found, expected: takes, mend: MEND }];
    }),
  );
}

function describeUnknownEntry(key: string, text: SettingsText): Problem {
  const expected = `one of ${CONFIG_ENTRIES.join(', ')}${likely(key, CONFIG_ENTRIES)}`;
  return { file: text.file, ...text.placeOf(key), found: `the entry ${key}`, expected, mend: MEND };
}

/** Folders as the user would name them from where the program was started. */
function withPaths(config: Config, file: string): Config {
  const from = (path: string | undefined) => path && join(dirname(file), path);
  return { ...config, documents: from(config.documents), out: from(config.out) };
}
