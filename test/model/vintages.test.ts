import { expect, test } from 'vitest';
import type { Fact } from '../../src/model/fact.ts';
import { collectVintages } from '../../src/model/vintages.ts';

const stated = (document: string, value: string, decimals = -6, unit = 'EUR'): Fact =>
  ({
    id: `${document}#${value}`,
    origin: document === '' ? 'derived' : 'table',
    document,
    value,
    decimals,
    polarity: 1,
    aspect: 'amount',
    unit,
  }) as Fact;

test.each([
  ['one release', [stated('2023-05', '100000000')], []],
  ['one release, twice', [stated('2023-05', '100000000'), stated('2023-05', '100400000', -5)], []],
  [
    'a later release that agrees, more exactly',
    [stated('2024-05', '100400000', -5), stated('2023-05', '100000000')],
    ['first 100000000', 'confirmed 100400000'],
  ],
  [
    'a restatement that a third release confirms',
    [stated('2025-05', '97000000'), stated('2024-05', '97000000'), stated('2023-05', '100000000')],
    ['first 100000000', 'restated 97000000', 'confirmed 97000000'],
  ],
  [
    'a figure that is worked out, too',
    [stated('2023-05', '100000000'), stated('', '100000000'), stated('2024-05', '98000000')],
    ['first 100000000', 'restated 98000000'],
  ],
  [
    'an amount in another currency',
    [stated('2023-05', '100000000', -6, 'USD'), stated('2024-05', '90000000', -6, 'USD')],
    ['first 100000000', 'translated 90000000'],
  ],
  [
    'a count',
    [stated('2023-05', '100', 0, 'ADS'), stated('2024-05', '90', 0, 'ADS')],
    ['first 100', 'restated 90'],
  ],
  [
    'the best of what each release states',
    [stated('2023-05', '100400000', -5), stated('2023-05', '100000000'), stated('2024-05', '100000000')],
    ['first 100400000', 'confirmed 100000000'],
  ],
  [
    'a release that states a figure by either sign',
    [stated('2023-05', '-200000', -5), stated('2024-05', '200000', -5), stated('2024-05', '-200000', -5)],
    ['first -200000', 'confirmed 200000'],
  ],
  [
    'a figure that was stated by either sign',
    [stated('2023-05', '-200000', -5), stated('2023-05', '200000', -5), stated('2024-05', '200000', -5)],
    ['first -200000', 'confirmed 200000'],
  ],
  [
    'a target',
    [stated('2023-05', '100000000'), stated('2024-05', '97000000')].map(
      (fact): Fact => ({ ...fact, basis: 'target' }),
    ),
    ['first 100000000', 'revised 97000000'],
  ],
])('vintages of %s', (_, statements, expected) => {
  const vintages = collectVintages(statements, 'EUR');
  expect(vintages.map(({ status, fact }) => `${status} ${fact.value}`)).toEqual(expected);
  expect(vintages.map(({ order }) => order)).toEqual(expected.map((_one, index) => index + 1));
});
