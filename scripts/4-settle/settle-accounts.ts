import { foldLabel } from '../../src/concepts/fold-label.ts';
import { factKey, type Printed } from '../../src/model/fact.ts';
import { isSameFigure, mayBeOneNumber } from '../../src/model/same-number.ts';
import type { Doubts, Evidence } from './evidence.ts';

/** Fewer lines that differ may be misprints. */
const FEWEST = 3;

/**
 * Two statements of one title that differ in most of the lines that both have are the accounts of two: a company and what
 * it has a part in. Nothing tells whose each is, nor whose numbers of theirs other places give.
 */
export function doubtAccounts(evidence: Evidence): Doubts {
  const doubts = new Map<string, string>();
  const groups = Map.groupBy(evidence.facts, factKey);
  const titles = Map.groupBy(
    evidence.facts.filter((fact) => isOfAccounts(fact, evidence)),
    (fact) => foldLabel(fact.table).text,
  );
  for (const facts of titles.values()) {
    const tables = [...Map.groupBy(facts, (fact) => evidence.tableOf(fact)).values()];
    for (const own of tables)
      for (const other of tables) {
        const [fact] = other;
        if (own === other || !fact || !differ(own, other)) continue;
        for (const { id } of own.flatMap((one) => sameAs(one, groups))) doubts.set(id, reasonFor(fact));
      }
  }
  return doubts;
}

const ACCOUNTS: ReadonlySet<string> = new Set(['income', 'perShare', 'balanceSheet']);

const isOfAccounts = (fact: Printed, evidence: Evidence): boolean =>
  fact.origin === 'table' &&
  fact.table !== '' &&
  ACCOUNTS.has(evidence.tables[evidence.tableOf(fact)]?.statement ?? '');

/** Most lines that state the same of the same time give other numbers. */
function differ(own: readonly Printed[], other: readonly Printed[]): boolean {
  const numbers = new Map(other.map((fact) => [factKey(fact), fact]));
  const lines = new Map<number, boolean>();
  for (const fact of own) {
    const rival = numbers.get(factKey(fact));
    if (rival) lines.set(fact.line, lines.get(fact.line) === true || !isSameFigure(fact, rival));
  }
  const differing = [...lines.values()].filter(Boolean).length;
  return differing >= FEWEST && differing > lines.size - differing;
}

/** The figure and what other places give as the same. */
const sameAs = (fact: Printed, groups: ReadonlyMap<string, readonly Printed[]>): readonly Printed[] =>
  (groups.get(factKey(fact)) ?? []).filter((one) => one === fact || mayBeOneNumber(one, fact));

const reasonFor = ({ line }: Printed): string =>
  `Another table of this title gives other figures for the same lines (line ${line}): whose accounts each is of is open.`;
