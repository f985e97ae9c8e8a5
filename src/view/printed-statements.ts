import type { Issuer } from '../data/index.ts';
import type { StatementKind } from '../model/concept.ts';
import type { DocumentRecord, TableBlock } from '../model/document.ts';

/** A statement as a document prints it: the tables that it goes over. */
export interface PrintedStatement {
  readonly document: DocumentRecord;
  readonly blocks: readonly TableBlock[];
}

/** Of each document, newest first, the statement in full: the tables that follow each other around the longest. */
export const printedStatements = ({ documents }: Issuer, statement: StatementKind): PrintedStatement[] =>
  documents.toReversed().flatMap((document) => {
    const blocks = fullest(document, statement);
    return blocks.length > 0 ? [{ document, blocks }] : [];
  });

/** The run of tables of one statement, with no other between, that has the longest of them. */
function fullest({ blocks }: DocumentRecord, statement: StatementKind): readonly TableBlock[] {
  const runs: TableBlock[][] = [[]];
  for (const block of blocks) {
    if (block.kind !== 'table') continue;
    if (block.statement === statement) runs.at(-1)?.push(block);
    else runs.push([]);
  }
  const longest = (run: readonly TableBlock[]): number => Math.max(0, ...run.map(({ rows }) => rows.length));
  return runs.reduce((best, run) => (longest(run) > longest(best) ? run : best));
}
