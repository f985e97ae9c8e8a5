import type { DocumentRecord, TableRow } from '../../../src/model/document.ts';
import type { TextCheck, TextEvidence } from './text-finding.ts';
import { listTables, type WordComparison } from './text-finding.ts';

/** Words with which a label cannot end. */
const OPEN =
  /^(?:of|and|or|in|for|to|with|on|from|by|the|a|an|[a-z]+-(?:type|term|based|related|backed|sale|method))$/;

/** A row of a table, its label cut into words. */
interface Labelled {
  readonly row: TableRow;
  readonly words: readonly string[];
}

/**
 * Labels of one measure in one document, held against each other: one that stops where another goes on has lost its
 * end; two words that another joins with `and` are run together.
 */
export const labelWords: TextCheck = {
  rule: 'label-words',
  *compare(document, _, evidence) {
    const rows = listTables(document).flatMap(({ rows }) => rows.filter(({ concept }) => concept !== ''));
    for (const alike of Map.groupBy(rows, ({ concept }) => concept).values()) {
      const labels = alike.map((row) => ({ row, words: splitWords(row.label) }));
      for (const one of labels) {
        const whole = labels.find(
          (other) => isCutShort(one.words, other.words) || lacksAnd(one.words, other.words),
        );
        if (whole) yield makeComparison(document, one, whole, evidence);
      }
    }
  },
  example: {
    text: `Consolidated Statements of Cash Flows (Unaudited)

| | Fiscal Year Ended March 31, 2020 | Fiscal Year Ended March 31, 2021 |
| | Thousands of JPY | Thousands of JPY |
| Decrease in net investment in sales-type lease—noncurrent | 124,794 | 98,205 |

Quarterly Consolidated Statements of Cash Flows (Unaudited)

| | Three Months Ended March 31, 2020 | Three Months Ended March 31, 2021 |
| | Thousands of JPY | Thousands of JPY |
| Decrease in net investment in sales-type | 24,794 | 28,205 |`,
    finds:
      '"Decrease in net investment in sales-type" in line 19 lacks a word: line 13 calls the same "Decrease in net investment in sales-type lease—noncurrent".',
  },
};

/** Lower case, with a mark where punctuation parts two words. */
const splitWords = (label: string): string[] =>
  label
    .toLowerCase()
    .replace(/[,;:()—–/]| -|- /g, ' , ')
    .trim()
    .split(/\s+/);

function isCutShort(words: readonly string[], others: readonly string[]): boolean {
  const [last = '', next = ''] = [words.at(-1), others[words.length]];
  return OPEN.test(last) && /^\p{L}/u.test(next) && words.every((word, i) => word === others[i]);
}

function lacksAnd(words: readonly string[], others: readonly string[]): boolean {
  if (others.length !== words.length + 1) return false;
  const at = others.findIndex((word, i) => word !== words[i]);
  if (at < 1 || at >= words.length || !/^(?:and|or)$/.test(others[at] ?? '')) return false;
  return (
    words[at - 1] !== ',' && words[at] !== ',' && words.slice(at).join(' ') === others.slice(at + 1).join(' ')
  );
}

function makeComparison(
  document: DocumentRecord,
  { row }: Labelled,
  whole: Labelled,
  { factsAt }: TextEvidence,
): WordComparison {
  return {
    line: row.line,
    cell: 0,
    expected: whole.row.label,
    actual: row.label,
    message: `"${row.label}" in line ${row.line} lacks a word: line ${whole.row.line} calls the same "${whole.row.label}".`,
    facts: factsAt(document.id, row.line).filter(({ origin }) => origin === 'table'),
  };
}
