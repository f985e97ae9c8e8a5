import { conceptById } from '../../src/concepts/index.ts';
import { makeConceptId } from '../../src/concepts/vocabulary.ts';
import type { Concept } from '../../src/model/concept.ts';
import { type Aspect, type Basis, type Fact, formatDimensions } from '../../src/model/fact.ts';
import { closing, isDuration, isInstant, opening, type Period, shift } from '../../src/model/period.ts';
import type { Problem } from '../../src/model/problem.ts';
import type { ReadColumn } from '../3-context/columns.ts';
import type { DocumentContext } from '../3-context/document-context.ts';
import type { ReadTable } from '../3-context/read-table.ts';
import type { ReadRow } from '../3-context/rows.ts';
import type { RawCell } from '../1-read/raw-document.ts';
import { columnAt, sourceOffset } from '../grammar/numbers.ts';
import type { UnitPhrase } from '../grammar/units.ts';
import { polarityOf } from './polarity.ts';
import { type CellFigure, readCell, valueOf } from '../grammar/cells.ts';
import { shareBasisOf } from './share-basis.ts';
import { unitOfFact } from './unit-of-fact.ts';

/** The statements of a table, and the figures whose column or period cannot be told. */
export interface TableFacts {
  readonly facts: readonly Fact[];
  readonly problems: readonly Problem[];
}

/** Facts of every cell of a table, in reading order. `lines` are the document's. */
export function tableFacts(table: ReadTable, context: DocumentContext, lines: readonly string[]): TableFacts {
  const facts: Fact[] = [];
  const problems: Problem[] = [];
  for (const row of table.rows) {
    if (row.row.role !== 'item') continue;
    row.row.cells.forEach((cell, index) => {
      if (index === 0 || cell.text === '') return;
      readCell(cell.text).forEach((figure, n) => {
        const place = { row, cell, index, figure, n: n + 1, line: lines[row.row.line - 1] ?? '' };
        const made = factOf(place, table, context);
        if ('found' in made) problems.push(made);
        else facts.push(made);
      });
    });
  }
  return { facts, problems };
}

interface Place {
  readonly row: ReadRow;
  readonly cell: RawCell;
  readonly index: number;
  readonly figure: CellFigure;
  /** 1 for the first figure of the cell. */
  readonly n: number;
  readonly line: string;
}

function factOf(place: Place, table: ReadTable, context: DocumentContext): Fact | Problem {
  const { row, figure, index } = place;
  const column = table.columns.find(({ cell }) => cell === index);
  const start = columnAt(place.line, place.cell.offset + sourceOffset(place.cell.source, figure.start));
  if (!column?.isHeaded) return noColumn(place, table, context, start);
  const measure = partOfMeasure(measureOf(row, column), figure);
  const aspect = aspectOf(figure, column, measure.concept);
  const period = periodOf(row, column, table, measure.concept, aspect);
  if (period === undefined) return noPeriod(place, context, start);
  const { unit, scale } = unitOfFact({
    cell: figure.unit,
    cellScale: figure.scale,
    row: row.units.length > 1 ? row.units[index - 1] : row.units[0],
    column: column.unit,
    caption: table.captions.unit,
    neighbour: neighbourUnit(row, index),
    aspect,
    concept: measure.concept,
    label: `${row.label} ${column.header.join(' ')}`,
  });
  const { value, decimals } = valueOf(figure, scale);
  return {
    id: `${context.issuer}/${context.id}#L${row.row.line}.${index}:${place.n}`,
    issuer: context.issuer,
    document: context.id,
    origin: 'table',
    line: row.row.line,
    column: start,
    cell: index,
    table: table.captions.title,
    section: [...table.captions.section, ...row.parents],
    label: row.label,
    header: column.header,
    concept: measure.concept?.id ?? makeConceptId(measure.path, measure.label),
    aspect,
    basis: basisOf(figure, row, column, table),
    dimensions: formatDimensions({
      ...row.dimensions,
      ...column.dimensions,
      ...(measure.concept?.statement === 'dividends' && shareBasisOf(measure.concept, column, period, table, context)),
    }),
    period,
    compared: aspect === 'change' || aspect === 'changePercent' ? comparedTo(period, column) : '',
    unit,
    value,
    polarity: polarityOf(row, measure.concept, figure.isNegative, table.statement === 'equity'),
    qualifier: 'exact',
    decimals,
    raw: figure.raw,
    inputs: [],
  };
}

/** A figure in parentheses behind another states a part of its measure, where the vocabulary names that part. */
function partOfMeasure(measure: Measure, { isPart }: CellFigure): Measure {
  const part = isPart ? conceptById.get(measure.concept?.inParentheses ?? '') : undefined;
  return part ? { ...measure, concept: part } : measure;
}

interface Measure {
  readonly concept: Concept | undefined;
  /** What names it, and the path above that, for a concept that the vocabulary does not know. */
  readonly label: string;
  readonly path: readonly string[];
}

/** The row's measure, or the column's where rows are periods or names. */
function measureOf(row: ReadRow, column: ReadColumn): Measure {
  if (row.concept && !(column.concept?.kind === 'shares' && row.concept.kind !== 'shares')) return { concept: row.concept, label: row.label, path: row.parents };
  if (column.concept) return { concept: column.concept, label: column.header.join(' '), path: [] };
  if (column.unknownMeasure && row.period) return { concept: undefined, label: column.unknownMeasure, path: [] };
  return { concept: undefined, label: row.label, path: row.parents };
}

function aspectOf(figure: CellFigure, column: ReadColumn, concept: Concept | undefined): Aspect {
  if (figure.aspect === 'changePercent' || figure.aspect === 'change') return figure.aspect;
  if (column.aspect === 'changePercent' || column.aspect === 'change') return column.aspect;
  return concept?.kind === 'percent' || figure.aspect === 'ratio' || column.aspect === 'ratio' ? 'ratio' : 'amount';
}

const basisOf = (figure: CellFigure, row: ReadRow, column: ReadColumn, table: ReadTable): Basis =>
  figure.basis ?? row.basis ?? column.basis ?? table.captions.basis ?? 'reported';

/**
 * The column tells the period, or the row where columns are measures or payments; a balance stands at the close of a column's duration, an opening balance at
 * the end of the day before. Without either the nearest caption or heading that names one period holds.
 */
function periodOf(row: ReadRow, column: ReadColumn, table: ReadTable, concept: Concept | undefined, aspect: Aspect): Period | undefined {
  const isByRow = column.period === undefined || column.dimensions['payment'] !== undefined;
  const period = (isByRow ? row.period : undefined) ?? column.period ?? captionPeriod(table);
  if (period === undefined || isInstant(period)) return period;
  if (row.moment === 'opening') return opening(period);
  const isBalance = concept?.periodType === 'instant' && !(row.concept === undefined && aspect === 'change');
  return row.moment === 'closing' || isBalance ? closing(period) : period;
}

function captionPeriod({ captions }: ReadTable): Period | undefined {
  for (const periods of captions.periods) {
    const distinct = [...new Set(periods)];
    const durations = distinct.filter(isDuration);
    if (distinct.length === 1) return distinct[0];
    if (durations.length === 1) return durations[0];
  }
  return undefined;
}

const comparedTo = (period: Period, { compared }: ReadColumn): Period => {
  if (compared === undefined) return shift(period, -12);
  return isInstant(period) ? closing(compared) : compared;
};

/** A figure without a unit in a row of figures with one (`857.7 Gbps … 361.0`) has theirs. */
function neighbourUnit(row: ReadRow, index: number): UnitPhrase | undefined {
  for (const [at, cell] of row.row.cells.entries()) {
    if (at === 0 || at === index || cell.text === '') continue;
    const unit = readCell(cell.text).find(({ unit: found }) => found?.measure !== undefined && found.measure !== 'percent')?.unit;
    if (unit) return unit;
  }
  return undefined;
}

function noColumn({ row, cell }: Place, table: ReadTable, context: DocumentContext, column: number): Problem {
  return {
    file: context.file,
    line: row.row.line,
    column,
    found: `the figure "${cell.text}" in field ${row.row.cells.indexOf(cell) + 1}, where the table's head has only ${table.grid.width}`,
    expected: 'a head above every column of figures',
    mend: 'add the missing head, or remove a tab that is too many in this row',
  };
}

function noPeriod({ row, cell }: Place, context: DocumentContext, column: number): Problem {
  return {
    file: context.file,
    line: row.row.line,
    column,
    found: `the figure "${cell.text}" (${row.label || 'no label'}) for which no period can be told`,
    expected: 'a period in the column head, the row, a caption such as "(For the fiscal year ended March 31, 2013)" or the heading above',
    mend: 'name the period in one of these places',
  };
}
