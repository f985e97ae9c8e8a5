import type { Finding } from '../../src/model/finding.ts';
import { formatMarkdownTable } from './markdown-table.ts';

/** A heading, a line of counts, and a table of findings. `placeOf`: file and line of each. */
export const formatFindingsMarkdown = (
  findings: readonly Finding[],
  placeOf: (finding: Finding) => string,
  counts: string,
): string[] => [
  '### What checks found',
  '',
  `${counts}.`,
  ...formatMarkdownTable(['| | where | what |', '| --- | --- | --- |'], findings, (finding) => [
    finding.verdict,
    placeOf(finding),
    finding.message,
  ]),
];
