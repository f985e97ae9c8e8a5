import type { Corpus, SourceText } from '../../src/model/corpus.ts';
import type { Finding } from '../../src/model/finding.ts';

/** What did not simply pass, for programs: `tieout check --json`. Answered findings have their answer with them. */
export function formatFindingsJson(
  { issuers }: Corpus,
  sources: readonly SourceText[],
  more: Readonly<Record<string, unknown>> = {},
): string {
  const files = new Map(sources.map(({ issuer, id, file }) => [`${issuer}/${id}`, file]));
  const lines = new Map(
    issuers.flatMap(({ documents }) =>
      documents.map((one) => [`${one.issuer}/${one.id}`, one.lines] as const),
    ),
  );
  const findings = issuers.flatMap((issuer) => issuer.findings.filter(isNotable));
  const told = findings.map(({ id, rule, verdict, issuer, document, line, column, message, ...rest }) => ({
    ...{ id, rule, verdict, isOpen: isOpen({ verdict, answer: rest.answer }), issuer, document },
    ...{ file: files.get(`${issuer}/${document}`) ?? '', line, column, message },
    text: lines.get(`${issuer}/${document}`)?.[line - 1] ?? '',
    ...{ expected: rest.expected, actual: rest.actual, facts: rest.facts },
    ...(rest.answer && { answer: rest.answer }),
  }));
  const open = told.filter((finding) => finding.isOpen).length;
  const answered = told.filter(({ answer }) => answer).length;
  return JSON.stringify({ schema: 1, open, answered, findings: told, ...more }, null, 1);
}

const isNotable = ({ verdict }: Finding): boolean => verdict !== 'exact' && verdict !== 'rounding';

/** Nobody has answered what cannot be right. */
const isOpen = ({
  verdict,
  answer,
}: {
  verdict: Finding['verdict'];
  answer: Finding['answer'] | undefined;
}): boolean => (verdict === 'error' || verdict === 'slip') && !answer;
