import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readUnit } from '../../scripts/grammar/units.ts';

const rows = readFileSync(new URL('units.tsv', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => line.split('\t'));

test.each(rows)('%s', (text, currency, scale, measure, per, exceptions) => {
  const unit = readUnit(text);
  expect({
    currency: unit?.currency ?? '',
    scale: unit?.scale === undefined ? '' : String(unit.scale),
    measure: unit?.measure ?? '',
    per: unit?.per ?? '',
    exceptions: (unit?.exceptions ?? [])
      .map(({ noun, isPer, scale }) => `${isPer ? 'per ' : ''}${noun}:${scale}`)
      .join(' '),
  }).toEqual({ currency, scale, measure, per, exceptions });
});
