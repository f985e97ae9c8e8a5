import type { Answer, AnswerStatus } from '../model/answer.ts';
import type { Finding } from '../model/finding.ts';
import { formatDate } from '../model/format.ts';

const WORDS: Readonly<Record<AnswerStatus, string>> = {
  acknowledged: 'Acknowledged',
  misread: 'Misread here, not misprinted',
  corrected: 'Corrected since',
};

/** `Answered by Investor Relations, 20 May 2021: Acknowledged.` */
export function answerWords({ status, by, date }: Answer): string {
  const who = [by ? ` by ${by}` : '', date ? `${by ? ',' : ''} ${formatDate(date)}` : ''].join('');
  return `Answered${who}: ${WORDS[status]}.`;
}

/** `2 open, 4 answered`, empty where nothing was answered. */
export function countsOfAnswers(findings: readonly Finding[]): string {
  const answered = findings.filter(({ answer }) => answer).length;
  const open = findings.filter(
    ({ answer, verdict }) => !answer && (verdict === 'error' || verdict === 'slip'),
  ).length;
  return answered === 0 ? '' : `${open} open, ${answered} answered`;
}
