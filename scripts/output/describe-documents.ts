import type { IssuerData } from '../../src/model/corpus.ts';
import type { Coverage, DocumentRecord, TableBlock } from '../../src/model/document.ts';

/** What was read in each document of an issuer, for someone who has just added one. */
export const describeDocuments = ({ documents, coverage }: IssuerData): string[] =>
  documents.flatMap((document) => describe(document, coverage[document.id]));

function describe(document: DocumentRecord, coverage: Coverage | undefined): string[] {
  return [
    document.title,
    `Released ${document.released}, reports ${document.periodSlug} (${document.period})`,
    '',
    ...describeTables(document),
    '',
    ...(coverage ? describeCoverage(coverage) : []),
  ];
}

/** One line a table: where it begins, how many of its rows say something, how many facts, and what it is called. */
function describeTables({ blocks }: DocumentRecord): string[] {
  const tables = blocks.filter((block): block is TableBlock => block.kind === 'table');
  return ['  line  rows  facts  table', ...tables.map(describeTable)];
}

function describeTable({ lines, rows, title }: TableBlock): string {
  const facts = rows.flatMap(({ cells }) => cells.flatMap((cell) => cell.facts)).length;
  const stating = rows.filter(({ cells }) => cells.some((cell) => cell.facts.length > 0)).length;
  return `${pad(lines[0], 6)}${pad(stating, 6)}${pad(facts, 7)}  ${title || '(untitled)'}`;
}

function describeCoverage({ tokens, facts, other, unknown, unread }: Coverage): string[] {
  const kinds = Object.entries(other).map(([kind, count]) => `${count} ${kind}`);
  return [
    `Numbers: ${[`${tokens} in the text`, `${facts} facts`, ...kinds].join(', ')}`,
    `Facts whose concept or unit the vocabulary does not know: ${unknown}`,
    `Unread numbers: ${unread.length || 'none'}`,
    ...unread.map(({ line, column, text }) => `  ${line}:${column} ${text}`),
  ];
}

const pad = (value: number, width: number): string => String(value).padStart(width);
