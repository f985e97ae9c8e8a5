import { conceptById } from '../../../src/concepts/index.ts';
import type { IssuerData } from '../../../src/model/corpus.ts';
import { formatPlain, parseDecimal, sumDecimals } from '../../../src/model/decimal.ts';
import type { DocumentRecord, TableBlock, TableRow } from '../../../src/model/document.ts';
import type { Fact } from '../../../src/model/fact.ts';
import { cellId } from '../../../src/model/links.ts';
import { type Cell, columnLetters, type Sheet } from './cells.ts';

/** Statements that have sheets, in the order in which a report shows them. */
const SHOWN = {
  income: 'Income',
  comprehensiveIncome: 'Comprehensive income',
  balanceSheet: 'Balance sheet',
  cashFlow: 'Cash flows',
} as const;

/** The statements of the latest release that has them whole, as they are printed, each table a sheet. */
export function statementSheets({ documents, facts, findings }: IssuerData): Sheet[] {
  const sums = new Map(
    findings.flatMap(({ rule, verdict, facts: [total, ...parts] }) =>
      rule === 'sum' && verdict === 'exact' && total ? [[total, parts] as const] : [],
    ),
  );
  const known = { facts: new Map(facts.map((fact) => [fact.id, fact])), sums };
  return Object.entries(SHOWN).flatMap(([statement, name]) => {
    for (const document of documents.toReversed()) {
      const tables = document.blocks.filter(
        (block): block is TableBlock => block.kind === 'table' && block.statement === statement,
      );
      if (tables.length > 0) return wholeOnes(tables).map((table) => sheetOf(name, document, table, known));
    }
    return [];
  });
}

/** A release excerpts its statements all over: whole ones are at least half as long as the longest. */
function wholeOnes(tables: readonly TableBlock[]): readonly TableBlock[] {
  const most = Math.max(...tables.map(({ rows }) => rows.length));
  return tables.filter(({ rows }) => 2 * rows.length >= most);
}

interface Known {
  readonly facts: ReadonlyMap<string, Fact>;
  /** By the id of a total, the ids of what the release adds up to it. */
  readonly sums: ReadonlyMap<string, readonly string[]>;
}

function sheetOf(name: string, document: DocumentRecord, table: TableBlock, known: Known): Sheet {
  const rows = table.rows.filter(({ role }) => role !== 'header' && role !== 'unit');
  const count = Math.max(1, ...rows.map(({ cells }) => cells.length));
  const columns = Array.from({ length: count - 1 }, (_, index) => index + 1).filter((cell) =>
    rows.some(({ cells }) => (cells[cell]?.text ?? '') !== ''),
  );
  const places = placesOf(rows, columns);
  const heads = columns.map((cell) => {
    const { header = [], unit = '' } = table.columns[cell] ?? {};
    return [...header, unit].filter(Boolean).join(', ');
  });
  return {
    name,
    header: [table.title || name, ...heads],
    widths: [48, ...columns.map(() => 18)],
    rows: rows.map((row) => [
      `${'  '.repeat(row.depth)}${row.label}`,
      ...columns.map((cell) => cellOf(document, row, cell, { ...known, places })),
    ]),
  };
}

/** Where each figure stands in its sheet. */
const placesOf = (rows: readonly TableRow[], columns: readonly number[]): ReadonlyMap<string, string> =>
  new Map(
    rows.flatMap(({ cells }, row) =>
      columns.flatMap((cell, column) => {
        const [id] = cells[cell]?.facts ?? [];
        return id === undefined ? [] : [[id, `${columnLetters(column + 1)}${row + 2}`] as const];
      }),
    ),
  );

function cellOf(
  { issuer, id }: DocumentRecord,
  { line, cells }: TableRow,
  cell: number,
  known: Known & { readonly places: ReadonlyMap<string, string> },
): Cell {
  const { text = '', facts: [first = ''] = [] } = cells[cell] ?? {};
  const fact = known.facts.get(first);
  if (!fact || fact.value === '' || fact.doubt !== '') return text;
  const formula = formulaOf(fact, known);
  const link = `../${issuer}/documents/${id}/index.html#${cellId(line, cell)}`;
  return { value: Number(fact.value), link, ...(formula !== undefined && { formula }) };
}

/** The sum that the release prints, where the printed digits add up to the last one and all stand in this sheet. */
function formulaOf(
  total: Fact,
  { facts, sums, places }: Known & { readonly places: ReadonlyMap<string, string> },
): string | undefined {
  const parts = (sums.get(total.id) ?? []).flatMap((id) => facts.get(id) ?? []);
  if (parts.length < 2 || parts.some(({ id, value }) => !places.has(id) || value === '')) return undefined;
  for (const weights of [parts.map(() => 1), weightsOf(total, parts)]) {
    const sum = sumDecimals(parts.map(({ value }, i) => [parseDecimal(value), weights[i] ?? 0]));
    if (formatPlain(sum) !== formatPlain(parseDecimal(total.value))) continue;
    return parts
      .map(({ id }, i) => `${weights[i] === -1 ? '-' : i > 0 ? '+' : ''}${places.get(id)}`)
      .join('');
  }
  return undefined;
}

/** Signs of the printed numbers by the vocabulary: a cost is taken off though it is printed without a sign. */
function weightsOf(total: Fact, parts: readonly Fact[]): number[] {
  const ways = conceptById.get(total.concept)?.sums ?? [];
  const way = ways.find((weights) => parts.every(({ concept }) => concept in weights)) ?? {};
  return parts.map(({ concept, polarity }) => (way[concept] ?? 0) * polarity * total.polarity);
}
