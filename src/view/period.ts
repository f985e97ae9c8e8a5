import { type Issuer, site } from '../data/index.ts';
import type { DocumentRecord, PeriodRecord } from '../model/document.ts';
import type { Fact } from '../model/fact.ts';
import { type PeriodChecks, periodChecks } from './checks-period.ts';
import { findEquity } from './equity.ts';
import { type HighlightView, listFurtherHighlights } from './highlights.ts';
import { joinedStatements } from './joined-statements.ts';
import { type KeyFigures, keyFigures } from './key-figures.ts';
import { type LeadPart, writeLead } from './lead.ts';
import { Notes } from './notes.ts';
import { listDetails } from './period-details.ts';
import { listPeriodTables, type TableGroup } from './period-tables.ts';
import { type Reasons, reasonsOfPeriod } from './said.ts';
import type { TableView } from './table.ts';
import { type WorkedChangeView, workedOut } from './worked-out.ts';

/** All that the page of a period shows. */
export interface PeriodView {
  readonly figures: KeyFigures;
  readonly lead: readonly LeadPart[];
  /** What the lead does not tell. */
  readonly highlights: readonly HighlightView[];
  /** Its statements, each in one piece. */
  readonly statements: readonly TableView[];
  /** Its statements and what the releases tell beside them: tables that stand side by side, and those too wide for it. */
  readonly tables: { readonly narrow: readonly TableView[]; readonly wide: readonly TableView[] };
  /** Where to find each of them. */
  readonly contents: readonly ChapterPart[];
  /** Every table of the releases that concerns it, for a page of their own. */
  readonly groups: readonly TableGroup[];
  /** Whether there is such a page. */
  readonly hasTables: boolean;
  readonly notes: Notes;
  /** What management says about its figures. */
  readonly reasons: Reasons;
  readonly worked: readonly WorkedChangeView[];
  readonly checks: PeriodChecks;
  /** The releases that its tables come from, newest first. */
  readonly documents: readonly DocumentRecord[];
}

/** A section of a page. */
export interface ChapterPart {
  readonly id: string;
  readonly title: string;
}

/** `drawn`: what its charts draw, which no table beside the statements need repeat. */
export function periodView(issuer: Issuer, period: PeriodRecord, drawn: readonly Fact[] = []): PeriodView {
  const figures = keyFigures(issuer, period);
  const groups = listPeriodTables(issuer, period);
  const released = groups.flatMap((group) => group.tables);
  const reasons = reasonsOfPeriod(issuer, period.period);
  const worked = workedOut(figures);
  const equity = findEquity(issuer, period);
  const statements = [...joinedStatements(issuer, period), ...(equity ? [equity] : [])];
  const details = listDetails(issuer, period, statements, drawn);
  const tables = [...statements, ...details.flatMap((group) => group.tables)];
  const notes = new Notes(issuer, tables);
  const lead = writeLead(issuer, period, figures);
  return {
    figures,
    lead,
    highlights: listFurtherHighlights(issuer, period, lead),
    statements,
    tables: { narrow: tables.filter(isNarrow), wide: tables.filter((table) => !isNarrow(table)) },
    contents: [
      ...statements,
      ...details.map(({ title, tables: [first] }) => ({ id: first?.id ?? '', title })),
    ],
    groups,
    hasTables: groups.length > 0 && !site().settings.withoutPages.includes('tables'),
    notes,
    reasons,
    worked,
    checks: periodChecks(issuer, period, released),
    documents: [...new Set(released.map(({ document }) => document))],
  };
}

/** Figures of a table that stands beside another: an amount, its comparative and the change. */
const MOST_BESIDE = 4;

const isNarrow = ({ headings }: TableView): boolean => (headings.at(-1)?.length ?? 0) <= MOST_BESIDE;
