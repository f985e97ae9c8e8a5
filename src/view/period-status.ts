import type { Issuer } from '../data/index.ts';
import type { DocumentRecord, PeriodRecord } from '../model/document.ts';
import { documentOf } from '../model/fact.ts';
import { formatDate } from '../model/format.ts';
import { closing, lastDay } from '../model/period.ts';
import { findRelease, neighbours } from './periods.ts';

/** Where a period stands among the others, and the document that says so. */
export interface PeriodStatus {
  /** `Latest`, `Earlier`, or words that a date follows. */
  readonly words: string;
  readonly isLatest: boolean;
  /** Document whose release the words end in. */
  readonly document: DocumentRecord | undefined;
}

/**
 * A period is restated in a later release, known only from comparatives, the latest of its length, or an earlier one.
 * That another one follows it changes nothing about it.
 */
export function periodStatus(issuer: Issuer, period: PeriodRecord): PeriodStatus {
  const restated = restatedIn(issuer, period);
  if (restated) return { words: 'Restated in the release of', isLatest: false, document: restated };
  const release = firstHand(issuer, period);
  if (!release && !period.derived) {
    const document = issuer.documents.find(({ id }) => id === period.document);
    if (document) return { words: 'Known from comparatives in the release of', isLatest: false, document };
  }
  const { latest } = neighbours(issuer.record.periods, period);
  return { words: latest ? 'Latest' : 'Earlier', isLatest: latest, document: undefined };
}

/** The same in one line, for the head of a printed page. */
export const statusWords = ({ words, document }: PeriodStatus): string =>
  document ? `${words} ${formatDate(document.released)}` : words;

/** The release that reports a period as its own; a period that was worked out was released by none. */
export function firstHand(issuer: Issuer, period: PeriodRecord): DocumentRecord | undefined {
  const release = period.derived ? undefined : findRelease(issuer, period);
  return release && lastDay(release.period) === lastDay(period.period) ? release : undefined;
}

/** The latest document that gives figures of a period otherwise than the one that released it. */
function restatedIn(issuer: Issuer, { period }: PeriodRecord): DocumentRecord | undefined {
  const documents = issuer.verification.restatements
    .filter((one) => one.period === period || one.period === closing(period))
    .flatMap(({ facts }) => documentOf(issuer.facts.byId(facts.at(-1) ?? '')));
  return issuer.documents.findLast(({ id }) => documents.includes(id));
}
