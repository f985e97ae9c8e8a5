import type { Issuer } from '../data/index.ts';
import type { Cited } from '../model/citation.ts';
import type { DocumentRecord, PeriodRecord } from '../model/document.ts';
import { type Fact, isPrinted } from '../model/fact.ts';
import { formatDate, formatPeriod } from '../model/format.ts';
import { lastDay } from '../model/period.ts';
import type { MeasureView } from './measures.ts';
import { findRelease, latestReleaseDay } from './periods.ts';

/** A period, and the lines of its release that tell of it. */
export function citePeriod(issuer: Issuer, period: PeriodRecord): Cited {
  const release = findRelease(issuer, period);
  const own = issuer.facts
    .ofPeriod(period.period)
    .filter(isPrinted)
    .filter(({ document }) => document === release?.id);
  return {
    key: `${issuer.record.slug}-${period.slug}`,
    author: issuer.record.name,
    title: `${period.name} (${formatPeriod(period.period)})`,
    ...inRelease(
      release,
      own.map(({ line }) => line),
    ),
    ...onDay(release?.released ?? lastDay(period.period)),
  };
}

/** A measure, and the lines of the latest release that tell it. */
export function citeMeasure(issuer: Issuer, { concept, label }: MeasureView): Cited {
  const printed = issuer.facts.listAllStatements(concept).filter(isPrinted);
  const release = issuer.documents.findLast(({ id }) => printed.some(({ document }) => document === id));
  return {
    key: `${issuer.record.slug}-${concept.replace(/[^A-Za-z0-9]+/g, '-')}`,
    author: issuer.record.name,
    title: label,
    ...inRelease(
      release,
      printed.filter(({ document }) => document === release?.id).map(({ line }) => line),
    ),
    ...onDay(release?.released ?? latestReleaseDay(issuer)),
  };
}

export const citeRelease = ({ record }: Issuer, { id, title, released }: DocumentRecord): Cited => ({
  key: `${record.slug}-${id}`,
  author: record.name,
  title,
  ...onDay(released),
});

/** The release that one figure is from; of a derived one the latest that it rests on. */
export function findReleaseOfFact(issuer: Issuer, fact: Fact): DocumentRecord | undefined {
  const roots = new Set<string>();
  const waiting = [fact];
  const met = new Set(waiting);
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (isPrinted(next)) roots.add(next.document);
    for (const id of isPrinted(next) ? [] : next.inputs) {
      const input = issuer.facts.byId(id);
      if (!input || met.has(input)) continue;
      met.add(input);
      waiting.push(input);
    }
  }
  return issuer.documents.findLast(({ id }) => roots.has(id));
}

const onDay = (released: Cited['released']): Pick<Cited, 'released' | 'on'> => ({
  released,
  on: formatDate(released),
});

/** Each stretch of lines is told by its ends. */
function inRelease(release: DocumentRecord | undefined, lines: readonly number[]): Partial<Cited> {
  if (!release || lines.length === 0) return {};
  const [first, last] = [lines.reduce((a, b) => Math.min(a, b)), lines.reduce((a, b) => Math.max(a, b))];
  return {
    release: release.title,
    place: first === last ? `line ${first}` : `lines ${first} to ${last}`,
  };
}
