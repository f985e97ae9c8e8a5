import type { Complaint } from '../../../src/model/problem.ts';

export const emptyFile: Complaint = {
  line: 0,
  column: 0,
  found: 'an empty file',
  expected: 'the text of a release',
  mend: 'fill the file or remove it',
};

export const wrongEncoding = (line: number, column: number, found: string, encoding: string): Complaint => ({
  line,
  column,
  found,
  expected: 'text encoded as UTF-8',
  mend: `convert the file, for example: iconv -f ${encoding.toUpperCase()} -t UTF-8 FILE > NEW`,
});

export const noText = (line: number, column: number, found: string): Complaint => ({
  line,
  column,
  found,
  expected: 'a format that is read, or plain text encoded as UTF-8',
  mend: 'save the release as PDF, .docx, HTML or text, the sheets of a workbook as CSV files, or remove the file',
});
