import { join } from 'node:path';
import { sha256 } from '../output/receipt-json.ts';
import type { Draw, Drawable } from './make-pictures.ts';
import { openCanvas } from './open-canvas.ts';
import type { ServedPages } from './serve-pages.ts';
import { shrinkPng } from './shrink-png.ts';

/** Dots of the picture for each pixel of the drawing: sharp on screens of today and a column wide on paper. */
const SCALE = 2;

/** The typefaces that a file of a chart asks for by name are those of the page here. */
const STYLE = `
body { margin: 0; }
svg { display: block; font-family: var(--sans); }
svg [font-family*='Serif'] { font-family: var(--serif); }
`;

/** A file of a chart, and the picture that stands beside it. */
export interface ChartPicture extends Drawable {
  readonly svg: string;
  /** Hash of what the file holds. */
  readonly hash: string;
}

/** The files of charts that there are, given their addresses. */
export const findCharts = (addresses: readonly string[], { folder, effects }: ServedPages): ChartPicture[] =>
  addresses
    .filter((svg) => effects.kindOf(join(folder, svg)) === 'file')
    .map((svg) => ({
      svg,
      file: svg.replace(/\.svg$/, '.png'),
      hash: sha256(effects.readBytes(join(folder, svg))),
    }));

/** Draws files of charts as pictures, one after the other in one tab. */
export const drawCharts: Draw<ChartPicture> = async (browser, pages, charts, receive) => {
  const { page, close } = await openCanvas(browser, pages, { style: STYLE, scale: SCALE });
  try {
    for (const chart of charts) {
      const svg = new TextDecoder().decode(pages.effects.readBytes(join(pages.folder, chart.svg)));
      await page.evaluate(show, svg);
      const picture = await page.locator('svg').screenshot({ type: 'png', animations: 'disabled' });
      receive(chart, shrinkPng(picture));
    }
  } finally {
    await close();
  }
};

/** Runs in the page. */
function show(svg: string): void {
  document.body.innerHTML = svg;
}
