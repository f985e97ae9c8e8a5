import { tmpdir } from 'node:os';
import process from 'node:process';
import type { Browser, BrowserType } from 'playwright-core';
import { type BrowserProgram, findBrowsers } from './find-browser.ts';
import { profilesFolder, withTemporaryFolder } from './temporary-folder.ts';

/** No browser can be had; the message says what was tried and how to get one. */
export class NoBrowser extends Error {
  override readonly name = 'NoBrowser';
}

/** Where the browser keeps files that it removes itself, and a socket, whose path must be short. */
const OWN_FILES = tmpdir();

/** Nothing is asked of the network, and text is set alike on every machine. */
const ARGS = ['--no-proxy-server', '--font-render-hinting=none', '--force-color-profile=srgb'];

/** Starts the first browser that can be started, for the only pages that it is to find. */
export async function launchBrowser({ resolverRules }: { readonly resolverRules: string }): Promise<Browser> {
  const args = [...ARGS, `--host-resolver-rules=${resolverRules}`];
  return withTemporaryFolder(profilesFolder(), () => launchFirst(args));
}

async function launchFirst(args: readonly string[]): Promise<Browser> {
  const tried: string[] = [];
  const chromium = await loadDriver();
  try {
    for await (const program of findBrowsers(chromium.executablePath())) {
      try {
        return await start(chromium, program, args);
      } catch (error) {
        tried.push(`${program.path} (${program.from}): ${firstLine(error)}`);
        if (program.from === 'CHROMIUM_PATH') break;
      }
    }
  } catch (error) {
    tried.push(firstLine(error));
  }
  throw new NoBrowser(describeTried(tried));
}

/** What drives the browser is installed only by those who print. */
async function loadDriver(): Promise<BrowserType> {
  try {
    return (await import('playwright-core')).chromium;
  } catch {
    throw new NoBrowser(
      'playwright-core, which drives the browser that prints, is not installed.\n' +
        '  To mend: npm install playwright-core, and npm install @sparticuz/chromium where there is no Chrome,\n' +
        '  Chromium or Edge (Linux x64)',
    );
  }
}

const describeTried = (tried: readonly string[]): string =>
  [
    tried.length > 0 ? 'no browser could be started' : 'no browser was found',
    ...tried.map((line) => `  ${line}`),
    '  To mend: install Chrome, Chromium or Edge, run `npx playwright-core install chromium` or, on Linux x64,',
    '  `npm install @sparticuz/chromium`, or name a browser in the environment variable CHROMIUM_PATH',
  ].join('\n');

/** The sandbox stays on wherever it can be: the superuser may have none, and in some containers there is none. */
async function start(
  chromium: BrowserType,
  { path, env }: BrowserProgram,
  args: readonly string[],
): Promise<Browser> {
  const launch = (chromiumSandbox: boolean) =>
    chromium.launch({
      executablePath: path,
      args: [...args],
      chromiumSandbox,
      env: { ...(process.env as Record<string, string>), TMPDIR: OWN_FILES, ...env },
    });
  if (process.getuid?.() === 0) return launch(false);
  return launch(true).catch(() => launch(false));
}

const firstLine = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n', 1)[0] ?? '';
