import type { DocumentRecord, TableRow } from '../../../src/model/document.ts';
import type { Finding } from '../../../src/model/finding.ts';
import type { TextCheck, TextEvidence } from './text-finding.ts';
import { listTables, textFinding } from './text-finding.ts';

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
export const labelWords: TextCheck = function* (document, _, evidence) {
  const rows = listTables(document).flatMap(({ rows }) => rows.filter(({ concept }) => concept !== ''));
  for (const alike of Map.groupBy(rows, ({ concept }) => concept).values()) {
    const labels = alike.map((row) => ({ row, words: splitWords(row.label) }));
    for (const one of labels) {
      const whole = labels.find(
        (other) => isCutShort(one.words, other.words) || lacksAnd(one.words, other.words),
      );
      if (whole) yield makeFinding(document, one, whole, evidence);
    }
  }
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

function makeFinding(
  document: DocumentRecord,
  { row }: Labelled,
  whole: Labelled,
  { factsAt }: TextEvidence,
): Finding {
  return textFinding(document, {
    rule: 'label-words',
    verdict: 'slip',
    line: row.line,
    cell: 0,
    expected: whole.row.label,
    actual: row.label,
    message: `"${row.label}" in line ${row.line} lacks a word: line ${whole.row.line} calls the same "${whole.row.label}".`,
    facts: factsAt(document.id, row.line).filter(({ origin }) => origin === 'table'),
  });
}
