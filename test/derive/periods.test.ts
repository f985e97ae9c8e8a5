import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { derive } from '../../scripts/5-derive/derive.ts';
import { CALENDAR, parseRows } from './parse-rows.ts';

const rows = parseRows(readFileSync(new URL('periods.tsv', import.meta.url), 'utf8'));

test.each(rows)('$title', ({ facts, concept, asked, value, decimals, words }) => {
  const statements = {
    issuer: 'acme',
    listings: [],
    issuerNames: ['Acme'],
    currency: 'JPY',
    calendar: CALENDAR,
    documents: [],
    digits: [],
    misdated: [],
    facts,
  };
  const { derived, refusals } = derive(statements).conclude();
  const found = derived.find(
    ({ fact }) => fact.concept === concept && fact.period === asked && fact.aspect === 'amount',
  );
  if (value !== '') {
    expect({ ...found?.explanation, value: found?.fact.value, decimals: found?.fact.decimals }).toMatchObject(
      {
        words,
        value,
        decimals: Number(decimals),
      },
    );
    return;
  }
  expect(found).toBeUndefined();
  if (decimals === 'refused') {
    const refusal = refusals.find((one) => one.concept === concept && one.period === asked);
    expect(refusal?.reason).toBe(words);
  }
});
