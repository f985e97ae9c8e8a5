import { join } from 'node:path';
import type { Corpus, IssuerData } from '../../src/model/corpus.ts';
import type { Effects } from '../effects.ts';
import { type IssuerBrief, makeBrief } from './issuer-brief.ts';
import { moveFiles } from './move-files.ts';
import type { OutputFile } from './output-file.ts';
import { replaceFolder } from './output-folder.ts';
import { putOriginals } from './put-originals.ts';
import {
  DOWNLOADS_FOLDER,
  downloadFiles,
  issuerFiles,
  joinedSiteFiles,
  ORIGINALS,
  SHARES,
  type SiteWords,
} from './site-files.ts';

/**
 * Makes the folder of downloads anew; what else a build put there (its page, other formats) stays. `fill` writes what a site
 * is rendered from, of which the downloads are taken.
 */
export function replaceDataFolder(
  out: string,
  effects: Effects,
  fill: (folder: string) => Promise<void> | void,
): Promise<void> {
  return replaceFolder(out, 'data', effects, async ({ folder, scratch }) => {
    await fill(scratch);
    if (effects.kindOf(out) === 'folder') effects.copy(effects.realPath(out), folder);
    moveFiles(join(scratch, DOWNLOADS_FOLDER), folder, effects);
  });
}

/** Writes the files of one issuer, with its downloads or without. Returns their paths. */
export const writeIssuer = (
  folder: string,
  data: IssuerData,
  effects: Effects,
  hasDownloads = true,
): string[] => [
  ...writeFiles(folder, issuerFiles(data), effects),
  ...(hasDownloads ? writeFiles(folder, downloadFiles(data), effects) : []),
];

/** Writes what is made of all issuers, whose own files are in the folder. */
export function joinIssuers(
  folder: string,
  issuers: readonly IssuerBrief[],
  words: SiteWords,
  effects: Effects,
): void {
  const read = (path: string) => effects.readPieces(join(folder, path));
  const records = issuers.map(({ issuer }) => issuer);
  writeFiles(folder, joinedSiteFiles(records, words, read), effects);
  effects.remove(join(folder, SHARES));
  if (words.settings?.publish === 'full') putOriginals(join(folder, ORIGINALS), issuers, effects);
  else effects.remove(join(folder, ORIGINALS));
}

/** Writes what the site of a corpus is rendered from. */
export function writeSiteData(folder: string, corpus: Corpus, effects: Effects): void {
  for (const data of corpus.issuers) writeIssuer(folder, data, effects);
  const briefs = corpus.issuers.map((data) => makeBrief(data, []));
  joinIssuers(folder, briefs, { edition: corpus.edition }, effects);
}

function writeFiles(folder: string, files: Iterable<OutputFile>, effects: Effects): string[] {
  const paths: string[] = [];
  for (const [path, content] of files) {
    paths.push(path);
    if (typeof content === 'function') effects.writeBytes(join(folder, path), content());
    else effects.write(join(folder, path), content);
  }
  return paths;
}
