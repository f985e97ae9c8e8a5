import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ChartSpec, Size } from '../../src/charts/chart.ts';
import { renderChart } from '../../src/charts/render.ts';
import { chartsOf } from '../../src/charts/sections.ts';
import { escapeXml } from '../../src/charts/serialise.ts';
import { parseData } from './parse-data.ts';

/**
 * Writes one page with every chart of every data set, wide and narrow side by side, to look at; not published.
 * Arguments: where to write it, and beginnings of the names of the data sets and of the charts to show.
 */
const [target = 'gallery.html', set = '', chart = ''] = process.argv.slice(2);
const FOLDER = join(import.meta.dirname, 'data');
const ROOT = join(import.meta.dirname, '../..');

const font = (family: string, file: string, style = 'normal'): string =>
  `@font-face{font-family:'${family}';font-style:${style};font-weight:200 900;src:url('${pathToFileURL(join(ROOT, 'node_modules/@fontsource-variable', file))}')}`;

const CSS = [
  ...['props.css', 'charts.css'].map((file) => readFileSync(join(ROOT, 'src/styles', file), 'utf8')),
  font('Sans', 'source-sans-3/files/source-sans-3-latin-wght-normal.woff2'),
  font('Serif', 'source-serif-4/files/source-serif-4-latin-standard-normal.woff2'),
  font('Serif', 'source-serif-4/files/source-serif-4-latin-standard-italic.woff2', 'italic'),
  ':root{--font-sans:Sans;--font-serif:Serif}',
  'body{background:var(--paper);color:var(--ink);font:14px/1.4 var(--sans);margin:20px;width:1360px}',
  'h2{font:600 21px/1.26 var(--serif);margin:2em 0 0}',
  '.row{display:flex;gap:60px}.row>div{flex:none;outline:1px dotted var(--rule)}',
].join('\n');

const sections = readdirSync(FOLDER)
  .filter((file) => file.startsWith(set))
  .map((file) => section(file));
writeFileSync(
  target,
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>Charts</title><style>${CSS}</style>${sections.join('')}</html>`,
);

function section(file: string): string {
  const { facts, period, issuer } = parseData(readFileSync(join(FOLDER, file), 'utf8'));
  const specs = chartsOf(facts, period, issuer).filter(({ name }) => name.startsWith(chart));
  return `<h1>${file}</h1>${specs.map(figure).join('')}`;
}

function figure(spec: ChartSpec): string {
  const { title, unit, summary, note } = spec;
  const drawing = (size: Size): string => {
    const width = { wide: 912, half: 432, narrow: 358 }[size];
    return `<div>${renderChart(spec, size).replace('<svg ', `<svg style="width:${width}px" `)}</div>`;
  };
  const said = [unit, summary, note].map(escapeXml);
  return `<h2>${escapeXml(title)}</h2><p>${said[0]}</p><div class="row">${drawing(spec.size)}${drawing('narrow')}</div><p>${said[1]}</p><p>${said[2]}</p>`;
}
