import { conceptById, concepts } from '../../src/concepts/index.ts';
import { makeConceptId, makeMemberId, readTelling } from '../../src/concepts/vocabulary.ts';
import type { Concept } from '../../src/model/concept.ts';
import type { ReadColumn } from '../3-context/columns.ts';
import type { ReadTable } from '../3-context/read-table.ts';
import type { ReadRow } from '../3-context/rows.ts';
import type { CellFigure } from '../grammar/cells.ts';
import { withoutUnit } from '../grammar/label-units.ts';
import { readRevision } from '../grammar/revisions.ts';

/** What a figure measures. */
export interface Measure {
  readonly concept: Concept | undefined;
  readonly id: string;
  /** A known concept that is counted in the same unit, where the measure itself is not known. */
  readonly like?: Concept;
  /** Of which part: a segment that the row or the column names. */
  readonly dimensions: Readonly<Record<string, string>>;
}

const WHOLE = /^(?:grand |consolidated |group )?(?:total|group|consolidated|company)\b/i;

/** The row's measure, or the column's where rows are periods or the parts of a whole. */
export function measureOf(row: ReadRow, column: ReadColumn, figure: CellFigure, table: ReadTable): Measure {
  const { like, ...measure } = withoutWays(row, column, figure, table);
  const dimensions = { ...measure.dimensions, ...waysOf(row, column, table) };
  return { ...measure, dimensions, ...(like && { like }) };
}

function withoutWays(row: ReadRow, column: ReadColumn, figure: CellFigure, table: ReadTable): Measure {
  const isByColumn = column.concept?.kind === 'shares' && row.concept?.kind !== 'shares';
  if (row.concept && !isByColumn) return rowMeasure(row.concept, column, figure, table);
  if (column.concept && isMovement(row, column.concept))
    return {
      concept: undefined,
      id: makeConceptId([], `${column.concept.label} ${row.label}`),
      like: column.concept,
      dimensions: {},
    };
  if (column.concept)
    return { ...known(part(column.concept, figure)), dimensions: segmentOf(row, column.concept) };
  if (column.unknownMeasure && row.period)
    return { concept: undefined, id: makeConceptId([], column.unknownMeasure), dimensions: {} };
  const words = readTelling(row.label)?.rest || row.label;
  const id = makeConceptId(row.parents, withoutUnit(words) || `${row.follows} subtotal`);
  return { concept: undefined, id, dimensions: column.segment ? { segment: column.segment } : {} };
}

/** How the measure is told, by the row and the column, and by the table where neither says it. */
function waysOf(row: ReadRow, column: ReadColumn, { ways }: ReadTable): Readonly<Record<string, string>> {
  const isTold = row.isPlain !== undefined || column.isPlain || Object.keys(column.ways).length > 0;
  const both = [row.ways['variant'], column.ways['variant']].filter((member) => member !== undefined);
  return {
    ...(!isTold && ways),
    ...row.ways,
    ...column.ways,
    ...(both.length === 2 && both[0] !== both[1] && { variant: both.join('-') }),
  };
}

const known = (concept: Concept): Pick<Measure, 'concept' | 'id'> => ({ concept, id: concept.id });

/** `Opened` under `Stores` is a movement of what the column counts. */
const isMovement = ({ label, period, concept, moment }: ReadRow, measured: Concept): boolean =>
  measured.kind === 'count' && !period && !concept && moment === '' && label !== '' && !WHOLE.test(label);

/** A row that is no period and no measure names a part of what its column measures. */
function segmentOf({ label, period, concept }: ReadRow, measured: Concept): Record<string, string> {
  const isFlow = measured.kind === 'monetary' && measured.periodType === 'duration';
  return period || concept || !isFlow || label === '' || WHOLE.test(label) || readRevision(label)
    ? {}
    : { segment: makeMemberId(label) };
}

function rowMeasure(concept: Concept, column: ReadColumn, figure: CellFigure, table: ReadTable): Measure {
  const share =
    column.aspect === 'ratio' && isShareOfRevenue(column, table) ? shareOfRevenue.get(concept.id) : undefined;
  return {
    ...known(share ?? part(concept, figure)),
    dimensions: column.segment ? { segment: column.segment } : {},
  };
}

/** A figure in parentheses behind another states a part of its measure, where the vocabulary names that part. */
const part = (concept: Concept, { isPart }: CellFigure): Concept =>
  (isPart ? conceptById.get(concept.inParentheses ?? '') : undefined) ?? concept;

/** Concepts that are another in percent of revenues, by that other. */
const shareOfRevenue: ReadonlyMap<string, Concept> = new Map(
  concepts.flatMap((concept): [string, Concept][] =>
    concept.kind === 'percent' && concept.ratio?.to === 'Revenues' ? [[concept.ratio.of, concept]] : [],
  ),
);

const OF_REVENUE = /(?:%|％|percent(?:age)?) (?:of|to) (?:total |net )*(?:revenues?|sales|turnover)/i;

const isShareOfRevenue = (column: ReadColumn, { captions }: ReadTable): boolean =>
  [column.header.join(' '), ...captions.texts.slice(0, 2)].some((text) => OF_REVENUE.test(text));
