import { globSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { SLOW } from '../../vitest.config.ts';

test.each(SLOW)('%s, which the quick tests leave out, is there', (pattern) => {
  const cwd = fileURLToPath(new URL('../../', import.meta.url));
  expect(globSync(pattern, { cwd }).filter((file) => file.endsWith('.test.ts'))).not.toEqual([]);
});
