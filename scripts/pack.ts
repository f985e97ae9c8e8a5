import { execFileSync } from 'node:child_process';
import { copyFileSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { build } from 'esbuild';
import { projectPath } from './effects.ts';

/** scripts ─ esbuild ▶ program/, JavaScript: Node refuses TypeScript in an installed package. Run by `npm pack`. */
const root = resolve(projectPath('.'));
const program = join(root, 'program');

rmSync(program, { recursive: true, force: true });
await build({
  absWorkingDir: root,
  entryPoints: {
    tieout: 'scripts/tieout.ts',
    config: 'scripts/config/schema.ts',
    'page-reader': 'scripts/1-read/pdf/page-reader.ts',
  },
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
for (const name of ['tieout.mjs', 'check-node.mjs', 'spare-memory.mjs']) {
  copyFileSync(join(root, 'scripts', name), join(program, name));
}

/** The type of the settings, for those who write them in an editor. */
const DECLARE = ['--declaration', '--emitDeclarationOnly', '--skipLibCheck', '--ignoreConfig'];
const IMPORTS = ['--allowImportingTsExtensions', '--rootDir', root];
const MODULES = ['--module', 'nodenext', '--target', 'es2024', '--strict', '--types', 'node'];
const types = join(program, 'types');
const tsc = join(root, 'node_modules/typescript/bin/tsc');
execFileSync(
  process.execPath,
  [tsc, join(root, 'scripts/config/schema.ts'), ...DECLARE, ...IMPORTS, ...MODULES, '--outDir', types],
  { stdio: 'inherit' },
);
renameSync(join(types, 'scripts/config/schema.d.ts'), join(program, 'config.d.ts'));
rmSync(types, { recursive: true });
