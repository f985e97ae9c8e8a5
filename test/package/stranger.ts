import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';

/** Nothing of this project or of npm's own settings reaches the programs, and the system's Node is found first. */
const PATH = (process.env['PATH'] ?? '')
  .split(':')
  .filter((path) => !path.includes('node_modules'))
  .join(':');
export const ENV = {
  PATH,
  HOME: process.env['HOME'],
  NO_COLOR: '1',
  CI: '1',
  npm_config_prefer_offline: 'true',
};

/** Throws unless it is so, and tells what is. */
export function expect(isSo: boolean, what: string): void {
  if (!isSo) throw new Error(`expected: ${what}`);
  console.log(`ok: ${what}`);
}

/** Someone who knows nothing of this project, in a folder of their own. */
export class Stranger {
  readonly folder = mkdtempSync(join(tmpdir(), 'tieout-package-'));

  run(command: string, ...args: readonly string[]): string {
    console.log(`$ ${command} ${args.join(' ')}`);
    const said = execFileSync(command, args, {
      cwd: this.folder,
      env: ENV,
      encoding: 'utf8',
      maxBuffer: 2 ** 26,
    });
    console.log(said.trimEnd());
    return said;
  }

  /** What a command says where its status may be another than 0. */
  ask(
    command: string,
    ...args: readonly string[]
  ): { readonly status: number | null; readonly stdout: string } {
    console.log(`$ ${command} ${args.join(' ')}`);
    return spawnSync(command, args, { cwd: this.folder, env: ENV, encoding: 'utf8', maxBuffer: 2 ** 26 });
  }

  /** Starts the preview, asks it for a page, and stops it. */
  async tryPreview(): Promise<void> {
    console.log('$ npx tieout dev');
    const preview = spawn('npx', ['tieout', 'dev'], { cwd: this.folder, env: ENV, detached: true });
    try {
      for await (const piece of preview.stdout) {
        const [, url] = /Preview at (\S+?),/.exec(String(piece)) ?? [];
        if (url === undefined) continue;
        const page = await fetch(url);
        expect(page.ok && (await page.text()).includes('<h1'), `the preview answers at ${url}`);
        return;
      }
      throw new Error('the preview ended before it answered');
    } finally {
      if (preview.pid !== undefined) process.kill(-preview.pid, 'SIGTERM');
    }
  }

  read(path: string): string {
    return readFileSync(join(this.folder, path), 'utf8');
  }

  leave(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
