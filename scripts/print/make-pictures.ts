import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { sha256 } from '../output/receipt-json.ts';
import type { Results } from '../results/results.ts';
import { CANVAS_PAGE } from './open-canvas.ts';
import { withoutInputs } from './page-inputs.ts';
import type { ServedPages } from './serve-pages.ts';

/** What a picture is drawn of, and its address below the site's base. */
export interface Drawable {
  readonly file: string;
}

/** Draws one after the other in the browser that prints. */
export type Draw<Drawn extends Drawable> = (
  browser: Browser,
  pages: ServedPages,
  all: readonly Drawn[],
  receive: (one: Drawn, picture: Uint8Array) => void,
) => Promise<void>;

export interface PictureMaking {
  readonly open: () => Promise<Browser>;
  readonly pages: ServedPages;
  /** Slugs of the periods whose pictures are wanted; all pictures where there are none. */
  readonly only: readonly string[];
  readonly results: Results;
  /** Version of the browser that draws, or drew what is kept. */
  readonly browser: string;
  /** What pages share: typefaces, rules, the nameplate. */
  readonly shared: unknown;
}

/** Puts pictures beside pages; those drawn before are kept. Returns their addresses. */
export async function makePictures<Drawn extends Drawable>(
  { open, pages, only, results, browser, shared }: PictureMaking,
  { kind, all, draw }: { readonly kind: string; readonly all: readonly Drawn[]; readonly draw: Draw<Drawn> },
): Promise<string[]> {
  const { folder, effects } = pages;
  if (effects.kindOf(join(folder, CANVAS_PAGE)) !== 'file') return [];
  const wanted = all.filter(({ file }) => only.length === 0 || only.includes(file.split('/')[1] ?? ''));
  const html = new TextDecoder().decode(effects.readBytes(join(folder, CANVAS_PAGE)));
  const page = sha256(withoutInputs(html));
  const dependsOn = (one: Drawn, version: string): unknown => ({ [kind]: one, shared, page, version });
  const missing = wanted.filter((one) => {
    const kept = results.find<Uint8Array>(`.printouts/${one.file}`, dependsOn(one, browser));
    if (kept) effects.writeBytes(join(folder, one.file), kept.result);
    return !kept;
  });
  if (missing.length > 0) {
    const drawing = await open();
    let drawn = 0;
    await draw(drawing, pages, missing, (one, picture) => {
      effects.progress(`Drawing ${kind}s`, ++drawn, missing.length);
      results.keep(`.printouts/${one.file}`, dependsOn(one, drawing.version()), picture);
      effects.writeBytes(join(folder, one.file), picture);
    });
  }
  return wanted.map(({ file }) => file);
}
