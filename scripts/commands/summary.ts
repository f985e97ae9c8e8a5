import { basename } from 'node:path';
import type { Corpus, IssuerData } from '../../src/model/corpus.ts';
import type { Coverage } from '../../src/model/document.ts';
import type { Finding, Verdict } from '../../src/model/finding.ts';
import { isCompanion } from '../input/document-names.ts';

/** `1 document`, `2,159 facts`. */
export const formatCount = (count: number, noun: string): string =>
  `${count.toLocaleString('en-US')} ${noun}${count === 1 ? '' : 's'}`;

/** What a conversion gave, on one line. */
export function summarise(corpus: Corpus): string {
  const found = findContradictions(corpus);
  const count = (wanted: Verdict) => found.filter(({ verdict }) => verdict === wanted).length;
  return [
    formatCount(corpus.issuers.length, 'issuer'),
    formatCount(
      sum(corpus.issuers, ({ documents }) => documents.length),
      'document',
    ),
    formatCount(
      sum(corpus.issuers, ({ facts }) => facts.length),
      'fact',
    ),
    `${formatCount(
      sum(corpus.issuers, ({ findings }) => findings.length),
      'check',
    )} (${formatCount(count('error'), 'error')}, ${formatCount(count('slip'), 'slip')})`,
    formatCount(
      sum(coverages(corpus), ({ unread }) => unread.length),
      'unread number',
    ),
    ...(countFiles(corpus) > 0 ? [`${formatCount(countFiles(corpus), 'document')} left out`] : []),
  ].join(', ');
}

/** The checks that found what cannot be so: errors of figures, then slips of words. */
export const findContradictions = ({ issuers }: Corpus): Finding[] =>
  (['error', 'slip'] as const).flatMap((wanted) =>
    issuers.flatMap(({ findings }) => findings.filter(({ verdict }) => verdict === wanted)),
  );

/** Documents that are left out; what is wrong with what stands beside them leaves none out. */
const countFiles = ({ leftOut }: Corpus): number =>
  new Set(leftOut.map(({ file }) => file).filter((file) => !isCompanion(basename(file)))).size;

const coverages = (corpus: Corpus): Coverage[] =>
  corpus.issuers.flatMap(({ coverage }: IssuerData) => Object.values(coverage));

const sum = <T>(records: readonly T[], count: (record: T) => number): number =>
  records.reduce((total, record) => total + count(record), 0);
