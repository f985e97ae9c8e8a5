import type { Fact } from '../../../src/model/fact.ts';
import { type ExpectedProse, expectedProse, keyOf, tokensOf } from './expand-prose.ts';

/** What a converter would give that reads the transcription just as the key does; concepts are called like items. */
export function factsOf(documentId: string): Fact[] {
  const columns = new Map(tokensOf(documentId, 'transcription').map((token) => [keyOf(token), token.column]));
  return expectedProse(documentId).map((statement) => factOf(documentId, statement, columns));
}

function factOf(documentId: string, expected: ExpectedProse, columns: ReadonlyMap<string, number>): Fact {
  const { item, n: _n, open: _open, ...stated } = expected;
  return {
    ...(stated as Omit<Fact, 'concept'>),
    issuer: 'iij',
    document: documentId,
    origin: 'prose',
    column: columns.get(keyOf(expected)) ?? 0,
    cell: null,
    table: '',
    section: [],
    label: '',
    header: [],
    concept: item,
    inputs: [],
  };
}
