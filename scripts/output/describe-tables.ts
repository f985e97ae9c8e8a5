import type { IssuerData } from '../../src/model/corpus.ts';
import type { DocumentRecord, TableBlock, UnreadNumber } from '../../src/model/document.ts';
import { type Fact, isPrinted, type Printed } from '../../src/model/fact.ts';

/**
 * One line a table: where it begins, how many rows state something, how many figures, and how sure their reading is:
 * proven to the last digit by sums and changes, borne out by a relation or another place, told by nothing else, unsure,
 * unread. Below it why figures are unsure.
 */
export function describeTables(document: DocumentRecord, data: IssuerData): string[] {
  const tables = document.blocks.filter((block): block is TableBlock => block.kind === 'table');
  const facts = new Map(data.facts.map((fact) => [fact.id, fact]));
  const unread = data.coverage[document.id]?.unread ?? [];
  return [
    `${COLUMNS.map(([name, width]) => name.padStart(width)).join('')}  table`,
    ...tables.flatMap((table) => describeTable(table, facts, unread, data)),
  ];
}

const COLUMNS = [
  ['line', 6],
  ['rows', 6],
  ['figures', 9],
  ['proven', 8],
  ['tied', 6],
  ['single', 8],
  ['unsure', 8],
  ['unread', 8],
] as const;

function describeTable(
  { lines: [first, last], rows, title }: TableBlock,
  facts: ReadonlyMap<string, Fact>,
  unread: readonly UnreadNumber[],
  { verification }: IssuerData,
): string[] {
  const stated = rows.flatMap(({ cells }) => cells.flatMap((cell) => cell.facts));
  const own = stated.flatMap((id) => facts.get(id) ?? []).filter(isPrinted);
  const graded = Map.groupBy(own, ({ id, doubt }) =>
    doubt === '' ? (verification.facts[id]?.grade ?? 'single') : 'unsure',
  );
  const count = (...grades: string[]): number =>
    [...graded].reduce((sum, [grade, those]) => sum + (grades.includes(grade) ? those.length : 0), 0);
  const stating = rows.filter(({ cells }) => cells.some((cell) => cell.facts.length > 0)).length;
  const lost = unread.filter(({ line }) => line >= first && line <= last).length;
  const counts = [
    ...[first, stating, own.length],
    ...[count('proven'), count('supported'), count('single', 'disputed'), count('unsure'), lost],
  ];
  const line = counts.map((value, i) => String(value).padStart(COLUMNS[i]?.[1] ?? 0)).join('');
  return [`${line}  ${title || '(untitled)'}`, ...reasonsFor(graded.get('unsure') ?? [])];
}

const MOST_REASONS = 3;

/** Why figures are unsure, the most frequent reason first; those that differ in their figures alone are one. */
function reasonsFor(unsure: readonly Printed[]): string[] {
  const reasons = [...Map.groupBy(unsure, ({ doubt }) => doubt.replace(FIGURES, '#')).values()].sort(
    (a, b) => b.length - a.length,
  );
  const told = reasons
    .slice(0, MOST_REASONS)
    .map(
      (those) => `${INDENT}${those.length} unsure, the first in line ${those[0]?.line}: ${those[0]?.doubt}`,
    );
  const rest = reasons.slice(MOST_REASONS).reduce((sum, those) => sum + those.length, 0);
  return rest > 0 ? [...told, `${INDENT}${rest} unsure for other reasons`] : told;
}

const FIGURES = /\p{Sc}?\(?\d[\d.,]*\)?%?/gu;
const INDENT = ' '.repeat(8);
