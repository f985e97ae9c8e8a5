import { conceptById, revenueShares } from '../../src/concepts/index.ts';
import { NOWHERE } from '../../src/concepts/label-context.ts';
import { findConcept, makeConceptId, makeMemberId } from '../../src/concepts/vocabulary.ts';
import type { Concept } from '../../src/model/concept.ts';
import type { Division } from '../3-context/divisions.ts';
import type { ReadColumn } from '../3-context/read-column.ts';
import type { ReadRow } from '../3-context/read-row.ts';
import type { ReadTable } from '../3-context/read-table.ts';
import { isWholeYear } from '../grammar/aspects.ts';
import type { CellFigure } from '../grammar/cells.ts';
import { isMeasured } from '../grammar/counted-noun.ts';
import { FACET } from '../grammar/facets.ts';
import { readRevision } from '../grammar/revisions.ts';
import { isTimeOnly } from '../grammar/times.ts';

/** What a figure measures. */
export interface CellMeasure {
  readonly concept: Concept | undefined;
  readonly id: string;
  /** A known concept that is counted in the same unit, where the measure itself is not known. */
  readonly like?: Concept;
  /** Of which part: a segment that the row or the column names. */
  readonly dimensions: Readonly<Record<string, string>>;
}

const WHOLE =
  /^(?:(?:(?:grand |consolidated |group )?total|total (?:group|company|consolidated)|group|consolidated|company)(?: total)?)$/i;

/** The row's measure, or the column's where rows are periods or the parts of a whole; `Net sales (MBoe)` is no revenue. */
export function cellMeasure(
  row: ReadRow,
  column: ReadColumn,
  figure: CellFigure,
  table: ReadTable,
): CellMeasure {
  const { like, ...measure } = withoutWays(row, column, figure, table);
  const dimensions = { ...measure.dimensions, ...mergeWays(row, column, table) };
  return { ...measure, dimensions, ...(like && { like }) };
}

function withoutWays(row: ReadRow, column: ReadColumn, figure: CellFigure, table: ReadTable): CellMeasure {
  if (row.isSplit) return ofSplit(row, column);
  if (column.measured !== '') return ofMeasured(row, column);
  if (column.facet !== '' && (row.concept || !column.concept)) {
    const above = findFacet(row);
    return ownMeasure(namesPeriod(row) ? (above ? [above] : []) : row.name, column.facet, undefined, NO_PART);
  }
  if (row.perShare && column.unit?.per) return rowMeasure(row.perShare, column, figure, table);
  if (row.partOf) return ofFunction(row.partOf, row, column);
  const isByColumn = column.concept?.kind === 'shares' && row.concept?.kind !== 'shares';
  if (row.concept?.kind === 'monetary' && isMeasured(row.label, 'GBP') && figure.unit?.currency === undefined)
    return ownMeasure(row.name.slice(0, -1), row.label, undefined, column);
  if (row.concept && !isByColumn) return rowMeasure(row.concept, column, figure, table);
  if (!row.concept && !column.concept && isPayment(row, column, table))
    return rowMeasure(DIVIDENDS, column, figure, table);
  if (namesPeriod(row) && !row.concept && isByDay(row, column, table)) return ofDay(row, column, table);
  if (column.concept && isMovement(row, column.concept))
    return ownMeasure(
      [...row.name.slice(0, -1), column.concept.label],
      row.name.at(-1) ?? '',
      column.concept,
      NO_PART,
    );
  if (column.concept) return ofColumn(row, column.concept, figure);
  const grown = namesPeriod(row) && isTimeOnly(row.label) ? findGrown(column) : '';
  if (grown !== '') return ownMeasure([], grown, undefined, column);
  return ownMeasure(row.name.slice(0, -1), row.name.at(-1) ?? '', row.like, column);
}

const DIVIDENDS = conceptById.get('CommonStockDividendsPerShareDeclared') as Concept;

/** `2nd quarter-end` or `Total` over rows of years in a table of dividends. */
const isPayment = (row: ReadRow, { dimensions, header }: ReadColumn, { captions }: ReadTable): boolean =>
  namesPeriod(row) &&
  (dimensions['payment'] !== undefined || isWholeYear(header.at(-1) ?? '')) &&
  captions.enclosing.includes('DividendsTable');

/** The part of a cost that one function bears: stock-based compensation in research and development. */
const ofFunction = ({ concept, words }: Division, row: ReadRow, column: ReadColumn): CellMeasure =>
  ownMeasure([concept?.label ?? words], row.name.at(-1) ?? '', concept, column);

const NO_PART = { part: {} };

/** A part of a balance: `Owners of the parent` under `Attributable to` is no result. */
const ofSplit = (row: ReadRow, column: ReadColumn): CellMeasure =>
  ownMeasure(
    [...row.parents, column.concept?.label ?? column.unknownMeasure].filter(Boolean),
    row.label,
    column.concept,
    column,
  );

/** A measure that the vocabulary does not know, named by the words around it. */
const ownMeasure = (
  path: readonly string[],
  label: string,
  like: Concept | undefined,
  { part: dimensions }: Pick<ReadColumn, 'part'>,
): CellMeasure => ({ concept: undefined, id: makeConceptId(path, label), dimensions, ...(like && { like }) });

/** `Growth in consumer loan volume` over rows of periods: what grew, which the words of a change alone do not tell. */
const findGrown = ({ header }: ReadColumn): string =>
  header.map((text) => GROWN.exec(text)?.[1] ?? '').findLast((words) => words !== '' && !isTimeOnly(words)) ??
  '';

const GROWN =
  /^(?:(?:%|percent(?:age)?|annual|year[- ]over[- ]year) )*(?:growth|change|increase) (?:in|of) (\p{L}.{3,60})$/iu;

/** The label is a period, so that the column names the measure; not the name of what happened within one. */
const namesPeriod = ({ period, label, isBetween }: ReadRow): boolean =>
  period !== undefined && !(isBetween && label !== '');

const findFacet = ({ label, parents }: ReadRow): string | undefined =>
  [label, parents.at(-1) ?? ''].map((text) => FACET.exec(text)?.[0]).find((found) => found !== undefined);

/** Whether the column of such a row names no measure by itself: the heading, or what leads to the table, does. */
const isByDay = (row: ReadRow, column: ReadColumn, { captions }: ReadTable): boolean =>
  column.concept
    ? findFacet(row) !== undefined
    : column.unknownMeasure !== '' ||
      ((captions.divided ?? captions.titled) !== undefined && column.header.length > 0);

/** A row of a day or a period: its column names a part of what the heading or the sentence above names, or is the whole. */
function ofDay(row: ReadRow, column: ReadColumn, { captions, columns }: ReadTable): CellMeasure {
  const { title, titled } = captions;
  const divided = captions.divided ?? (titled && { concept: titled, words: titled.label });
  const leaf = column.unknownMeasure || (column.header.at(-1) ?? '');
  const words = isTimeOnly(leaf) ? '' : leaf;
  const facet = findFacet(row);
  const above = facet ? [facet] : divided ? [divided.concept?.label ?? divided.words] : [];
  const named = divided && !facet && findConcept(`${words} ${divided.words}`, NOWHERE)?.concept;
  if (named && words !== '' && named !== divided.concept) return { ...known(named), dimensions: {} };
  const isPart = titled !== undefined && columns.some(({ header }) => WHOLE.test(header.at(-1) ?? ''));
  if (words !== '' && !WHOLE.test(words))
    return isPart && !captions.divided
      ? { ...known(titled), dimensions: { segment: makeMemberId(words) } }
      : ownMeasure(above, words, divided?.concept, NO_PART);
  if (!facet && divided?.concept) return { ...known(divided.concept), dimensions: {} };
  const over = facet ? [title.replace(NUMBERING, '')] : above.slice(0, -1);
  return ownMeasure(over, above.at(-1) ?? leaf, divided?.concept, NO_PART);
}

/** `8. Intangible assets`, `Note 9 –`: the number of a note. */
const NUMBERING = /^(?:note )?\(?\d{1,2}(?:\.\d{1,2})?[.)]?\s*(?:[-–—:]\s*)?(?=\p{L})/iu;

/** How the measure is told, by the row and the column, and by the table where neither says it. */
function mergeWays(row: ReadRow, column: ReadColumn, { ways }: ReadTable): Readonly<Record<string, string>> {
  const isTold = row.isPlain !== undefined || column.isPlain || Object.keys(column.ways).length > 0;
  const both = [row.ways['variant'], column.ways['variant']].filter((member) => member !== undefined);
  return {
    ...(isTold ? ways['entity'] && { entity: ways['entity'] } : ways),
    ...row.ways,
    ...column.ways,
    ...(both.length === 2 && both[0] !== both[1] && { variant: both.join('-') }),
  };
}

/** The measure that a head names over rows of parts. */
const ofMeasured = ({ label, isOfIssuer }: ReadRow, { measured }: ReadColumn): CellMeasure =>
  ownMeasure([], measured, undefined, {
    part: label === '' || isOfIssuer || WHOLE.test(label) ? {} : { segment: makeMemberId(label) },
  });

const known = (concept: Concept): Pick<CellMeasure, 'concept' | 'id'> => ({ concept, id: concept.id });

/** `Opened` under `Stores`, `Shares issued` under `Number of shares`: a movement of what the column counts. */
const isMovement = ({ label, period, concept, moment, isBetween }: ReadRow, measured: Concept): boolean =>
  (measured.kind === 'count' || measured.kind === 'shares') &&
  (isBetween || !period) &&
  (!concept || measured.kind === 'shares') &&
  moment === '' &&
  label !== '' &&
  !WHOLE.test(label) &&
  concept?.periodType !== 'instant';

/** The measure of a column; a row that is no period and no measure names a part of it. */
function ofColumn(
  { label, name, period, concept, ways, isPlain, isOfIssuer, aspect }: ReadRow,
  measured: Concept,
  figure: CellFigure,
): CellMeasure {
  const isWhole =
    period || concept || aspect || label === '' || isOfIssuer || WHOLE.test(label) || readRevision(label);
  const isTold = isPlain !== undefined || Object.keys(ways).length > 0;
  const isRate = measured.kind === 'percent' && measured.periodType === 'duration';
  if (isWhole || isTold || (measured.kind !== 'monetary' && !isRate))
    return { ...known(part(measured, figure)), dimensions: {} };
  if (measured.periodType === 'duration')
    return { ...known(part(measured, figure)), dimensions: { segment: makeMemberId(label) } };
  return ownMeasure([measured.label], name.at(-1) ?? '', measured, NO_PART);
}

function rowMeasure(concept: Concept, column: ReadColumn, figure: CellFigure, table: ReadTable): CellMeasure {
  const share =
    column.aspect === 'ratio' && isShareOfRevenue(column, table) ? revenueShares.get(concept.id) : undefined;
  return { ...known(share ?? part(concept, figure)), dimensions: column.part };
}

/** A figure in parentheses behind another states a part of its measure, where the vocabulary names that part. */
const part = (concept: Concept, { isPart }: CellFigure): Concept =>
  (isPart ? conceptById.get(concept.inParentheses ?? '') : undefined) ?? concept;

const OF_REVENUE = /(?:%|％|percent(?:age)?) (?:of|to) (?:total |net )*(?:revenues?|sales|turnover)/i;

const isShareOfRevenue = (column: ReadColumn, { captions }: ReadTable): boolean =>
  [column.header.join(' '), ...captions.texts.slice(0, 2)].some((text) => OF_REVENUE.test(text));
