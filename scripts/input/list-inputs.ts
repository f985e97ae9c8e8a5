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
 * what they lead to is listed where it is. What cannot be opened has no say: reading tells of it.
 */
export function listInputs(documents: string, effects: Effects): InputFile[] {
  const issuers = namesIn(documents, effects).filter(
    (name) => effects.kindOf(join(documents, name)) === 'folder',
  );
  const paths = [EDITION_FILE, ...issuers].flatMap((name) => filesIn(documents, name, effects));
  return paths.flatMap((path) => {
    const bytes = whereOpen(() => effects.readBytes(join(documents, path)));
    return bytes ? [{ path, bytes }] : [];
  });
}

function filesIn(documents: string, path: string, effects: Effects): string[] {
  const place = join(documents, path);
  const kind = effects.kindOf(place);
  if (kind !== 'folder') return kind === 'file' ? [path] : [];
  if (effects.isLink(place)) return [];
  return namesIn(place, effects).flatMap((name) => filesIn(documents, `${path}/${name}`, effects));
}

const namesIn = (folder: string, effects: Effects): string[] =>
  (whereOpen(() => effects.list(folder)) ?? []).filter((name) => !isPassedOver(name));

/** Nothing where the system has no such file or folder, or gives no right to it. */
function whereOpen<T>(open: () => T): T | undefined {
  try {
    return open();
  } catch (error) {
    if (error instanceof Error && 'syscall' in error) return undefined;
    throw error;
  }
}
