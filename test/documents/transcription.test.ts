import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

/** Each transcription with the number of its lines, table rows and tab-separated fields. */
const TRANSCRIPTIONS = [
  { document: 'iij/2012-11-08-1h-fy2012', lines: 833, rows: 443, fields: 1792 },
  { document: 'iij/2013-05-15-fy2012', lines: 911, rows: 467, fields: 2112 },
];

/**
 * Statement titles, names and form labels stay, and where they stand next to each other they make runs of words that
 * the published text has too. At most this many different runs of `RUN_LENGTH` words, counted across line breaks.
 */
const SHARED_RUN_LIMIT = 40;
const RUN_LENGTH = 9;

const root = new URL('../../', import.meta.url);

for (const { document, ...size } of TRANSCRIPTIONS) {
  const transcription = new URL(`documents/${document}.txt`, root);
  const published = new URL(`../shared/documents/${document}.txt`, root);

  describe(`transcription ${document}`, () => {
    test('is UTF-8 with line feeds, ended by one', () => {
      const text = readText(transcription);
      expect(text).not.toMatch(/[\r\uFEFF]/);
      expect(text.endsWith('\n')).toBe(true);
    });

    test('keeps its number of lines, table rows and fields', () => {
      const lines = readLines(transcription);
      const rows = lines.filter(isTableRow);
      const fields = rows.flatMap((row) => row.split('\t'));
      expect({ lines: lines.length, rows: rows.length, fields: fields.length }).toEqual(size);
    });

    test('gives the rows of a table equally many fields', () => {
      expect(findUnevenRows(readLines(transcription))).toEqual([]);
    });
  });

  describe.skipIf(!existsSync(published))(
    `transcription ${document} beside the published text (skipped where ../shared/documents lacks it)`,
    () => {
      test('has as many lines', () => {
        expect(readLines(transcription).length).toBe(readLines(published).length);
      });

      test.each([
        { rule: 'the same table rows', aspect: (line: string) => (isTableRow(line) ? line : '') },
        { rule: 'the same blank lines', aspect: (line: string) => line.trim() === '' },
        { rule: 'the same numbers and scales', aspect: listNumbers },
        { rule: 'the same footnote marks', aspect: listFootnoteMarks },
      ])('has $rule on the same lines', ({ aspect }) => {
        expect(placed(transcription, aspect)).toEqual(placed(published, aspect));
      });

      test(`shares at most ${SHARED_RUN_LIMIT} runs of ${RUN_LENGTH} words outside tables`, () => {
        const shared = [...wordRuns(transcription).intersection(wordRuns(published))];
        expect(shared.length, shared.join('\n')).toBeLessThanOrEqual(SHARED_RUN_LIMIT);
      });
    },
  );
}

/** Throws where the bytes are not UTF-8, instead of replacing them. */
function readText(file: URL): string {
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(readFileSync(file));
}

/** A line feed at the end closes the last line and starts none. */
function readLines(file: URL): string[] {
  return readText(file).replace(/\n$/, '').split('\n');
}

function isTableRow(line: string): boolean {
  return line.includes('\t');
}

/** What `aspect` sees on each line, keyed by line number so that a difference names its place. */
function placed(file: URL, aspect: (line: string) => unknown): Record<string, unknown> {
  return Object.fromEntries(readLines(file).map((line, index) => [`line ${index + 1}`, aspect(line)]));
}

/** Sorted, since a re-told sentence may name its date before or after its figure. */
function listNumbers(line: string): string[] {
  return (line.match(/(?:JPY ?)?\d+(?:[.,:]\d+)*(?:%| million| billion)?/g) ?? []).sort();
}

function listFootnoteMarks(line: string): string[] {
  return (line.match(/[¹²³⁴-⁹]|^\*(?=\w)/g) ?? []).sort();
}

/** Adjacent table rows belong to one table; a row with another number of fields has lost or gained a tab. */
function findUnevenRows(lines: readonly string[]): string[] {
  return lines.flatMap((line, index) => {
    const above = lines[index - 1] ?? '';
    if (!isTableRow(line) || !isTableRow(above)) return [];
    return line.split('\t').length === above.split('\t').length ? [] : [`line ${index + 1}: ${line}`];
  });
}

/** Every run of words outside tables; a run goes on over line breaks, blank lines and tables. */
function wordRuns(file: URL): Set<string> {
  const prose = readLines(file).filter((line) => !isTableRow(line));
  const words =
    prose
      .join('\n')
      .toLowerCase()
      .match(/[a-z']+/g) ?? [];
  return new Set(words.slice(RUN_LENGTH - 1).map((_, at) => words.slice(at, at + RUN_LENGTH).join(' ')));
}
