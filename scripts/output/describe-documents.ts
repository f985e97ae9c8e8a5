import { conceptById } from '../../src/concepts/index.ts';
import type { IssuerData } from '../../src/model/corpus.ts';
import type { Coverage, UnreadNumber } from '../../src/model/document.ts';
import { isPrinted, type Printed } from '../../src/model/fact.ts';
import { describeTables } from './describe-tables.ts';

/** What was read in each document of an issuer, for someone who has just added one. */
export const describeDocuments = (data: IssuerData): string[] =>
  data.documents.flatMap((document) => [
    document.title,
    `Released ${document.released}, reports ${document.periodSlug} (${document.period})`,
    ...(document.readingNotes ?? []),
    '',
    ...describeTables(document, data),
    '',
    ...describeUnknown(data.facts.filter(isPrinted).filter((fact) => fact.document === document.id)),
    ...describeCoverage(data.coverage[document.id]),
  ]);

/** Labels that no concept has among its aliases, with the concepts made for them. */
function describeUnknown(facts: readonly Printed[]): string[] {
  const unknown = facts.filter(({ concept, origin }) => origin === 'table' && !conceptById.has(concept));
  const byLine = new Map(unknown.map((fact) => [fact.line, fact]));
  return [
    `Labels that the vocabulary does not know: ${byLine.size || 'none'}`,
    ...[...byLine.values()].map(
      ({ line, column, label, concept }) => `  ${line}:${column} ${label} (${concept})`,
    ),
  ];
}

function describeCoverage(coverage: Coverage | undefined): string[] {
  if (!coverage) return [];
  const { tokens, facts, other, unread } = coverage;
  const kinds = Object.entries(other).map(([kind, count]) => `${count} ${kind}`);
  return [
    `Numbers: ${[`${tokens} in the text`, `${facts} facts`, ...kinds].join(', ')}`,
    `Unread numbers: ${unread.length || 'none'}`,
    ...[...Map.groupBy(unread, ({ line, reason }) => `${line} ${reason}`).values()].map(describeUnread),
  ];
}

/** The numbers of a line that one reason leaves unread. */
function describeUnread(numbers: readonly UnreadNumber[]): string {
  const [first] = numbers;
  const texts = numbers.map(({ text }) => text).join(', ');
  return `  ${first?.line}:${first?.column} ${texts}${first ? `: ${first.reason}` : ''}`;
}
