import type { Page } from 'playwright-core';

/** A picture as a reader squints at it: rows of digits, 0 for paper, 9 for ink all over. */
export type Ink = readonly string[];

const COLUMNS = 24;

/** The ink of every drawing on the open page, in their order. */
export async function inkOf(page: Page): Promise<Ink[]> {
  const picture = (await page.screenshot({ fullPage: true, animations: 'disabled' })).toString('base64');
  return await page.evaluate(readInk, { picture, columns: COLUMNS });
}

/** Fonts and edges are drawn a shade differently from machine to machine; a mark that moved is more than a shade. */
export function isAlike(one: Ink, other: Ink): boolean {
  const [a, b] = [one.join('\n'), other.join('\n')];
  if (a.length !== b.length) return false;
  const steps = [...a].map((level, index) => Math.abs(level.charCodeAt(0) - b.charCodeAt(index)));
  return Math.max(0, ...steps) <= 1 && steps.filter(Boolean).length <= steps.length / 8;
}

/** Runs in the page. */
async function readInk({ picture, columns }: { picture: string; columns: number }): Promise<string[][]> {
  const bytes = Uint8Array.from(atob(picture), (character) => character.charCodeAt(0));
  const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
  return [...document.querySelectorAll('svg')].map((drawing) => {
    const box = drawing.getBoundingClientRect();
    const cell = box.width / columns;
    const rows = Math.max(1, Math.round(box.height / cell));
    const canvas = new OffscreenCanvas(columns, rows);
    const context = canvas.getContext('2d');
    if (!context) throw new Error('there is nothing to draw on');
    context.imageSmoothingQuality = 'high';
    context.drawImage(image, box.x, box.y, box.width, box.height, 0, 0, columns, rows);
    const { data } = context.getImageData(0, 0, columns, rows);
    const level = (at: number) => {
      const [red = 0, green = 0, blue = 0] = data.subarray(at * 4, at * 4 + 3);
      return Math.round(9 * (1 - (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255));
    };
    return Array.from({ length: rows }, (_, row) =>
      Array.from({ length: columns }, (_, column) => level(row * columns + column)).join(''),
    );
  });
}
