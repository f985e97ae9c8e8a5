import { join } from 'node:path';
import type { Corpus } from '../../src/model/corpus.ts';
import type { SiteSettings } from '../../src/model/site-settings.ts';
import type { Effects } from '../effects.ts';
import { dataFiles } from './data-files.ts';
import type { OutputFile } from './output-file.ts';
import { replaceFolder } from './output-folder.ts';
import { type Offered, ORIGINALS, putOriginals } from './put-originals.ts';
import type { Hashes } from './receipt-json.ts';
import { siteFiles } from './site-files.ts';

/** Makes the folder of downloads anew; what else a build put there (its page, other formats) stays. */
export function replaceDataFolder(out: string, corpus: Corpus, effects: Effects): Promise<void> {
  return replaceFolder(out, 'data', effects, ({ folder }) => {
    if (effects.kindOf(out) === 'folder') effects.copy(effects.realPath(out), folder);
    writeFiles(folder, dataFiles(corpus), effects);
  });
}

/** Makes the data that the live preview renders anew, and what it gives beside the pages. */
export const replaceSiteData = (
  out: string,
  { corpus, sources }: Offered,
  effects: Effects,
  settings: SiteSettings,
): Promise<void> =>
  replaceFolder(out, 'generated', effects, ({ folder }) => {
    writeSiteData(folder, corpus, effects, settings);
    if (settings.publish === 'full') putOriginals(join(folder, ORIGINALS), { corpus, sources }, effects);
  });

/** Writes what the site is rendered from; the hashes of its inputs where pages are to name them. */
export const writeSiteData = (
  folder: string,
  corpus: Corpus,
  effects: Effects,
  settings?: SiteSettings,
  inputs?: Hashes,
): void => writeFiles(folder, siteFiles(corpus, settings, inputs), effects);

function writeFiles(folder: string, files: Iterable<OutputFile>, effects: Effects): void {
  for (const [path, content] of files)
    if (typeof content === 'function') effects.writeBytes(join(folder, path), content());
    else effects.write(join(folder, path), content);
}
