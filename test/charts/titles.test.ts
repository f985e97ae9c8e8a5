import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseData } from './parse-data.ts';
import { specsOf } from './specs-of.ts';

/**
 * What the title of a chart says, whichever way the data go. One file for each chart below `titles/`, its cases apart
 * by `---`; each says what to expect, `-` for no chart, and the data (see `parse-data.ts`).
 */
const FOLDER = join(import.meta.dirname, 'titles');

for (const file of readdirSync(FOLDER).sort()) {
  const name = file.replace('.txt', '');
  const cases = readFileSync(join(FOLDER, file), 'utf8').split('---\n');

  describe(name, () => {
    test.each(cases.map((text) => [expected(text), text]))('%s', (title, text) => {
      const spec = specsOf(parseData(text)).find((one) => one.name === name);
      expect(spec?.title ?? '-').toBe(title);
    });
  });
}

function expected(text: string): string {
  const match = /^expect (.*)$/m.exec(text);
  if (!match?.[1]) throw new Error(`a case needs a line that begins with expect: ${text}`);
  return match[1];
}
