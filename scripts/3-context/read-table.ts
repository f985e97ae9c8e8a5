import { foldLabel } from '../../src/concepts/fold-label.ts';
import { findConcept } from '../../src/concepts/vocabulary.ts';
import type { Concept, StatementKind } from '../../src/model/concept.ts';
import type { OutlineBlock } from '../1-read/outline-block.ts';
import type { Grid } from '../2-tables/grid.ts';
import { findBasis } from '../grammar/aspects.ts';
import { findPeriods } from '../grammar/periods.ts';
import { isTimeOnly } from '../grammar/times.ts';
import { isUnitOnly, readUnit, type UnitPhrase, unreadScale } from '../grammar/units.ts';
import { withAgreedUnit } from './agreed-unit.ts';
import { betweenBalances } from './between-balances.ts';
import { type Captions, findTitled, namedBy, readCaptions } from './captions.ts';
import { readColumns } from './columns.ts';
import type { Departure } from './departures.ts';
import type { DocumentContext } from './document-context.ts';
import { withLineRoles } from './line-roles.ts';
import { withMeasuresByColumn } from './measures-by-column.ts';
import { withPrintedUnits } from './printed-units.ts';
import type { ReadColumn } from './read-column.ts';
import type { ReadRow } from './read-row.ts';
import { isOfAdjustments, withSteps } from './reconciliations.ts';
import { withRestatedOpenings } from './restated-openings.ts';
import { readRows } from './rows.ts';
import { withRowsApart } from './rows-apart.ts';
import { scopeOfTable } from './scopes.ts';
import type { StatedInTable } from './stated-in-table.ts';
import { withoutStatements, withStatement } from './statement-frame.ts';
import { matchTranslations } from './translation.ts';
import { alignUnits } from './unit-row.ts';

/** A part of a table with everything that its heads, labels and surroundings say. */
export interface ReadTable {
  readonly grid: Grid;
  readonly captions: Captions;
  readonly columns: readonly ReadColumn[];
  readonly rows: readonly ReadRow[];
  /** How its measures are told where no row, column or heading within it says so. */
  readonly ways: Readonly<Record<string, string>>;
  /** Its heading speaks of adjusted figures, and only some of its rows say that they are. */
  readonly isScopeOpen: boolean;
  /** It prints a sign of currency in every row of money that it names. */
  readonly marksMoney: boolean;
  /** The statement that most of its rows belong to, empty for none. */
  readonly statement: StatementKind | '';
  readonly departures: readonly Departure[];
  /** What a person says of it. */
  readonly stated?: StatedInTable;
}

/**
 * Reads the grids of the table at an index of the outline; several where a new head stands in its middle, for which a
 * unit beside the first head holds too.
 */
export function readTables(
  grids: readonly Grid[],
  blocks: readonly OutlineBlock[],
  index: number,
  context: DocumentContext,
): ReadTable[] {
  const captions = readCaptions(blocks, index, context);
  const [first] = grids;
  const below = { ...captions, unit: captions.unit ?? (first && framed(first, captions).unit) };
  return grids.map((grid) => readTable(grid, grid === first ? captions : below, context));
}

function readTable(asPrinted: Grid, around: Captions, context: DocumentContext): ReadTable {
  const own = withOwn(around, asPrinted, context);
  const near = perShare(asPrinted, framed(asPrinted, besideHeads(asPrinted, own, context)));
  const captions = inShares(inStatement(near, asPrinted, context), asPrinted, context);
  const headed = readColumns(asPrinted, captions, context);
  const { grid, departures } = alignUnits(asPrinted, headed);
  const currency = captions.unit?.currency ?? context.currency;
  const aligned = grid === asPrinted ? headed : readColumns(grid, captions, context);
  const printed = withPrintedUnits(withAgreedUnit(aligned), grid);
  const named = matchTranslations(grid, printed, currency);
  const first = readRows(grid, ofEquity(captions, named), context, named);
  const columns = withMeasuresByColumn(named, first, grid);
  const read = columns === named ? first : readRows(grid, ofEquity(captions, columns), context, columns);
  const rows = withSteps(
    withRowsApart(betweenBalances(withRestatedOpenings(withLineRoles(read)))),
    isOfAdjustments(captions.title) && columns.every(({ ways }) => Object.keys(ways).length === 0),
  );
  const scope = scopeOfTable(grid.frame, captions, rows, columns, context);
  return {
    grid,
    captions,
    columns,
    rows,
    ways: scope.ways,
    isScopeOpen: scope.isOpen,
    marksMoney: marksMoney(rows),
    statement: decideStatement(rows, columns),
    departures: [...departures, ...rows.flatMap(findSlips)],
  };
}

/** Parts of equity in the heads tell what statement it is, where no title does. */
const ofEquity = (captions: Captions, columns: readonly ReadColumn[]): Captions =>
  hasPartsOfEquity(columns) && !captions.enclosing.includes('EquityStatement')
    ? { ...captions, enclosing: ['EquityStatement', ...withoutStatements(captions.enclosing)] }
    : captions;

const hasPartsOfEquity = (columns: readonly ReadColumn[]): boolean =>
  columns.filter(({ dimensions }) => dimensions['equity'] !== undefined).length > 2;

/** Captions within the table stand nearer than those above it; the last that is more than a remark is its title. */
function withOwn(captions: Captions, grid: Grid, context: DocumentContext): Captions {
  const own = [...grid.captions.values()];
  const names = own.map(withoutUnitBehind).filter((text) => isName(text, context));
  const unit = own.map(readUnit).find((one) => one?.currency !== undefined || one?.scale !== undefined);
  const periods = own
    .map((text) => findPeriods(text, context.calendar).map(({ period }) => period))
    .filter((found) => found.length > 0);
  const title = names.at(-1) ?? captions.title;
  return {
    ...captions,
    title,
    titled: findTitled(title, context),
    section: [...captions.section, ...names],
    texts: [...own.toReversed(), ...captions.texts],
    enclosing: [...names.toReversed().flatMap((text) => namedBy(text, context)), ...captions.enclosing],
    unit: unit ? { ...captions.unit, ...unit } : captions.unit,
    ...readUnread(own, unit),
    periods: [...periods, ...captions.periods],
  };
}

const withoutUnitBehind = (text: string): string =>
  text.replace(/(?<=\S)\s*\([^()]*\)$/, (remark) => (isUnitOnly(remark.trim()) ? '' : remark));

/** Neither a unit, a time, a remark in brackets, nor the name of the issuer. */
const isName = (text: string, { issuerNames }: DocumentContext): boolean =>
  !isUnitOnly(text) &&
  !isTimeOnly(text) &&
  !/^\([^()]*\)$/.test(text) &&
  !issuerNames.some((name) => foldLabel(name).text === foldLabel(text).text);

/** The statement that the rows show when no title tells what to look for. */
function inStatement(captions: Captions, grid: Grid, context: DocumentContext): Captions {
  const bare = { ...captions, enclosing: withoutStatements(captions.enclosing) };
  return { ...captions, enclosing: withStatement(captions.enclosing, readRows(grid, bare, context)) };
}

/** Revenues of 100 in every column: the table tells everything in percent of them. */
function inShares(captions: Captions, grid: Grid, { issuerNames }: DocumentContext): Captions {
  const lookup = { enclosing: captions.enclosing, issuerNames };
  const revenues = grid.rows.filter(
    ({ role, label }) => role === 'item' && findConcept(label, lookup)?.concept.id === 'Revenues',
  );
  const figures = revenues.flatMap(({ cells }) => cells.flatMap((cell) => cell.figures));
  const isShare = figures.length > 1 && figures.every(({ token }) => Number(token?.digits) === 100);
  return isShare ? { ...captions, isShare } : captions;
}

/** Words beside the heads stand nearer than those above the table: they tell its period and what it aims at. */
function besideHeads(grid: Grid, captions: Captions, context: DocumentContext): Captions {
  const { calendar } = context;
  const periods = grid.frame
    .map((text) => findPeriods(text, calendar).map(({ period }) => period))
    .filter((found) => found.length > 0);
  const basis = grid.frame.map(findBasis).find((found) => found !== undefined);
  const enclosing = [...grid.frame.flatMap((text) => namedBy(text, context)), ...captions.enclosing];
  return {
    ...captions,
    enclosing,
    periods: [...periods, ...captions.periods],
    basis: basis ?? captions.basis,
  };
}

/** A unit in the label's field of the head comes before the captions; one of them may name the scale, the other the currency. */
function framed(grid: Grid, captions: Captions): Captions {
  const own = grid.frame
    .map(readUnit)
    .find((unit) => unit?.currency !== undefined || unit?.scale !== undefined);
  if (!own) return { ...captions, ...readUnread(grid.frame, own) };
  const currency = own.currency ?? captions.unit?.currency;
  const scale = own.scale ?? (own.currency === captions.unit?.currency ? captions.unit?.scale : undefined);
  return {
    ...captions,
    unit: { ...own, ...(currency && { currency }), ...(scale !== undefined && { scale }) },
    ...readUnread(grid.frame, own),
  };
}

/** Words near the figures that would tell their scale and are not understood come before what stands further off. */
function readUnread(
  texts: readonly string[],
  unit: UnitPhrase | undefined,
): Partial<Pick<Captions, 'unit' | 'unreadScale'>> {
  if (unit?.scale !== undefined) return { unreadScale: '' };
  const unread = texts.map(unreadScale).find((words) => words !== '');
  return unread === undefined ? {} : { unreadScale: unread, unit: unit?.currency ? unit : undefined };
}

/** `Reconciliation of diluted earnings per share`: amounts with two decimals or more under such a title are per share. */
function perShare(grid: Grid, captions: Captions): Captions {
  const per = readUnit(captions.title.replace(/\b(?:EPS)\b/, 'per share'))?.per;
  if (per === undefined || /\bexcept\b|\band\b/i.test(captions.title)) return captions;
  const items = grid.rows.filter(({ role }) => role === 'item');
  const amounts = items.flatMap(({ cells }) =>
    cells.flatMap(({ figures }) => figures.filter(({ token }) => token && !token.percent)),
  );
  if (amounts.length === 0 || amounts.some(({ token }) => (token?.places ?? 0) < 2)) return captions;
  const { scale: _scale, ...unit } = captions.unit ?? {};
  return { ...captions, unit: { ...unit, per } };
}

/** A sign at the first and the last row alone is the habit of statements of money. */
const FEWEST_MARKED = 2;

function marksMoney(rows: readonly ReadRow[]): boolean {
  const money = rows.filter(({ row, concept }) => row.role === 'item' && concept?.kind === 'monetary');
  const isMarked = ({ row }: ReadRow): boolean =>
    row.cells.some(({ figures }) =>
      figures.some(({ unit, token }) => unit?.currency !== undefined || !token || token.percent),
    );
  const marked = rows.filter(printsCurrency);
  const items = rows.filter(({ row }) => row.role === 'item');
  const isAtEdge = (row: ReadRow): boolean => row === items[0] || row === items.at(-1);
  if (marked.length < FEWEST_MARKED || marked.every(isAtEdge)) return false;
  return money.length > 0 ? money.every(isMarked) : marksByHeading(items);
}

/** Where nothing is known: the rows of one heading, or of one name before a colon, all have the sign, those of another none. */
function marksByHeading(items: readonly ReadRow[]): boolean {
  const headed = [...Map.groupBy(items, headingOf).values()];
  const marked = headed.map((rows) => rows.filter(printsCurrency).length / rows.length);
  return (
    marked.every((share) => share === 0 || share === 1) &&
    headed.some((rows, i) => marked[i] === 1 && rows.length >= FEWEST_MARKED) &&
    marked.includes(0)
  );
}

/** `Active users: Europe` stands under `Active users` as if that were a heading. */
const headingOf = ({ parents, label }: ReadRow): string =>
  [...parents, /^(.+?): /.exec(label)?.[1] ?? ''].join('|');

const printsCurrency = ({ row }: ReadRow): boolean =>
  row.cells.some(({ figures }) => figures.some(({ unit }) => unit?.currency !== undefined));

function decideStatement(rows: readonly ReadRow[], columns: readonly ReadColumn[]): StatementKind | '' {
  const counts = new Map<StatementKind, number>();
  const found = [...rows, ...columns]
    .map(({ concept }) => concept)
    .filter((concept): concept is Concept => concept !== undefined);
  if (hasPartsOfEquity(columns)) return 'equity';
  for (const { statement } of found) counts.set(statement, (counts.get(statement) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '';
}

/** What a row's label gets wrong: the name of another section, or a letter. */
function findSlips({ row, label, concept, misnames, isNearSpelling }: ReadRow): Departure[] {
  const place = { line: row.line, column: (row.cells[0]?.offset ?? 0) + 1, cell: 0, actual: label };
  if (misnames && concept)
    return [
      {
        ...place,
        rule: 'section-total',
        expected: concept.label,
        message: `The row is called "${label}", but it is the sum of the rows above it: ${concept.label}.`,
      },
    ];
  if (isNearSpelling && concept)
    return [
      {
        ...place,
        rule: 'label-spelling',
        expected: concept.label,
        message: `"${label}" is read as a misspelling of "${concept.label}".`,
      },
    ];
  return [];
}
