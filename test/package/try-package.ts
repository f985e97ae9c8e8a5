import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import process from 'node:process';

/**
 * The package as a stranger meets it, from its tarball in an empty folder: install, init with a release, build, build
 * again under another name and colour, check with a finding open and one answered, and a preview that answers. Takes minutes and installs from a registry or npm's cache, so it is no test of
 * `npm test`: `npm run try-package [RELEASE]`.
 */
const ROOT = resolve(import.meta.dirname, '../..');
const release = resolve(process.argv[2] ?? join(ROOT, 'test/forms/pdf/norwell/2026-02-12-4q2025.pdf'));
const folder = mkdtempSync(join(tmpdir(), 'tieout-package-'));
/** Nothing of this project or of npm's own settings reaches the programs, and the system's Node is found first. */
const PATH = (process.env['PATH'] ?? '')
  .split(':')
  .filter((path) => !path.includes('node_modules'))
  .join(':');
const env = { PATH, HOME: process.env['HOME'], NO_COLOR: '1', CI: '1' };

function run(command: string, ...args: readonly string[]): string {
  console.log(`$ ${command} ${args.join(' ')}`);
  const said = execFileSync(command, args, { cwd: folder, env, encoding: 'utf8' });
  console.log(said.trimEnd());
  return said;
}

function expect(isSo: boolean, what: string): void {
  if (!isSo) throw new Error(`expected: ${what}`);
  console.log(`ok: ${what}`);
}

interface Checked {
  readonly open: number;
  readonly answered: number;
  readonly findings: readonly { readonly id: string; readonly isOpen: boolean }[];
}

function check(): Checked & { readonly status: number | null } {
  console.log('$ npx tieout check --json');
  const { status, stdout } = spawnSync('npx', ['tieout', 'check', '--json'], {
    cwd: folder,
    env,
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
  return { status, ...(JSON.parse(stdout) as Checked) };
}

/** Starts the preview, asks it for a page, and stops it. */
async function tryDev(): Promise<void> {
  console.log('$ npx tieout dev');
  const preview = spawn('npx', ['tieout', 'dev'], { cwd: folder, env, detached: true });
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

const read = (path: string) => readFileSync(join(folder, path), 'utf8');

try {
  execFileSync('npm', ['pack', '--pack-destination', folder], { cwd: ROOT, env, stdio: 'inherit' });
  const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz')) ?? '';
  cpSync(release, join(folder, 'release.pdf'));
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  run('npm', 'install', '--prefer-offline', '--no-audit', '--no-fund', `./${tarball}`);
  expect(!existsSync(join(folder, 'node_modules/@sparticuz')), 'no browser is installed');
  expect(/^tieout \d/.test(run('npx', 'tieout', '--version')), 'the version is told');

  run('npx', 'tieout', 'init', 'release.pdf');
  const [issuer = ''] = readdirSync(join(folder, 'documents'));
  expect(existsSync(join(folder, 'tieout.config.ts')), 'init writes settings');
  expect(/^\d{4}-/.test(readdirSync(join(folder, 'documents', issuer))[0] ?? ''), 'the release is dated');

  run('npx', 'tieout', 'build');
  expect(read(`dist/${issuer}/index.html`).includes('results</a>'), 'pages bear the title of the settings');
  expect(read('dist/data/facts.csv').split('\n').length > 100, 'the facts are there');

  writeFileSync(join(folder, 'logo.svg'), '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 1"/>');
  writeFileSync(
    join(folder, 'tieout.config.ts'),
    "import { defineConfig } from 'tieout';\nexport default defineConfig({ title: 'Other', nameplate: 'logo.svg', accent: '#7a1f3d' });\n",
  );
  run('npx', 'tieout', 'build');
  expect(read('dist/index.html').includes('alt="Other"'), 'another title and nameplate show');
  expect(read('dist/index.html').includes('--accent:#7a1f3d'), 'another accent shows');

  cpSync(join(ROOT, 'documents/iij'), join(folder, 'documents/iij'), { recursive: true });
  const { status, open, answered, findings } = check();
  expect(status === 3 && open > 1 && answered === 0, 'check counts open findings');
  writeFileSync(
    join(folder, 'documents/iij/answers.csv'),
    `finding,status,text,by,date\n${findings.find(({ isOpen }) => isOpen)?.id},acknowledged,So it is,,\n`,
  );
  const after = check();
  expect(after.status === 3 && after.open === open - 1 && after.answered === 1, 'an answer closes one');

  await tryDev();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
