import { parse } from 'csv-parse/sync';
import { ANSWER_STATUSES, type AnswerStatus, type GivenAnswer } from '../../src/model/answer.ts';
import { isRealDate } from '../../src/model/period.ts';
import type { Problem } from '../../src/model/problem.ts';

const COLUMNS = ['finding', 'status', 'text', 'by', 'date'] as const;
const REQUIRED = ['finding', 'status'] as const;

type Row = Readonly<Partial<Record<(typeof COLUMNS)[number], string>>>;

/** Reads the text of an `answers.csv`; every row that cannot be understood is a problem of its own. */
export function parseAnswers(file: string, text: string): (GivenAnswer | Problem)[] {
  const problem = (line: number, found: string, expected: string, mend = 'correct the row') => ({
    ...{ file, line, column: 1, found, expected, mend },
  });
  let records: { record: Row; line: number }[];
  try {
    records = readRows(text);
  } catch (error) {
    const { lines = 1, message } = error as Error & { lines?: number };
    return [problem(lines, `text that is no CSV (${message})`, 'rows as a spreadsheet saves them')];
  }
  const header = `the columns ${COLUMNS.join(', ')}`;
  const missing = REQUIRED.filter((name) => records.length > 0 && !(name in (records[0]?.record ?? {})));
  if (missing.length > 0)
    return [problem(1, `no column ${missing.join(', ')}`, header, 'name the columns in the first row')];
  const seen = new Map<string, number>();
  return records.map(({ record, line }): GivenAnswer | Problem => {
    const { finding = '', status = '', text: words = '', by = '', date = '' } = record;
    if (finding === '') return problem(line, 'an answer without a finding', 'the id of a finding');
    if (!isStatus(status)) return problem(line, `the status "${status}"`, ANSWER_STATUSES.join(', '));
    if (date !== '' && !isDay(date)) return problem(line, `the date "${date}"`, 'a day as 2013-05-31');
    const earlier = seen.get(finding);
    if (earlier !== undefined)
      return problem(line, `a second answer to ${finding}`, `one, as in line ${earlier}`, 'keep one of them');
    seen.set(finding, line);
    return { file, line, finding, status, text: words, by, date };
  });
}

/** Rows with the lines that they begin in. */
function readRows(text: string): { record: Row; line: number }[] {
  const rows = parse(text, {
    bom: true,
    columns: (names: string[]) => names.map((name) => name.trim().toLowerCase()),
    info: true,
    skip_empty_lines: true,
    trim: true,
  }) as unknown as { record: Row; info: { lines: number } }[];
  return rows.map(({ record, info }) => ({ record, line: info.lines - breaksIn(record) }));
}

/** The parser tells the line that a record ends in. */
const breaksIn = (record: Row): number => Object.values(record).join('').split('\n').length - 1;

const isStatus = (word: string): word is AnswerStatus => ANSWER_STATUSES.some((status) => status === word);

function isDay(text: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  return isRealDate(Number(year), Number(month), Number(day));
}
