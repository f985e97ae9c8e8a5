import { join } from 'node:path';
import { originalPaths } from '../../src/model/originals.ts';
import type { Effects } from '../effects.ts';
import type { DocumentBrief, IssuerBrief } from './issuer-brief.ts';

/** Puts the files that releases were read from where they stand beside their pages. */
export function putOriginals(site: string, issuers: readonly IssuerBrief[], effects: Effects): void {
  for (const { documents } of issuers) for (const document of documents) copyFiles(site, document, effects);
}

function copyFiles(site: string, document: DocumentBrief, effects: Effects): void {
  const { source, parts } = document;
  const files = parts?.map((name) => join(source, name)) ?? [source];
  for (const [index, path] of originalPaths(document).entries())
    effects.copy(effects.realPath(files[index] ?? source), join(site, path));
}
