import type { Printed } from '../../src/model/fact.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { Period } from '../../src/model/period.ts';

/** What a check compares: the figure that it is about, the others, and the words where it compares words. */
export interface Compared {
  readonly issuer: string;
  readonly document: string;
  readonly rule: string;
  readonly facts: readonly Printed[];
  readonly words?: readonly string[];
}

/**
 * The id of a finding: its rule, the measure and period of the first figure, and a mark of all that is compared. It knows
 * no place, so that answers to it last while a document is edited around it and other checks come and go.
 */
export function findingId({ issuer, document, rule, facts, words = [] }: Compared): string {
  const [first, ...others] = facts;
  const subject = first ? [first.concept, dashed(first.period)] : [];
  const figures = first ? [formatSaying(first), ...others.map(formatSaying).sort()] : [];
  return [issuer, document, rule, ...subject, hashText([...figures, ...words].join('\n'))].join('/');
}

/** Findings that compare the same are counted in the order of the text. */
export function withOwnIds(findings: readonly Finding[]): Finding[] {
  const alike = Map.groupBy(findings, ({ id }) => id);
  const counts = new Map<Finding, number>();
  for (const list of alike.values())
    for (const [index, finding] of list.toSorted(byPlace).entries()) counts.set(finding, index + 1);
  return findings.map((finding) => {
    const count = counts.get(finding) ?? 1;
    return count === 1 ? finding : { ...finding, id: `${finding.id}-${count}` };
  });
}

const byPlace = (a: Finding, b: Finding): number => a.line - b.line || a.column - b.column;

const dashed = (period: Period): string => period.replace('/', '--');

/** What a figure says, without where it stands. */
const formatSaying = ({ concept, aspect, basis, dimensions, period, unit, raw, document }: Printed): string =>
  [document, concept, aspect, basis, dimensions, period, unit, raw].join('|');

/** Eight characters that differ between texts: two runs of FNV-1a (32 bits), the second from another start. */
const hashText = (text: string): string =>
  [0x811c9dc5, 0x050c5d1f].map((start) => fnv(text, start).toString(36).padStart(7, '0').slice(-4)).join('');

function fnv(text: string, start: number): number {
  let hash = start;
  for (let index = 0; index < text.length; index++)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash >>> 0;
}
