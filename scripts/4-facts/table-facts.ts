import type { Concept } from '../../src/model/concept.ts';
import {
  type Aspect,
  type Basis,
  formatDimensions,
  type Printed,
  UNIT_UNTOLD,
} from '../../src/model/fact.ts';
import { isInstant, lastDay, type Period } from '../../src/model/period.ts';
import { rememberLast } from '../../src/model/remember.ts';
import type { GridCell } from '../2-tables/grid.ts';
import type { DocumentContext } from '../3-context/document-context.ts';
import type { ReadColumn } from '../3-context/read-column.ts';
import type { ReadRow } from '../3-context/read-row.ts';
import type { ReadTable } from '../3-context/read-table.ts';
import { type CellFigure, valueAndDecimals } from '../grammar/cells.ts';
import { isOfThings } from '../grammar/counted-noun.ts';
import { DECADE } from '../grammar/decades.ts';
import { isOpenNumber, regularNumbers } from '../grammar/number-style.ts';
import { indexColumns, printedText, scanNumbers, sourceOffset } from '../grammar/numbers.ts';
import type { UnitPhrase } from '../grammar/units.ts';
import { type CellMeasure, cellMeasure } from './cell-measure.ts';
import { comparedTo, periodOfFact } from './period-of-fact.ts';
import { cellPolarity } from './polarity.ts';
import type { OtherPlace } from './prose/other-numbers.ts';
import { aspectOfStep, findRevision, revisionDimensions } from './revised-targets.ts';
import { isPrice, scaleByQuotient } from './scale-of-price.ts';
import { decideShareBasis } from './share-basis.ts';
import { findStated, statedKinds, withStatedMeasure, withStatedPart, withStatedUnit } from './stated.ts';
import { type FactUnit, unitOfFact } from './unit-of-fact.ts';
import { beyondTheHeads, findTwins, OPEN, TORN, type UntoldFigure, WITHOUT_PERIOD } from './untold.ts';

/** The statements of a table, and the figures whose column or period cannot be told. */
export interface TableFacts {
  readonly facts: readonly Printed[];
  /** Numbers that refer to notes, or are names of things. */
  readonly others: readonly OtherPlace[];
  readonly untold: readonly UntoldFigure[];
}

/** Facts of every cell of a table, in reading order. `lines` are the document's. */
export function tableFacts(table: ReadTable, context: DocumentContext, lines: readonly string[]): TableFacts {
  const facts: Printed[] = [];
  const others: OtherPlace[] = [];
  const untold: UntoldFigure[] = [];
  for (const row of table.rows) {
    if (row.row.role !== 'item') continue;
    const { line } = row.row;
    const columnAt = indexColumns(lines[line - 1] ?? '');
    const neighbour = neighbourUnit(row);
    const isIdentifier = IDENTIFIERS.test(row.label);
    const section = [...table.captions.section, ...row.parents];
    row.row.cells.forEach((cell, index) => {
      const column = table.columns[cell.column - 1];
      if (index > 0 && (isIdentifier || column?.isNote)) {
        const kind = isIdentifier ? 'identifier' : 'numbering';
        for (const { start } of scanNumbers(cell.text))
          others.push({ kind, line, column: columnAt(cell.offset + sourceOffset(cell.source, start)) });
        return;
      }
      if (cell.kind === 'figure' && cell.figures.length === 0)
        untold.push({
          line,
          column: columnAt(cell.offset),
          text: printedText(cell.source),
          reason: isOpenNumber(regularNumbers(cell.text, context.numbers), context.numbers) ? OPEN : TORN,
        });
      cell.figures.forEach((figure, n) => {
        const start = columnAt(cell.offset + sourceOffset(cell.source, figure.start));
        const place = { row, section, column, cell, index, figure, n: n + 1, start, neighbour };
        const made = makeFact(place, table, context);
        if (typeof made === 'string') untold.push({ line, column: start, text: figure.raw, reason: made });
        else facts.push(made);
      });
    });
  }
  const twins = findTwins(table, facts);
  return {
    facts: facts.filter(({ id }) => !twins.has(id)),
    others,
    untold: [...untold, ...twins.values()],
  };
}

/** Rows that hold names of things in digits. */
const IDENTIFIERS =
  /^(?:isin|wkn|ticker|symbol|sedol|cusip|lei|telephone|phone|tel|fax|facsimile|mobile|(?:stock |security |securities )?code(?: number)?|company (?:number|registration)|registration (?:number|no)|dial[- ]in|conference id|passcode|pin|access code)(?: (?:no|number|code|symbol|id)s?)?\W*(?:\([^()]*\))?$/i;

interface Place {
  readonly row: ReadRow;
  /** Headings above the row: one list for all its facts, of which decades have a hundred thousand. */
  readonly section: readonly string[];
  readonly column: ReadColumn | undefined;
  readonly cell: GridCell;
  readonly index: number;
  readonly figure: CellFigure;
  /** 1 for the first figure of the cell. */
  readonly n: number;
  /** 1-based column of the line. */
  readonly start: number;
  readonly neighbour: UnitPhrase | undefined;
}

/** The statement of a figure, or why none can be made of it. */
function makeFact(place: Place, table: ReadTable, context: DocumentContext): Printed | string {
  const { row, column, index, figure, start } = place;
  const said = column && findStated(table, row.row.line, column.cell);
  if (!column || !(column.isHeaded || column.aspect || said)) return beyondTheHeads(index, table.grid.width);
  const measure = withStatedMeasure(cellMeasure(row, column, figure, table), said);
  const revision = findRevision(row, column, table);
  const aspect =
    revision === 'step'
      ? aspectOfStep(row)
      : (row.aspect ??
        decideAspect(figure, column, measure.concept, isRateRow(row.row, table.columns), table));
  const basis = revision ? 'target' : decideBasis(figure, row, column, table);
  const told = said?.period
    ? { period: said.period, doubt: '' }
    : periodOfFact({ figure, row, column, concept: measure.concept, aspect, basis }, table, context);
  if (told === undefined) return WITHOUT_PERIOD;
  const { period } = told;
  const {
    unit,
    scale,
    doubt: unitDoubt = '',
  } = withStatedUnit(unitIn(place, column, table, context, measure, aspect), said);
  const kinds = statedKinds(table, unit, said);
  return {
    id: `${context.issuer}/${context.id}#L${row.row.line}.${place.cell.field ?? index}:${place.n}`,
    issuer: context.issuer,
    document: context.id,
    origin: 'table',
    line: row.row.line,
    column: start,
    cell: place.cell.field ?? index,
    table: table.captions.title,
    section: place.section,
    label: row.label,
    header: column.header,
    concept: measure.id,
    aspect: aspect === 'amount' && unit === 'percent' ? 'ratio' : aspect,
    basis: isPastUnderHeading(place, table, period, context) && !revision ? 'reported' : basis,
    dimensions: formatDimensions({
      ...withStatedPart({ ...measure.dimensions, ...row.dimensions, ...column.dimensions }, said),
      ...dividendDimensions(measure.concept, column, period, table, context),
      ...revisionDimensions(revision),
    }),
    period,
    compared: !isChange(aspect)
      ? ''
      : revision === 'step'
        ? period
        : comparedTo(period, row, column, table, context),
    unit,
    ...valueAndDecimals(figure, scale),
    polarity: cellPolarity(
      row,
      measure.concept,
      isPrintedNegative(place, aspect, table),
      table.statement === 'equity',
      'adjustment' in measure.dimensions,
    ),
    qualifier: figure.qualifier === 'exact' ? column.qualifier : figure.qualifier,
    raw: figure.raw,
    place: '',
    doubt:
      told.doubt ||
      unitDoubt ||
      (unit.startsWith('unknown') ? UNIT_UNTOLD : figure.isDecade ? DECADE : '') ||
      (isNamedBesides(row, index) ? NAMED_BESIDES : ''),
    ...(kinds.length > 0 && { stated: kinds }),
  };
}

/** A row without a label, before whose figures there are words in the column of something else. */
const isNamedBesides = ({ label, row }: ReadRow, index: number): boolean =>
  label === '' &&
  row.cells.slice(1, index).some(({ kind, text }) => kind === 'text' && /\p{L}{3}/u.test(text));
const NAMED_BESIDES = 'What names it stands in the column of something else.';

/** A change of an amount has the sense in which its row prints amounts; a percent is told of the size of a loss. */
const isPrintedNegative = ({ row, figure }: Place, aspect: Aspect, { columns }: ReadTable): boolean =>
  aspect === 'change'
    ? row.row.cells.some(
        ({ column, figures }) =>
          (columns[column - 1]?.aspect ?? 'amount') === 'amount' &&
          figures.some(({ isNegative, token }) => isNegative && !token?.percent),
      )
    : figure.isNegative && aspect !== 'changePercent';

/** Whether no row of a table is one of money. */
const isTableOfThings = rememberLast(({ rows, marksMoney }: ReadTable): boolean => {
  const items = rows.filter(
    ({ row }) => row.role === 'item' && row.cells.some(({ kind }) => kind === 'figure'),
  );
  return !marksMoney && items.every(({ label, concept }) => isOfThings(label, concept?.kind));
});

function unitIn(
  { row, cell, figure, neighbour }: Place,
  column: ReadColumn,
  table: ReadTable,
  context: DocumentContext,
  { concept: own, like }: CellMeasure,
  aspect: Aspect,
): FactUnit {
  const { captions, columns, statement, marksMoney } = table;
  const concept = own ?? like;
  return unitOfFact({
    noun: column.concept ? '' : column.unknownMeasure,
    cell: figure.unit,
    cellScale: figure.scale,
    row: row.units.length > 1 ? row.units[cell.column - 1] : row.units[0],
    column: column.unit,
    caption:
      captions.unit ??
      (captions.unreadScale === '' && (concept || MONEY_TABLES.has(statement) || context.unit?.isStated)
        ? context.unit
        : undefined),
    reported: context.currency,
    figure,
    neighbour,
    aspect,
    concept,
    label: column.measured || (row.period && column.unknownMeasure) || rowName(row),
    isOfHead: column.measured !== '',
    isBareAmongMarked:
      marksMoney && !row.row.cells.some(({ figures }) => figures.some(({ unit }) => unit?.currency)),
    isAboveSigns: isAboveSigns(row, table),
    least: leastAmount(row, column, columns),
    group: row.parents.at(-1) ?? '',
    isMoneyColumn: column.isMoney,
    isOfThings: isTableOfThings(table),
    quotientScale:
      captions.unit?.scale && isPrice(column.measured)
        ? scaleByQuotient(row, column, columns, captions.unit.scale)
        : undefined,
    words: [rowName(row), ...column.header, ...row.units.map(({ per }) => (per ? `per ${per}` : ''))].join(
      ' ',
    ),
  });
}

const printsCurrency = ({ row }: ReadRow): boolean =>
  row.cells.some(({ figures }) => figures.some(({ unit }) => unit?.currency !== undefined));

/** The first row of money has the sign of its currency, where any has one: its line, 0 for none. */
const firstSigned = rememberLast(({ rows }: ReadTable): number => rows.find(printsCurrency)?.row.line ?? 0);

const isAboveSigns = ({ row }: ReadRow, table: ReadTable): boolean => row.line < firstSigned(table);

/** What a row is of: its heading, where its label is a year: `RevPAR` over `2025` and `2024`. */
const rowName = ({ label, parents, year }: ReadRow): string =>
  year !== undefined && label.length === 4 ? (parents.at(-1) ?? label) : label;

const isChange = (aspect: Aspect | undefined): boolean => aspect === 'change' || aspect === 'changePercent';

/** A column of amounts that tells a measure or a unit of its own stands for itself. */
const leastAmount = (row: ReadRow, own: ReadColumn, columns: readonly ReadColumn[]): number =>
  !isChange(own.aspect) && isApart(own)
    ? leastIn(row.row.cells.filter(({ column }) => column === own.cell))
    : leastOfRow(row, columns);

/** Of all columns that do not. */
const leastOfRow = rememberLast(({ row }: ReadRow, columns: readonly ReadColumn[]): number =>
  leastIn(row.cells.filter(({ column }) => !isApart(columns[column - 1]))),
);

const isApart = (column: ReadColumn | undefined): boolean =>
  column === undefined || isChange(column.aspect) || Boolean(column.concept ?? column.unit);

const leastIn = (cells: readonly GridCell[]): number =>
  cells
    .flatMap(({ figures }) => figures.map(({ token }) => Number(token?.digits ?? 0)))
    .reduce((least, amount) => (amount > 0 ? Math.min(least, amount) : least), Number.POSITIVE_INFINITY);

/** On which shares a dividend per share is counted, where the document speaks of a split. */
function dividendDimensions(
  concept: Concept | undefined,
  column: ReadColumn,
  period: Period,
  { captions }: ReadTable,
  { splitDate }: DocumentContext,
): Readonly<Record<string, string>> {
  if (splitDate === '' || concept?.statement !== 'dividends' || concept.kind !== 'perShare') return {};
  const isAdjusted = captions.isSplitAdjusted || isInstant(period);
  return { shareBasis: decideShareBasis(period, column.dimensions['payment'], splitDate, isAdjusted) };
}

/** Tables whose rows are amounts of money where nothing says otherwise. */
const MONEY_TABLES: ReadonlySet<string> = new Set([
  'income',
  'comprehensiveIncome',
  'balanceSheet',
  'cashFlow',
  'equity',
  'segments',
]);

function decideAspect(
  figure: CellFigure,
  column: ReadColumn,
  concept: Concept | undefined,
  isOfRates: boolean,
  table: ReadTable,
): Aspect {
  if (figure.aspect === 'changePercent' || figure.aspect === 'change') return figure.aspect;
  const isInPoints = figure.unit?.measure === 'points';
  if (isInPoints) return 'change';
  if (figure.token?.percent && isStep(figure) && concept && concept.kind !== 'percent')
    return 'changePercent';
  if (
    column.aspect === undefined &&
    figure.token?.percent &&
    concept?.kind === 'monetary' &&
    isOfSteps(table)
  )
    return 'changePercent';
  const isNilRate = figure.token === undefined && figure.unit?.measure === 'percent';
  if (column.aspect === 'change' && (figure.token?.percent || isNilRate) && concept?.kind !== 'percent')
    return isOfRates ? 'change' : 'changePercent';
  if (column.aspect === 'changePercent' && figure.unit?.measure === 'times') return 'change';
  if (column.aspect === 'changePercent' || column.aspect === 'change') return column.aspect;
  return concept?.kind === 'percent' || figure.aspect === 'ratio' || column.aspect === 'ratio'
    ? 'ratio'
    : 'amount';
}

/** Percentages with a plus before them, and none without a sign: what they tell is by how much something grew. */
const isOfSteps = rememberLast(({ rows }: ReadTable): boolean => {
  const rates = rows.flatMap(({ row }) =>
    row.cells.flatMap(({ figures }) =>
      figures.filter(({ token }) => token?.percent && Number(token.digits) !== 0),
    ),
  );
  return rates.some(({ raw }) => raw.startsWith('+')) && rates.every(({ raw }) => /^[+(−–-]/.test(raw));
});

/** `$67.3 million, +10%`: a percentage with its sign, behind what it is a change of. */
const isStep = ({ raw, start }: CellFigure): boolean => start > 0 && /^[+−–-]/.test(raw);

/** What it states, changes left out, are percentages, so that a change of them is in points. */
const isRateRow = rememberLast(({ cells }: ReadRow['row'], columns: readonly ReadColumn[]): boolean => {
  const stated = cells.filter(({ column }) => !isChange(columns[column - 1]?.aspect));
  const tokens = stated.flatMap(({ figures }) => figures.flatMap(({ token }) => token ?? []));
  return tokens.length > 0 && tokens.every(({ percent }) => percent);
});

const decideBasis = (figure: CellFigure, row: ReadRow, column: ReadColumn, table: ReadTable): Basis =>
  figure.basis ?? row.basis ?? column.basis ?? table.captions.basis ?? 'reported';

/** A heading, and nothing nearer, speaks of what is aimed at, while the span or day is over: `Company Raises Outlook` over results. */
const isPastUnderHeading = (
  { figure, row, column }: Place,
  table: ReadTable,
  period: Period,
  { released }: DocumentContext,
): boolean =>
  (figure.basis ?? row.basis ?? column?.basis) === undefined &&
  table.captions.basis === 'target' &&
  lastDay(period) <= released;

/** A figure without a unit in a row of figures with one (`857.7 Gbps … 361.0`) has theirs. */
function neighbourUnit({ row }: ReadRow): UnitPhrase | undefined {
  for (const { figures } of row.cells) {
    const unit = figures.find(
      ({ unit: found }) =>
        found?.measure !== undefined && found.measure !== 'percent' && found.measure !== 'points',
    )?.unit;
    if (unit) return unit;
  }
  return undefined;
}
