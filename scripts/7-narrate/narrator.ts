import type { DocumentRecord, IssuerRecord, PeriodRecord } from '../../src/model/document.ts';
import type { Explanation } from '../../src/model/explanation.ts';
import { type Fact, isPrinted, type Printed } from '../../src/model/fact.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { Settled } from '../../src/model/settled.ts';
import type { LedgerEntry } from '../../src/model/verification.ts';
import type { Draft } from './sentence.ts';

/** What earlier phases found out about an issuer besides its facts. */
export interface Background {
  readonly issuer: IssuerRecord;
  readonly documents: readonly DocumentRecord[];
  readonly findings: readonly Finding[];
  readonly explanations: readonly Explanation[];
  /** Every target that the documents give. */
  readonly ledger: readonly LedgerEntry[];
}

/** The same, looked through once for all periods. */
export interface Context {
  readonly issuer: IssuerRecord;
  readonly documents: readonly DocumentRecord[];
  readonly ledger: readonly LedgerEntry[];
  /** Numbers that a check found wrong, by their ids. */
  readonly wrong: ReadonlyMap<string, Printed>;
  /** Numbers beside which the documents give another for the same thing, as they were read. */
  readonly doubtful: ReadonlySet<string>;
  /** Numbers told as passed: `exceeded JPY100 billion`. */
  readonly passed: readonly Fact[];
  /** What the company says of a fact, by the fact's id. */
  readonly explanations: ReadonlyMap<string, readonly Explanation[]>;
}

/** Tells one kind of thing about a period, or nothing where the facts do not bear it out. */
export type Narrator = (
  facts: Settled,
  period: PeriodRecord,
  context: Context,
) => Draft | readonly Draft[] | undefined;

/** Rules that hold two numbers for one thing against each other. */
const OF_ONE_THING: ReadonlySet<string> = new Set(['statements', 'documents', 'prose']);

/** Looks through what is known of an issuer, so that no period has to. */
export function makeContext(
  facts: Settled,
  { issuer, documents, findings, explanations, ledger }: Background,
): Context {
  const wrong = new Map<string, Printed>();
  for (const {
    verdict,
    difference,
    facts: [id = ''],
  } of findings) {
    const fact = verdict === 'error' && difference !== '' ? facts.byId(id) : undefined;
    if (fact && isPrinted(fact)) wrong.set(id, fact);
  }
  const doubtful = new Set(
    findings.flatMap(({ verdict, rule, facts: ids }) =>
      verdict === 'doubt' && OF_ONE_THING.has(rule) ? ids : [],
    ),
  );
  const passed = facts.statements.filter(
    ({ qualifier, basis, aspect, dimensions }) =>
      qualifier === 'over' && basis === 'reported' && aspect === 'amount' && dimensions === '',
  );
  const said = new Map<string, Explanation[]>();
  for (const one of explanations) for (const id of one.facts) said.set(id, [...(said.get(id) ?? []), one]);
  return { issuer, documents, ledger, wrong, doubtful, passed, explanations: said };
}
