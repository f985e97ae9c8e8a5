import { expect, test } from 'vitest';
import type { IssuerRecord, PeriodRecord } from '../../src/model/document.ts';
import { addMonths, duration } from '../../src/model/period.ts';
import { groupYears, makeCalendar, neighbours, shortPeriodName, waysFrom } from '../../src/view/periods.ts';

const MONTHS: Readonly<Record<string, readonly [start: number, months: number]>> = {
  fy: [0, 12],
  '1h': [0, 6],
  '2h': [6, 6],
  '9m': [0, 9],
  '1q': [0, 3],
  '2q': [3, 3],
  '3q': [6, 3],
  '4q': [9, 3],
};

/** Periods of fiscal years that start on 1 April, from their slugs. */
const periodsOf = (slugs: string): PeriodRecord[] =>
  slugs.split(' ').map((slug) => {
    const [start = 0, months = 0] = MONTHS[slug.slice(0, 2)] ?? [];
    const first = addMonths(`20${slug.slice(-2)}-04-01`, start);
    const last = addMonths(`20${slug.slice(-2)}-03-31`, start + months);
    return { slug, label: slug.toUpperCase(), period: duration(first, last), months } as PeriodRecord;
  });

/** A calendar on one line: years apart by `/`, rows by `|`, each bar with where it starts and how long it is. */
const drawn = (slugs: string): string =>
  groupYears(periodsOf(slugs))
    .map(({ rows }) =>
      rows
        .map((row) => row.map(({ period, start, months }) => `${period.slug}@${start}+${months}`).join(' '))
        .join(' | '),
    )
    .join(' / ');

const CALENDARS = {
  fy2012: 'fy2012@0+12',
  '4q12 2q12': '2q12@3+3 4q12@9+3',
  '1q12 fy2012 9m12 1h12 4q11': '4q11@9+3 / fy2012@0+12 | 9m12@0+9 | 1h12@0+6 | 1q12@0+3',
} as const;

for (const [slugs, expected] of Object.entries(CALENDARS))
  test(`calendar of ${slugs}`, () => expect(drawn(slugs)).toBe(expected));

test('a hundred periods make twenty-five years of four quarters', () => {
  const slugs = Array.from(
    { length: 100 },
    (_, n) => `${(n % 4) + 1}q${String(Math.floor(n / 4)).padStart(2, '0')}`,
  );
  const years = groupYears(periodsOf(slugs.join(' ')));
  expect(years.map(({ rows }) => rows.map((row) => row.length))).toEqual(Array(25).fill([4]));
});

test('neighbours are periods of the same length', () => {
  const periods = periodsOf('2q11 4q11 fy2011 2q12 fy2012');
  const { before, after, latest } = neighbours(periods, periods[1] as PeriodRecord);
  expect([before?.slug, after?.slug, latest]).toEqual(['2q11', '2q12', false]);
});

test('the ways on name each period once', () => {
  const periods = periodsOf('1q11 1h11 fy2011 1q12').map((period) => ({
    ...period,
    yearBefore: '',
    yearAfter: '',
  }));
  const first = { ...(periods[0] as PeriodRecord), yearAfter: '1q12' };
  expect(
    waysFrom(periods, first).map(({ words, to }) => `${words} ${to.map(({ slug }) => slug).join(' ')}`),
  ).toEqual(['After 1q12', 'Part of 1h11 fy2011']);
});

/** Periods that have no page, and what they are called beside those that have. */
const NAMES = {
  '2012-04-01/2013-03-31': 'FY2012',
  '2013-04-01/2014-03-31': 'FY2013',
  '2010-04-01/2011-03-31': 'FY2010',
  '2013-04-01/2013-09-30': '1H13',
  '2008-04-01/2009-03-31': 'year to 31 March 2009',
  '2013-03-31': '31 March 2013',
} as const;

for (const [period, expected] of Object.entries(NAMES))
  test(`${period} is called ${expected}`, () => {
    const issuer = { periods: periodsOf('1h12 fy2012') } as unknown as IssuerRecord;
    expect(shortPeriodName(issuer, period)).toBe(expected);
  });

/** The page's own period, and the years around it that its calendar shows of eight. */
const AROUND = {
  '': '14 15 16 17',
  fy2017: '14 15 16 17',
  fy2013: '11 12 13 14',
  fy2010: '10 11 12 13',
} as const;

for (const [current, expected] of Object.entries(AROUND))
  test(`the calendar around ${current || 'no period'}`, () => {
    const periods = periodsOf('fy2010 fy2011 fy2012 fy2013 fy2014 fy2015 fy2016 fy2017');
    const { near, all } = makeCalendar(periods, current);
    expect([near.map(({ first }) => first.slice(2, 4)).join(' '), all.length]).toEqual([expected, 8]);
  });
