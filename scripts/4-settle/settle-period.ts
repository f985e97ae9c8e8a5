import { factKey, type Printed } from '../../src/model/fact.ts';
import { isDuration, isInstant, lastDay, type Period } from '../../src/model/period.ts';
import { mayBeOneNumber } from '../../src/model/same-number.ts';
import { type Doubts, type Evidence, isPlain, measureKey, rawDigits } from './evidence.ts';
import { holds } from './relations/relation.ts';

/** Conflicts by which a period is doubted, and how many times those that agree they must be. */
const FEWEST = 2;
const MARGIN = 3;
/** Each column is compared with so many that follow: rows of a thousand columns take time in proportion. */
const NEIGHBOURS = 8;

/** What speaks for the period of a column, and what against it: other columns, or sentences. */
interface Column {
  readonly facts: Printed[];
  agreements: number;
  /** Facts that stand under another period there, by the column there; sentences are all one. */
  readonly conflicts: Map<string, Printed[]>;
}

const SENTENCES = 'sentences';

const REASONS = {
  column: 'Figures of its column stand under another period elsewhere in the document.',
  sentence: 'The tables give this figure for another period than the sentence was read for.',
  twice: 'Another column is read as the same period and gives other figures.',
  turned: 'The rates of change beside it run the other way.',
};

export const isOfPeriod = (doubt: string): boolean => Object.values(REASONS).includes(doubt);

/**
 * Tests the period under which each column is read: by figures that recur under the same label and by sentences, by rates
 * of change and their direction, and by other columns that would say the same thing twice. Sums see nothing of it: a
 * whole column keeps its sums under any head.
 */
export function doubtPeriods(evidence: Evidence): Doubts {
  const isConstant = constants(evidence);
  const said = saidElsewhere(evidence, isConstant);
  const columns = gather(evidence, isConstant, said);
  const doubts = new Map<string, string>();
  const doubt = (facts: readonly Printed[], reason: string) => {
    for (const { id } of facts) if (!doubts.has(id)) doubts.set(id, reason);
  };
  for (const [key, column] of columns) {
    if (!isContradicted(column) || isSpared(key, columns, evidence)) continue;
    doubt(column.facts, REASONS.column);
  }
  for (const fact of sentencesElsewhere(said, columns, evidence)) doubt([fact], REASONS.sentence);
  for (const facts of columnsToldTwice(evidence, columns)) doubt(facts, REASONS.twice);
  for (const facts of turnedChanges(evidence)) doubt(facts, REASONS.turned);
  return doubts;
}

/** Sentences with the figures of tables that their amount is. */
type Said = readonly (readonly [sentence: Printed, figures: readonly Printed[]])[];

function gather(evidence: Evidence, isConstant: (fact: Printed) => boolean, said: Said): Map<string, Column> {
  const columns = new Map<string, Column>();
  for (const fact of evidence.facts) {
    if (evidence.tableOf(fact) < 0) continue;
    const key = evidence.columnOf(fact);
    const column: Column = columns.get(key) ?? { facts: [], agreements: 0, conflicts: new Map() };
    column.facts.push(fact);
    columns.set(key, column);
  }
  const note = (fact: Printed, other: Printed, at: string) => {
    const column = columns.get(evidence.columnOf(fact));
    if (!column) return;
    if (isSamePeriod(fact.period, other.period)) column.agreements++;
    else column.conflicts.set(at, [...(column.conflicts.get(at) ?? []), fact]);
  };
  const areApart = tellApart(evidence);
  for (const [a, b] of recurring(evidence, isConstant)) {
    if (a.period !== b.period && areApart(a, b)) continue;
    note(a, b, evidence.columnOf(b));
    note(b, a, evidence.columnOf(a));
  }
  for (const [sentence, figures] of said) for (const figure of figures) note(figure, sentence, SENTENCES);
  return columns;
}

/** Figures of equal label and digits in two tables that measure the same; the words of the head are part of that. */
function recurring(
  evidence: Evidence,
  isConstant: (fact: Printed) => boolean,
): (readonly [Printed, Printed])[] {
  return evidence.relations.flatMap(({ kind, strength, instances: [instance] }) => {
    if (kind !== 'recurrence' || strength !== 'strong' || !instance) return [];
    const [a, b] = [
      evidence.factAt(instance.result),
      instance.terms[0] && evidence.factAt(instance.terms[0]),
    ];
    if (!a || !b || measureKey(a) !== measureKey(b) || !mayBeOneNumber(a, b)) return [];
    return isConstant(a) || isConstant(b) ? [] : [[a, b] as const];
  });
}

/**
 * Whether the tables of two figures tell their periods apart: most of what both measure differs, other columns included.
 * One that is the same in both, such as an amortization, is so in either period.
 */
function tellApart(evidence: Evidence): (a: Printed, b: Printed) => boolean {
  const told = Map.groupBy(
    evidence.facts.filter((fact) => evidence.tableOf(fact) >= 0 && isPlain(fact)),
    (fact) => `${evidence.tableOf(fact)}|${fact.period}`,
  );
  const known = new Map<string, boolean>();
  return (a, b) => {
    const [here, there] = [a, b].map((fact) => `${evidence.tableOf(fact)}|${fact.period}`) as [
      string,
      string,
    ];
    const key = `${here} ${there}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const others = new Map(told.get(there)?.map((fact) => [measureKey(fact), fact]));
    const pairs = (told.get(here) ?? []).flatMap((fact) => {
      const other = others.get(measureKey(fact));
      return other ? [mayBeOneNumber(fact, other)] : [];
    });
    const isSo = pairs.filter((isSame) => !isSame).length > pairs.filter(Boolean).length;
    known.set(key, isSo);
    return isSo;
  };
}

/** Figures that are the same in several periods of one table tell none, and numbers of shares, which stay as they are, least of all. */
function constants(evidence: Evidence): (fact: Printed) => boolean {
  const periods = new Map<string, Set<Period>>();
  const repeatKey = (fact: Printed): string =>
    `${evidence.tableOf(fact)}|${measureKey(fact)}|${rawDigits(fact)}`;
  for (const fact of evidence.facts) {
    if (evidence.tableOf(fact) < 0) continue;
    const key = repeatKey(fact);
    periods.set(key, (periods.get(key) ?? new Set<Period>()).add(fact.period));
  }
  return (fact) => /^(?:shares|ADS)$/.test(fact.unit) || (periods.get(repeatKey(fact))?.size ?? 0) > 1;
}

/** An opening balance and a closing one are on one day whichever period told them. */
const isSamePeriod = (a: Period, b: Period): boolean =>
  a === b || (isInstant(a) !== isInstant(b) && lastDay(a) === lastDay(b));

/** Figures of tables that an amount of a sentence is: of its own period, or where there is none of any. */
function saidElsewhere(evidence: Evidence, isConstant: (fact: Printed) => boolean): Said {
  const tables = Map.groupBy(
    evidence.facts.filter((fact) => evidence.tableOf(fact) >= 0 && isPlain(fact) && !isConstant(fact)),
    measureKey,
  );
  return evidence.facts.flatMap((fact) => {
    if (fact.origin !== 'prose' || fact.aspect !== 'amount' || !isPlain(fact) || rawDigits(fact).length < 3)
      return [];
    const alike = (tables.get(measureKey(fact)) ?? []).filter((figure) => mayBeOneNumber(figure, fact));
    const own = alike.filter(({ period }) => isSamePeriod(period, fact.period));
    return alike.length > 0 ? [[fact, own.length > 0 ? own : alike] as const] : [];
  });
}

const countConflicts = ({ conflicts }: Column): number =>
  [...conflicts.values()].reduce((all, facts) => all + new Set(facts.map(({ line }) => line)).size, 0);

const isContradicted = (column: Column): boolean =>
  countConflicts(column) >= FEWEST && countConflicts(column) >= MARGIN * column.agreements;

/** Of two columns that only contradict each other the one whose head names its period holds; sentences yield to it too. */
function isSpared(key: string, columns: ReadonlyMap<string, Column>, evidence: Evidence): boolean {
  const column = columns.get(key);
  const isTold = (one: Column | undefined): boolean =>
    one?.facts[0] !== undefined && evidence.isHeadTold(one.facts[0]);
  if (!column || !isTold(column)) return false;
  return [...column.conflicts.keys()].every((other) => other === SENTENCES || !isTold(columns.get(other)));
}

/** Sentences whose figure a table gives only for another period, in a column that nothing contradicts. */
function sentencesElsewhere(said: Said, columns: ReadonlyMap<string, Column>, evidence: Evidence): Printed[] {
  return said.flatMap(([sentence, figures]) => {
    const isElsewhere = figures.every(
      (figure) =>
        !isSamePeriod(figure.period, sentence.period) &&
        (evidence.isHeadTold(figure) || !isContradicted(columns.get(evidence.columnOf(figure)) as Column)),
    );
    return isElsewhere ? [sentence] : [];
  });
}

/** Of the rows of two columns so many, in tenths, are told by both where their heads are taken for the same. */
const SHARED_TENTHS = 8;

/**
 * Columns of a table that give different figures for what is read as one thing. One row that does so among others that
 * agree is odd itself, and so are some rows of many; where all do the one column that others bear out holds.
 */
function columnsToldTwice(evidence: Evidence, columns: ReadonlyMap<string, Column>): Printed[][] {
  const pairs = new Map<
    string,
    { readonly keys: readonly [string, string]; readonly against: Printed[]; with: number }
  >();
  for (const facts of Map.groupBy(
    evidence.facts.filter((fact) => evidence.tableOf(fact) >= 0 && isPlain(fact)),
    (fact) => `${fact.line}|${factKey(fact)}`,
  ).values())
    for (const [i, a] of facts.entries())
      for (const b of facts.slice(i + 1, i + 1 + NEIGHBOURS)) {
        if (a.cell === b.cell) continue;
        const keys = [evidence.columnOf(a), evidence.columnOf(b)] as const;
        const pair = pairs.get(keys.join()) ?? { keys, against: [], with: 0 };
        if (mayBeOneNumber(a, b)) pair.with++;
        else pair.against.push(a, b);
        pairs.set(keys.join(), pair);
      }
  return [...pairs.values()].flatMap(({ keys, against, with: agreeing }) => {
    const disagreeing = against.length / 2;
    if (disagreeing === 0 || (disagreeing < FEWEST && disagreeing < agreeing)) return [];
    const [a, b] = keys.map((key) => columns.get(key)) as [Column, Column];
    const rows = new Set([...a.facts, ...b.facts].map(({ line }) => line)).size;
    const isOfAll = 10 * (disagreeing + agreeing) >= SHARED_TENTHS * rows;
    if (against.length < rows && !isOfAll) return [against];
    const [forA, forB] = [a.agreements, b.agreements];
    if (forA >= FEWEST && forA >= MARGIN * forB) return [b.facts];
    if (forB >= FEWEST && forB >= MARGIN * forA) return [a.facts];
    return [a.facts, b.facts];
  });
}

/** Rates of growth tell the later of two columns: where their heads say otherwise, one of them is wrong. */
function turnedChanges(evidence: Evidence): Printed[][] {
  return evidence.relations.flatMap(({ kind, strength, instances }) => {
    if (kind !== 'growth' || strength !== 'strong') return [];
    const pairs = instances.filter(holds).flatMap(({ result, terms: [now, before] }) => {
      const facts = [evidence.factAt(result), now && evidence.factAt(now), before && evidence.factAt(before)];
      return facts.every((fact) => fact !== undefined) ? [facts as [Printed, Printed, Printed]] : [];
    });
    const turned = pairs.filter(([, now, before]) => isBefore(now.period, before.period));
    if (turned.length >= FEWEST && turned.length >= MARGIN * (pairs.length - turned.length))
      return [turned.flat()];
    const misplaced = pairs.filter(
      ([change, now, before]) => change.period !== now.period || change.compared !== before.period,
    );
    return [misplaced.flatMap(([change]) => (isRate(change) ? [change] : []))];
  });
}

const isBefore = (a: Period, b: Period): boolean =>
  isDuration(a) === isDuration(b) && lastDay(a) < lastDay(b);

const isRate = ({ aspect }: Printed): boolean => aspect === 'changePercent' || aspect === 'change';
