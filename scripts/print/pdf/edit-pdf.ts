import type { PdfFile } from './read-pdf.ts';

/** Adds an object and returns the reference to it. */
export function addObject({ objects }: PdfFile, value: string, stream?: Uint8Array): string {
  let number = objects.size + 1;
  while (objects.has(number)) number++;
  objects.set(number, { number, value, stream });
  return `${number} 0 R`;
}

/** Changes the value of an object. */
export function changeObject({ objects }: PdfFile, number: number, change: (value: string) => string): void {
  const object = objects.get(number);
  if (object) objects.set(number, { ...object, value: change(object.value) });
}

/** Adds entries to a dictionary that does not have them. */
export const withEntries = (dictionary: string, entries: string): string =>
  `${dictionary.replace(/\s*>>$/, '')}\n${entries}>>`;

/** Text in a PDF: in parentheses where ASCII will do, else as UTF-16. */
export function pdfText(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return `(${text.replace(/[\\()]/g, '\\$&')})`;
  return `<feff${Buffer.from(text, 'utf16le').swap16().toString('hex')}>`;
}

/** The text that stands for itself in parentheses or as UTF-16. */
export function readPdfText(value: string): string {
  if (value.startsWith('<')) {
    const bytes = Buffer.from(value.slice(1, -1), 'hex');
    return bytes[0] === 0xfe ? bytes.subarray(2).swap16().toString('utf16le') : bytes.toString('latin1');
  }
  const text = value.slice(1, -1).replace(/\\(\d{3}|.)/gs, unescaped);
  return text.startsWith('\xfe\xff')
    ? Buffer.from(text, 'latin1').subarray(2).swap16().toString('utf16le')
    : text;
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };
const unescaped = (_: string, escaped: string): string =>
  /^\d/.test(escaped) ? String.fromCharCode(Number.parseInt(escaped, 8)) : (ESCAPES[escaped] ?? escaped);

/** A date at noon, which is the same day everywhere. */
export const pdfDate = (date: string): string => `(D:${date.replaceAll('-', '')}120000Z)`;

/** The value of an entry that is a string. */
export const stringIn = (dictionary: string, key: string): string | undefined =>
  new RegExp(
    `/${key} (<[0-9A-Fa-f]*>|\\((?:[^\\\\()]|\\\\[\\s\\S]|\\((?:[^\\\\()]|\\\\[\\s\\S])*\\))*\\))`,
  ).exec(dictionary)?.[1];
