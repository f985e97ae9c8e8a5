import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { convertText, textSource } from '../text-source.ts';
import { explain, parseTimeCase } from './parse-time-case.ts';

const folder = fileURLToPath(new URL('cases/', import.meta.url));

describe('when each figure was', () => {
  for (const file of readdirSync(folder).sort())
    test(file.replace(/\.case$/, '').replaceAll('-', ' '), () => {
      const one = parseTimeCase(readFileSync(`${folder}${file}`, 'utf8'));
      const converted = convertText(textSource(one.issuer, one.name, one.text));
      expect(one.expected.flatMap((want) => explain(want, converted))).toEqual([]);
    });
});
