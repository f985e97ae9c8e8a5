import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import process from 'node:process';

const PACKAGE = '@sparticuz/chromium';

/** Whether the package is installed; Tieout itself does not bring it. */
export function isBrowserShipped(): boolean {
  try {
    return existsSync(packageFolder());
  } catch {
    return false;
  }
}

/**
 * The browser that an npm package ships, unpacked at first use beside the installed packages. The package itself
 * unpacks to the system's folder for temporary files, where another user's or version's may lie; so it is told
 * that this is another one. Unpacked aside and moved, so that two programs may do so at a time.
 */
export async function unpackShippedBrowser(): Promise<{ path: string; env: Record<string, string> }> {
  const home = packageFolder();
  const cache = join(home, '../../.cache/tieout');
  const folder = join(cache, `chromium-${readVersion(home)}`);
  if (!existsSync(folder)) await unpack(home, cache, folder);
  const libraries = [join(folder, 'al2023/lib'), process.env['LD_LIBRARY_PATH']].filter(Boolean);
  return { path: join(folder, 'chromium'), env: { LD_LIBRARY_PATH: libraries.join(':') } };
}

async function unpack(home: string, cache: string, folder: string): Promise<void> {
  mkdirSync(cache, { recursive: true });
  const aside = mkdtempSync(join(cache, 'unpack-'));
  const before = process.env['TMPDIR'];
  try {
    process.env['TMPDIR'] = aside;
    const { inflate } = await import(PACKAGE);
    for (const name of ['chromium.br', 'al2023.tar.br']) await inflate(join(home, 'bin', name));
    if (!existsSync(folder)) renameSync(aside, folder);
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
    rmSync(aside, { recursive: true, force: true });
  }
}

/** The package names no file of its folder but its module, which lies one folder down. */
const packageFolder = (): string => dirname(dirname(createRequire(import.meta.url).resolve(PACKAGE)));

const readVersion = (home: string): string =>
  (JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { version: string }).version;
