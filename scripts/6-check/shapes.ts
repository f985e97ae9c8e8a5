import type { Rule } from '../../src/model/check-rules.ts';
import type { Printed } from '../../src/model/fact.ts';
import type { Relation } from '../5-derive/relation.ts';

/** What relations have in common that stand or fall together: the rows of a sum, the columns of a change. */
export interface RelationShape {
  readonly key: string;
  /** Times it must hold to be believed, and how many of them for each time that it fails. */
  readonly fewest: number;
  readonly margin: number;
  /** It shows what each of its rows is, so that no number in it needs evidence of its own. */
  readonly isOfRows: boolean;
}

/** One way in which relations are alike; undefined where a relation is not. */
interface Likeness extends Omit<RelationShape, 'key'> {
  readonly of: (relation: Relation) => string | undefined;
}

/** The same rows in other columns. */
const ROWS: Likeness = {
  of: ({ target, inputs }) => {
    const facts = [target, ...inputs.filter(({ value }) => value !== '')];
    return facts.every(({ origin, document }) => origin === 'table' && document === target.document)
      ? `rows ${target.document} ${facts
          .map(({ line }) => line)
          .sort()
          .join()}`
      : undefined;
  },
  fewest: 1,
  margin: 1,
  isOfRows: true,
};

/** A rate beside the amounts of its own row shows what the row is, not which columns it compares. */
const SEVERAL_ROWS: Likeness = {
  ...ROWS,
  of: (relation) =>
    relation.inputs.some(({ line }) => line !== relation.target.line) ? ROWS.of(relation) : undefined,
};

/** The same measures in other periods and documents. */
const MEASURES: Likeness = {
  of: ({ target, inputs }) => `measures ${[target, ...inputs].map(measureKey).join(' ')}`,
  fewest: 1,
  margin: 1,
  isOfRows: false,
};

/** The same measure of a document, whatever it is worked out of. */
const RESULT: Likeness = {
  of: ({ target }) => `result ${target.document} ${measureKey(target)}`,
  fewest: 1,
  margin: 1,
  isOfRows: false,
};

/** A column of rates or changes, as its other rows show it. */
const COLUMN: Likeness = {
  of: ({ target }) =>
    target.origin === 'table' ? `column ${target.document} ${target.table} ${target.cell}` : undefined,
  fewest: 3,
  margin: 3,
  isOfRows: false,
};

const PERIODS: Likeness = {
  of: ({ target, inputs }) => `periods ${[target, ...inputs].map(({ period }) => period).join()}`,
  fewest: 3,
  margin: 3,
  isOfRows: false,
};

const DOCUMENT: Likeness = {
  of: ({ target }) => `document ${target.document}`,
  fewest: 3,
  margin: 3,
  isOfRows: false,
};

const measureKey = ({ concept, dimensions, unit }: Printed): string => `${concept}|${dimensions}|${unit}`;

/** How the relations of each rule stand or fall together; those that compare statements do so by their lines alone. */
const LIKENESSES: Readonly<Partial<Record<Rule, readonly Likeness[]>>> = {
  sum: [ROWS, MEASURES],
  members: [ROWS, MEASURES],
  total: [ROWS, MEASURES],
  'same-amount': [ROWS, MEASURES],
  'prose-sum': [MEASURES],
  'roll-forward': [ROWS, RESULT],
  ratio: [ROWS, RESULT],
  'per-share': [ROWS, RESULT],
  'per-ads': [ROWS, RESULT],
  growth: [SEVERAL_ROWS, COLUMN],
  change: [SEVERAL_ROWS, COLUMN],
  translation: [DOCUMENT],
  split: [DOCUMENT],
  spans: [PERIODS],
};

export const listShapes = (relation: Relation): RelationShape[] =>
  (LIKENESSES[relation.rule] ?? []).flatMap(({ of, ...likeness }) => {
    const key = of(relation);
    return key === undefined ? [] : [{ key: `${relation.rule} ${key}`, ...likeness }];
  });
