import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Effects } from '../effects.ts';

const STYLESHEET = /<link\b[^>]*\brel="stylesheet"[^>]*>/g;

/** Bytes of a page's HTML and the stylesheets that it names, each compressed as a server would. */
export function weighPage(folder: string, base: string, address: string, effects: Effects): number {
  const html = effects.readBytes(join(folder, address, 'index.html'));
  const links = new TextDecoder().decode(html).match(STYLESHEET) ?? [];
  const styles = links
    .flatMap((link) => /\bhref="([^"]+)"/.exec(link)?.[1] ?? [])
    .map((href) => effects.readBytes(join(folder, href.slice(base.length))));
  return [html, ...styles].reduce((sum, bytes) => sum + gzipSync(bytes).length, 0);
}
