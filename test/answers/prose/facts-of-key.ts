import type { Printed } from '../../../src/model/fact.ts';
import { type ExpectedProse, expectedProse, keyOf, tokensOf } from './expand-prose.ts';

/** What a converter would give that reads the transcription just as the key does; concepts are called like items. */
export function factsOf(documentId: string): Printed[] {
  const columns = new Map(tokensOf(documentId, 'transcription').map((token) => [keyOf(token), token.column]));
  return expectedProse(documentId).map((statement) => factOf(documentId, statement, columns));
}

function factOf(documentId: string, expected: ExpectedProse, columns: ReadonlyMap<string, number>): Printed {
  const { item, n: _n, open: _open, ...stated } = expected;
  return {
    ...(stated as Omit<Printed, 'concept'>),
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
  };
}
