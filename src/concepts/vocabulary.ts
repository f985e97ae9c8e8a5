import type { Concept, Kind, Member, Section, Statement } from '../model/concept.ts';
import { readingsOf } from './fold-issuer.ts';
import { foldLabel, plainLabel } from './fold-label.ts';
import { conceptById, concepts, members, sectionById, sections } from './index.ts';
import { LabelIndex } from './label-index.ts';

/** Where a label stands. */
export interface LabelContext {
  /** Ids of the concepts and sections around it, innermost first. */
  readonly enclosing: readonly string[];
  /** Full and short names of the issuer, as its documents give them. */
  readonly issuerNames: readonly string[];
  /** Decide between concepts that are called alike. */
  readonly statement?: Statement | undefined;
  readonly kind?: Kind | undefined;
}

export interface ConceptMatch {
  readonly concept: Concept;
  /** The member of an axis that the label names, where its rows are members: a segment of revenues. */
  readonly member?: Member;
  /** -1 where the words speak of the concept's opposite. */
  readonly sense: 1 | -1;
  readonly spelling: 'alias' | 'near';
}

/** A concept that a text may stand for, everywhere or below one of the entries of `within`. */
interface Candidate {
  readonly concept: Concept;
  readonly within: readonly string[] | null;
  /** The sense that the alias has of its own: `losses on write-down` is what the concept counts as positive. */
  readonly sense: 1 | -1;
}

const conceptIndex = new LabelIndex<Candidate>();
for (const concept of concepts) {
  addAliases(concept, concept.aliases, null);
  addAliases(concept, concept.aliasesWithin ?? [], concept.within ?? []);
}

const sectionIndex = new LabelIndex<Section>();
for (const section of sections) {
  for (const alias of section.aliases) sectionIndex.add(foldLabel(alias).text, section);
}

const memberIndex = new LabelIndex<Member>();
for (const member of members) {
  for (const alias of member.aliases) memberIndex.add(foldLabel(alias).text, member);
}

function addAliases(concept: Concept, aliases: readonly string[], within: readonly string[] | null): void {
  for (const alias of aliases) {
    const { text, sense } = foldLabel(alias);
    conceptIndex.add(text, { concept, within, sense });
  }
}

const BARE_TOTAL = new Set([
  'total',
  'grand total',
  'consolidated total',
  'consolidated',
  'total consolidated',
]);

/** The concept of a row or column heading, or undefined where the vocabulary does not know it for certain. */
export function findConcept(label: string, context: LabelContext): ConceptMatch | undefined {
  const { text, sense } = foldLabel(label);
  if (text === '') return undefined;
  if (BARE_TOTAL.has(text)) return maybeMatch(totalOf(context.enclosing));
  return (
    findMemberRow(label, context) ??
    findByReadings(text, sense, context, 'alias') ??
    findByReadings(text, sense, context, 'near') ??
    findWithoutRemark(label, sense, context)
  );
}

/** The concept that a bare `Total` states: that of the innermost heading or parent row that has one. */
function totalOf(enclosing: readonly string[]): Concept | undefined {
  for (const id of enclosing) {
    const concept = conceptById.get(sectionById.get(id)?.total ?? id);
    if (concept) return concept;
  }
  return undefined;
}

const maybeMatch = (concept: Concept | undefined): ConceptMatch | undefined =>
  concept && { concept, sense: 1, spelling: 'alias' };

/** A row that is a member of its section's axis states the concept that stands above it. */
function findMemberRow(label: string, { enclosing, issuerNames }: LabelContext): ConceptMatch | undefined {
  const axis = enclosing.map((id) => sectionById.get(id)?.axis).find(Boolean);
  if (!axis) return undefined;
  const member = findMember(axis, label, issuerNames);
  const concept = totalOf(enclosing);
  return member && concept && { concept, member, sense: 1, spelling: 'alias' };
}

function findByReadings(
  text: string,
  sense: 1 | -1,
  context: LabelContext,
  spelling: 'alias' | 'near',
): ConceptMatch | undefined {
  for (const reading of readingsOf(text, context.issuerNames)) {
    const candidates = spelling === 'alias' ? conceptIndex.exact(reading) : conceptIndex.near(reading);
    const concept = choose(candidates, context);
    if (!concept) continue;
    const isOwnSense = candidates.some((c) => c.concept === concept && c.sense === sense);
    return { concept, sense: isOwnSense ? 1 : -1, spelling };
  }
  return undefined;
}

/** Says how an amount is stated, not what it is, so that the label without it means the same. */
const REMARK_AT_END =
  /^(.{6,}?)(?:[,;—–]| -(?=\S)|\s-\s)\s*(?:net(?: of [\p{L} -]+)?|at (?:cost|fair value|par)|no par value|par value|as (?:reported|restated)|less allowance[\p{L} -]*)$/iu;

function findWithoutRemark(label: string, sense: 1 | -1, context: LabelContext): ConceptMatch | undefined {
  const rest = REMARK_AT_END.exec(plainLabel(label))?.[1];
  if (!rest) return undefined;
  const match = findByReadings(foldLabel(rest).text, sense, context, 'alias');
  return match && { ...match, spelling: 'near' };
}

/** The one concept that fits best: named closest around the label, then of the statement, then of the kind. */
function choose(
  candidates: readonly Candidate[],
  { enclosing, statement, kind }: LabelContext,
): Concept | undefined {
  if (candidates.length === 0) return undefined;
  const around = statement ? [...enclosing, STATEMENT_SECTIONS[statement]] : enclosing;
  const ranked = candidates.map((candidate) => ({ candidate, rank: rankOf(candidate, around) }));
  const best = Math.min(...ranked.map(({ rank }) => rank));
  if (best === NOT_HERE) return undefined;
  let fitting = distinct(
    ranked.filter(({ rank }) => rank === best).map(({ candidate }) => candidate.concept),
  );
  fitting = narrowed(fitting, (concept) => concept.statement === statement);
  fitting = narrowed(fitting, (concept) => concept.kind === kind);
  if (kind === undefined) fitting = narrowed(fitting, (concept) => concept.kind === 'monetary');
  return fitting.length === 1 ? fitting[0] : undefined;
}

const EVERYWHERE = Number.MAX_SAFE_INTEGER - 1;
const NOT_HERE = Number.MAX_SAFE_INTEGER;

/** How far out the entry is that makes a candidate right here; one that holds everywhere comes after all of these. */
function rankOf({ within }: Candidate, around: readonly string[]): number {
  if (within === null) return EVERYWHERE;
  const index = around.findIndex(
    (id) => within.includes(id) || within.includes(sectionById.get(id)?.total ?? id),
  );
  return index < 0 ? NOT_HERE : index;
}

/** Headings that stand around every row of a statement, printed or not. */
const STATEMENT_SECTIONS: Readonly<Record<Statement, string>> = {
  income: 'IncomeStatement',
  comprehensiveIncome: 'ComprehensiveIncomeStatement',
  balanceSheet: 'BalanceSheet',
  cashFlow: 'CashFlowStatement',
  equity: 'EquityStatement',
  segments: 'SegmentTable',
  perShare: 'EarningsPerShareSection',
  operating: '',
  ratios: '',
  dividends: 'DividendsTable',
  ownership: 'OwnershipTable',
};

const distinct = <T>(list: readonly T[]): T[] => [...new Set(list)];

/** The entries that pass, or all where none or only one does. */
function narrowed<T>(list: T[], passes: (entry: T) => boolean): T[] {
  if (list.length < 2) return list;
  const passing = list.filter(passes);
  return passing.length === 0 ? list : passing;
}

const NUMBERING = /^\s*(?:\(\d+\)|\d+[.)])\s*/;

/** What a title has beside its subject: remarks, period, state of audit, scope. Brackets may hold brackets. */
const TRIMMINGS = [
  /\([^()]*\)/g,
  /\([^()]*\)/g,
  /\b(?:for the|as of|as at|at|in the)\b.*$/i,
  /\b(?:first|second|third|fourth|1st|2nd|3rd|4th|[1-4])[ -]?(?:quarter|half)(?: of)?\b/gi,
  /\b(?:FY|fiscal(?: year)?) ?'?\d{2,4}\b|\b[1-4][QH](?:FY)?'?\d{0,4}\b|\b(?:19|20)\d\d\b/gi,
  /\b(?:un)?audited\b|\bquarterly\b|\bconsolidated\b|\bcondensed\b|\binterim\b|\bfull[- ]year\b/gi,
  /\b(?:for|of|in)\s*$/i,
];

/** The heading that a label is, or undefined. Titles are matched without numbering, period and state of audit. */
export function findSection(label: string, context: LabelContext): Section | undefined {
  const title = label.replace(NUMBERING, '');
  return sectionCalled(title, context) ?? sectionCalled(withoutTrimmings(title), context);
}

function sectionCalled(label: string, { issuerNames }: LabelContext): Section | undefined {
  const { text } = foldLabel(label);
  for (const reading of readingsOf(text, issuerNames)) {
    const section = sectionIndex.exact(reading)[0] ?? only(sectionIndex.near(reading));
    if (section) return section;
  }
  return undefined;
}

const withoutTrimmings = (label: string): string =>
  TRIMMINGS.reduce((text, pattern) => text.replace(pattern, ' '), label);

/** The member of an axis that a label names, or undefined. */
export function findMember(
  axis: string,
  label: string,
  issuerNames: readonly string[] = [],
): Member | undefined {
  const { text } = foldLabel(label);
  for (const reading of readingsOf(text, issuerNames)) {
    const found = memberIndex.exact(reading).filter((member) => member.axis === axis);
    const member = found[0] ?? only(memberIndex.near(reading).filter((near) => near.axis === axis));
    if (member) return member;
  }
  return undefined;
}

function only<T>(list: readonly T[]): T | undefined {
  const [first, ...rest] = distinct(list);
  return rest.length === 0 ? first : undefined;
}

/**
 * An id for a label that the vocabulary does not know, from the headings above it (outermost first) and the label
 * itself. Wordings that turn with the sign give one id.
 */
export function makeConceptId(section: readonly string[], label: string): string {
  const id = [...section, label].map(upperCamelCase).join('') || 'Unnamed';
  return conceptById.has(id) ? `${id}Line` : id;
}

/** An id for a member that the vocabulary does not know: `north-america`. */
export function makeMemberId(label: string): string {
  return foldLabel(label).text.replaceAll(/[^\p{L}\p{N}]+/gu, '-') || 'unnamed';
}

function upperCamelCase(label: string): string {
  return foldLabel(label)
    .text.split(/[^\p{L}\p{N}]+/u)
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join('');
}
