import process from 'node:process';
import { type Browser, chromium } from 'playwright-core';
import { type BrowserProgram, findBrowsers } from './find-browser.ts';

/** No browser can be had; the message says what was tried and how to get one. */
export class NoBrowser extends Error {
  override readonly name = 'NoBrowser';
}

/** Nothing is asked of the network, and text is set alike on every machine. */
const ARGS = ['--no-proxy-server', '--font-render-hinting=none', '--force-color-profile=srgb'];

/** Starts the first browser that can be started, for the only pages that it is to find. */
export async function launchBrowser({ resolverRules }: { readonly resolverRules: string }): Promise<Browser> {
  const args = [...ARGS, `--host-resolver-rules=${resolverRules}`];
  const tried: string[] = [];
  try {
    for await (const program of findBrowsers()) {
      try {
        return await start(program, args);
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

const describeTried = (tried: readonly string[]): string =>
  [
    tried.length > 0 ? 'no browser could be started' : 'no browser was found',
    ...tried.map((line) => `  ${line}`),
    '  To mend: install Chrome, Chromium or Edge, run `npx playwright-core install chromium`,',
    '  or name a browser in the environment variable CHROMIUM_PATH',
  ].join('\n');

/** The sandbox stays on wherever it can be: the superuser may have none, and in some containers there is none. */
async function start({ path, env }: BrowserProgram, args: readonly string[]): Promise<Browser> {
  const launch = (chromiumSandbox: boolean) =>
    chromium.launch({
      executablePath: path,
      args: [...args],
      chromiumSandbox,
      env: { ...(process.env as Record<string, string>), ...env },
    });
  if (process.getuid?.() === 0) return launch(false);
  return launch(true).catch(() => launch(false));
}

const firstLine = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n', 1)[0] ?? '';
