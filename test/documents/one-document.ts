import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import type { SourceText } from '../../src/model/corpus.ts';
import type { Case } from '../suite.ts';
import { textSource } from '../text-source.ts';

/** The one document of a case; it stands in a folder named like its issuer. */
export function documentOf(one: Case): SourceText {
  const files = readdirSync(one.folder, { recursive: true, encoding: 'utf8' });
  const file = files.find((path) => /\/.+\.\w+$/.test(path)) ?? '';
  return textSource(file.split('/')[0] ?? '', basename(file), one.read(file));
}
