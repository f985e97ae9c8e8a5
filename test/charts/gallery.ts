import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ChartSpec, Size } from '../../src/charts/chart.ts';
import { charts } from '../../src/charts/index.ts';
import { renderChart } from '../../src/charts/render.ts';
import { escapeXml } from '../../src/charts/serialise.ts';
import { parseData } from './parse-data.ts';

/**
 * Writes one page with every chart of every data set side by side, wide and narrow, to look at: the page's only
 * argument is where to write it. Not published.
 */
const FOLDER = join(import.meta.dirname, 'data');
const STYLES = join(import.meta.dirname, '../../src/styles');

const [target = 'gallery.html', only = ''] = process.argv.slice(2);
const css = ['props.css', 'charts.css'].map((file) => readFileSync(join(STYLES, file), 'utf8')).join('\n');
const sections = readdirSync(FOLDER).map((file) => section(file));
writeFileSync(
  target,
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>Charts</title><style>${css}${OWN()}</style><body>${sections.join('')}</body></html>`,
);

function section(file: string): string {
  const { facts, period, issuer } = parseData(readFileSync(join(FOLDER, file), 'utf8'));
  const specs = charts
    .flatMap((chart) => chart(facts, period, issuer) ?? [])
    .filter(({ name }) => name.includes(only));
  return `<h1>${escapeXml(file)}</h1>${specs.map((spec) => figure(spec)).join('')}`;
}

function figure(spec: ChartSpec): string {
  const drawing = (size: Size): string => `<div class="${size}">${renderChart(spec, size)}</div>`;
  return `<h2>${escapeXml(spec.title)}</h2><p>${escapeXml(spec.unit)}</p><div class="row">${drawing(spec.size)}${drawing('narrow')}</div><p>${escapeXml(spec.summary)}</p><p>${escapeXml(spec.note)}</p>`;
}

function OWN(): string {
  return `:root{--font-serif:'Source Serif 4',serif;--font-sans:'Source Sans 3',sans-serif}body{background:var(--paper);color:var(--ink);font:14px var(--sans);margin:20px}h2{font:600 21px/1.26 var(--serif);margin:2em 0 0}.row{display:flex;gap:60px}.row>div{flex:none;outline:1px dotted var(--rule)}.chart{font-family:var(--sans);font-variant-numeric:tabular-nums lining-nums}.derived{font-family:var(--serif)}svg{display:block}`;
}
