import type { DocumentRecord, IssuerRecord, PeriodRecord } from '../../src/model/document.ts';
import type { Explanation } from '../../src/model/explanation.ts';
import type { FactSet } from '../../src/model/fact-set.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { LedgerEntry } from '../../src/model/verification.ts';
import type { Draft } from './sentence.ts';

/** What is known besides the facts when a period is told. */
export interface Context {
  readonly issuer: IssuerRecord;
  readonly documents: readonly DocumentRecord[];
  readonly findings: readonly Finding[];
  readonly explanations: readonly Explanation[];
  /** Every target that the documents give. */
  readonly ledger: readonly LedgerEntry[];
}

/** Tells one kind of thing about a period, or nothing where the facts do not bear it out. */
export type Narrator = (
  facts: FactSet,
  period: PeriodRecord,
  context: Context,
) => Draft | readonly Draft[] | undefined;
