import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import process from 'node:process';
import { isBrowserShipped, unpackShippedBrowser } from './shipped-browser.ts';

/** A program that may be a Chromium. */
export interface BrowserProgram {
  readonly path: string;
  /** Where it was found, in words. */
  readonly from: string;
  /** Environment that it needs beyond the program's own. */
  readonly env?: Readonly<Record<string, string>>;
}

const NAMES = [
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'chromium-browser',
  'microsoft-edge-stable',
  'microsoft-edge',
  'chrome',
  'msedge',
];

const LINUX = ['/opt/google/chrome/chrome', '/opt/microsoft/msedge/msedge', '/snap/bin/chromium'];
const MAC = ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
  (name) => `Applications/${name}.app/Contents/MacOS/${name}`,
);
const WINDOWS = [
  'Google/Chrome/Application/chrome.exe',
  'Chromium/Application/chrome.exe',
  'Microsoft/Edge/Application/msedge.exe',
];

/** Where a browser may be, best first: named by the user, installed, Playwright's own, one shipped by a package. */
export async function* findBrowsers(playwrights = ''): AsyncGenerator<BrowserProgram> {
  const { CHROMIUM_PATH: named } = process.env;
  if (named) yield { path: named, from: 'CHROMIUM_PATH' };
  for (const path of installedPaths(process.platform, process.env)) {
    if (await isProgram(path)) yield { path, from: 'installed' };
  }
  if (await isProgram(playwrights)) yield { path: playwrights, from: 'Playwright' };
  if (process.platform === 'linux' && process.arch === 'x64' && isBrowserShipped()) {
    yield { ...(await unpackShippedBrowser()), from: '@sparticuz/chromium' };
  }
}

/** Paths at which a system keeps the browsers that are installed on it. */
export function installedPaths(
  platform: NodeJS.Platform,
  { PATH = '', HOME = '', ...env }: NodeJS.ProcessEnv,
): string[] {
  if (platform === 'win32') {
    const roots = [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']];
    return roots.flatMap((root) => (root ? WINDOWS.map((path) => join(root, path)) : []));
  }
  const folders = PATH.split(delimiter).filter(Boolean);
  const onPath = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  const usual =
    platform === 'darwin' ? ['/', HOME].flatMap((root) => MAC.map((path) => join(root, path))) : LINUX;
  return [...onPath, ...usual];
}

const isProgram = (path: string): Promise<boolean> =>
  access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
