import { findConcept } from '../../../src/concepts/find-concept.ts';
import { type ConceptId, conceptById } from '../../../src/concepts/index.ts';
import { NOWHERE } from '../../../src/concepts/label-context.ts';
import { type Printed, parseDimensions } from '../../../src/model/fact.ts';
import { meets, scaled } from '../../../src/model/quantity.ts';
import type { Book } from '../book.ts';
import type { Relation } from '../relation.ts';

/** Results before which every cost of a company was taken off; gross profit bears only a part of each. */
const RESULTS = new Set<string>(['OperatingIncomeLoss', 'ProfitLoss', 'NetIncomeLoss'] satisfies ConceptId[]);

/** A step of a reconciliation, and the cost of its name that another row gives for the whole company. */
interface Pair {
  readonly step: Printed;
  readonly whole: Printed;
}

/**
 * A cost that a reconciliation adds back to a result is the whole cost, where the two agree in another column: a row
 * that never agrees counts something else. A gain is taken out of it, so that it has the other sign there.
 */
export function reconciledCosts(book: Book): Relation[] {
  const rows = Map.groupBy(findCostPairs(book), ({ step, whole }) =>
    [whole.document, whole.line, step.line].join('|'),
  );
  return [...rows.values()].flatMap((pairs) => {
    const sign = ([1, -1] as const).find((one) => pairs.some((pair) => agrees(book, pair, one)));
    return sign === undefined ? [] : pairs.map((pair) => makeRelation(book, pair, sign));
  });
}

function makeRelation(book: Book, { step, whole }: Pair, sign: 1 | -1): Relation {
  const weight = isRate(step) ? 1 : sign;
  return {
    rule: 'statements',
    target: whole,
    expected: scaled(book.intervalOf(step), weight),
    inputs: [step],
    weights: [weight],
    words: `the same as ${step.raw} in line ${step.line}${weight < 0 ? ', which takes it out' : ''}`,
    asPrinted: false,
  };
}

const findCostPairs = (book: Book): Pair[] =>
  book.facts.flatMap((step) => {
    const { adjustment, ...others } = parseDimensions(step.dimensions);
    if (adjustment === undefined || Object.keys(others).length > 0 || !RESULTS.has(step.concept)) return [];
    const cost = findConcept(step.label, NOWHERE)?.concept.id;
    if (cost === undefined) return [];
    const statements = book.statements({ ...book.subjectOf(step), concept: cost, dimensions: '' });
    return statements
      .filter(({ document, origin }) => document === step.document && origin === 'table')
      .map((whole) => ({ step, whole }));
  });

const agrees = (book: Book, { step, whole }: Pair, sign: 1 | -1): boolean =>
  !isRate(step) &&
  (sign === 1 || !conceptById.get(whole.concept)?.nonNegative) &&
  meets(scaled(book.intervalOf(step), sign), book.intervalOf(whole));

/** A rate of change says nothing of the sign of what changed. */
const isRate = ({ aspect }: Printed): boolean => aspect === 'changePercent' || aspect === 'ratio';
