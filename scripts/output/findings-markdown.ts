import type { Finding } from '../../src/model/finding.ts';
import { escapeMarkdown } from './escape-markdown.ts';

/** A comment on a pull request holds 65,536 characters; a reader fewer. */
const MOST = 100;

/** A heading, a line of counts, and a table of findings with their places. `places`: file and line of each. */
export function formatFindingsMarkdown(
  findings: readonly Finding[],
  placeOf: (finding: Finding) => string,
  counts: string,
): string[] {
  const head = ['### What checks found', '', `${counts}.`];
  if (findings.length === 0) return head;
  const rows = findings
    .slice(0, MOST)
    .map((finding) => [finding.verdict, placeOf(finding), finding.message].map(escapeMarkdown).join(' | '));
  const more = findings.length - rows.length;
  return [
    ...head,
    '',
    '| | where | what |',
    '| --- | --- | --- |',
    ...rows.map((row) => `| ${row} |`),
    ...(more > 0 ? ['', `And ${more.toLocaleString('en-US')} more.`] : []),
  ];
}
