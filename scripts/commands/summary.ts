import { basename } from 'node:path';
import type { Corpus, IssuerData } from '../../src/model/corpus.ts';
import type { Coverage } from '../../src/model/document.ts';
import type { Finding, Verdict } from '../../src/model/finding.ts';
import { isCompanion, isOwnWord } from '../input/document-names.ts';

/** `1 document`, `2,159 facts`. */
export const formatCount = (count: number, noun: string): string =>
  `${count.toLocaleString('en-US')} ${noun}${count === 1 ? '' : 's'}`;

/** What a conversion gave, on one line. */
export function summarise(corpus: Corpus): string {
  const count = (wanted: Verdict) => findContradictions(corpus, wanted).length;
  const open = findOpen(corpus).length;
  const answered = countAnswered(corpus);
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
    )} (${formatCount(count('error'), 'error')}, ${formatCount(count('slip'), 'slip')}${
      answered > 0 ? `; ${open} open, ${answered} answered` : ''
    })`,
    formatCount(
      sum(coverages(corpus), ({ unread }) => unread.length),
      'unread number',
    ),
    ...(countFiles(corpus) > 0 ? [`${formatCount(countFiles(corpus), 'document')} left out`] : []),
  ].join(', ');
}

/** What the checks of one verdict found. */
const findContradictions = ({ issuers }: Corpus, wanted: Verdict): Finding[] =>
  issuers.flatMap(({ findings }) => findings.filter(({ verdict }) => verdict === wanted));

/** What cannot be right and nobody has answered: errors of figures, then slips of words. */
export const findOpen = (corpus: Corpus): Finding[] =>
  (['error', 'slip'] as const).flatMap((wanted) =>
    findContradictions(corpus, wanted).filter(({ answer }) => !answer),
  );

const countAnswered = ({ issuers }: Corpus): number =>
  sum(issuers, ({ findings }) => findings.filter(({ answer }) => answer).length);

/** Documents that are left out; what is wrong with what stands beside them leaves none out. */
const countFiles = ({ leftOut }: Corpus): number =>
  new Set(
    leftOut
      .map(({ file }) => file)
      .filter((file) => !isCompanion(basename(file)) || isOwnWord(basename(file))),
  ).size;

const coverages = (corpus: Corpus): Coverage[] =>
  corpus.issuers.flatMap(({ coverage }: IssuerData) => Object.values(coverage));

const sum = <T>(records: readonly T[], count: (record: T) => number): number =>
  records.reduce((total, record) => total + count(record), 0);
