import type { Issuer } from '../data/index.ts';
import type { DocumentRecord } from '../model/document.ts';
import type { Finding, Verdict } from '../model/finding.ts';
import { formatCounted, upperFirst } from '../model/format.ts';
import type { Grade, Restatement } from '../model/verification.ts';
import { countsOfAnswers } from './answers.ts';
import { BY_RELEASE, byPlace, countByVerdict, restatedIn } from './checks-lists.ts';
import { countByGrade, findExamples, type VerdictExample } from './checks-period.ts';
import { type CheckStory, makeStory } from './checks-stories.ts';

/** Sections of a page, for the list at its top. */
type Parts = readonly { readonly id: string; readonly title: string }[];

/** All that the page of an issuer's checks shows. */
export interface ChecksView {
  readonly lead: string;
  readonly counts: Readonly<Record<Verdict, number>>;
  readonly examples: Readonly<Partial<Record<Verdict, VerdictExample>>>;
  readonly grades: Readonly<Record<Grade, number>>;
  readonly errors: readonly CheckStory[];
  readonly parts: Parts;
}

/** All that the page of a document's findings shows. */
export interface DocumentChecks {
  readonly lead: string;
  readonly counts: Readonly<Record<Verdict, number>>;
  readonly sections: readonly FindingSection[];
  readonly restatements: readonly Restatement[];
  readonly parts: Parts;
}

/** The findings of one verdict. */
export interface FindingSection {
  readonly verdict: Verdict;
  readonly title: string;
  readonly says: string;
  /** One a row instead of one a story. */
  readonly asTable: boolean;
  readonly stories: readonly CheckStory[];
}

export function checksView(issuer: Issuer): ChecksView {
  const { findings, facts, verification, documents } = issuer;
  const errors = listStories(issuer, findings, 'error');
  const parts = [
    { id: 'errors', title: 'Errors', has: errors.length > 0 },
    { id: 'releases', title: 'Releases', has: true },
    { id: 'verdicts', title: 'Verdicts', has: true },
    { id: 'targets', title: 'Targets', has: verification.ledger.length > 0 },
    { id: 'not-given', title: 'Not given', has: verification.refusals.length > 0 },
  ];
  return {
    lead: writeSummary(
      findings,
      documents.length === 1 ? 'one release' : `and between ${formatCounted(documents.length, 'release')}`,
    ),
    counts: countByVerdict(findings),
    examples: findExamples(issuer, findings),
    grades: countByGrade(issuer, facts.statements),
    errors,
    parts: parts.filter(({ has }) => has),
  };
}

const SECTIONS: Readonly<Partial<Record<Verdict, Omit<FindingSection, 'verdict' | 'stories'>>>> = {
  error: {
    title: 'Errors',
    says: 'Figures that cannot be right. The data keep what is printed; what it should be follows from the places named.',
    asTable: false,
  },
  slip: {
    title: 'Slips',
    says: 'Words, labels, dates and headings that what is printed around them contradicts.',
    asTable: false,
  },
  doubt: {
    title: 'Doubts',
    says: 'Figures that disagree where a misreading is likelier than a misprint. Nothing is held against the issuer.',
    asTable: true,
  },
  basis: {
    title: 'On another basis',
    says: 'Right on both sides, but not to be compared without knowing why they differ.',
    asTable: false,
  },
  footing: {
    title: 'Moved digits',
    says: 'Moved by one in the last place so that the printed column adds up. Each is proven by the column that adds up with it and not without.',
    asTable: true,
  },
};

export function documentChecks(issuer: Issuer, { id }: DocumentRecord): DocumentChecks {
  const findings = issuer.findings.filter(({ document }) => document === id);
  const sections = BY_RELEASE.flatMap((verdict): FindingSection[] => {
    const [section, stories] = [SECTIONS[verdict], listStories(issuer, findings, verdict)];
    return section && stories.length > 0 ? [{ verdict, ...section, stories }] : [];
  });
  const restatements = restatedIn(issuer, id);
  const parts = sections.map(({ verdict, title }) => ({ id: verdict as string, title }));
  return {
    lead: writeSummary(findings, 'this release and with others'),
    counts: countByVerdict(findings),
    sections,
    restatements,
    parts: restatements.length > 0 ? [...parts, { id: 'restated', title: 'Restated' }] : parts,
  };
}

const listStories = (issuer: Issuer, findings: readonly Finding[], verdict: Verdict): CheckStory[] =>
  findings
    .filter((finding) => finding.verdict === verdict)
    .sort(byPlace)
    .map((finding) => makeStory(issuer, finding));

/** What was done and what came of it, in two sentences. */
function writeSummary(findings: readonly Finding[], between: string): string {
  const { error, slip } = countByVerdict(findings);
  const answers = countsOfAnswers(findings);
  const end = answers ? ` Of what was found, ${answers}.` : '';
  const done = `${upperFirst(formatCounted(findings.length, 'comparison'))} of figures and words within ${between}, passes included.`;
  if (error + slip === 0) return `${done} No error or slip was found.${end}`;
  const wrong = new Set(
    findings
      .filter(({ verdict }) => verdict === 'error')
      .map(({ document, line, column }) => `${document}#L${line}@${column}`),
  );
  const figures =
    error > 0 ? ` ${upperFirst(formatCounted(wrong.size, 'figure'))} cannot be right as printed.` : '';
  const words =
    slip > 0
      ? ` ${upperFirst(formatCounted(slip, 'slip'))} ${slip === 1 ? 'is' : 'are'} in words, labels, dates or headings.`
      : '';
  return `${done}${figures}${words}${end}`;
}
