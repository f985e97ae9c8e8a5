import type { Issuer } from '../data/index.ts';
import { type DocumentRecord, isHardlyRead } from '../model/document.ts';
import type { Finding } from '../model/finding.ts';
import { formatCount } from '../model/format.ts';

/** Share of failed comparisons above which a document's reading as a whole is in doubt, and the fewest that count. */
const TENTH = 0.1;
const FEWEST = 3;

/** Why a document's reading is in doubt as a whole, one sentence; empty where it is not. */
export function readingDoubt(
  { findings, coverage }: Pick<Issuer, 'findings' | 'coverage'>,
  { id }: DocumentRecord,
): string {
  const read = coverage[id];
  if (read && isHardlyRead(read))
    return `Most of this release could not be read: ${formatCount(read.unread.length)} of its numbers are left unread, and ${formatCount(read.facts)} are figures.`;
  const own = findings.filter(({ document, rule }) => document === id && rule !== 'stated');
  const doubtful = own.filter(({ verdict }) => verdict === 'doubt').length;
  if (doubtful < FEWEST || doubtful <= TENTH * own.length) return '';
  return `This release could not be read with certainty: ${doubtful} of ${own.length} comparisons of its figures fail, and a misreading is the likelier cause.`;
}

/** What a person states of a document's tables in place of what was read. */
export const statedWords = ({ findings }: Pick<Issuer, 'findings'>, { id }: DocumentRecord): Finding[] =>
  findings.filter(({ document, rule }) => document === id && rule === 'stated');
