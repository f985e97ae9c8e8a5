import { cpSync } from 'node:fs';
import { join } from 'node:path';

/** A small release of an invented company. */
export const RELEASE = '2025-10-30-3q2025.txt';
const FOLDER = join(import.meta.dirname, '../test/forms/tsv/norwell');

/** Makes a documents folder of so many issuers, each with a copy of a small release. Returns their names. */
export function copyIssuers(documents: string, count: number): string[] {
  const names = Array.from({ length: count }, (_, index) => `norwell-${String(index).padStart(3, '0')}`);
  for (const name of names) cpSync(join(FOLDER, RELEASE), join(documents, name, RELEASE));
  return names;
}
