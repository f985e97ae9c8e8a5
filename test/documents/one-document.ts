import { readdirSync } from 'node:fs';
import { basename, extname } from 'node:path';
import type { SourceText } from '../../src/model/corpus.ts';
import type { Case } from '../suite.ts';

/** The one document of a case; it stands in a folder named like its issuer. */
export function documentOf(one: Case): SourceText {
  const files = readdirSync(one.folder, { recursive: true, encoding: 'utf8' });
  const file = files.find((path) => /\/.+\.\w+$/.test(path)) ?? '';
  const name = basename(file);
  return {
    issuer: file.split('/')[0] ?? '',
    id: basename(name, extname(name)),
    file,
    name,
    text: one.read(file),
  };
}
