/** Fonts of signs: their letters are no letters. */
const SIGN_FONT = /wingdings|webdings|dingbat|symbol|icons?\b|awesome/i;

/** Signs of such fonts that begin items of lists, tick boxes and arrows, by the byte of their code. */
const SIGNS: Readonly<Record<number, string>> = {
  108: '●', 109: '○', 110: '■', 111: '□', 113: '□', 117: '◆', 118: '◆', 167: '▪', 168: '□', 183: '•',
  216: '➢', 224: '→', 240: '→', 252: '✓', 253: '☒', 254: '☑', 32: ' ', 160: ' ', 45: '-', 190: '—',
}; // biome-ignore format: a table reads better than a column

const LIGATURES: Readonly<Record<string, string>> = {
  'ﬀ': 'ff', 'ﬁ': 'fi', 'ﬂ': 'fl', 'ﬃ': 'ffi', 'ﬄ': 'ffl', 'ﬅ': 'st', 'ﬆ': 'st', 'Ĳ': 'IJ', 'ĳ': 'ij',
}; // biome-ignore format: a table reads better than a column

/** Nothing but what is printed as itself needs a closer look. */
const PLAIN = /^[ -~¡-¬®-ıĴ-˿Ͱ-ᾼ‐-‧‰-⁞⁰-\u2fff\u3001-\ud7ff]*$/;

/**
 * What a glyph reads as: ligatures as letters, spaces of any kind as a space, signs of private use as the sign that
 * they show; undefined for control characters and whatever else shows something that nobody tells.
 */
export function glyphText(unicode: string, fontName: string): string | undefined {
  if (PLAIN.test(unicode)) return unicode === '' ? undefined : unicode;
  const texts = Array.from(unicode, (character) => characterText(character, fontName));
  return texts.includes(undefined) ? undefined : texts.join('');
}

function characterText(character: string, fontName: string): string | undefined {
  const code = character.codePointAt(0) ?? 0;
  if (LIGATURES[character]) return LIGATURES[character];
  if (/\s/.test(character)) return ' ';
  if (code === 0xad) return '\u00ad';
  if (/[\u200b-\u200f\u2060\ufeff]/.test(character)) return '';
  if (code < 0x20 || (code >= 0x7f && code < 0xa0)) return undefined;
  if (code >= 0xe000 && code <= 0xf8ff)
    return (code >= 0xf000 && SIGN_FONT.test(fontName) ? SIGNS[code & 0xff] : undefined) ?? privateSign(code);
  if (code >= 0xf0000 || code === 0xfffd) return undefined;
  return character;
}

/** The bullet that word processors write is known without its font. */
const privateSign = (code: number): string | undefined =>
  code === 0xf0b7 ? '•' : code === 0xf0a7 ? '▪' : undefined;
