import { conceptById } from '../../src/concepts/index.ts';
import { readTelling } from '../../src/concepts/vocabulary.ts';
import { factKey, type Printed } from '../../src/model/fact.ts';
import { mayBeOneNumber } from '../../src/model/same-number.ts';
import type { Doubts, Evidence } from './evidence.ts';

/** Tests whether a figure is what the accounts report, where a heading or a note speaks of another way. */
export function doubtVariants(evidence: Evidence): Doubts {
  return new Map([...underAdjusted(evidence), ...withNoteOfLess(evidence)]);
}

/** Results such as `EPS*` whose note says what they are told before: the accounts report others under this name. */
function withNoteOfLess(evidence: Evidence): Doubts {
  const marked = new Set(
    evidence.tables.flatMap(({ rows, captions: { marksOfLess } }) =>
      rows
        .filter(({ row }) => marksOfLess.some((mark) => endsWithMark(row.label, mark)))
        .map(({ row }) => row.line),
    ),
  );
  return new Map(
    evidence.facts
      .filter(
        (fact) => marked.has(fact.line) && fact.origin === 'table' && mayBeAdjusted(fact) && isResult(fact),
      )
      .map(({ id }) => [id, TOLD_BEFORE]),
  );
}

const endsWithMark = (label: string, mark: string): boolean => {
  const printed = label.trimEnd();
  return printed.endsWith(mark) && !(mark.startsWith('*') && printed.slice(0, -mark.length).endsWith('*'));
};

/** What goes two ways: income and the like. */
const isResult = ({ concept }: Printed): boolean => conceptById.get(concept)?.nonNegative !== true;

const TOLD_BEFORE =
  'Its note says that it is told before or without something: the accounts report another under its name.';

/**
 * A heading such as `Summary of Non-GAAP Information` stands over a figure, where some rows call themselves adjusted and
 * this one does not: it is what the accounts report where another table or a sentence reports the same.
 */
function underAdjusted(evidence: Evidence): Doubts {
  const open = evidence.facts.filter(
    (fact) => (evidence.tables[evidence.tableOf(fact)]?.isScopeOpen ?? false) && mayBeAdjusted(fact),
  );
  if (open.length === 0) return new Map();
  const told = Map.groupBy(evidence.facts, factKey);
  const isReported = (fact: Printed): boolean =>
    (told.get(factKey(fact)) ?? []).some(
      (other) => evidence.tableOf(other) !== evidence.tableOf(fact) && mayBeOneNumber(other, fact),
    );
  return new Map(open.filter((fact) => !isReported(fact)).map(({ id }) => [id, OPEN]));
}

const OPEN = 'The heading above its table speaks of adjusted figures: whether it is one is open.';

/** What is earned or spent, and rates of that, where its label says no way; shares and balances are counted once. */
const mayBeAdjusted = ({ label, concept, dimensions, aspect }: Printed): boolean =>
  aspect !== 'changePercent' &&
  readTelling(label) === undefined &&
  !/\b(?:variant|adjustment)=/.test(dimensions) &&
  conceptById.get(concept)?.periodType === 'duration' &&
  /^(?:monetary|perShare|percent)$/.test(conceptById.get(concept)?.kind ?? '');
