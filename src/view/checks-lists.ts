import type { Issuer } from '../data/index.ts';
import { RULE_ORDER, ruleWords } from '../model/check-rules.ts';
import type { DocumentRecord } from '../model/document.ts';
import type { Fact } from '../model/fact.ts';
import { type Finding, VERDICTS, type Verdict } from '../model/finding.ts';
import { formatCounted, formatDate } from '../model/format.ts';
import { BY_WEIGHT, isNotable, VERDICT_WORDS } from './checks-verdicts.ts';
import type { Piece } from './pieces.ts';
import { isAt } from './verification-marks.ts';

/** Checks of one rule or of one verdict, which have a page of their own. */
export interface CheckList {
  readonly slug: string;
  readonly title: string;
  readonly says: string;
  readonly findings: readonly Finding[];
}

/** Checks of figures that stand in one table, or in the text of one release. */
export interface CheckGroup {
  readonly title: string;
  readonly document: DocumentRecord | undefined;
  readonly findings: readonly Finding[];
}

/** How often a rule came to each verdict. */
export interface RuleCount {
  readonly rule: string;
  readonly title: string;
  readonly counts: Readonly<Record<Verdict, number>>;
  readonly all: number;
}

/** One list for each rule and verdict that an issuer has checks of: the filters of its page of checks. */
export const checkLists = (issuer: Issuer): CheckList[] => [...verdictLists(issuer), ...ruleLists(issuer)];

export const verdictLists = ({ findings }: Issuer): CheckList[] =>
  BY_WEIGHT.map((verdict) => ({
    slug: verdict,
    title: VERDICT_WORDS[verdict].name,
    says: VERDICT_WORDS[verdict].says,
    findings: findings.filter((finding) => finding.verdict === verdict),
  })).filter((list) => list.findings.length > 0);

export function ruleLists({ findings }: Issuer): CheckList[] {
  const byRule = Map.groupBy(findings, ({ rule }) => rule);
  return [...byRule]
    .sort(([a], [b]) => orderOf(a) - orderOf(b) || (a < b ? -1 : 1))
    .map(([rule, list]) => ({ slug: rule, ...ruleWords(rule), findings: list }));
}

export const ruleCounts = (issuer: Issuer): RuleCount[] =>
  ruleLists(issuer).map(({ slug, title, findings }) => ({
    rule: slug,
    title,
    counts: countVerdicts(findings),
    all: findings.length,
  }));

export function countVerdicts(findings: readonly Finding[]): Record<Verdict, number> {
  const counts = Object.fromEntries(VERDICTS.map((verdict) => [verdict, 0])) as Record<Verdict, number>;
  for (const { verdict } of findings) counts[verdict]++;
  return counts;
}

/** By release and table, in the order in which they stand there. */
export function groupByTable(issuer: Issuer, findings: readonly Finding[]): CheckGroup[] {
  const sorted = [...findings].sort(byPlace);
  const groups = Map.groupBy(
    sorted,
    (finding) => `${finding.document}#${tableAt(issuer, finding)?.lines[0]}`,
  );
  return [...groups.values()].map((list) => {
    const [first] = list as [Finding];
    const document = issuer.documents.find(({ id }) => id === first.document);
    const table = tableAt(issuer, first);
    return { title: table ? table.title || 'Table' : 'Text and notes', document, findings: list };
  });
}

/** `Release of 15 May 2013`. */
export const releaseName = (document: DocumentRecord | undefined): string =>
  document ? `Release of ${formatDate(document.released)}` : 'Release';

export const countOf = (findings: readonly Finding[]): string => formatCounted(findings.length, 'check');

/** The words of a finding with its figure marked in them; the line is named beside them. */
export function messagePieces(finding: Finding, fact: Fact | undefined): Piece[] {
  const { message, line } = finding;
  const place = ` in line ${line}`;
  const told = fact && isAt(finding, fact) ? message.indexOf(`${fact.raw}${place}`) : -1;
  if (!fact || told < 0) return [message.replace(place, '')];
  const after = message.slice(told + fact.raw.length + place.length);
  const pieces: Piece[] = [message.slice(0, told), { kind: 'fact', fact, text: fact.raw }, after];
  return pieces.filter((piece) => piece !== '');
}

/** The findings that are told one by one. */
export const notableOf = (findings: readonly Finding[]): Finding[] =>
  findings.filter(({ verdict }) => isNotable(verdict));

export const byPlace = (a: Finding, b: Finding): number =>
  (a.document < b.document ? -1 : a.document > b.document ? 1 : 0) || a.line - b.line || a.column - b.column;

function tableAt({ documents }: Issuer, { document, line }: Finding) {
  const blocks = documents.find(({ id }) => id === document)?.blocks ?? [];
  return blocks.find(({ kind, lines }) => kind === 'table' && lines[0] <= line && line <= lines[1]) as
    | Extract<DocumentRecord['blocks'][number], { kind: 'table' }>
    | undefined;
}

const orderOf = (rule: string): number => {
  const index = RULE_ORDER.indexOf(rule);
  return index < 0 ? RULE_ORDER.length : index;
};
