import type { Issuer } from '../data/index.ts';
import { RULE_ORDER, ruleWords } from '../model/check-rules.ts';
import type { DocumentRecord } from '../model/document.ts';
import { documentOf, type Fact } from '../model/fact.ts';
import { type Finding, VERDICTS, type Verdict } from '../model/finding.ts';
import { formatDate } from '../model/format.ts';
import type { Restatement } from '../model/verification.ts';
import { isAt } from './checks-marks.ts';
import { BY_WEIGHT, isNotable } from './checks-verdicts.ts';
import type { TextPiece } from './pieces.ts';

/** How often a rule came to each verdict. */
export interface RuleCount {
  readonly rule: string;
  readonly title: string;
  readonly says: string;
  readonly counts: Readonly<Record<Verdict, number>>;
  readonly all: number;
}

/** What was found in a release, and how many of its checks passed. */
export interface ReleaseCount {
  readonly document: string;
  readonly name: string;
  readonly counts: Readonly<Record<Verdict, number>>;
  /** Figures of earlier releases that it gives otherwise. */
  readonly restated: number;
  readonly passed: number;
  readonly all: number;
}

/** The verdicts that are told one by one, worst first. */
export const BY_RELEASE: readonly Verdict[] = BY_WEIGHT.filter(isNotable);

/** The latest release first. */
export function releaseCounts(issuer: Issuer): ReleaseCount[] {
  const byDocument = Map.groupBy(issuer.findings, ({ document }) => document);
  return issuer.documents.toReversed().map((document) => {
    const list = byDocument.get(document.id) ?? [];
    return {
      document: document.id,
      name: releaseName(document),
      counts: countByVerdict(list),
      restated: restatedIn(issuer, document.id).length,
      passed: list.length - listNotable(list).length,
      all: list.length,
    };
  });
}

/** Figures of earlier releases that a release gives otherwise. */
export const restatedIn = ({ facts, verification }: Issuer, document: string): Restatement[] =>
  verification.restatements.filter(({ facts: ids }) =>
    ids.slice(1).some((id) => documentOf(facts.byId(id)) === document),
  );

const indexes = new WeakMap<Issuer, ReadonlyMap<string, Finding>>();

export function findingById(issuer: Issuer): ReadonlyMap<string, Finding> {
  const index = indexes.get(issuer) ?? new Map(issuer.findings.map((finding) => [finding.id, finding]));
  indexes.set(issuer, index);
  return index;
}

export const ruleCounts = ({ findings }: Issuer): RuleCount[] =>
  [...Map.groupBy(findings, ({ rule }) => rule)]
    .sort(([a], [b]) => ruleOrder(a) - ruleOrder(b) || (a < b ? -1 : 1))
    .map(([rule, list]) => ({
      rule,
      ...ruleWords(rule),
      counts: countByVerdict(list),
      all: list.length,
    }));

export function countByVerdict(findings: readonly Finding[]): Record<Verdict, number> {
  const counts = Object.fromEntries(VERDICTS.map((verdict) => [verdict, 0])) as Record<Verdict, number>;
  for (const { verdict } of findings) counts[verdict]++;
  return counts;
}

/** `Release of 15 May 2013`. */
export const releaseName = (document: DocumentRecord | undefined): string =>
  document ? `Release of ${formatDate(document.released)}` : 'Release';

/** The words of a finding with its figure marked in them; the line is named beside them. */
export function messagePieces(finding: Finding, fact: Fact | undefined): TextPiece[] {
  const { message, line } = finding;
  const place = ` in line ${line}`;
  const told = isAt(finding, fact) ? message.indexOf(`${fact.raw}${place}`) : -1;
  if (!isAt(finding, fact) || told < 0) return [message.replace(place, '')];
  const after = message.slice(told + fact.raw.length + place.length);
  const pieces: TextPiece[] = [message.slice(0, told), { kind: 'fact', fact, text: fact.raw }, after];
  return pieces.filter((piece) => piece !== '');
}

/** The findings that are told one by one. */
export const listNotable = (findings: readonly Finding[]): Finding[] =>
  findings.filter(({ verdict }) => isNotable(verdict));

export const byPlace = (a: Finding, b: Finding): number =>
  (a.document < b.document ? -1 : a.document > b.document ? 1 : 0) || a.line - b.line || a.column - b.column;

const ruleOrder = (rule: string): number => {
  const index = RULE_ORDER.indexOf(rule);
  return index < 0 ? RULE_ORDER.length : index;
};
