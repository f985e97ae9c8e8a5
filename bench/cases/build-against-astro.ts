import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { listPages, type SitePage } from '../../scripts/audit/site-pages.ts';
import { effects } from '../../scripts/effects.ts';
import { type Bench, median } from '../measure.ts';

const ROOT = join(import.meta.dirname, '../..');
const ROUNDS = 3;

/** The whole site but its printouts, against Astro alone with as many pages of the same length. */
export const buildAgainstAstro: Bench = {
  name: 'build-against-astro',
  run() {
    const folder = mkdtempSync(join(tmpdir(), 'bench-build-'));
    try {
      const site = join(folder, 'site');
      buildSite(site);
      const pages = listPages(site, effects);
      const bare = join(folder, 'bare');
      writeBareProject(bare, pages);
      const [ours, alone] = takeTurns(
        () => buildSite(site),
        () => buildBare(bare),
      );
      return [
        { what: `${pages.length} pages, documents read and checked`, value: ours / 1000, unit: 's' },
        { what: 'as many of the same length, Astro alone', value: alone / 1000, unit: 's' },
        { what: 'the site against Astro alone', value: ours / alone, unit: 'times', atMost: 3 },
      ];
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

/** Medians in milliseconds. Whatever else the machine does meets both alike. */
function takeTurns(...works: (() => void)[]): number[] {
  const times = works.map((): number[] => []);
  for (let round = 0; round < ROUNDS; round++) {
    works.forEach((work, index) => {
      const start = performance.now();
      work();
      times[index]?.push(performance.now() - start);
    });
  }
  return times.map(median);
}

function buildSite(out: string): void {
  const documents = process.env['TIEOUT_DOCUMENTS'] ?? join(ROOT, 'documents');
  const flags = ['--documents', documents, '--out', out];
  runNode([join(ROOT, 'scripts/build.ts'), ...flags], ROOT);
}

const buildBare = (root: string): void =>
  runNode([join(ROOT, 'node_modules/astro/bin/astro.mjs'), 'build', '--silent'], root);

const runNode = (args: readonly string[], cwd: string): Buffer =>
  execFileSync(process.execPath, args, {
    cwd,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', CHROMIUM_PATH: join(ROOT, 'no-browser') },
  });

/** A project of one page file, which gives each address a text of the length that ours has. */
function writeBareProject(root: string, pages: readonly SitePage[]): void {
  mkdirSync(join(root, 'src/pages'), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(root, 'node_modules'), 'junction');
  writeFileSync(join(root, 'package.json'), '{"type":"module"}');
  writeFileSync(join(root, 'astro.config.mjs'), 'export default {};');
  const lengths = pages.map(({ address, bytes }) => ({ address: address || undefined, bytes }));
  writeFileSync(join(root, 'src/pages.json'), JSON.stringify(lengths));
  writeFileSync(join(root, 'src/pages/[...address].astro'), PAGE);
}

const PAGE = `---
import pages from '../pages.json';
export const getStaticPaths = () =>
  pages.map(({ address, bytes }) => ({ params: { address }, props: { bytes } }));
const { bytes } = Astro.props;
const text = '<p>As many characters as the page that this one stands for.</p>\\n';
---
<!doctype html>
<html lang="en">
  <head><meta charset="utf-8"><title>Page</title></head>
  <body><main set:html={text.repeat(Math.ceil(bytes / text.length))} /></body>
</html>
`;
