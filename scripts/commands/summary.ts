import { basename } from 'node:path';
import { formatCounted } from '../../src/model/format.ts';
import type { Problem } from '../../src/model/problem.ts';
import { isCompanion, isOwnWord } from '../input/document-names.ts';
import { type Contradiction, type IssuerBrief, listOpen } from '../output/issuer-brief.ts';

interface Summarised {
  readonly issuers: readonly IssuerBrief[];
  readonly leftOut: readonly Problem[];
}

/** What a conversion gave, on one line. */
export function summarise({ issuers, leftOut }: Summarised): string {
  const found = issuers.flatMap(({ contradictions }) => contradictions);
  const errors = formatCounted(found.filter(isError).length, 'error');
  const slips = formatCounted(found.filter((one) => !isError(one)).length, 'slip');
  const answered = sum(issuers, ({ counts }) => counts.answered);
  const open = answered > 0 ? `; ${listOpen(issuers).length} open, ${answered} answered` : '';
  const checks = formatCounted(
    sum(issuers, ({ counts }) => counts.checks),
    'check',
  );
  const files = countFiles(leftOut);
  return [
    formatCounted(issuers.length, 'issuer'),
    formatCounted(
      sum(issuers, ({ documents }) => documents.length),
      'document',
    ),
    formatCounted(
      sum(issuers, ({ counts }) => counts.facts),
      'fact',
    ),
    `${checks} (${errors}, ${slips}${open})`,
    formatCounted(
      sum(issuers, ({ counts }) => counts.unread),
      'unread number',
    ),
    ...(files > 0 ? [`${formatCounted(files, 'document')} left out`] : []),
  ].join(', ');
}

const isError = ({ finding }: Contradiction): boolean => finding.verdict === 'error';

/** Documents that are left out; what is wrong with what stands beside them leaves none out. */
const countFiles = (leftOut: readonly Problem[]): number =>
  new Set(
    leftOut
      .map(({ file }) => file)
      .filter((file) => !isCompanion(basename(file)) || isOwnWord(basename(file))),
  ).size;

const sum = <T>(records: readonly T[], count: (record: T) => number): number =>
  records.reduce((total, record) => total + count(record), 0);
