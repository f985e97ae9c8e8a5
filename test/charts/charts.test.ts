import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ChartSpec } from '../../src/charts/chart.ts';
import { parseShown, shownText } from '../../src/charts/footing.ts';
import { charts } from '../../src/charts/index.ts';
import { coloured } from '../../src/charts/palette.ts';
import { readPage } from '../../src/charts/reading/page.ts';
import { renderChart } from '../../src/charts/render.ts';
import { CHART_NAMES } from '../../src/concepts/chart-names.ts';
import { formatPlain, ZERO } from '../../src/model/decimal.ts';
import { parseData } from './parse-data.ts';
import { sizesOf, specsOf } from './specs-of.ts';
import { outside, overlaps, pictureOf } from './text-boxes.ts';
import { wellFormed } from './well-formed.ts';

/** Every chart of every data set below `data/`, at every width it is shown at. A new case is a new file. */
const FOLDER = join(import.meta.dirname, 'data');
const FORBIDDEN = /<style|<script|\sstyle=|href=|NaN|undefined|Infinity/;
const SNAPSHOTS = join(import.meta.dirname, 'snapshots');

for (const file of readdirSync(FOLDER).sort()) {
  const specs = specsOf(parseData(readFileSync(join(FOLDER, file), 'utf8')));
  const name = file.replace('.txt', '');

  describe(name, () => {
    test('has charts with names of their own', () => {
      expect(specs.length).toBeGreaterThan(0);
      expect(new Set(specs.map((spec) => spec.name)).size).toBe(specs.length);
      const onPeriods = specs.map((spec) => spec.name).filter((one) => !one.startsWith('measure-'));
      expect(onPeriods.filter((one) => !CHART_NAMES.includes(one))).toEqual([]);
    });

    test('has no picture of a chart that it does not draw', () => {
      const drawn = specs.flatMap((spec) => sizesOf(spec).map((size) => `${spec.name}-${size}.svg`));
      expect(readdirSync(join(SNAPSHOTS, name)).filter((picture) => !drawn.includes(picture))).toEqual([]);
    });

    test.each(specs.map((spec) => [spec.name, spec] as const))('%s', async (_, spec) => {
      for (const size of sizesOf(spec)) {
        const svg = renderChart(spec, size);
        expectGood(svg, `${spec.name} ${size}`);
        await expect(viewable(svg)).toMatchFileSnapshot(join(SNAPSHOTS, name, `${spec.name}-${size}.svg`));
      }
      expectTold(spec);
      expectFooting(spec);
    });
  });
}

test('each chart of the index is drawn by some data set', () => {
  const sets = readdirSync(FOLDER).map((file) => parseData(readFileSync(join(FOLDER, file), 'utf8')));
  const pages = sets.map(({ facts, period, issuer }) => readPage(facts, period, issuer));
  const idle = charts.flat().filter((chart) => pages.every((page) => !chart(page)));
  expect(idle.map(({ name }) => name)).toEqual([]);
});

test('a chart has the same bytes whatever was drawn before it', () => {
  const data = parseData(readFileSync(join(FOLDER, 'quarters.txt'), 'utf8'));
  const drawAll = (): string[] =>
    specsOf(data).flatMap((spec) => sizesOf(spec).map((size) => renderChart(spec, size)));
  const first = drawAll();
  expect(drawAll().reverse()).toEqual(first.toReversed());
});

function expectGood(svg: string, name: string): void {
  expect(wellFormed(svg), `${name} is XML`).toBe('');
  expect(FORBIDDEN.exec(svg)?.[0], `${name}: what a page must not have`).toBeUndefined();
  const picture = pictureOf(svg);
  expect(overlaps(picture), `${name}: texts that cover each other`).toEqual([]);
  expect(outside(picture), `${name}: what lies outside the picture`).toEqual([]);
}

/** What is shown as parts adds up to what is shown as their whole, at the digits that are shown. */
function expectFooting({ table, name }: ChartSpec): void {
  const shown = (row: number, column: number): number =>
    Number(formatPlain(parseShown(shownText(table.rows[row]?.cells[column] ?? '', table)) ?? ZERO));
  for (const { first, total, columns } of table.sums ?? []) {
    const parts = Array.from({ length: total - first }, (_, index) => first + index);
    const rounding = parts.filter((row) => table.rows[row]?.label === 'Rounding');
    for (const column of columns) {
      const sum = parts.reduce((all, row) => all + shown(row, column), 0);
      expect(sum, `${name}: ${table.rows[total]?.label}, column ${column}`).toBeCloseTo(
        shown(total, column),
        6,
      );
      for (const row of rounding)
        expect(Math.abs(shown(row, column)), `${name}: rounding`).toBeLessThanOrEqual(
          parts.length * 10 ** -table.places,
        );
    }
  }
}

/** Every chart tells in words what it shows: title, unit, text alternative, figures, sources. */
function expectTold({ title, unit, summary, table, sources }: ChartSpec): void {
  for (const text of [title, unit, summary]) expect(text).toMatch(/^[\p{Lu}\d]/u);
  for (const text of [title, unit, summary])
    expect(text).not.toMatch(/undefined|NaN|Infinity|\(\(|\$\{| {2}/);
  expect(title).not.toMatch(/\.$/);
  expect(summary).toMatch(/\.$/);
  expect(table.rows.length).toBeGreaterThan(0);
  for (const row of table.rows) expect(row.cells.length).toBe(table.header.length - 1);
  expect(sources.length).toBeGreaterThan(0);
}

/** With the colours of a light page, so that the file can be looked at by itself. */
const viewable = (svg: string): string =>
  coloured(svg)
    .replace('<svg ', `<svg xmlns="http://www.w3.org/2000/svg" font-family="'Source Sans 3', sans-serif" `)
    .replaceAll('><', '>\n<');
