import type { Issuer } from '../data/index.ts';
import type { DocumentRecord, PeriodRecord } from '../model/document.ts';
import { type DerivedStatement, derivedStatements } from './derived-statements.ts';
import { type KeyFigures, keyFigures } from './key-figures.ts';
import { type LeadPart, leadSentence } from './lead.ts';
import { Notes } from './notes.ts';
import { type TableGroup, tablesOf } from './period-tables.ts';
import { type Reasons, reasonsOfPeriod } from './said.ts';
import { type PeriodVerification, periodVerification } from './verification-period.ts';
import { type WorkedOut, workedOut } from './worked-out.ts';

/** All that the page of a period shows. */
export interface PeriodView {
  readonly figures: KeyFigures;
  readonly lead: readonly LeadPart[];
  readonly groups: readonly TableGroup[];
  /** Statements worked out for a period that no document prints. */
  readonly statements: readonly DerivedStatement[];
  readonly notes: Notes;
  /** What management says about its figures. */
  readonly reasons: Reasons;
  readonly worked: readonly WorkedOut[];
  /** Whether tables have columns that were worked out. */
  readonly hasDerivedColumns: boolean;
  readonly verification: PeriodVerification;
  /** The releases that its tables come from, newest first. */
  readonly documents: readonly DocumentRecord[];
  /** Its sections but for the charts, for the list at the top. */
  readonly parts: readonly Part[];
}

/** A section of a page. */
export interface Part {
  readonly id: string;
  readonly title: string;
}

export function periodView(issuer: Issuer, period: PeriodRecord): PeriodView {
  const figures = keyFigures(issuer, period);
  const groups = tablesOf(issuer, period);
  const tables = groups.flatMap((group) => group.tables);
  const notes = new Notes(issuer, tables);
  const reasons = reasonsOfPeriod(issuer, period.period);
  const worked = workedOut(figures);
  const statements = derivedStatements(issuer, period);
  const hasDerivedColumns = statements.length > 0 || tables.some(({ hasDerived }) => hasDerived);
  const verification = periodVerification(issuer, period, tables);
  const isWorkedOut = hasDerivedColumns || worked.length > 0;
  return {
    figures,
    lead: leadSentence(figures),
    groups,
    statements,
    notes,
    reasons,
    worked,
    hasDerivedColumns,
    verification,
    documents: [...new Set(tables.map(({ document }) => document))],
    parts: [
      ...statements,
      ...groups,
      ...(verification.findings.length > 0 ? [{ id: 'verified', title: 'How verified' }] : []),
      ...(reasons.list.length > 0 ? [{ id: 'reasons', title: 'Reasons given' }] : []),
      ...(notes.list.length > 0 ? [{ id: 'notes', title: 'Notes' }] : []),
      ...(isWorkedOut ? [{ id: 'worked-out', title: 'Worked out here' }] : []),
      { id: 'downloads', title: 'Downloads' },
    ],
  };
}
