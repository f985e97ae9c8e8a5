import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { ENV, expect, Stranger } from './stranger.ts';
import { takePictures } from './take-pictures.ts';
import { tryRecipes } from './try-recipes.ts';

/**
 * The package as a stranger meets it, from its tarball in an empty folder: install, init with a release, build, build
 * again under another name, picture and colour, check with one finding open and one answered, a preview that answers; then
 * the recipes for hosts, as far as they can be tried on one machine. Takes minutes and installs from a registry or npm's
 * cache, so it is no test of `npm test`: `npm run try-package [RELEASE]`; `-- --pictures` renews those of docs/.
 */
const ROOT = resolve(import.meta.dirname, '../..');
const takesPictures = process.argv.includes('--pictures');
const [given] = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const release = resolve(given ?? join(ROOT, 'test/forms/pdf/norwell/2026-02-12-4q2025.pdf'));
const stranger = new Stranger();
const { folder } = stranger;

function install(): void {
  execFileSync('npm', ['pack', '--pack-destination', folder], { cwd: ROOT, env: ENV, stdio: 'inherit' });
  const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz')) ?? '';
  cpSync(release, join(folder, 'release.pdf'));
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  stranger.run('npm', 'install', '--no-audit', '--no-fund', `./${tarball}`);
  expect(!existsSync(join(folder, 'node_modules/@sparticuz')), 'no browser is installed');
  expect(/^tieout \d/.test(stranger.run('npx', 'tieout', '--version')), 'the version is told');
}

function init(): string {
  stranger.run('npx', 'tieout', 'init', 'release.pdf');
  const [issuer = ''] = readdirSync(join(folder, 'documents'));
  expect(existsSync(join(folder, 'tieout.config.ts')), 'init writes settings');
  expect(/^\d{4}-/.test(readdirSync(join(folder, 'documents', issuer))[0] ?? ''), 'the release is dated');
  return issuer;
}

function build(issuer: string): void {
  stranger.run('npx', 'tieout', 'build');
  expect(
    stranger.read(`dist/${issuer}/index.html`).includes('results</a>'),
    'pages bear the title of the settings',
  );
  expect(stranger.read('dist/data/facts.csv').split('\n').length > 100, 'the facts are there');
}

async function rebrand(issuer: string): Promise<void> {
  cpSync(join(import.meta.dirname, 'rebrand'), folder, { recursive: true });
  renameSync(join(folder, 'settings.txt'), join(folder, 'tieout.config.ts'));
  stranger.run('npx', 'tieout', 'build');
  const front = stranger.read('dist/index.html');
  expect(front.includes('alt="Norwell in figures"'), 'another title and nameplate show');
  expect(front.includes('--accent:#7a1f3d'), 'another accent shows');
  expect(
    stranger.read('dist/about/index.html').includes('invented company'),
    'the owner has a page of their own',
  );
  const proven = stranger.run('npx', 'tieout', 'verify', 'dist', '--documents', 'documents');
  expect(/^Verified dist and that/m.test(proven), 'the site, its settings included, is proven');
  if (takesPictures) await takePictures(join(folder, 'dist'), `${issuer}/`, join(ROOT, 'docs'));
}

interface Checked {
  readonly open: number;
  readonly answered: number;
  readonly findings: readonly { readonly id: string; readonly isOpen: boolean }[];
}

function check(): Checked & { readonly status: number | null } {
  const { status, stdout } = stranger.ask('npx', 'tieout', 'check', '--json');
  return { status, ...(JSON.parse(stdout) as Checked) };
}

function answer(): void {
  const own = join(folder, 'documents/acme');
  mkdirSync(own);
  cpSync(join(import.meta.dirname, 'release-with-misprints.txt'), join(own, '2025-02-12-fy2024.txt'));
  const { status, open, answered, findings } = check();
  expect(status === 3 && open === 2 && answered === 0, 'check counts two open findings');
  const rows = findings.filter(({ isOpen }) => isOpen).map(({ id }) => `${id},corrected,Put right.,,\n`);
  writeFileSync(join(own, 'answers.csv'), `finding,status,text,by,date\n${rows[0]}`);
  const half = check();
  expect(half.status === 3 && half.open === 1 && half.answered === 1, 'one is open, one is answered');
  writeFileSync(join(own, 'answers.csv'), `finding,status,text,by,date\n${rows.join('')}`);
  expect(check().status === 0, 'with both answered check is content');
}

try {
  install();
  const issuer = init();
  build(issuer);
  await rebrand(issuer);
  answer();
  await stranger.tryPreview();
  await tryRecipes(stranger);
} finally {
  stranger.leave();
}
