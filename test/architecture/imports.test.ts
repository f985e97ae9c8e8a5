import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { LAYERS, type Layer } from './layers.ts';
import { type Import, parseImports, readSourceFiles, type SourceFile } from './source-files.ts';

const files = readSourceFiles(['src', 'scripts']);

describe('who may import whom', () => {
  test.each(files.map((file) => [file.path, file] as const))('%s', (_, file) => {
    expect(findForbidden(file)).toEqual([]);
  });

  test('a forbidden import is told with its place and the reason', () => {
    const text =
      "import { z } from 'zod';\nimport type { Grid } from '../2-tables/grid.ts';\nimport { run } from '../2-tables/run.ts';\n";
    expect(findForbidden(sourceFile('scripts/3-context/sample.ts', text))).toEqual([
      expect.stringMatching(/^scripts\/3-context\/sample\.ts:1 imports zod, but a phase gets/),
      expect.stringMatching(/^scripts\/3-context\/sample\.ts:3 imports scripts\/2-tables\/run\.ts, but/),
    ]);
  });

  test('a file outside every layer is told', () => {
    expect(findForbidden(sourceFile('src/other/sample.ts', "import 'zod';\n"))).toEqual([
      expect.stringContaining('belongs to no layer'),
    ]);
  });
});

describe('effects', () => {
  /** `compose-book` and the inspector run in a browser, which finds nothing but their own site. */
  const PURE = files.filter(
    ({ path }) =>
      !/^scripts\/(effects|pack|render-site|serve-site|print\/((find|launch|shipped)-browser|temporary-folder|compose-book)|check-node|spare-memory)\.m?[tj]s$|^src\/(data\/index|scripts\/)/.test(
        path,
      ),
  );
  const IMPURE = [
    { pattern: /\bconsole\.\w+\(/, name: 'console' },
    { pattern: /\bprocess\.(?!env\.NODE_ENV)\w+/, name: 'process' },
    { pattern: /\bnew Date\(\s*\)|\bDate\.now\(|\bperformance\.now\(/, name: 'the clock' },
    { pattern: /\bMath\.random\(|\bcrypto\.random/, name: 'randomness' },
    { pattern: /\bcrypto\.subtle\b/, name: 'hashes that are ready in any order' },
    { pattern: /\bfetch\(/, name: 'the network' },
    { pattern: /\.toLocale\w*\(\s*\)|\.localeCompare\(/, name: "the machine's language" },
  ];

  test.each(PURE.map((file) => [file.path, file] as const))('%s', (_, { path, text }) => {
    const code = withoutComments(text);
    const found = IMPURE.filter(({ pattern }) => pattern.test(code)).map(({ name }) => name);
    expect(
      found,
      `${path} uses ${found.join(', ')}; two builds must give the same bytes, so only scripts/effects.ts does`,
    ).toEqual([]);
  });
});

test('no import goes round in a circle, nor do types', () => {
  expect(findCycles(files)).toEqual([]);
});

test('no two files export one name', () => {
  const exporters = Map.groupBy(
    // Pages export what Astro asks for.
    files.filter(({ path }) => !path.startsWith('src/pages/')).flatMap(listExports),
    ({ name }) => name,
  );
  const twice = [...exporters].flatMap(([name, list]) => (list.length > 1 ? [name] : []));
  expect(twice).toEqual([]);
});

const EXPORT = /^export (?:async )?(?:const|function\*?|(?:abstract )?class|interface|type) (?<name>\w+)/gm;

const listExports = ({ path, text }: SourceFile): { name: string; path: string }[] => {
  const names = new Set([...text.matchAll(EXPORT)].map(({ groups }) => groups?.['name'] ?? ''));
  return [...names].map((name) => ({ name, path }));
};

test('docs/rooms.md has every folder', () => {
  const listed = readFileSync(join(import.meta.dirname, '../../docs/rooms.md'), 'utf8');
  const folders = new Set(files.map(({ path }) => path.split('/').slice(0, -1).slice(0, 2).join('/')));
  expect([...folders].filter((folder) => !listed.includes(`| \`${folder}\` |`))).toEqual([]);
});

function findForbidden(file: SourceFile): string[] {
  const layer = LAYERS.find(({ path }) => file.path.startsWith(path));
  if (layer)
    return file.imports
      .filter((one) => !isAllowed(one, layer))
      .map((one) => complain(file, one, layer.because));
  if (/^src\/[\w.-]+$/.test(file.path)) return [];
  return [`${file.path} belongs to no layer: give it one in test/architecture/layers.ts`];
}

const complain = ({ path }: SourceFile, { line, target }: Import, reason: string): string =>
  `${path}:${line} imports ${target}, but ${reason}`;

function isAllowed({ target, isTypeOnly }: Import, layer: Layer): boolean {
  if (target.startsWith(layer.path)) return true;
  const may = [...layer.may, ...(isTypeOnly ? (layer.types ?? []) : [])];
  return may.some((start) => target === start || (/[/:]$/.test(start) && target.startsWith(start)));
}

const sourceFile = (path: string, text: string): SourceFile => ({
  path,
  text,
  imports: parseImports(path, text),
});

const withoutComments = (text: string): string =>
  text
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/(^|\s)\/\/.*$/gm, '')
    .replace(/<!--[\s\S]*?-->/g, '');

/** Circles of imports, each as the path around it. */
function findCycles(all: readonly SourceFile[]): string[] {
  const byPath = new Map(all.map((file) => [file.path, file]));
  const done = new Set<string>();
  const cycles: string[] = [];
  const visit = (path: string, trail: readonly string[]): void => {
    if (trail.includes(path)) cycles.push([...trail.slice(trail.indexOf(path)), path].join(' → '));
    if (trail.includes(path) || done.has(path)) return;
    for (const one of byPath.get(path)?.imports ?? [])
      if (byPath.has(one.target)) visit(one.target, [...trail, path]);
    done.add(path);
  };
  for (const { path } of all) visit(path, []);
  return cycles;
}
