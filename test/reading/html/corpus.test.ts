import { existsSync, globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { digitsOf, misplaced } from './reading-proof.ts';

/** Real releases of others, which may lie beside the checkout. */
const FOLDER = new URL('../../../../shared/corpus/documents/', import.meta.url);
const files = existsSync(FOLDER) ? globSync('*/*.html', { cwd: FOLDER }).sort() : [];

describe.skipIf(files.length === 0)('real releases', () => {
  test.each(files)('%s loses no digit, and each stands where its place says', (file) => {
    const bytes = readFileSync(new URL(file, FOLDER));
    const { page, read } = digitsOf(bytes);
    expect(read).toBe(page);
    expect(misplaced(bytes)).toEqual([]);
  });
});
