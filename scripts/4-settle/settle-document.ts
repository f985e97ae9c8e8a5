import type { Printed } from '../../src/model/fact.ts';
import type { StatedKind } from '../../src/model/overrides.ts';
import { type DocumentTables, type Doubts, Evidence } from './evidence.ts';
import { settleOpenScales } from './open-scales.ts';
import { doubtAccounts } from './settle-accounts.ts';
import { doubtColumns } from './settle-columns.ts';
import { doubtHeads } from './settle-heads.ts';
import { doubtMeasures } from './settle-measure.ts';
import { doubtNames } from './settle-names.ts';
import { doubtParts } from './settle-part.ts';
import { doubtPeriods } from './settle-period.ts';
import { doubtScales } from './settle-scale.ts';
import { doubtSigns } from './settle-sign.ts';
import { doubtVariants } from './settle-variant.ts';
import { unitsBySums } from './units-by-sums.ts';

/** Each asks one thing, of the facts that those before it have left; a person’s word settles it. */
const QUESTIONS: readonly (readonly [
  ask: (evidence: Evidence) => Doubts,
  settledBy: readonly StatedKind[],
])[] = [
  [doubtColumns, ['period', 'unit', 'part']],
  [doubtHeads, ['part']],
  [doubtPeriods, ['period']],
  [doubtScales, ['unit']],
  [doubtVariants, ['measure']],
  [doubtNames, ['measure', 'part']],
  [doubtAccounts, ['part']],
  [doubtMeasures, ['measure']],
  [doubtParts, ['part']],
  [doubtSigns, ['measure']],
];

/** The facts of a document, in the units that its sums show, those whose reading the rest contradicts with the reason why. */
export function settleDocument(document: DocumentTables, stated: readonly Printed[]): Printed[] {
  const doubts = new Map<string, string>();
  const facts = settleOpenScales(new Evidence(document, unitsBySums(new Evidence(document, stated))));
  let evidence = new Evidence(
    document,
    facts.filter(({ doubt }) => doubt === ''),
  );
  const byId = new Map(facts.map((fact) => [fact.id, fact]));
  for (const [ask, settledBy] of QUESTIONS) {
    const isSettled = (id: string) => settledBy.some((kind) => byId.get(id)?.stated?.includes(kind));
    const found = new Map([...ask(evidence)].filter(([id]) => !isSettled(id)));
    for (const [id, reason] of found) doubts.set(id, reason);
    evidence = evidence.without(found);
  }
  return facts.map((fact) => (doubts.has(fact.id) ? { ...fact, doubt: doubts.get(fact.id) ?? '' } : fact));
}
