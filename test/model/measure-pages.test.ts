import { afterEach, expect, test } from 'vitest';
import type { Fact } from '../../src/model/fact.ts';
import { inspectedIn, linkToFact, linkToStatement } from '../../src/model/links.ts';
import { isPaged, nameMeasurePage, pageMeasures } from '../../src/model/measure-pages.ts';

/** Facts that a page has room for. */
const ROOM = 400;

const factAt = (period: string, origin: Fact['origin'] = 'table'): Fact =>
  ({ issuer: 'acme', concept: 'Revenues', period, id: 'acme/2013-05-15-fy#L4.1:1', origin }) as Fact;

const facts = (count: number, periods: readonly string[]): Fact[] =>
  Array.from({ length: count }, (_, index) => factAt(periods[index % periods.length] ?? ''));

const YEARS = ['2011-04-01/2012-03-31', '2012-04-01/2013-03-31'];
const QUARTERS = ['2012-04-01/2012-06-30', '2012-07-01/2012-09-30'];
const [, FY2012 = ''] = YEARS;

afterEach(() => pageMeasures(facts(1, YEARS)));

test('a measure whose facts have room has one page', () => {
  pageMeasures(facts(ROOM, YEARS));
  expect(isPaged(factAt(FY2012))).toBe(false);
  expect(linkToStatement(factAt(FY2012))).toBe('/acme/measures/Revenues/#2013-05-15-fy/L4.1:1');
  expect(inspectedIn(factAt(FY2012))).toBe('acme/measures/Revenues');
});

test('one with more has a page for each year in which a period ends', () => {
  pageMeasures(facts(ROOM + 1, YEARS));
  expect(nameMeasurePage(factAt(FY2012))).toBe('2013');
  expect(linkToStatement(factAt(FY2012))).toBe('/acme/measures/Revenues/2013/#2013-05-15-fy/L4.1:1');
  expect(linkToFact(factAt(FY2012, 'derived'))).toBe('/acme/measures/Revenues/2013/#L4.1:1');
  expect(inspectedIn(factAt(FY2012))).toBe('acme/measures/Revenues/2013');
});

test('a derived fact needs twice the room', () => {
  const derived = Array.from({ length: ROOM / 2 }, () => factAt(FY2012, 'derived'));
  pageMeasures(derived);
  expect(isPaged(factAt(FY2012))).toBe(false);
  pageMeasures([...derived, factAt(FY2012)]);
  expect(isPaged(factAt(FY2012))).toBe(true);
});

test('where a year is too much, for each month', () => {
  pageMeasures(facts(ROOM + 1, QUARTERS));
  expect(nameMeasurePage(factAt('2012-04-01/2012-06-30'))).toBe('2012-06');
});

test('facts of no period have a page too', () => {
  pageMeasures([...facts(ROOM + 1, YEARS), factAt('')]);
  expect(nameMeasurePage(factAt(''))).toBe('undated');
});
