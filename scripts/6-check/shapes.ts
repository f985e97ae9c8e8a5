import type { Fact } from '../../src/model/fact.ts';
import type { Relation, Rule } from '../5-derive/relation.ts';

/** What relations have in common that stand or fall together: the rows of a sum, the columns of a change. */
export interface Shape {
  readonly key: string;
  /** Times it must hold to be believed, and how many of them for each time that it fails. */
  readonly fewest: number;
  readonly margin: number;
}

type ShapesOf = (relation: Relation) => readonly string[];

/** By their rows they hold in other columns; by their measures in other periods and documents. */
const byRows: ShapesOf = ({ target, inputs }) => [
  `${target.document}|${[target, ...inputs.filter(({ value }) => value !== '')].map(({ line }) => line).join()}`,
  measuresOf([target, ...inputs]),
];

/** A column of rates or changes, as its other rows show it. */
const byColumn: ShapesOf = ({ target }) =>
  target.origin === 'table' ? [`${target.document}|${target.table}|${target.cell}`] : [];

/** A row of ratios, as its other columns show it, or its measure in other tables. */
const byRow: ShapesOf = ({ target }) => [
  ...(target.origin === 'table' ? [`${target.document}|${target.line}`] : []),
  `${target.document}|${target.concept}|${target.dimensions}|${target.unit}`,
];

const byDocument: ShapesOf = ({ target }) => [target.document];

const byPeriods: ShapesOf = ({ target, inputs }) => [[target, ...inputs].map(({ period }) => period).join()];

const measuresOf = (facts: readonly Fact[]): string =>
  facts.map(({ concept, dimensions, unit }) => `${concept}|${dimensions}|${unit}`).join(' ');

const ONCE = { fewest: 1, margin: 1 };
const OFTEN = { fewest: 3, margin: 3 };

/** How the relations of each rule stand or fall together; those that compare statements do so by their lines alone. */
const SHAPES: Readonly<Partial<Record<Rule, { readonly of: ShapesOf } & Omit<Shape, 'key'>>>> = {
  sum: { of: byRows, ...ONCE },
  members: { of: byRows, ...ONCE },
  total: { of: byRows, ...ONCE },
  'same-amount': { of: byRows, ...ONCE },
  'prose-sum': { of: byRows, ...ONCE },
  'roll-forward': { of: byRow, ...ONCE },
  ratio: { of: byRow, ...ONCE },
  'per-share': { of: byRow, ...ONCE },
  'per-ads': { of: byRow, ...ONCE },
  growth: { of: byColumn, ...OFTEN },
  change: { of: byColumn, ...OFTEN },
  translation: { of: byDocument, ...OFTEN },
  split: { of: byDocument, ...OFTEN },
  spans: { of: byPeriods, ...OFTEN },
};

export function shapesOf(relation: Relation): readonly Shape[] {
  const shape = SHAPES[relation.rule];
  if (!shape) return [];
  const { of, fewest, margin } = shape;
  return of(relation).map((key) => ({ key: `${relation.rule}|${key}`, fewest, margin }));
}
