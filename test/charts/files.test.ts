import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { figuresCsv } from '../../src/charts/figures-csv.ts';
import { lightColour } from '../../src/charts/palette.ts';
import { standaloneChart } from '../../src/charts/standalone.ts';
import { parseData } from './parse-data.ts';
import { specsOf } from './specs-of.ts';
import { outside, overlaps, pictureOf } from './text-boxes.ts';
import { wellFormed } from './well-formed.ts';

const read = (...path: string[]): string => readFileSync(join(import.meta.dirname, ...path), 'utf8');
const data = parseData(read('data', 'normal.txt'));
const specs = specsOf(data);
/** What a picture says of itself, a line or more each. */
const CREDIT = [
  'Nordhav Systems plc, FY2012. Source: FY2012 release, lines 12–348; 1H12 release, lines 7–210; 3Q12 release, line 9',
  'Reports, https://reports.example/nordhav/fy2012/#chart-revenue',
] as const;

test('a downloaded picture has the light colours of the stylesheets', () => {
  expect(['paper', 'ink', 'now', 'part-1', 'on-part-3'].map(lightColour)).toEqual([
    '#fff',
    '#14201a',
    '#173e4e',
    '#173e4e',
    '#14201a',
  ]);
});

test.each(specs.map((spec) => [spec.name, spec] as const))('%s.svg stands by itself', (_, spec) => {
  const whole = standaloneChart(spec, CREDIT);
  const [style = ''] = /<style>.*<\/style>/.exec(whole) ?? [];
  expect(style).toMatch(/^<style>(@font-face\{[^{}]*url\(data:font\/woff;base64,[\w+/=]+\)\})+<\/style>$/);
  const svg = whole.replace(style, '');
  expect(wellFormed(svg)).toBe('');
  expect(/var\(|class=|currentColor"\/|<style|NaN|undefined/.exec(svg)?.[0]).toBeUndefined();
  expect(svg).toContain('<title>');
  expect(svg).toContain('Nordhav Systems plc');
  expect(svg.replaceAll(/<\/text><text[^>]*>/g, ' ')).toContain(CREDIT[1]);
  const picture = pictureOf(svg.replaceAll('width="100%" height="100%"', 'width="1" height="1"'));
  expect(overlaps(picture)).toEqual([]);
  expect(outside(picture)).toEqual([]);
});

test.each(specs.map((spec) => [spec.name, spec] as const))('%s.csv leads back to its facts', (_, spec) => {
  const [header, ...lines] = figuresCsv(spec.table).trimEnd().split('\r\n');
  expect(header).toBe('row,column,value,unit,origin,fact');
  expect(lines.length).toBeGreaterThan(1);
  const ids = lines.map((line) => line.split(',').at(-1) ?? '').filter(Boolean);
  for (const id of ids) expect(data.facts.byId(id), id).toBeDefined();
  expect(ids.length).toBeGreaterThan(0);
});

test('the figures of the bridge of cash add up, what goes out being negative', () => {
  const bridge = specs.find(({ name }) => name === 'cash-bridge');
  const rows = bridge ? figuresCsv(bridge.table).trimEnd().split('\r\n').slice(1) : [];
  const values = rows.map((row) => Number(/,(-?\d+),JPY,/.exec(row)?.[1]));
  expect(values.length).toBeGreaterThan(4);
  expect(values.some((value) => value < 0)).toBe(true);
  const [opening = 0, ...flows] = values.slice(0, -1);
  expect(flows.reduce((sum, value) => sum + value, opening)).toBe(values.at(-1));
});

test('fields of a CSV are quoted where they must be', () => {
  const table = {
    header: ['', 'Change, "net"'],
    rows: [{ label: 'a\nb', cells: [{ text: '1', value: '1', unit: 'JPY' }, 'word'] }],
    scale: 0,
    places: 0,
  };
  expect(figuresCsv(table).split('\r\n')[1]).toBe('"a\nb","Change, ""net""",1,JPY,derived,');
});
