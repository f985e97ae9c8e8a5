import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { type ChartSpec, type Size, WIDTHS } from '../../src/charts/chart.ts';
import type { Drawing } from '../../src/charts/grammar/frame.ts';
import { renderChart } from '../../src/charts/render.ts';
import { escapeText } from '../../src/charts/serialise.ts';
import { cases } from './forms.ts';
import { parseData } from './parse-data.ts';
import { renderOptions } from './render-options.ts';
import { sizesOf, specsOf } from './specs-of.ts';

const ROOT = join(import.meta.dirname, '../..');

/**
 * Writes one page with every chart of every data set at every width, side by side, then every form with labels and
 * values made up at random: long, without spaces, in other scripts; zero, negative, missing, huge. Not published.
 * Arguments: where to write it, and beginnings of the names of the data sets and of the charts to show.
 */
const [target = join(ROOT, '.astro/gallery.html'), set = '', chart = ''] = process.argv.slice(2);
const FOLDER = join(import.meta.dirname, 'data');
const SEED = 20130515;

const font = (family: string, file: string, style = 'normal'): string =>
  `@font-face{font-family:'${family}';font-style:${style};font-weight:200 900;src:url('${pathToFileURL(join(ROOT, 'node_modules/@fontsource-variable', file))}')}`;

const CSS = [
  ...['props.css', 'charts.css'].map((file) => readFileSync(join(ROOT, 'src/styles', file), 'utf8')),
  font('Sans', 'source-sans-3/files/source-sans-3-latin-wght-normal.woff2'),
  font('Serif', 'source-serif-4/files/source-serif-4-latin-standard-normal.woff2'),
  font('Serif', 'source-serif-4/files/source-serif-4-latin-standard-italic.woff2', 'italic'),
  ":root{--font-sans:'Sans';--font-serif:'Serif'}",
  'body{background:var(--paper);color:var(--ink);font:14px/1.4 var(--sans);margin:20px}',
  'h2{font:600 21px/1.26 var(--serif);margin:2em 0 0}',
  'h1{margin-top:2.5em}',
  '.row{display:flex;gap:60px;width:max-content}.row>div{flex:none;outline:1px dotted var(--rule)}',
].join('\n');

const sections = readdirSync(FOLDER)
  .filter((file) => file.startsWith(set))
  .map((file) => ({ name: file.replace('.txt', ''), text: readFileSync(join(FOLDER, file), 'utf8') }));
const contents = sections.map(({ name, text }) => `<li><a href="#${name}">${name}</a>: ${saysOf(text)}</li>`);
const body = `<h1>Charts in every hard case</h1><ul>${contents.join('')}<li><a href="#forms">forms</a>: whatever data may come</li></ul>${sections.map(section).join('')}<h1 id="forms">forms</h1>${Object.entries(cases).map(form).join('')}`;
mkdirSync(dirname(target), { recursive: true });
writeFileSync(
  target,
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>Charts</title><style>${CSS}</style>${body}</html>`,
);

interface DataText {
  readonly name: string;
  readonly text: string;
}

function section({ name, text }: DataText): string {
  const specs = specsOf(parseData(text)).filter((spec) => spec.name.startsWith(chart));
  return `<h1 id="${name}">${name}</h1><p>${saysOf(text)}</p>${specs.map(figure).join('')}`;
}

/** The first line of a data set says what is hard about it. */
function saysOf(text: string): string {
  return escapeText(/^# (.*)/.exec(text)?.[1] ?? '');
}

function figure(spec: ChartSpec): string {
  const drawing = (size: Size): string =>
    `<div>${renderChart(spec, size).replace('<svg ', `<svg style="width:${WIDTHS[size]}px" `)}</div>`;
  const [title, unit, summary, note] = [spec.title, spec.unit, spec.summary, spec.note].map(escapeText);
  return `<h2>${title}</h2><p>${unit}</p><div class="row">${sizesOf(spec).map(drawing).join('')}</div><p>${summary}</p><p>${note}</p>`;
}

/** Two drawings of a form, each at two widths, the same ones each time. */
function form([name, arbitrary]: readonly [string, fc.Arbitrary<Drawing>]): string {
  if (!name.startsWith(chart)) return '';
  const rows = fc.sample(arbitrary, { seed: SEED, numRuns: 2 }).map((draw, row) => {
    const drawings = [WIDTHS.wide, WIDTHS.narrow].map((width) => {
      const svg = renderOptions(draw(width)).replaceAll('form-hatch', `${name}-${row}-hatch`);
      return `<div>${svg.replace('<svg ', `<svg class="chart" style="width:${width}px" `)}</div>`;
    });
    return `<div class="row">${drawings.join('')}</div>`;
  });
  return `<h2>${name}</h2>${rows.join('')}`;
}
