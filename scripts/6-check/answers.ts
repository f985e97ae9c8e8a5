import type { Answer, GivenAnswer } from '../../src/model/answer.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { Problem } from '../../src/model/problem.ts';

/** What a person says to findings, by their ids. */
export type Answers = ReadonlyMap<string, GivenAnswer>;

/** A finding with its answer; one that was misread accuses nobody any more. */
export function withAnswer(finding: Finding, answers: Answers): Finding {
  const given = answers.get(finding.id);
  if (!given || isPass(finding)) return finding;
  const { status, text, by, date } = given;
  const answer: Answer = { status, text, by, date };
  return { ...finding, answer, verdict: status === 'misread' ? 'doubt' : finding.verdict };
}

/** The figures of findings that a person says were misread, by their ids, with the reason for a reader. */
export function misreadByAnswer(findings: readonly Finding[]): Map<string, string> {
  const misread = new Map<string, string>();
  for (const { answer, facts } of findings)
    if (answer?.status === 'misread') for (const id of facts) misread.set(id, answerReason(answer));
  return misread;
}

const answerReason = ({ by, text }: Answer): string =>
  `${by || 'The issuer'} answered a finding on it: it was misread.${text ? ` “${text}”` : ''}`;

const isPass = ({ verdict }: Finding): boolean => verdict === 'exact' || verdict === 'rounding';

/** Answers that answer nothing: the finding is gone, or its check passes. */
export function staleAnswers(answers: Answers, findings: readonly Finding[]): Problem[] {
  const byId = new Map(findings.map((finding) => [finding.id, finding]));
  return [...answers.values()].flatMap(({ finding: id, file, line }): Problem[] => {
    const finding = byId.get(id);
    if (finding && !isPass(finding)) return [];
    const found = finding
      ? `an answer to ${id}, a check that passes`
      : `an answer to ${id}, which is no finding`;
    const expected = 'the id of an open finding, as checks.csv has it';
    return [{ file, line, column: 1, found, expected, mend: 'take the answer out or correct its id' }];
  });
}
