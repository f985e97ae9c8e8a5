import { copyFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { projectPath } from './effects.ts';

/** scripts ─ esbuild ▶ program/, JavaScript: Node refuses TypeScript in an installed package. Run by `npm pack`. */
const root = resolve(projectPath('.'));
const program = join(root, 'program');

rmSync(program, { recursive: true, force: true });
await build({
  absWorkingDir: root,
  entryPoints: ['scripts/tieout.ts'],
  outdir: program,
  bundle: true,
  splitting: true,
  packages: 'external',
  format: 'esm',
  platform: 'node',
  target: 'node22.18',
  charset: 'utf8',
  chunkNames: '[name]-[hash]',
  logLevel: 'warning',
});
for (const name of ['tieout.mjs', 'check-node.mjs']) {
  copyFileSync(join(root, 'scripts', name), join(program, name));
}
