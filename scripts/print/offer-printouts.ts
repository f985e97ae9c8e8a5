import { join } from 'node:path';
import { formatBytes, formatCount } from '../../src/model/format.ts';
import type { Effects } from '../effects.ts';

/** A printout that was made. */
export interface MadePrintout {
  /** Path below the site. */
  readonly file: string;
  readonly pages: number;
  readonly bytes: number;
}

/**
 * Puts the links to printouts into the pages that wait for them: each has a template for its link, and what is made
 * of it comes right after it, between marks, where the next printing finds and replaces it.
 */
export function offerPrintouts(folder: string, made: readonly MadePrintout[], effects: Effects): void {
  const byFile = new Map(made.map((printout) => [printout.file, printout]));
  for (const page of findPages(folder, effects)) {
    const html = new TextDecoder().decode(effects.readBytes(page));
    const offered = offerIn(html, (file) => byFile.get(file));
    if (offered !== html) effects.write(page, [offered]);
  }
}

const TEMPLATE =
  /(<template data-printout="([^"]*)">([\s\S]*?)<\/template>)(?:<!--printout-->[\s\S]*?<!--\/printout-->)?/g;

/** The page with its links; a link to what was not made now stays as it is. */
export function offerIn(html: string, find: (file: string) => MadePrintout | undefined): string {
  return html.replace(TEMPLATE, (found: string, template: string, file: string, link: string) => {
    const printout = find(file);
    if (!printout) return found;
    const pages = `${formatCount(printout.pages)} page${printout.pages === 1 ? '' : 's'}`;
    const filled = link.replace('{pages}', pages).replace('{size}', formatBytes(printout.bytes)).trim();
    return `${template}<!--printout-->${filled}<!--/printout-->`;
  });
}

/**
 * The printouts that a page has links to, as its links tell them: how many pages each has is taken from there, its size from
 * the file.
 */
export function offeredIn(
  html: string,
  sizeOf: (file: string) => number | undefined,
): (file: string) => MadePrintout | undefined {
  const pages = new Map<string, number>();
  for (const [, file = '', link = ''] of html.matchAll(OFFERED))
    pages.set(file, Number((/([\d,]+) pages?\b/.exec(link)?.[1] ?? '1').replaceAll(',', '')));
  return (file) => {
    const [count, bytes] = [pages.get(file), sizeOf(file)];
    return count === undefined || bytes === undefined ? undefined : { file, pages: count, bytes };
  };
}

const OFFERED =
  /<template data-printout="([^"]*)">[\s\S]*?<\/template><!--printout-->([\s\S]*?)<!--\/printout-->/g;

function findPages(folder: string, effects: Effects): string[] {
  return effects.list(folder).flatMap((name) => {
    const path = join(folder, name);
    if (effects.kindOf(path) === 'folder') return findPages(path, effects);
    return name.endsWith('.html') ? [path] : [];
  });
}
