import type { SourceText } from '../../src/model/corpus.ts';
import type { Complaint } from '../../src/model/problem.ts';

const LAYOUT = '<issuer>/<date>-<name>.txt';
const SAFE =
  'a name of letters, digits, dots, hyphens and underscores without a dot at its end, and none that Windows keeps (con, nul), because it becomes part of addresses and paths';
const WHOLE = { line: 0, column: 0 };

export const noDocumentsFolder = (found: string): Complaint => ({
  ...WHOLE,
  found,
  expected: 'a folder of documents',
  mend: 'name the folder that holds one folder per issuer, with --documents DIR',
});

export const noIssuer: Complaint = {
  ...WHOLE,
  found: 'no issuer folder',
  expected: `documents as ${LAYOUT}`,
  mend: 'make a folder for the issuer and put its releases there',
};

export const issuerFolderItself: Complaint = {
  ...WHOLE,
  found: 'documents but no issuer folder around them',
  expected: `documents as ${LAYOUT}`,
  mend: 'name the folder above this one',
};

export const unknownEdition = (word: string, known: readonly string[]): Complaint => ({
  line: 1,
  column: 1,
  found: `\`${word.slice(0, 40)}\``,
  expected: `one of the words ${known.join(', ')}`,
  mend: 'write one of them, or remove the file where the documents are as published',
});

export const emptyIssuer: Complaint = {
  ...WHOLE,
  found: 'an issuer folder without documents',
  expected: `documents as ${LAYOUT}`,
  mend: 'put a release into the folder, or remove it',
};

export const noDocumentBeside = (id: string): Complaint => ({
  ...WHOLE,
  found: 'a word on a document that is not there',
  expected: `a document with the id ${id} beside it`,
  mend: 'rename the file after its document, or remove it',
});

export const folderAmongDocuments: Complaint = {
  ...WHOLE,
  found: 'a folder among the documents of an issuer',
  expected: `documents as ${LAYOUT}`,
  mend: 'move its documents one folder up, or start its name with a dot to have it passed over',
};

export const missing: Complaint = {
  ...WHOLE,
  found: 'no such file, or a link that leads nowhere',
  expected: 'a document that can be read',
  mend: 'restore the file, or remove the link',
};

export const leadsOut: Complaint = {
  ...WHOLE,
  found: 'a link that leads out of the documents folder',
  expected: 'a document within it',
  mend: 'copy the document there',
};

export const sameButForCase = (name: string, other: string): Complaint => ({
  ...WHOLE,
  found: `the folders \`${other}\` and \`${name}\`, which are one on some systems`,
  expected: 'names of issuers that differ in more than capitals',
  mend: 'rename one of them, or put the documents of both into one',
});

export const emptyFolder: Complaint = {
  ...WHOLE,
  found: 'a folder without CSV files',
  expected: 'the tables of a release, one file each',
  mend: 'put them there, or remove the folder',
};

export const noFile: Complaint = {
  ...WHOLE,
  found: 'something that is no file (a device, pipe or socket)',
  expected: 'a document that can be read',
  mend: 'remove it',
};

export const badIssuerName = (issuer: string): Complaint => ({
  ...WHOLE,
  found: `the issuer folder \`${issuer}\``,
  expected: SAFE,
  mend: 'rename the folder, for example to the short name of the company in lower case',
});

export const takenAddress = (issuer: string, taken: readonly string[]): Complaint => ({
  ...WHOLE,
  found: `the issuer folder \`${issuer}\``,
  expected: `a name other than ${taken.join(', ')} and those of files (index.html), which are addresses of the site itself`,
  mend: 'rename the folder',
});

export const unknownExtension = (extension: string, known: readonly string[]): Complaint => ({
  ...WHOLE,
  found: extension ? `the extension .${extension}` : 'a file without an extension',
  expected: `one of ${known.map((name) => `.${name}`).join(', ')}`,
  mend: `${WAYS.find(([names]) => names.test(extension))?.[1] ?? 'save the release in one of these formats'}, or move the file out of the issuer folder`,
});

/** The shortest way from other formats to one that is read. */
const WAYS: readonly (readonly [extensions: RegExp, way: string])[] = [
  [/^(?:xls|xlsm|xlsb|ods|numbers)$/, 'save the workbook as .xlsx'],
  [/^(?:doc|rtf|odt|pages|wpd)$/, 'save the document as .docx or PDF'],
  [/^(?:pptx?|odp|key)$/, 'export the slides as PDF'],
  [/^(?:eml|msg|mht|mhtml)$/, 'save the page or message as HTML'],
  [/^(?:png|jpe?g|tiff?|gif|heic)$/, 'recognise the text of the picture first and save it as PDF with text'],
];

export const badFileName = (name: string): Complaint => ({
  ...WHOLE,
  found: `the file name \`${name}\``,
  expected: 'a release date and a word for the release, as in 2013-05-15-fy2012.txt',
  mend: 'rename the file to <year>-<month>-<day>-<name>',
});

export const unsafeFileName = (name: string): Complaint => ({
  ...WHOLE,
  found: `the file name \`${name}\``,
  expected: SAFE,
  mend: 'rename the file',
});

export const sharedId = ({ id }: SourceText, { name }: SourceText): Complaint => ({
  ...WHOLE,
  found: `a second document with the id ${id}, of which ${name} is read`,
  expected: 'one document for each id (the file name without its extension)',
  mend: 'remove one of the two files, or give it another name',
});

export const unreadable = ({ code = 'an unknown error' }: NodeJS.ErrnoException): Complaint => ({
  ...WHOLE,
  found: `a file that cannot be read (${code})`,
  expected: 'a file that can be read',
  mend:
    code === 'EACCES'
      ? 'give yourself the right to read it, for example: chmod u+r FILE'
      : 'restore the file',
});
