import { expect, test } from 'vitest';
import type { Fact } from '../../src/model/fact.ts';
import { inspectedIn, linkToFact, linkToStatement } from '../../src/model/links.ts';
import { withMeasurePages } from '../../src/model/measure-pages.ts';

/** Facts that a page has room for. */
const ROOM = 400;

const factAt = (period: string, origin: Fact['origin'] = 'table'): Fact =>
  ({ issuer: 'acme', concept: 'Revenues', period, id: 'acme/2013-05-15-fy#L4.1:1', origin }) as Fact;

const facts = (count: number, periods: readonly string[]): Fact[] =>
  Array.from({ length: count }, (_, index) => factAt(periods[index % periods.length] ?? ''));

/** A fact beside others of its measure, once it has its page. */
const placed = (fact: Fact, beside: readonly Fact[]): Fact => withMeasurePages([fact, ...beside])[0] ?? fact;

const YEARS = ['2011-04-01/2012-03-31', '2012-04-01/2013-03-31'];
const QUARTERS = ['2012-04-01/2012-06-30', '2012-07-01/2012-09-30'];
const [, FY2012 = ''] = YEARS;

test('a measure whose facts have room has one page', () => {
  const fact = placed(factAt(FY2012), facts(ROOM - 1, YEARS));
  expect(fact).not.toHaveProperty('page');
  expect(linkToStatement(fact)).toBe('/acme/measures/Revenues/#2013-05-15-fy/L4.1:1');
  expect(inspectedIn(fact)).toBe('acme/measures/Revenues');
});

test('one with more has a page for each year in which a period ends', () => {
  const fact = placed(factAt(FY2012), facts(ROOM, YEARS));
  expect(fact.page).toBe('2013');
  expect(linkToStatement(fact)).toBe('/acme/measures/Revenues/2013/#2013-05-15-fy/L4.1:1');
  expect(inspectedIn(fact)).toBe('acme/measures/Revenues/2013');
  const derived = placed(factAt(FY2012, 'derived'), facts(ROOM, YEARS));
  expect(linkToFact(derived)).toBe('/acme/measures/Revenues/2013/#L4.1:1');
});

test('a derived fact needs twice the room', () => {
  const derived = (count: number) => Array.from({ length: count }, () => factAt(FY2012, 'derived'));
  expect(placed(factAt(FY2012, 'derived'), derived(ROOM / 2 - 1))).not.toHaveProperty('page');
  expect(placed(factAt(FY2012), derived(ROOM / 2)).page).toBe('2013-03');
});

test('where a year is too much, for each month', () => {
  const fact = placed(factAt('2012-04-01/2012-06-30'), facts(ROOM, QUARTERS));
  expect(fact.page).toBe('2012-06');
});

test('facts of no period have a page too', () => {
  expect(placed(factAt(''), facts(ROOM, YEARS)).page).toBe('undated');
});

test('another measure of the issuer keeps its one page', () => {
  const other = { ...factAt(FY2012), concept: 'NetIncome' };
  expect(placed(other, facts(ROOM + 1, YEARS))).not.toHaveProperty('page');
});
