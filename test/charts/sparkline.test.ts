import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sparkline } from '../../src/charts/sparkline.ts';
import { parseData } from './parse-data.ts';
import { outside, pictureOf } from './text-boxes.ts';
import { wellFormed } from './well-formed.ts';

/** What is said of the small columns of a measure in a data set, or nothing where there are none. */
const CASES = [
  ['quarters', 'OperatingIncomeLoss', /^JPY millions: 1Q11 .* and 4Q12 /, 'eight quarters'],
  ['sparse', 'OperatingIncomeLoss', /^JPY millions: 2Q11 0, 4Q11 \(900\) and 2Q12 0\.$/, 'five quarters'],
  ['alone', 'Revenues', undefined, undefined],
  ['normal', 'Revenues', undefined, undefined],
] as const;

test.each(CASES)('%s, %s', (file, concept, said, periods) => {
  const { facts, period, issuer } = parseData(
    readFileSync(join(import.meta.dirname, 'data', `${file}.txt`), 'utf8'),
  );
  const drawn = sparkline(facts, concept, period, issuer);
  expect(drawn?.periods).toBe(periods);
  if (!drawn || !said) return;
  const { svg } = drawn;
  expect(/aria-label="([^"]*)"/.exec(svg)?.[1]).toMatch(said);
  expect(wellFormed(svg)).toBe('');
  expect(outside(pictureOf(svg))).toEqual([]);
});
