import { makeMemberId } from '../../src/concepts/make-id.ts';
import type { Overrides, StatedPlace, StatedTable, StatedWords } from '../../src/model/overrides.ts';
import type { Problem } from '../../src/model/problem.ts';
import type { Departure } from './departures.ts';
import type { ReadTable } from './read-table.ts';
import type { StatedInTable, StatedReach } from './stated-in-table.ts';

/** Tables with a person's word on them, and the words that fit nothing. */
export interface Overridden {
  readonly tables: readonly (readonly ReadTable[])[];
  readonly problems: readonly Problem[];
  /** Each word as a row of checks.csv: data never change silently. */
  readonly departures: readonly Departure[];
  /** What each word is said of, for those that no figure was read for. */
  readonly reaches: readonly StatedReach[];
}

/**
 * A person's word takes precedence over what was read: a column's over a row's, a row's over the table's; what is said of
 * one document over what is said of all.
 *
 * @param labels Labels of rows in all documents of the issuer, and the measures that they mean.
 */
export function withOverrides(
  tables: readonly (readonly ReadTable[])[],
  overrides: Overrides | undefined,
  labels: Readonly<Record<string, string>> = {},
): Overridden {
  const source = { file: overrides?.file ?? '' };
  const problems: Problem[] = [];
  const reaches: StatedReach[] = [];
  const all = tables.flat();
  const { said, departures } = stateLabels(all, labels);
  for (const word of overrides?.tables ?? []) {
    const meant = pick(all, word, ({ captions }) => [captions.title]);
    if (meant.length === 0)
      problems.push(
        unmatched(
          source,
          word,
          'table',
          all.map(({ captions }) => captions.title),
        ),
      );
    else state(word, meant);
  }
  return {
    tables: tables.map((parts) => parts.map((table) => withStated(table, said.get(table)))),
    problems,
    departures,
    reaches,
  };

  function state(word: StatedTable, meant: readonly ReadTable[]): void {
    const rowsIn = meant.flatMap((table) => table.rows.map((row) => ({ table, row })));
    const columnsIn = meant.flatMap((table) => table.columns.map((column) => ({ table, column })));
    const rows = word.rows.flatMap((one) => {
      const found = pick(rowsIn, one, ({ row }) => [...row.parents, row.label]);
      if (found.length === 0)
        problems.push(
          unmatched(
            source,
            one,
            'row',
            rowsIn.map(({ row }) => row.label),
          ),
        );
      return found.map(({ table, row }) => ({ table, key: row.row.line, one }));
    });
    const columns = word.columns.flatMap((one) => {
      const found = pick(columnsIn, one, ({ column }) => column.header);
      if (found.length === 0)
        problems.push(
          unmatched(
            source,
            one,
            'column',
            columnsIn.map(({ column }) => column.header.join(' > ')),
          ),
        );
      return found.map(({ table, column }) => ({ table, key: column.cell, one }));
    });
    const first = meant[0] as ReadTable;
    const known = { ofTable: pickSaid(word), lines: meant.flatMap(listRowLines) };
    for (const one of word.rows) {
      const own = rows.filter((row) => row.one === one);
      if (own.length > 0) reaches.push({ ...known, one, what: 'row', lines: own.map(({ key }) => key) });
    }
    for (const one of word.columns) {
      const own = columns.filter((column) => column.one === one);
      for (const { table, key } of own.slice(0, 1))
        reaches.push({ ...known, one, what: 'column', lines: listRowLines(table), cell: key });
    }
    const isWhole = word.rows.length + word.columns.length === 0;
    if (isWhole && Object.keys(known.ofTable).length > 0)
      reaches.push({ ...known, one: word, what: 'table' });
    for (const table of meant)
      said.set(table, {
        table: { ...said.get(table)?.table, ...pickSaid(word) },
        rows: merged(
          said.get(table)?.rows,
          rows.filter((row) => row.table === table),
        ),
        columns: merged(
          said.get(table)?.columns,
          columns.filter((column) => column.table === table),
        ),
      });
    for (const one of [word, ...word.columns, ...word.rows])
      if (Object.keys(pickSaid(one)).length > 0)
        departures.push(
          wordDeparture(
            one,
            one === word
              ? `the table "${word.name}"`
              : `${one.name === '' ? `column ${one.nth ?? ''} without a head` : `"${one.name}"`} in the table "${word.name}"`,
            rows.find((row) => row.one === one)?.key ?? first.grid.rows[0]?.line ?? 1,
          ),
        );
  }
}

const listRowLines = ({ rows }: ReadTable): number[] => rows.map(({ row }) => row.line);

/** Labels of the issuer that a document does not have are no mistake: another may have them. */
function stateLabels(tables: readonly ReadTable[], labels: Readonly<Record<string, string>>) {
  const said = new Map<ReadTable, StatedInTable>();
  const departures: Departure[] = [];
  const measures = new Map(Object.entries(labels).map(([label, measure]) => [fold(label), measure]));
  const met = new Set<string>();
  for (const table of tables) {
    const rows = new Map<number, StatedWords>();
    for (const { row, label } of table.rows) {
      const measure = measures.get(fold(label));
      if (measure === undefined) continue;
      rows.set(row.line, { measure });
      if (!met.has(label)) departures.push(departureOfLabel(label, measure, row.line));
      met.add(label);
    }
    if (rows.size > 0) said.set(table, { table: {}, rows, columns: new Map() });
  }
  return { said, departures };
}

function merged(
  known: ReadonlyMap<number, StatedWords> | undefined,
  found: readonly { readonly key: number; readonly one: StatedPlace }[],
): Map<number, StatedWords> {
  const all = new Map(known);
  for (const { key, one } of found) all.set(key, { ...all.get(key), ...pickSaid(one) });
  return all;
}

/** A currency of a table holds as a caption's does: a row or column with a unit of its own keeps it. */
function withStated(table: ReadTable, said: StatedInTable | undefined): ReadTable {
  if (!said) return table;
  const { unit, scale, ...others } = said.table;
  if (unit !== undefined && !/^[A-Z]{3}$/.test(unit)) return { ...table, stated: said };
  const caption = unit !== undefined || scale !== undefined;
  const captions = {
    ...table.captions,
    unit: {
      ...table.captions.unit,
      ...(unit !== undefined && { currency: unit }),
      ...(scale !== undefined && { scale }),
    },
  };
  return {
    ...table,
    captions: caption ? captions : table.captions,
    stated: { ...said, table: others, caption },
  };
}

export function pickSaid({ unit, scale, period, measure, part }: StatedWords): StatedWords {
  const members = part && Object.entries(part).map(([axis, name]) => [axis, makeMemberId(name)] as const);
  return {
    ...(unit !== undefined && { unit }),
    ...(scale !== undefined && { scale }),
    ...(period !== undefined && { period }),
    ...(measure !== undefined && { measure }),
    ...(members && { part: Object.fromEntries(members) }),
  };
}

/** Those whose path ends with the name; the nth of them where it says so. */
function pick<T>(
  candidates: readonly T[],
  { name, nth }: StatedPlace,
  pathOf: (one: T) => readonly string[],
): T[] {
  const wanted = name.split(' > ').map(fold);
  const found = candidates.filter((one) => {
    const path = pathOf(one).map(fold);
    const end = path.slice(-wanted.length);
    return (
      (path.length === 0 && name === '') ||
      (end.length === wanted.length && end.every((part, index) => part === wanted[index])) ||
      (path.length > 1 && path.join(' ') === wanted.join(' '))
    );
  });
  return nth === undefined ? found : found.slice(nth - 1, nth);
}

/** Without regard to capitals, spaces and punctuation; years and days tell columns apart. */
const fold = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}%]+/gu, ' ')
    .trim();

/** Names that a message offers instead. */
const OFFERED = 5;

export function unmatched(
  { file }: Pick<Overrides, 'file'>,
  { name, nth, line, column }: StatedPlace,
  what: string,
  names: readonly string[],
): Problem {
  const words = new Set(fold(name).split(' '));
  const likeness = (other: string) =>
    fold(other)
      .split(' ')
      .filter((word) => words.has(word)).length;
  const nearest = [...new Set(names)].filter((one) => one !== '').sort((a, b) => likeness(b) - likeness(a));
  const offered = nearest.slice(0, OFFERED).map((one) => `"${one}"`);
  return {
    file,
    line,
    column,
    found: `the ${what} "${name}"${nth === undefined ? '' : `, number ${nth} of that name`}, which the document has not`,
    expected: offered.length > 0 ? `one such as ${offered.join(', ')}` : `a ${what} of the document`,
    mend: 'write the words as they are printed, or take the entry out',
  };
}

const departureOfLabel = (label: string, measure: string, line: number): Departure =>
  stated(line, measure, label, `the rows "${label}" of this issuer`);

/** A word as a row of checks.csv. @param of What it is said of. */
export function wordDeparture(
  one: StatedPlace & { readonly value?: string },
  of: string,
  line: number,
): Departure {
  const said = [
    one.value,
    one.unit,
    one.scale === undefined ? undefined : `times 10^${one.scale}`,
    one.period,
    one.measure,
    one.part && (Object.values(one.part).join(', ') || 'the whole'),
  ].filter((word) => word !== undefined);
  return stated(line, said.join(', '), one.name, of);
}

const stated = (line: number, said: string, name: string, of: string): Departure => ({
  rule: 'stated',
  verdict: 'basis',
  line,
  column: 1,
  cell: null,
  expected: said,
  actual: name,
  message: `A person states of ${of}: ${said}.`,
});
