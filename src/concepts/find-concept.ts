import type { Concept, Member, StatementKind } from '../model/concept.ts';
import { remember } from '../model/remember.ts';
import { findMember, sectionsAround } from './find-heading.ts';
import { foldedReadings } from './fold-issuer.ts';
import { foldLabel, plainLabel } from './fold-label.ts';
import { conceptById, concepts, sectionById } from './index.ts';
import type { LabelContext } from './label-context.ts';
import { LabelIndex } from './label-index.ts';
import { readMoment } from './moments.ts';

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
  if (BARE_TOTAL.has(text)) return maybeMatch(findTotal(context.enclosing));
  return (
    findMemberRow(label, context) ??
    findByReadings(text, sense, context, 'alias') ??
    findByReadings(text, sense, context, 'near') ??
    findWithoutRemark(label, sense, context) ??
    findAtMoment(label, context)
  );
}

/** The concept that a bare `Total` states: that of the innermost heading or parent row that has one. */
function findTotal(enclosing: readonly string[]): Concept | undefined {
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
  const concept = findTotal(enclosing);
  return member && concept && { concept, member, sense: 1, spelling: 'alias' };
}

function findByReadings(
  text: string,
  sense: 1 | -1,
  context: LabelContext,
  spelling: 'alias' | 'near',
): ConceptMatch | undefined {
  for (const reading of foldedReadings(text, context.issuerNames)) {
    const candidates = spelling === 'alias' ? conceptIndex.exact(reading) : conceptIndex.near(reading);
    const concept = choose(candidates, context);
    if (!concept) continue;
    const isOwnSense =
      isCounted(concept) || candidates.some((c) => c.concept === concept && c.sense === sense);
    return { concept, sense: isOwnSense ? 1 : -1, spelling };
  }
  return undefined;
}

/** `Shares used in computing net loss per share`: what is counted has no opposite. */
const isCounted = ({ kind }: Concept): boolean => kind === 'shares' || kind === 'count';

/** Says how an amount is stated, not what it is, so that the label without it means the same. */
const REMARK_AT_END =
  /^(.{5,}?)(?:[,;—–]| -(?=\S)|\s-\s)\s*(?:net(?: of [\p{L} -]+)?|at (?:cost|fair value|par)|no par value|par value|as (?:reported|restated)|less allowance[\p{L} -]*)$/iu;

function findWithoutRemark(label: string, sense: 1 | -1, context: LabelContext): ConceptMatch | undefined {
  const [whole = '', rest] = REMARK_AT_END.exec(plainLabel(label)) ?? [];
  if (!rest) return undefined;
  if (/\bcurrent\b/i.test(whole.slice(rest.length)))
    return findByReadings(foldLabel(`${rest}, noncurrent`).text, sense, context, 'alias');
  const found = findByReadings(foldLabel(rest).text, sense, context, 'alias');
  return found && /\bnet\b/i.test(whole.slice(rest.length)) && /Gross$/.test(found.concept.id)
    ? undefined
    : found;
}

/** `Cash at the start of the period`: a balance at one of its ends. */
function findAtMoment(label: string, context: LabelContext): ConceptMatch | undefined {
  const rest = readMoment(plainLabel(label))?.rest;
  if (!rest || rest === plainLabel(label)) return undefined;
  const { text, sense } = foldLabel(rest);
  const found = findByReadings(text, sense, context, 'alias');
  return found?.concept.periodType === 'instant' ? found : undefined;
}

/** The one concept that fits best: named closest around the label, then of the statement, then of the kind. */
function choose(
  candidates: readonly Candidate[],
  { enclosing, statement, kind }: LabelContext,
): Concept | undefined {
  if (candidates.length === 0) return undefined;
  const around = statement ? [...enclosing, STATEMENT_SECTIONS[statement]] : enclosing;
  const frame = findFrame(around);
  const ranked = candidates
    .filter(({ concept }) => belongsIn(concept, frame))
    .map((candidate) => ({ candidate, rank: rankCandidate(candidate, around) }));
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

/** The statement that stands around a row, by the nearest heading that is always a part of one. */
function findFrame(around: readonly string[]): string | undefined {
  for (const id of around) {
    const frame = frameOf(id);
    if (frame) return frame;
  }
  return undefined;
}

const frameOf: (id: string) => string | undefined = remember((id) =>
  sectionsAround(id).find((outer) => FRAMES.has(outer)),
);

const FRAMES: ReadonlySet<string> = new Set(['BalanceSheet', 'CashFlowStatement']);

/** A balance sheet states no flows: its `Taxation` is what is owed. A statement of cash flows states no balance but cash. */
function belongsIn({ id, kind, periodType }: Concept, frame: string | undefined): boolean {
  if (frame === undefined || kind !== 'monetary') return true;
  if (frame === 'BalanceSheet') return periodType === 'instant';
  return periodType === 'duration' || /Cash/.test(id);
}

const EVERYWHERE = Number.MAX_SAFE_INTEGER - 1;
const NOT_HERE = Number.MAX_SAFE_INTEGER;

/** How far out the entry is that makes a candidate right here; one that holds everywhere comes after all of these. */
function rankCandidate({ within }: Candidate, around: readonly string[]): number {
  if (within === null) return EVERYWHERE;
  const index = around.findIndex(
    (id) => within.includes(id) || within.includes(sectionById.get(id)?.total ?? id),
  );
  return index < 0 ? NOT_HERE : index;
}

/** Headings that stand around every row of a statement, printed or not. */
const STATEMENT_SECTIONS: Readonly<Record<StatementKind, string>> = {
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
