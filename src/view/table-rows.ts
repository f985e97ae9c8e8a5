import type { Issuer } from '../data/index.ts';
import { formatPlain, parseDecimal, timesWhole } from '../model/decimal.ts';
import type { DocumentRecord, RowRole, TableRow } from '../model/document.ts';
import { type Fact, isPrinted, type Printed } from '../model/fact.ts';
import { formatFact, NIL, printedScale } from '../model/format.ts';
import { isMoney } from '../model/page-form.ts';
import { lastDay, type Period } from '../model/period.ts';
import { meets, printedQuantity } from '../model/quantity.ts';
import { deriveDifference, deriveGrowth, type WorkedFigure } from './growth.ts';
import { cellPieces, type TextPiece } from './pieces.ts';
import { soundGrowth } from './printed-growth.ts';
import { isProvenSum } from './proven-sums.ts';
import { comparesPeriods, isBody, type ShownColumn, type Tone, type WorkedColumn } from './table-columns.ts';

export interface ShownCell {
  readonly pieces: readonly TextPiece[];
  readonly tone: Tone;
  /** Worked out from the row's own two figures. */
  readonly derived?: WorkedFigure | undefined;
  /** A figure of another form than it is printed in. */
  readonly told?: ShownFigure | undefined;
  /** Number of the reason why there is no figure, from 1. */
  readonly reason?: number;
  /** Closes with a parenthesis, which hangs out so that digits align. */
  readonly hanging: boolean;
}

/** A figure as a page tells it. */
export interface ShownFigure {
  readonly fact: Fact;
  readonly scale: number;
  readonly places: number;
  /** As the table would print it, where that is not as the house does. */
  readonly text?: string;
}

export interface ShownRow {
  readonly line: number;
  readonly role: RowRole;
  readonly depth: number;
  readonly label: readonly TextPiece[];
  readonly marks: readonly string[];
  readonly cells: readonly ShownCell[];
  /** Every amount of it is, to the last digit, what others add up to. */
  readonly isSum?: boolean;
}

export const DEEPEST = 3;

/** The rows of a table with the columns chosen for it; where periods are rows, the page's own are strong. */
export function makeRows(
  issuer: Issuer,
  document: DocumentRecord,
  rows: readonly TableRow[],
  columns: readonly ShownColumn[],
  period: Period,
): ShownRow[] {
  const minus = findMinus(rows);
  const shown = rows
    .filter(isBody)
    .map((row) => rowView(issuer, document, row, columns))
    .map((row) => (minus === '' ? row : { ...row, cells: row.cells.map((cell) => withMinus(cell, minus)) }));
  const printed = columns.filter((column) => column.kind === 'printed');
  const periods = shown.map(findPeriod);
  if (comparesPeriods(printed) || new Set(periods.filter(Boolean)).size < 2) return shown;
  return shown.map((row, index) => (isWithin(periods[index], period) ? strong(row) : row));
}

/** The sign before what a table prints as negative; none where it has it in parentheses, or nothing negative. */
function findMinus(rows: readonly TableRow[]): string {
  const texts = rows.filter(isBody).flatMap(({ cells }) => cells.slice(1).map(({ text }) => text.trim()));
  const signs = texts.flatMap((text) => /^\p{Sc}?\s?([-−–])\p{Sc}?\s?[\d.]/u.exec(text)?.[1] ?? []);
  return texts.some((text) => /^\p{Sc}?\s?\(\p{Sc}?\s?[\d.]/u.test(text)) ? '' : (signs[0] ?? '');
}

/** What a cell tells beside the printed figures is negative in the way in which they are. */
function withMinus(cell: ShownCell, minus: string): ShownCell {
  const { derived, told } = cell;
  const turned = (text: string): string => text.replace(/^\((.*)\)$/, `${minus}$1`);
  if (derived) return { ...cell, derived: { ...derived, text: turned(derived.text) }, hanging: false };
  if (!told) return cell;
  const text = turned(formatFact(told.fact, told.scale, told.places));
  return { ...cell, told: { ...told, text }, hanging: false };
}

function rowView(
  issuer: Issuer,
  document: DocumentRecord,
  row: TableRow,
  columns: readonly ShownColumn[],
): ShownRow {
  const onLine = issuer.factsAt(document.id, row.line);
  const inLabel = onLine.filter(({ cell }) => cell === null);
  const amounts = columns
    .flatMap((column) => (column.kind === 'printed' ? (row.cells[column.index]?.facts ?? []) : []))
    .flatMap((id) => issuer.facts.byId(id) ?? [])
    .filter(({ aspect }) => aspect === 'amount');
  return {
    line: row.line,
    role: row.role,
    depth: Math.min(row.depth, DEEPEST),
    label: cellPieces(row.label, inLabel),
    marks: row.marks,
    cells: columns.map((column) => cellView(issuer, row, column, onLine)),
    isSum: amounts.length > 0 && amounts.every((fact) => isProvenSum(issuer, fact)),
  };
}

/** What a cell says, with what is read in it: figures whose reading is in doubt are none of the issuer’s facts. */
function cellView(issuer: Issuer, row: TableRow, column: ShownColumn, onLine: readonly Printed[]): ShownCell {
  if (column.kind !== 'printed') return derivedCell(issuer, row, column);
  const { text = '', facts = [] } = row.cells[column.index] ?? {};
  const stated = facts.flatMap((id) => onLine.find((fact) => fact.id === id) ?? issuer.facts.byId(id) ?? []);
  return {
    pieces: cellPieces(text.trim(), stated.filter(isPrinted)),
    tone: column.tone,
    hanging: text.trimEnd().endsWith(')'),
  };
}

/** Change and growth of the figures, with the signs that are printed; a dash where they allow none, or one is wrong. */
function derivedCell(issuer: Issuer, row: TableRow, column: WorkedColumn): ShownCell {
  const now = onlyFact(issuer, row, column.now.index);
  const before = onlyFact(issuer, row, column.before.index);
  if (!now || !before) return { pieces: [], tone: 'derived', hanging: false };
  const isRate = now.unit === 'percent';
  if (isRate && column.kind === 'growth') return { pieces: [], tone: 'derived', hanging: false };
  const scale = isMoney(now) ? column.now.column.scale : printedScale(now);
  const places = Math.max(0, Math.min(now.decimals ?? 0, before.decimals ?? 0) + scale);
  const printed = column.kind === 'growth' ? toldGrowth(issuer, now, before) : undefined;
  if (printed) return printed;
  const [to, from] = [finest(issuer, now), finest(issuer, before)];
  const isRefuted = ({ id }: Fact): boolean => issuer.verification.facts[id]?.grade === 'disputed';
  const derived = [to, from].some(isRefuted)
    ? undefined
    : column.kind === 'growth'
      ? deriveGrowth(to, from, 'printed')
      : inPrintedUnit(now, (times) =>
          deriveDifference(times(to), times(from), isRate ? 0 : scale, 'printed', places),
        );
  if (!derived) return { pieces: [NIL], tone: 'derived', hanging: false };
  return { pieces: [], tone: 'derived', derived, hanging: derived.text.endsWith(')') };
}

/** Pence of a pound, cents of a dollar: what an amount per share is printed in where it is not the currency itself. */
const MINOR = 100;

/** Whether an amount is printed in a hundredth of its currency: `7.2` pence for GBP 0.072. */
export function isMinorUnit(fact: Fact): boolean {
  if (!isPrinted(fact)) return false;
  const { raw, value, unit } = fact;
  const printed = Number(raw.replace(/[^\d.]/g, ''));
  const told = Math.abs(Number(value));
  return /^[A-Z]{3}\//.test(unit) && told > 0 && Math.abs(printed / told - MINOR) < 1e-6;
}

/** A difference told in the unit that its row is printed in. */
function inPrintedUnit(
  printed: Fact,
  derive: (times: (fact: Fact) => Fact) => WorkedFigure | undefined,
): WorkedFigure | undefined {
  const derived = derive((fact) => fact);
  if (!derived || !isMinorUnit(printed)) return derived;
  const told = derive((fact) => ({
    ...fact,
    value: formatPlain(timesWhole(parseDecimal(fact.value), MINOR)),
    decimals: fact.decimals === null ? null : fact.decimals - 2,
  }));
  return told && { ...derived, text: told.text };
}

/** The growth that a document prints elsewhere of two figures that are printed without a sign. */
export function toldGrowth(issuer: Issuer, now: Fact, before: Fact): ShownCell | undefined {
  if (now.polarity === -1 || before.polarity === -1) return undefined;
  const fact = soundGrowth(issuer.facts, now, before);
  if (!fact) return undefined;
  const places = Math.max(0, fact.decimals ?? 0);
  const hanging = formatFact(fact, 0, places).endsWith(')');
  const tone = fact.origin === 'derived' ? 'derived' : '';
  return { pieces: [], tone, told: { fact, scale: 0, places }, hanging };
}

/**
 * What a printed figure is settled to, with the sign that is printed: a change is told from the finest figures, so that it
 * is one number wherever a page tells it. A figure that is settled otherwise than it is printed stays as it is.
 */
function finest({ facts }: Issuer, printed: Fact): Fact {
  const [best] = facts.listStatements(printed);
  if (!best || printed.value === '' || !meets(printedQuantity(best), printedQuantity(printed)))
    return printed;
  return best.polarity === printed.polarity
    ? best
    : { ...best, value: turnedValue(best), polarity: printed.polarity };
}

const turnedValue = ({ value }: Fact): string => formatPlain(timesWhole(parseDecimal(value), -1));

/** The fact of a cell that states just one. */
function onlyFact(issuer: Issuer, row: TableRow, index: number): Fact | undefined {
  const [id, more] = row.cells[index]?.facts ?? [];
  return id !== undefined && more === undefined ? issuer.facts.byId(id) : undefined;
}

/** A fact of the measure that all figures of a row are of; undefined where a row tells of several. */
export function findRowMeasure(row: ShownRow): Fact | undefined {
  const [first, ...others] = rowFacts(row);
  return others.every(({ concept }) => concept === first?.concept) ? first : undefined;
}

/** The figures of a row that are read without doubt, in order. */
export const rowFacts = ({ cells }: ShownRow): Fact[] =>
  cells
    .flatMap(({ pieces, told }) => [
      ...(told ? [told.fact] : []),
      ...pieces.flatMap((piece) => (typeof piece !== 'string' && piece.kind === 'fact' ? [piece.fact] : [])),
    ])
    .filter(({ doubt }) => doubt === '');

/** The period of a row's first figure, or none. */
const findPeriod = (row: ShownRow): Period | undefined => rowFacts(row)[0]?.period;

const isWithin = (told: Period | undefined, period: Period): boolean =>
  told === period || told === lastDay(period);

const strong = (row: ShownRow): ShownRow => ({
  ...row,
  cells: row.cells.map((cell) => (cell.tone === '' ? { ...cell, tone: 'strong' as const } : cell)),
});
