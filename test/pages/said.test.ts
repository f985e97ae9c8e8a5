import { expect, test } from 'vitest';
import type { Issuer } from '../../src/data/index.ts';
import { saidBy, spokenParts } from '../../src/view/said.ts';

test.each([
  ['plain words', 'higher personnel expenses', ['higher personnel expenses']],
  [
    'a quote with whose it is behind it',
    'Revenue grew again,” said Jane Doe, chief executive of Acme.',
    ['Revenue grew again'],
  ],
  [
    'a quote that goes on behind that',
    '“Revenue grew,” said Jane Doe, chief executive of Acme. “We expect more.”',
    ['Revenue grew', 'We expect more.'],
  ],
  ['straight marks', '"Revenue grew," said Jane Doe. "We expect more."', ['Revenue grew', 'We expect more.']],
  ['a name in marks', 'demand for "Cloud Hosting" and services', ['demand for "Cloud Hosting" and services']],
])('of %s', (_, text, parts) => {
  expect(spokenParts(text)).toEqual(parts);
});

test.each([
  ['published', 'Jane Doe, CEO, on revenues', true],
  ['transcription', 'Jane Doe, CEO, on revenues', false],
])('words of a %s release', (edition, who, isVerbatim) => {
  const issuer = { documents: [{ id: '2025-02-01-release', edition }] } as unknown as Issuer;
  const words = { text: 'Revenue grew', speaker: 'Jane Doe', role: 'CEO', line: 3 };
  const said = saidBy(issuer, { ...words, document: '2025-02-01-release' }, 'revenues');
  expect(said).toMatchObject({ who, isVerbatim, parts: ['Revenue grew'] });
});
