import { basename } from 'node:path';
import { FONT_ROLES, type OwnFont } from '../../src/model/site-settings.ts';
import type { Config } from './schema.ts';

/** First bytes of font files: WOFF2, WOFF, OpenType, TrueType in two forms. */
const SIGNATURES = ['wOF2', 'wOFF', 'OTTO', 'true', '\0\x01\0\0'];

/** The font files that settings name, each published by its own name. */
export function readFonts(
  fonts: Config['fonts'],
  read: (path: string) => Uint8Array,
  complain: (found: string, expected: string) => void,
): OwnFont[] {
  const files = FONT_ROLES.flatMap((role) => {
    const given = fonts?.[role] ?? [];
    const list = typeof given === 'string' ? [{ file: given }] : given;
    return list.map(({ file: path, weight, style = 'normal' }: Given): OwnFont => {
      const bytes = read(path);
      const isFont = SIGNATURES.includes(new TextDecoder('latin1').decode(bytes.subarray(0, 4)));
      if (bytes.length > 0 && !isFont) complain(path, 'a font file: WOFF2, WOFF, TrueType or OpenType');
      const file = basename(path);
      return {
        file,
        role,
        weight: weight ?? USUAL_WEIGHT,
        style,
        bytes: Buffer.from(bytes).toString('base64'),
      };
    });
  });
  const names = files.map(({ file }) => file);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) complain(`two files called ${twice}`, 'files of different names');
  return files;
}

interface Given {
  readonly file: string;
  readonly weight?: string | undefined;
  readonly style?: 'normal' | 'italic' | undefined;
}

/** Browsers make others of it. */
const USUAL_WEIGHT = '400';
