import { conceptById } from '../../../src/concepts/index.ts';
import type { IssuerData } from '../../../src/model/corpus.ts';
import { formatPlain, parseDecimal, sumDecimals } from '../../../src/model/decimal.ts';
import type { DocumentRecord, TableBlock, TableRow } from '../../../src/model/document.ts';
import type { Fact } from '../../../src/model/fact.ts';
import { cellId } from '../../../src/model/links.ts';
import { closing, type Period } from '../../../src/model/period.ts';
import { type Cell, columnLetters, type XlsxSheet } from './cells.ts';

/** Statements that have sheets, in the order in which a report shows them. */
const SHOWN = {
  income: 'Income',
  comprehensiveIncome: 'Comprehensive income',
  balanceSheet: 'Balance sheet',
  cashFlow: 'Cash flows',
} as const;

/** Where the sheets of an issuer's workbooks take statements from: read once, asked for each of its periods. */
export class StatementSheets {
  readonly #printed: readonly PrintedTable[];
  readonly #known: Known;

  constructor({ documents, facts, findings }: IssuerData) {
    const shown: readonly string[] = Object.keys(SHOWN);
    this.#printed = documents.flatMap((document) =>
      document.blocks.flatMap((block): PrintedTable[] =>
        block.kind === 'table' && shown.includes(block.statement) ? [layOut(document, block)] : [],
      ),
    );
    const sums = findings.flatMap(({ rule, verdict, facts: [total, ...parts] }) =>
      rule === 'sum' && verdict === 'exact' && total ? [[total, parts] as const] : [],
    );
    this.#known = { facts: new Map(facts.map((fact) => [fact.id, fact])), sums: new Map(sums) };
  }

  /**
   * The statements as the latest release prints them that has them whole, each table a sheet. Of one period: those with
   * a column of it.
   */
  sheets({ root, period }: { readonly root: string; readonly period?: Period }): XlsxSheet[] {
    const fits =
      period === undefined
        ? this.#printed
        : this.#printed.filter(({ table }) =>
            table.columns.some((column) => isWithin(period, column.period)),
          );
    return Object.entries(SHOWN).flatMap(([statement, name]) => {
      const whole = wholeOnes(fits.filter(({ table }) => table.statement === statement));
      const latest = whole.at(-1)?.document;
      return whole
        .filter(({ document }) => document === latest)
        .map((printed) => makeSheet(name, printed, root, this.#known));
    });
  }
}

/** A flow over a period, or a balance at its end. */
export const isWithin = (period: Period, one: Period | ''): boolean =>
  one === period || one === closing(period);

/** A table of a release and what of it a sheet shows: rows with figures, columns that are not empty. */
interface PrintedTable {
  readonly document: DocumentRecord;
  readonly table: TableBlock;
  readonly rows: readonly TableRow[];
  readonly columns: readonly number[];
  /** By the ids of figures, where each stands in the sheet. */
  readonly places: ReadonlyMap<string, string>;
}

function layOut(document: DocumentRecord, table: TableBlock): PrintedTable {
  const rows = table.rows.filter(({ role }) => role !== 'header' && role !== 'unit');
  const count = Math.max(1, ...rows.map(({ cells }) => cells.length));
  const columns = Array.from({ length: count - 1 }, (_, index) => index + 1).filter((cell) =>
    rows.some(({ cells }) => (cells[cell]?.text ?? '') !== ''),
  );
  return { document, table, rows, columns, places: cellPlaces(rows, columns) };
}

/** A release excerpts its statements all over: whole ones are at least half as long as the longest. */
function wholeOnes(printed: readonly PrintedTable[]): readonly PrintedTable[] {
  const most = Math.max(...printed.map(({ table }) => table.rows.length));
  return printed.filter(({ table }) => 2 * table.rows.length >= most);
}

interface Known {
  readonly facts: ReadonlyMap<string, Fact>;
  /** By the id of a total, the ids of what the release adds up to it. */
  readonly sums: ReadonlyMap<string, readonly string[]>;
}

function makeSheet(name: string, printed: PrintedTable, root: string, known: Known): XlsxSheet {
  const { document, table, rows, columns, places } = printed;
  const page = `${root}/${document.issuer}/documents/${document.id}/index.html`;
  const heads = columns.map((cell) => {
    const { header = [], unit = '' } = table.columns[cell] ?? {};
    return [...header, unit].filter(Boolean).join(', ');
  });
  return {
    name,
    header: [table.title || name, ...heads],
    widths: [64, ...columns.map(() => 18)],
    rows: rows.map((row) => [
      { value: `${'  '.repeat(row.depth)}${row.label}`, as: 'label' },
      ...columns.map((cell) => makeSheetCell(row, cell, page, { ...known, places })),
    ]),
  };
}

const cellPlaces = (rows: readonly TableRow[], columns: readonly number[]): ReadonlyMap<string, string> =>
  new Map(
    rows.flatMap(({ cells }, row) =>
      columns.flatMap((cell, column) => {
        const [id] = cells[cell]?.facts ?? [];
        return id === undefined ? [] : [[id, `${columnLetters(column + 1)}${row + 2}`] as const];
      }),
    ),
  );

function makeSheetCell(
  { line, cells }: TableRow,
  cell: number,
  page: string,
  known: Known & { readonly places: ReadonlyMap<string, string> },
): Cell {
  const { text = '', facts: [first = ''] = [] } = cells[cell] ?? {};
  const fact = known.facts.get(first);
  if (!fact || fact.value === '' || fact.doubt !== '') return text;
  const formula = findFormula(fact, known);
  const link = `${page}#${cellId(line, cell)}`;
  return { value: Number(fact.value), link, ...(formula !== undefined && { formula }) };
}

/** The sum that the release prints, where the printed digits add up to the last one and all stand in this sheet. */
function findFormula(
  total: Fact,
  { facts, sums, places }: Known & { readonly places: ReadonlyMap<string, string> },
): string | undefined {
  const parts = (sums.get(total.id) ?? []).flatMap((id) => facts.get(id) ?? []);
  if (parts.length < 2 || parts.some(({ id, value }) => !places.has(id) || value === '')) return undefined;
  for (const weights of [parts.map(() => 1), findWeights(total, parts)]) {
    const sum = sumDecimals(parts.map(({ value }, i) => [parseDecimal(value), weights[i] ?? 0]));
    if (formatPlain(sum) !== formatPlain(parseDecimal(total.value))) continue;
    return parts
      .map(({ id }, i) => `${weights[i] === -1 ? '-' : i > 0 ? '+' : ''}${places.get(id)}`)
      .join('');
  }
  return undefined;
}

/** Signs of the printed numbers by the vocabulary: a cost is taken off though it is printed without a sign. */
function findWeights(total: Fact, parts: readonly Fact[]): number[] {
  const ways = conceptById.get(total.concept)?.sums ?? [];
  const way = ways.find((weights) => parts.every(({ concept }) => concept in weights)) ?? {};
  return parts.map(({ concept, polarity }) => (way[concept] ?? 0) * polarity * total.polarity);
}
