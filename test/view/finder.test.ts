import { expect, test } from 'vitest';
import type { SearchedName } from '../../src/model/searched.ts';
import { Finder } from '../../src/scripts/finder.ts';

const measure = (title: string, names = ''): SearchedName => ({
  kind: 'measure',
  title,
  names,
  href: `#${title}`,
  file: title,
});
const FILES: Readonly<Record<string, unknown>> = {
  'acme/search/names.json': [
    measure('Net interest income after provisions', 'Net interest income'),
    measure('Interest income, net', 'Net interest income; net income from interest'),
    measure('Net interest income'),
    { kind: 'period', title: '1H25', names: '', href: '#1h25' },
    measure('Revenue change, %', 'Revenue'),
    measure('Revenues', 'Revenue'),
  ],
  'Revenue change, %.json': {
    figures: { a: { fact: 'a', printed: '(11)%', value: '-11', href: '#a' } },
    facts: { a: { is: '1H25, at constant rates', stated: ['a'] } },
  },
  'Revenues.json': {
    figures: { b: { fact: 'b', printed: '110.9', value: '110900000', href: '#b', unit: 'GBP millions' } },
    facts: { b: { is: '1H25', stated: ['b'] } },
  },
};
const finder = new Finder('acme', async <T>(file: string) => FILES[file] as T | undefined);

test('what is called just as the query comes first', async () => {
  const { names } = await finder.find('net interest income');
  expect(names[0]?.title).toBe('Net interest income');
});

test('the whole comes before its variants, of whichever measure', async () => {
  const { figures } = await finder.find('revenue 1H25');
  expect(figures.map(({ text }) => text)).toEqual([
    'Revenues, 1H25',
    'Revenue change, %, 1H25, at constant rates',
  ]);
});
