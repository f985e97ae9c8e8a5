import type { AttachedRows } from '../../src/model/printout.ts';

/** Finds the rows of one download that each of many printouts carries. */
export type FindRows = (wanted: AttachedRows) => string;

/**
 * Reads a download once, for all that printouts want of it: rows are filed by the columns that are asked for, and
 * given back as they stand, below the header. RFC 4180; a quoted field may go over several lines.
 */
export function indexRows(text: string, wanted: readonly AttachedRows[]): FindRows {
  const [header = '', ...records] = splitRecords(text);
  const columns = readFields(header);
  const questions = new Map(
    wanted.flatMap(({ where }) => where).map((match) => [listColumns(match).join(), listColumns(match)]),
  );
  const filed = new Map<string, number[]>();
  for (const [row, record] of records.entries()) {
    const fields = readFields(record);
    for (const names of questions.values()) {
      const key = formatKey(names.map((name) => [name, fields[columns.indexOf(name)] ?? '']));
      const rows = filed.get(key);
      if (rows) rows.push(row);
      else filed.set(key, [row]);
    }
  }
  return ({ where }) => {
    const rows = new Set(where.flatMap((match) => filed.get(formatKey(sortEntries(match))) ?? []));
    return [header, ...[...rows].sort((a, b) => a - b).map((row) => records[row])].join('');
  };
}

const sortEntries = (match: Readonly<Record<string, string>>): [string, string][] =>
  Object.entries(match).sort(([a], [b]) => (a < b ? -1 : 1));
const listColumns = (match: Readonly<Record<string, string>>): string[] =>
  sortEntries(match).map(([name]) => name);
const formatKey = (entries: readonly (readonly [string, string])[]): string => JSON.stringify(entries);

/** Records with their line ends. */
function splitRecords(text: string): string[] {
  return text.match(/(?:[^"\n]|"[^"]*")*(?:\n|$)/g)?.filter(Boolean) ?? [];
}

const readFields = (record: string): string[] =>
  (record.replace(/\r?\n$/, '').match(/(?<=^|,)(?:"(?:[^"]|"")*"|[^,]*)/g) ?? []).map((field) =>
    field.startsWith('"') ? field.slice(1, -1).replaceAll('""', '"') : field,
  );
