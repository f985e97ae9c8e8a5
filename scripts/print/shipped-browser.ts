import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { withTemporaryFolder } from './temporary-folder.ts';

const PACKAGE = '@sparticuz/chromium';
const UNPACKERS = ['build/lambdafs.js', 'build/esm/lambdafs.js'] as const;

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
  const folder = join(cache, `chromium-${readAbout(home).version}`);
  if (!existsSync(folder)) await unpack(home, cache, folder);
  const libraries = [join(folder, 'al2023/lib'), process.env['LD_LIBRARY_PATH']].filter(Boolean);
  return { path: join(folder, 'chromium'), env: { LD_LIBRARY_PATH: libraries.join(':') } };
}

async function unpack(home: string, cache: string, folder: string): Promise<void> {
  mkdirSync(cache, { recursive: true });
  const aside = mkdtempSync(join(cache, 'unpack-'));
  try {
    await withTemporaryFolder(aside, async () => {
      const { inflate } = await import(pathToFileURL(findUnpacker(home)).href);
      for (const name of ['chromium.br', 'al2023.tar.br']) await inflate(join(home, 'bin', name));
    });
    if (!existsSync(folder)) renameSync(aside, folder);
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}

/** Only newer versions offer what unpacks their files; all have it. */
const findUnpacker = (home: string): string =>
  UNPACKERS.map((path) => join(home, path)).find((path) => existsSync(path)) ?? join(home, UNPACKERS[0]);

const packageFolder = (): string => folderOfPackage(createRequire(import.meta.url).resolve(PACKAGE));

/** A package that names no file of its folder but its module: versions have that one or two folders down. */
export function folderOfPackage(module: string): string {
  let folder = dirname(module);
  while (readAbout(folder).name === undefined && folder !== dirname(folder)) folder = dirname(folder);
  return folder;
}

/** Folders of a package may have a `package.json` without a name. */
function readAbout(folder: string): { readonly name?: string; readonly version?: string } {
  const file = join(folder, 'package.json');
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
}
