import type { Rule } from '../../../src/model/check-rules.ts';
import type { Printed } from '../../../src/model/fact.ts';
import { meets, plus, scaled, sum } from '../../../src/model/quantity.ts';
import type { TableFigure } from '../../4-settle/relations/figures.ts';
import type { DigitRelation, Instance } from '../../4-settle/relations/relation.ts';
import type { Ties } from '../../4-settle/relations/ties.ts';
import type { Book } from '../book.ts';
import type { Relation } from '../relation.ts';

/** What the digits of a document's tables show, whatever their rows are called. */
export interface DocumentRelations {
  readonly document: string;
  readonly relations: readonly DigitRelation[];
  /** Of each figure, by its line and cell. */
  readonly ties: ReadonlyMap<string, Ties>;
}

const SUMS: ReadonlySet<DigitRelation['kind']> = new Set(['sum', 'difference', 'signed', 'equal']);

/**
 * The sums that the vocabulary knows, with those that tables show by their digits alone. Arithmetic outranks what labels
 * were taken for: where a total is what other rows make together, a sum of the vocabulary that fails is none.
 */
export function withDigitSums(
  book: Book,
  documents: readonly DocumentRelations[],
  known: readonly Relation[],
): Relation[] {
  const factAt = firstFacts(book.facts);
  const found = documents.flatMap(({ document, relations }) =>
    relations
      .filter(({ kind }) => SUMS.has(kind))
      .flatMap(({ kind, instances }) =>
        instances.flatMap(
          (instance) => digitSumRelation(book, kind, instance, (figure) => factAt(document, figure)) ?? [],
        ),
      ),
  );
  const holds = ({ expected, target }: Relation): boolean => meets(expected, book.intervalOf(target));
  const held = new Set(
    found.filter((one) => one.rule === 'sum' && holds(one)).map(({ target }) => target.id),
  );
  const kept = known.filter((one) => !(OF_TABLES.has(one.rule) && held.has(one.target.id) && !holds(one)));
  const totals = new Set(kept.filter(({ asPrinted }) => asPrinted).map(({ target }) => target.id));
  const sets = new Set(kept.map(placesAsKey));
  const failing = new Set(kept.filter((one) => !holds(one)).map(placesAsKey));
  return [
    ...kept,
    ...found.filter(
      (relation) =>
        !failing.has(placesAsKey(relation)) &&
        (isOffByASign(book, relation) ||
          !(sets.has(placesAsKey(relation)) || totals.has(relation.target.id))),
    ),
  ];
}

/**
 * What other columns add, this one adds up only with the sign of one figure turned. Whoever reads the figure by what it
 * measures turns the sign and sees nothing.
 */
function isOffByASign(book: Book, { target, inputs, weights = [], expected }: Relation): boolean {
  if (meets(expected, book.intervalOf(target))) return false;
  return inputs.some((fact, i) =>
    meets(plus(expected, scaled(book.intervalOf(fact), -2 * (weights[i] ?? 1))), book.intervalOf(target)),
  );
}

/** Rules by which the vocabulary adds up what stands in one table. */
const OF_TABLES: ReadonlySet<Rule> = new Set(['sum', 'members', 'roll-forward', 'total']);

const placesAsKey = ({ target, inputs }: Relation): string =>
  [target, ...inputs]
    .filter(({ value }) => value !== '')
    .map(({ id }) => id)
    .sort()
    .join(' ');

/** The fact that a figure states; none where the cell was not read, or its reading is in doubt. */
function firstFacts(
  facts: readonly Printed[],
): (document: string, figure: TableFigure) => Printed | undefined {
  const byPlace = new Map<string, Printed>();
  for (const fact of facts)
    if (fact.origin === 'table' && !byPlace.has(cellKey(fact.document, fact)))
      byPlace.set(cellKey(fact.document, fact), fact);
  return (document, figure) => byPlace.get(cellKey(document, figure));
}

const cellKey = (document: string, { line, cell }: Pick<Printed, 'line' | 'cell'>): string =>
  `${document}#${line}.${cell}`;

/** Amounts of one unit and basis are added; what a scale of their own sets apart is not. */
function digitSumRelation(
  book: Book,
  kind: DigitRelation['kind'],
  { result, terms, weights }: Instance,
  factAt: (figure: TableFigure) => Printed | undefined,
): Relation | undefined {
  const target = factAt(result);
  const inputs = terms.map(factAt);
  if (!target || !inputs.every((fact) => fact !== undefined && isAddedTo(target, fact))) return undefined;
  const parts = inputs as readonly Printed[];
  const ways = parts.map((part, i) => (weights[i] ?? 1) * part.polarity * target.polarity);
  return {
    rule: kind === 'equal' ? 'same-amount' : 'sum',
    target,
    expected: sum(parts.map((part, i) => scaled(book.intervalOf(part), ways[i] ?? 1))),
    inputs: parts,
    weights: ways,
    words:
      kind === 'equal' ? `the same as "${parts[0]?.label}" in line ${parts[0]?.line}` : partsInWords(parts),
    asPrinted: kind !== 'equal',
  };
}

const isAddedTo = (target: Printed, { aspect, unit, basis, qualifier }: Printed): boolean =>
  aspect === target.aspect && unit === target.unit && basis === target.basis && qualifier === 'exact';

function partsInWords(parts: readonly Printed[]): string {
  const labels = parts.map(({ label }) => `"${label}"`);
  return parts.length > 4
    ? `what the ${parts.length} rows from "${parts[0]?.label}" to "${parts.at(-1)?.label}" make together`
    : `what the rows ${labels.slice(0, -1).join(', ')} and ${labels.at(-1)} make together`;
}
