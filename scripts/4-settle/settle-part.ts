import type { Printed } from '../../src/model/fact.ts';
import { mayBeOneNumber } from '../../src/model/same-number.ts';
import { type Doubts, type Evidence, isPlain, rawDigits } from './evidence.ts';

/** So many digits recur by chance too seldom to matter. */
const FEWEST_DIGITS = 4;
const OF_PART = /^(?:segment|product|region)=/;

/**
 * A figure of the whole that stands under a part, in a row that gives the whole none and nothing but figures of the
 * whole, is out of step with its heads. Where several rows of a table are, the part may be none. A sentence below the
 * heading of a part may repeat the whole.
 */
export function doubtParts(evidence: Evidence): Doubts {
  const doubts = new Map<string, string>();
  const wholes = Map.groupBy(
    evidence.facts.filter((fact) => fact.dimensions === '' && isPlain(fact)),
    measuredKey,
  );
  const told = new Set([...wholes.values()].flat().map(rowKey));
  for (const fact of evidence.facts) {
    if (evidence.tableOf(fact) < 0 || !OF_PART.test(fact.dimensions) || !isPlain(fact)) continue;
    if (rawDigits(fact).length < FEWEST_DIGITS || told.has(rowKey(fact))) continue;
    const whole = wholes.get(measuredKey(fact))?.find((other) => mayBeOneNumber(fact, other));
    const row = evidence.onLine(fact.line);
    const isWhole = (one: Printed) =>
      wholes.get(measuredKey(one))?.some((other) => mayBeOneNumber(one, other)) ?? false;
    if (!whole || !row.filter((one) => isPlain(one) && one.value !== '').every(isWhole)) continue;
    for (const other of row)
      doubts.set(other.id, `Its row gives a part ${fact.raw}, which is the whole in line ${whole.line}.`);
  }
  for (const fact of evidence.facts) {
    if (fact.origin !== 'prose' || !OF_PART.test(fact.dimensions) || !isPlain(fact)) continue;
    if (rawDigits(fact).length < FEWEST_DIGITS) continue;
    const whole = wholes.get(measuredKey(fact))?.find((other) => mayBeOneNumber(fact, other));
    if (!whole || isToldInTables(fact, evidence)) continue;
    for (const other of evidence.onLine(fact.line))
      if (other.concept === fact.concept && other.dimensions === fact.dimensions)
        doubts.set(
          other.id,
          `Its line tells of a part ${fact.raw}, which is the whole in line ${whole.line}.`,
        );
  }
  for (const fact of ofSuchTables(evidence, doubts)) if (!doubts.has(fact.id)) doubts.set(fact.id, NO_PART);
  return doubts;
}

/** A part may be all there is: then a table tells so. */
const isToldInTables = (fact: Printed, { facts }: Evidence): boolean =>
  facts.some(
    (other) =>
      other.origin === 'table' &&
      other.dimensions === fact.dimensions &&
      measuredKey(other) === measuredKey(fact) &&
      mayBeOneNumber(other, fact),
  );

const NO_PART = 'Other rows of its table give what is the whole elsewhere: they may be of no part.';

/** What stands under the same part in a table of which several rows give the whole. */
function ofSuchTables(evidence: Evidence, doubts: Doubts): readonly Printed[] {
  const partOf = (fact: Printed): string => `${evidence.tableOf(fact)}|${fact.dimensions.split(';')[0]}`;
  const rows = Map.groupBy(
    evidence.facts.filter(({ id }) => doubts.has(id)),
    partOf,
  );
  return evidence.facts.filter((fact) => {
    const doubted = evidence.tableOf(fact) < 0 ? [] : (rows.get(partOf(fact)) ?? []);
    return OF_PART.test(fact.dimensions) && new Set(doubted.map(({ line }) => line)).size > 1;
  });
}

const measuredKey = ({ concept, period, unit, aspect, basis }: Printed): string =>
  [concept, period, unit, aspect, basis].join('|');

const rowKey = (fact: Printed): string => `${fact.line}|${measuredKey(fact)}`;
