import { findUtf16 } from '../text/decode-text.ts';

/**
 * The text of a page, its line ends brought to `\n`. Bytes that are UTF-8 are read as that, whatever the page declares:
 * other text of more than a few signs beyond ASCII is never UTF-8 by chance. Else as declared, or as windows-1252.
 */
export function decodeHtml(bytes: Uint8Array): string {
  return decode(bytes)
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0080-\u009f]/g, asMeant);
}

/** Control characters of this range are text of windows-1252 that was taken for another encoding. */
const asMeant = (character: string): string =>
  new TextDecoder(FALLBACK).decode(Uint8Array.of(character.charCodeAt(0)));

function decode(bytes: Uint8Array): string {
  const wide = findUtf16(bytes);
  if (wide) return new TextDecoder(wide).decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return decodeAs(declaredCharset(bytes) ?? FALLBACK, bytes);
  }
}

const FALLBACK = 'windows-1252';

/** A declaration of UTF-8 that a few bytes belie holds for the others. */
function decodeAs(charset: string, bytes: Uint8Array): string {
  const text = decoderFor(charset).decode(bytes);
  if (!/^utf-?8$/i.test(charset)) return text;
  const broken = text.match(/\ufffd/g)?.length ?? 0;
  const whole = text.match(/[\u0080-\ufffc]/g)?.length ?? 0;
  return broken > whole ? decoderFor(FALLBACK).decode(bytes) : text;
}

function decoderFor(charset: string): TextDecoder {
  try {
    return new TextDecoder(charset);
  } catch {
    return new TextDecoder(FALLBACK);
  }
}

/** Where browsers look for a declaration, and somewhat further: exhibits have a head of their own before it. */
const DECLARED_WITHIN = 4096;

function declaredCharset(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, DECLARED_WITHIN));
  const found =
    /<\?xml[^>]*\bencoding\s*=\s*["']([\w.:-]+)/i.exec(head) ?? /\bcharset\s*=\s*["']?([\w.:-]+)/i.exec(head);
  return found?.[1];
}
