import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SourceText } from '../src/model/corpus.ts';
import { overYears } from '../test/documents/over-years.ts';
import { textSource } from '../test/text-source.ts';
import { readCorpus } from './corpus.ts';

/** A small release of an invented company. */
export const RELEASE = '2025-10-30-3q2025.txt';
const FOLDER = join(import.meta.dirname, '../test/forms/tsv/norwell');

/** Makes a documents folder of so many issuers, each with a copy of a small release. Returns their names. */
export function copyIssuers(documents: string, count: number): string[] {
  const names = nameIssuers(count);
  for (const name of names) cpSync(join(FOLDER, RELEASE), join(documents, name, RELEASE));
  return names;
}

/** What the issuers of a bench publish, over and over: a small release of two pages, or the repository's own of thirty. */
const PUBLISHED = {
  small: (): readonly SourceText[] => [textSource('', RELEASE, readFileSync(join(FOLDER, RELEASE), 'utf8'))],
  long: (): readonly SourceText[] => readCorpus().sources,
};
export type Published = keyof typeof PUBLISHED;

/** Makes a documents folder of so many issuers with so many releases each, over as many years. */
export function putReleases(documents: string, issuers: number, releases: number, kind: Published): void {
  const sources = overYears(PUBLISHED[kind](), releases);
  for (const name of nameIssuers(issuers)) {
    mkdirSync(join(documents, name), { recursive: true });
    for (const release of sources) writeFileSync(join(documents, name, release.name), release.bytes);
  }
}

const nameIssuers = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => `norwell-${String(index).padStart(3, '0')}`);
