import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { listPages, type SitePage } from '../../scripts/audit/site-pages.ts';
import { effects } from '../../scripts/effects.ts';
import { type Bench, median } from '../measure.ts';

const ROOT = join(import.meta.dirname, '../..');
const ROUNDS = 3;
const LINE = '<p>As many characters as the page that this one stands for.</p>\n';
const HEAD = '<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>Page</title></head><body>';

/**
 * The whole site but its printouts, against Astro alone with as many pages of the same length, each in a file of its
 * own as such a site would be written; and, for what page files themselves cost, all of them from one file.
 */
export const buildAgainstAstro: Bench = {
  name: 'build-against-astro',
  run() {
    const folder = mkdtempSync(join(tmpdir(), 'bench-build-'));
    try {
      const site = join(folder, 'site');
      buildSite(site);
      const pages = listPages(site, effects);
      const files = startProject(join(folder, 'files'));
      for (const page of pages) writePage(files, page);
      const route = startProject(join(folder, 'route'));
      writeRoute(route, pages);
      const [ours = 0, alone = 0, least = 0] = takeTurns(
        () => buildSite(site),
        () => buildBare(files),
        () => buildBare(route),
      );
      return [
        { what: `${pages.length} pages, documents read and checked`, value: ours / 1000, unit: 's' },
        { what: 'as many of the same length, Astro alone', value: alone / 1000, unit: 's' },
        { what: 'the site against Astro alone', value: ours / alone, unit: 'times', atMost: 3 },
        { what: 'the same, from one page file', value: least / 1000, unit: 's' },
        { what: 'the site against that', value: ours / least, unit: 'times' },
      ];
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

/** Medians in milliseconds. Whatever else the machine does meets all alike. */
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
  const program = join(ROOT, 'test/built/build-without-print.ts');
  runNode([program, '--documents', documents, '--out', out], ROOT);
}

const buildBare = (root: string): void =>
  runNode([join(ROOT, 'node_modules/astro/bin/astro.mjs'), 'build', '--silent'], root);

function runNode(args: readonly string[], cwd: string): void {
  execFileSync(process.execPath, args, {
    cwd,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
  });
}

function startProject(root: string): string {
  mkdirSync(join(root, 'src/pages'), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(root, 'node_modules'), 'junction');
  writeFileSync(join(root, 'package.json'), '{"type":"module"}');
  writeFileSync(join(root, 'astro.config.mjs'), 'export default {};');
  return root;
}

function writePage(root: string, { address, bytes }: SitePage): void {
  const file = join(root, 'src/pages', address, 'index.astro');
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${HEAD}${LINE.repeat(Math.ceil(bytes / LINE.length))}</body></html>\n`);
}

function writeRoute(root: string, pages: readonly SitePage[]): void {
  const lengths = pages.map(({ address, bytes }) => ({ address: address || undefined, bytes }));
  writeFileSync(join(root, 'src/pages.json'), JSON.stringify(lengths));
  writeFileSync(join(root, 'src/pages/[...address].astro'), ROUTE);
}

const ROUTE = `---
import pages from '../pages.json';
export const getStaticPaths = () =>
  pages.map(({ address, bytes }) => ({ params: { address }, props: { bytes } }));
const { bytes } = Astro.props;
const line = ${JSON.stringify(LINE)};
---
${HEAD}<Fragment set:html={line.repeat(Math.ceil(bytes / line.length))} /></body></html>
`;
