import { join } from 'node:path';
import type { Effects } from '../effects.ts';
import { EDITION_FILE, isPassedOver } from './document-names.ts';

/** A file that has a say in what is published. */
export interface InputFile {
  /** Path below the documents folder, or from where the settings are; with `/` on every system. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/**
 * Every file that counts in a documents folder: the documents of each issuer, whether they could be read or not, what
 * stands beside them (settings, answers, pins, overrides), and the word on their edition. Links to folders are not followed:
 * what they lead to is listed where it is.
 */
export function listInputs(documents: string, effects: Effects): InputFile[] {
  const issuers = effects
    .list(documents)
    .filter((name) => effects.kindOf(join(documents, name)) === 'folder' && !isPassedOver(name));
  const paths = [EDITION_FILE, ...issuers].flatMap((name) => filesIn(documents, name, effects));
  return paths.map((path) => ({ path, bytes: effects.readBytes(join(documents, path)) }));
}

function filesIn(documents: string, path: string, effects: Effects): string[] {
  const place = join(documents, path);
  const kind = effects.kindOf(place);
  if (kind !== 'folder') return kind === 'file' ? [path] : [];
  if (effects.isLink(place)) return [];
  return effects
    .list(place)
    .filter((name) => !isPassedOver(name))
    .flatMap((name) => filesIn(documents, `${path}/${name}`, effects));
}
