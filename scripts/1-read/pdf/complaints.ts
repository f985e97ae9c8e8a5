import type { Complaint } from '../../../src/model/problem.ts';

const WHOLE = { line: 0, column: 0 };
const EXPECTED = 'a PDF file with text';

const encrypted: Complaint = {
  ...WHOLE,
  found: 'a PDF file that only opens with a password',
  expected: EXPECTED,
  mend: 'save it without the password, for example: qpdf --decrypt --password=PASSWORD FILE NEW',
};

/** What is wrong and what mends it are one: the characters are not in the file. */
const unextractable = (found: string): Complaint => ({
  ...WHOLE,
  found: `${found}: the text of this PDF cannot be extracted`,
  expected: EXPECTED,
  mend: 'recognise it first, for example with OCRmyPDF: ocrmypdf --force-ocr FILE NEW',
});

export const noTextLayer = (pages: number): Complaint =>
  unextractable(pages === 1 ? 'a page that holds no text' : `${pages} pages that hold no text`);

export const nonsense: Complaint = unextractable('text whose fonts do not tell its characters');

const damaged = (reason: string): Complaint => ({
  ...WHOLE,
  found: `a damaged PDF file (${reason})`,
  expected: EXPECTED,
  mend: 'get the file anew, or repair it, for example: qpdf FILE NEW',
});

const tooLarge = (found: string): Complaint => ({
  ...WHOLE,
  found,
  expected: 'a release',
  mend: 'keep only the pages of the release, for example: qpdf FILE --pages . 1-50 -- NEW',
});

export const tooManyPages = (pages: number, most: number): Complaint =>
  tooLarge(`a PDF file of ${pages} pages; no more than ${most} are read`);

export const tooMuchText = (most: number): Complaint =>
  tooLarge(`a PDF file with more than ${most} pieces of text`);

export const tooLong = (seconds: number): Complaint =>
  tooLarge(`a PDF file that takes longer than ${seconds} seconds to read`);

export const tooMuchMemory = (megabytes: number): Complaint =>
  tooLarge(`a PDF file that takes more than ${megabytes} MB of memory to read`);

/** What pdf.js throws, by the names of its errors. */
export const fromError = ({ name, message }: Error): Complaint =>
  name === 'PasswordException' ? encrypted : damaged(message.replace(/[.\s]+$/, '').slice(0, 80));
