import { formatCounted } from '../../src/model/format.ts';
import { CHANGE_KINDS, type ChangeKind, type Comparison, compareOutputs } from '../compare/changes.ts';
import { makeOutput } from '../compare/output.ts';
import type { Effects } from '../effects.ts';
import { listInputs } from '../input/list-inputs.ts';
import { hashInputs } from '../output/receipt-json.ts';
import type { Before } from './convert-commit.ts';
import type { Converted } from './convert-documents.ts';

/** What was converted without the findings that were there before; one whose answer was taken away is new. */
export const leaveOld = ({ corpus, sources }: Converted, before: Before): Converted => ({
  corpus: {
    ...corpus,
    issuers: corpus.issuers.map((issuer) => ({
      ...issuer,
      findings: issuer.findings.filter(({ id, answer }) => {
        const wasAnswered = before.findings.get(id);
        return wasAnswered === undefined || (wasAnswered && !answer);
      }),
    })),
  },
  sources,
});

/** Which published figures are not what they were: other ones first, then new ones, then those that went. */
export function compareSince(
  { output }: Before,
  { corpus }: Converted,
  documents: string,
  effects: Effects,
): Comparison {
  const now = makeOutput(corpus.issuers, hashInputs(listInputs(documents, effects)));
  const { figures, changes } = compareOutputs(output, now);
  return {
    figures,
    changes: CHANGE_KINDS.flatMap((kind) => changes.filter((change) => change.kind === kind)),
  };
}

/** What is new, on one line. */
export function countNew({ corpus }: Converted, before: Before, { changes }: Comparison): string {
  const documents = corpus.issuers.flatMap((issuer) => issuer.documents);
  const isNew = ({ issuer, id }: (typeof documents)[number]) => !before.documents.has(`${issuer}/${id}`);
  const count = (kind: ChangeKind) => changes.filter((change) => change.kind === kind).length;
  return [
    formatCounted(documents.filter(isNew).length, 'new document'),
    formatCounted(count('appeared'), 'new figure'),
    ...(count('changed') > 0 ? [`${count('changed')} changed`] : []),
    ...(count('went') > 0 ? [`${count('went')} gone`] : []),
  ].join(', ');
}
