import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { NO_CHECKS, settle } from '../../scripts/6-check/settle.ts';
import { readIssuer, site } from '../../src/data/index.ts';
import { formatFact } from '../../src/model/format.ts';
import { Settled } from '../../src/model/settled.ts';
import { listRefusals } from '../../src/view/checks-refusals.ts';
import { amountAt } from '../../src/view/key-figures.ts';
import { gatherNews } from '../../src/view/news.ts';
import { type PeriodView, periodView } from '../../src/view/period.ts';
import { railSentence } from '../../src/view/rails.ts';
import type { TableView } from '../../src/view/table.ts';
import { listTrends } from '../../src/view/trend.ts';

Object.assign(process.env, { TIEOUT_DATA: fileURLToPath(new URL('fixture/', import.meta.url)) });
const issuers = site().issuers.map(readIssuer);

function viewOf(slug: string, period: string): PeriodView {
  const issuer = issuers.find(({ record }) => record.slug === slug);
  const record = issuer?.record.periods.find((one) => one.slug === period);
  if (!issuer || !record) throw new Error(`no ${slug}/${period} in the fixture`);
  return periodView(issuer, record);
}

const said = ({ lead }: PeriodView): string =>
  lead.map((part) => (typeof part === 'string' ? part : part.text)).join('');

const LEADS = {
  'norrland/fy2023':
    'Revenues rose 3.1% to EUR 1,204 million. Operating income fell 26.0% to 71 million and net income turned into a loss of 12 million after a profit of 44 million. ' +
    'The operating margin narrowed by 2.3 points to 5.9%.',
  'norrland/fy2022':
    'Revenues came to EUR 1,168 million. Operating income came to 96 million and net income to 44 million.',
  'solo/1h23': 'Revenues came to JPY 5 million.',
} as const;

for (const [page, expected] of Object.entries(LEADS))
  test(`the lead of ${page}`, () => {
    const [slug = '', period = ''] = page.split('/');
    expect(said(viewOf(slug, period))).toBe(expected);
  });

test('key figures: three large, the others small, each in the unit of the page or with its own', () => {
  const { figures } = viewOf('norrland', 'fy2023');
  const told = [...figures.large, ...figures.small].map(
    ({ label, unit, fact, scale, places }) => `${label}|${unit}|${formatFact(fact, scale, places)}`,
  );
  expect([figures.unit, figures.large.length, ...told]).toEqual([
    'EUR millions',
    3,
    'Revenues||1,204',
    'Operating income||71',
    'Net income attributable to the company||(12)',
    'Operating margin||5.9',
    'Net cash from operating activities||120',
    'Basic net income per share|EUR|(0.24)',
    'Dividends per share|EUR|0.15',
    'Gross profit||256',
    'Cash and cash equivalents||64',
  ]);
});

test('a share in the whole is not shown for the amount', () => {
  const issuer = issuers.find(({ record }) => record.slug === 'norrland');
  const period = '2022-07-01/2023-06-30';
  const amount = issuer && amountAt(issuer, 'Revenues', period);
  if (!issuer || !amount) throw new Error('no revenues in the fixture');
  const share = { ...amount, id: `${amount.id}0`, aspect: 'ratio', unit: 'percent', value: '100.0' } as const;
  const all = [share, ...issuer.facts.listAllStatements('Revenues')];
  const facts = new Settled(all, settle(all, NO_CHECKS));
  expect(amountAt({ ...issuer, facts }, 'Revenues', period)?.aspect).toBe('amount');
});

/** The columns of a table on one line, derived ones in brackets, the page's own with a star. */
const columns = ({ headings }: TableView): string =>
  (headings.at(-1) ?? [])
    .map(
      ({ text, tone }) => ({ '': text, strong: `${text}*`, quiet: `~${text}`, derived: `[${text}]` })[tone],
    )
    .join(' | ');

test('tables by what they tell, their columns now, before, change', () => {
  const { groups } = viewOf('norrland', 'fy2023');
  expect(
    groups.flatMap(({ id, tables }) => tables.map((table) => `${id}: ${table.title}: ${columns(table)}`)),
  ).toEqual([
    'income: Results in brief: FY2023* | FY2022 | Change',
    'balance-sheet: Consolidated balance sheet: June 30, 2023* | June 30, 2022 | [Change] | [%]',
    'equity: Movements of equity: Total | Share capital | Reserves',
    'per-share: Per share: Basic earnings per share | Dividend',
  ]);
});

test('statements in one piece, current beside comparative beside change, and what they leave to be told', () => {
  const { tables } = viewOf('norrland', 'fy2023');
  expect(
    [...tables.narrow, ...tables.wide].map((table) => `${table.id}: ${table.title}: ${columns(table)}`),
  ).toEqual([
    'income: Income statement: FY2023* | FY2022 | [Change] | %',
    'balance-sheet: Balance sheet: 30 June 2023* | 30 June 2022 | [Change] | [%]',
    't-2023-08-22-fy2023-45: Per share: Basic earnings per share | Dividend',
  ]);
});

test('where periods are rows, the page’s own are strong', () => {
  const table = viewOf('norrland', 'fy2023').groups.find(({ id }) => id === 'per-share')?.tables[0];
  expect(table?.rows.map(({ line, cells }) => `${line} ${cells[0]?.tone}`)).toEqual(['46 ', '47 strong']);
});

test('notes are numbered anew, and a note has one number however often it is marked', () => {
  const { notes, tables } = viewOf('norrland', 'fy2023');
  const table = tables.narrow[0];
  expect(notes.list.map(({ number, range }) => [number, ...range])).toEqual([[1, 20, 20]]);
  expect(table && notes.under(table).map(({ note, id }) => [note.number, id])).toEqual([[1, 'note-1-mark']]);
});

test('beside the charts of each question stand the figures that they start from', () => {
  const told = ['norrland/fy2023', 'norrland/fy2022', 'solo/1h23'].map((page) => {
    const [slug = '', period = ''] = page.split('/');
    const issuer = issuers.find(({ record }) => record.slug === slug);
    const record = issuer?.record.periods.find((one) => one.slug === period);
    if (!issuer || !record) throw new Error(`no ${page} in the fixture`);
    return (['revenue', 'profit', 'cash', 'shareholders'] as const).map((question) =>
      railSentence(issuer, record, question)
        .map((part) => (typeof part === 'string' ? part : part.text))
        .join(''),
    );
  });
  expect(told).toEqual([
    [
      'Revenues of EUR 1,204 million, after 1,168 million in FY2022.',
      'Operating income of EUR 71 million, a margin of 5.9% after 8.2%.',
      'EUR 64 million in cash on 30 June 2023, after 88 million a year before.',
      'A dividend of EUR 0.15 a share, after 0.30.',
    ],
    [
      'Revenues of EUR 1,168 million.',
      'Operating income of EUR 96 million, a margin of 8.2%.',
      'EUR 88 million in cash on 30 June 2022.',
      'A dividend of EUR 0.30 a share.',
    ],
    ['Revenues of JPY 5 million.', '', '', ''],
  ]);
});

test('trends have a table for each length of period, in statement order, with the change on the year', () => {
  const [trend] = listTrends(issuers[0] as (typeof issuers)[number]);
  const told = trend?.rows.map(({ name, change }) => {
    if (!change) return name;
    const text = 'derived' in change ? `[${change.derived.text}]` : formatFact(change.printed);
    return `${name}: ${text}`;
  });
  expect([trend?.title, trend?.unit, ...(told ?? [])]).toEqual([
    'Years',
    'EUR millions',
    'Revenues: 3.1',
    'Cost of revenues: 5.2',
    'Gross profit: (4.1)',
    'Operating income: (26.0)',
    'Net income attributable to the company',
    'Cash and cash equivalents: [(27.4)]',
    'Total assets: [(1.0)]',
    'Shareholders’ equity: [(4.4)]',
    'Net cash from operating activities',
    'Basic net income per share, EUR',
    'Operating margin, %: [(2.3)]',
    'Dividends per share, EUR',
  ]);
});

test('a table over time shows the newest of more periods than there is room for', () => {
  const [issuer] = issuers as [(typeof issuers)[number]];
  const { record } = issuer;
  const periods = Array.from({ length: 20 }, () => record.periods).flat();
  const [trend] = listTrends({ ...issuer, record: { ...record, periods } });
  expect([trend?.periods.length, trend?.count, trend?.rows[0]?.cells.length]).toEqual([24, 40, 24]);
  expect(trend?.periods).toEqual(periods.slice(-24));
});

test('of figures that are not given all measures name some periods, a measure names all', () => {
  const [issuer] = issuers as [(typeof issuers)[number]];
  const refusals = Array.from({ length: 45 }, (_, i) => ({
    ...{ concept: 'Revenues', unit: 'EUR', dimensions: '', reason: 'No release tells it.' },
    period: `${1980 + i}-01-01/${1980 + i}-12-31`,
  }));
  const refusing = { ...issuer, verification: { ...issuer.verification, refusals } };
  const [all] = listRefusals(refusing);
  expect(all?.count).toBe(45);
  expect(all?.measures[0]?.periods).toMatch(/1980, .*2019 and 5 more$/);
  expect(listRefusals(refusing, 'Revenues')[0]?.measures[0]?.periods).toMatch(/2024$/);
});

test('what a release brought', () => {
  const told = issuers.flatMap((issuer) =>
    issuer.documents.map((document) => {
      const { main, printed, derived, figures, restated, errors } = gatherNews(issuer, document);
      const labels = [printed, derived].map((periods) => periods.map(({ label }) => label).join(' '));
      return [main?.slug, ...labels, figures, restated, errors].join(' | ');
    }),
  );
  expect(told).toEqual(['fy2023 | FY2023 FY2022 |  | 49 | 0 | 0', '1h23 | 1H23 |  | 5 | 0 | 0']);
});
