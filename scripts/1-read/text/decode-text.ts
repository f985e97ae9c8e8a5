import { isUtf8 } from 'node:buffer';
import type { Complaint } from '../../../src/model/problem.ts';
import { emptyFile, noText, wrongEncoding } from './complaints.ts';

const UTF_16_MARKS = [
  { bytes: [0xff, 0xfe], name: 'utf-16le' },
  { bytes: [0xfe, 0xff], name: 'utf-16be' },
];

/** How files begin that are often taken for text. */
const SIGNATURES = [
  { bytes: [0x25, 0x50, 0x44, 0x46, 0x2d], name: 'a PDF file' },
  { bytes: [0x50, 0x4b, 0x03, 0x04], name: 'a zip archive (as .docx and .xlsx files are)' },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0], name: 'an old Office file (.doc, .xls)' },
  { bytes: [0x1f, 0x8b], name: 'a gzip archive' },
  { bytes: [0x7b, 0x5c, 0x72, 0x74, 0x66], name: 'a rich text file (.rtf)' },
  { bytes: [0x89, 0x50, 0x4e, 0x47], name: 'a picture (.png)' },
  { bytes: [0xff, 0xd8, 0xff], name: 'a picture (.jpg)' },
];

/** The head of a message or of a page that a browser saved in one file: its lines are folded anew, within numbers too. */
const MIME_HEAD = /^(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*MIME-Version:/i;
const MIME_WITHIN = 8192;

/** Multi-byte encodings that reject most text of other encodings, so that a match is telling. */
const STRICT_ENCODINGS = ['euc-jp', 'shift_jis', 'gb18030', 'euc-kr'];
const FALLBACK_ENCODING = 'windows-1252';

/**
 * The text of a document: UTF-8, UTF-16 or windows-1252, a byte order mark tolerated, line ends brought to `\n` (which
 * moves no line). Or what is wrong with its bytes.
 */
export function decodeText(bytes: Uint8Array): string | Complaint {
  const encoding = findEncoding(bytes);
  if (typeof encoding !== 'string') return encoding;
  const text = new TextDecoder(encoding).decode(bytes).replace(/\r\n?/g, '\n');
  return text.trim() === '' ? emptyFile : text;
}

/** Says in which encoding a text was read that is not UTF-8. */
export function notesOnEncoding(bytes: Uint8Array): string[] {
  const encoding = findEncoding(bytes);
  return typeof encoding !== 'string' || encoding === 'utf-8' ? [] : [`Read as ${encoding}, not UTF-8.`];
}

function findEncoding(bytes: Uint8Array): string | Complaint {
  const wide = findUtf16(bytes);
  if (wide) return isText(bytes, wide, /\0/) ? wide : wrongEncoding(1, 1, `a broken text in ${wide}`, wide);
  const format = SIGNATURES.find((signature) => startsWith(bytes, signature.bytes))?.name;
  if (format) return noText(0, 0, format);
  const isMessage = MIME_HEAD.test(new TextDecoder('latin1').decode(bytes.subarray(0, MIME_WITHIN)));
  if (isMessage) return noText(0, 0, 'an e-mail message, or a page saved as one (.eml, .mhtml)');
  const nul = bytes.indexOf(0);
  if (nul >= 0) return noText(...positionAt(bytes, nul), 'a NUL byte, which no text contains');
  if (isUtf8(bytes)) return 'utf-8';
  const guess = STRICT_ENCODINGS.find((encoding) => isEastAsian(bytes, encoding));
  const isWestern = guess === undefined && isText(bytes, FALLBACK_ENCODING, UNPRINTED);
  return isWestern ? FALLBACK_ENCODING : badByte(bytes, guess ?? FALLBACK_ENCODING);
}

/** The name of UTF-16 where a byte order mark or the bytes themselves show it. */
export const findUtf16 = (bytes: Uint8Array): string | undefined =>
  UTF_16_MARKS.find((mark) => startsWith(bytes, mark.bytes))?.name ?? findSilentUtf16(bytes);

/** Control characters that no text has, among them those that windows-1252 leaves open. */
const UNPRINTED = /[^\P{Cc}\t\n\f\r]/u;

/** Decodes without error and without what shows that it is no text. */
function isText(bytes: Uint8Array, encoding: string, odd: RegExp): boolean {
  try {
    return !odd.test(new TextDecoder(encoding, { fatal: true }).decode(bytes));
  } catch {
    return false;
  }
}

/** UTF-16 without a mark: of the first bytes, every second one of Latin text is zero. */
function findSilentUtf16(bytes: Uint8Array): string | undefined {
  const pairs = Math.min(bytes.length, 512) >> 1;
  if (pairs < 4) return undefined;
  const zeros = [0, 0];
  for (let i = 0; i < pairs * 2; i++) if (bytes[i] === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (even === 0 && odd > pairs * 0.6) return 'utf-16le';
  if (odd === 0 && even > pairs * 0.6) return 'utf-16be';
  return undefined;
}

function badByte(bytes: Uint8Array, encoding: string): Complaint {
  let at = 0;
  while (at < bytes.length) {
    const length = sequenceLength(bytes[at] ?? 0);
    if (length === 0 || !isUtf8(bytes.subarray(at, at + length))) break;
    at += length;
  }
  const [line, column] = positionAt(bytes, at);
  const byte = (bytes[at] ?? 0).toString(16).toUpperCase().padStart(2, '0');
  return wrongEncoding(line, column, `byte 0x${byte}, which is not UTF-8`, encoding);
}

/** Bytes in the UTF-8 sequence that this byte starts, 0 where it can start none. */
function sequenceLength(byte: number): number {
  if (byte < 0x80) return 1;
  if (byte >= 0xf0) return byte < 0xf8 ? 4 : 0;
  if (byte >= 0xe0) return 3;
  return byte >= 0xc2 ? 2 : 0;
}

/** Decodes without error into words of letters, not single odd characters between Latin ones. */
function isEastAsian(bytes: Uint8Array, encoding: string): boolean {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    const foreign = text.match(/[\u0080-\uffff]+/g) ?? [];
    const letters = text.match(
      /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]{2,}/gu,
    );
    return (letters?.length ?? 0) > foreign.length / 2;
  } catch {
    return false;
  }
}

/** 1-based line, and column in code points, of a byte before which all is UTF-8. */
function positionAt(bytes: Uint8Array, at: number): [line: number, column: number] {
  const lines = new TextDecoder('utf-8').decode(bytes.subarray(0, at)).split(/\r\n?|\n/);
  return [lines.length, [...(lines.at(-1) ?? '')].length + 1];
}

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, index) => bytes[index] === byte);
