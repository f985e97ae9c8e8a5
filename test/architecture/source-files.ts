import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

/** One import in one file. */
export interface Import {
  /** What is imported: a path below the project's folder, or the name of a package. */
  readonly target: string;
  readonly isTypeOnly: boolean;
  readonly line: number;
}

export interface SourceFile {
  /** Below the project's folder, with forward slashes. */
  readonly path: string;
  readonly text: string;
  readonly imports: readonly Import[];
}

const ROOT = join(import.meta.dirname, '../..');
const EXTENSIONS = /\.(ts|astro|mjs)$/;
const IMPORT =
  /^[ \t]*(?:import|export)(\s+type)?\s(?:[^'";]*?\sfrom\s*)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/gm;

/** All source files below these folders. */
export const readSourceFiles = (folders: readonly string[]): SourceFile[] =>
  folders.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => EXTENSIONS.test(name) && !name.includes('generated'))
      .map((name) => readSourceFile(join(folder, name).replaceAll('\\', '/')))
      .sort((a, b) => (a.path < b.path ? -1 : 1)),
  );

function readSourceFile(path: string): SourceFile {
  const text = readFileSync(join(ROOT, path), 'utf8');
  return { path, text, imports: parseImports(path, text) };
}

/** Imports of a file, `import type` and `import { type A, type B }` told from those that run. */
export function parseImports(path: string, text: string): Import[] {
  return [...text.matchAll(IMPORT)].map(([statement, type, from, dynamic], index, all) => ({
    target: resolve(path, from ?? dynamic ?? ''),
    isTypeOnly: type !== undefined || namesOnlyTypes(statement),
    line: text.slice(0, all[index]?.index).split('\n').length,
  }));
}

function namesOnlyTypes(statement: string): boolean {
  const names =
    /\{([^}]*)\}/
      .exec(statement)?.[1]
      ?.split(',')
      .filter((name) => name.trim() !== '') ?? [];
  return names.length > 0 && names.every((name) => name.trim().startsWith('type '));
}

const resolve = (from: string, specifier: string): string =>
  specifier.startsWith('.') ? normalize(join(dirname(from), specifier)).replaceAll('\\', '/') : specifier;
