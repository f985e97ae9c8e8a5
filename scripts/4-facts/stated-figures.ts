import { conceptById } from '../../src/concepts/index.ts';
import { formatDimensions, type Printed, parseDimensions } from '../../src/model/fact.ts';
import type { StatedWords } from '../../src/model/overrides.ts';
import type { Period } from '../../src/model/period.ts';
import type { Problem } from '../../src/model/problem.ts';
import type { DocumentContext } from '../3-context/document-context.ts';
import type { ReadTable } from '../3-context/read-table.ts';
import type { StatedFigure } from '../3-context/stated-sentences.ts';
import { withPlainDigits } from '../grammar/digits.ts';
import { regularNumbers } from '../grammar/number-style.ts';
import { columnAt, offsetAt, scanNumbers, shiftDecimal } from '../grammar/numbers.ts';
import { numbersIn } from '../grammar/numbers-in.ts';
import type { Figure } from './prose/figure.ts';
import { readFigures } from './prose/figures.ts';
import type { ProseFacts } from './prose/prose-facts.ts';
import { statedKinds, withStatedPart, withStatedUnit } from './stated.ts';

interface Read {
  readonly lines: readonly string[];
  readonly context: DocumentContext;
  readonly tables: readonly ReadTable[];
  /** Statements of tables. */
  readonly held: readonly Printed[];
  /** What the issuer calls measures of its own, by their ids. */
  readonly names: ReadonlyMap<string, string>;
  /** Of the overrides, for messages. */
  readonly file: string;
}

/**
 * The statements of sentences, with what a person says of numbers. A figure that was read keeps what is not said of it,
 * and its doubt ends; a number that nobody read, in a table or out of it, becomes an amount, if measure, period and unit
 * are said. What was read in a table is left to the words on tables.
 */
export function withStatedFigures(
  read: ProseFacts,
  figures: readonly StatedFigure[],
  document: Read,
): ProseFacts & { readonly problems: readonly Problem[] } {
  if (figures.length === 0) return { ...read, problems: [] };
  const { lines, file } = document;
  const problems: Problem[] = [];
  const said = new Map<Printed, Printed>();
  const added: Printed[] = [];
  for (const stated of figures) {
    const known = read.facts.filter((fact) => isAt(fact, fact.raw.length, stated, lines));
    const isHeld = document.held.some((fact) => isAt(fact, fact.raw.length, stated, lines));
    const printed = numberAt(stated, document);
    const number = printed ?? valueSaid(stated, lines);
    if (isHeld || (printed && stated.said.value !== undefined)) {
      problems.push(refuse(stated, isHeld ? IN_TABLE : AS_PRINTED, file));
      continue;
    }
    for (const fact of known) said.set(fact, withWords(fact, number, stated.words));
    if (known.length > 0) continue;
    const lacks = findLacks(stated, number, printed);
    if (lacks.length === 0 && number) added.push(newFact(number, stated, document));
    else problems.push(refuse(stated, describeLacks(lacks, number), file));
  }
  const isSettled = (place: { readonly line: number; readonly column: number }, length: number) =>
    figures.some((stated) => isAt(place, length, stated, lines));
  return {
    ...read,
    facts: [...read.facts.map((fact) => said.get(fact) ?? fact), ...added].sort(
      (a, b) => a.line - b.line || a.column - b.column,
    ),
    untold: read.untold.filter((one) => !isSettled(one, one.text.length)),
    other: read.other.filter((one) => !isSettled(one, 1)),
    problems,
  };
}

/** Whether what is printed at a place overlaps the number. */
function isAt(
  place: { readonly line: number; readonly column: number },
  length: number,
  stated: StatedFigure,
  lines: readonly string[],
): boolean {
  if (place.line !== stated.line) return false;
  const start = offsetAt(lines[place.line - 1] ?? '', place.column);
  return start < stated.end && start + length > stated.start;
}

/** The number with its unit words. */
function numberAt({ line, start, end }: StatedFigure, { lines, context, tables }: Read): Figure | undefined {
  const isRow = tables.some(({ rows }) => rows.some(({ row }) => row.line === line));
  const style = isRow ? context.numbers : context.proseNumbers;
  const text = regularNumbers(withPlainDigits(lines[line - 1] ?? ''), style);
  return readFigures(text, scanNumbers(text), []).figures.find(
    (figure) => figure.start < end && figure.start + figure.raw.length > start,
  );
}

/** What a person says that a torn number should read. */
function valueSaid({ line, start, end, said }: StatedFigure, lines: readonly string[]): Figure | undefined {
  if (said.value === undefined) return undefined;
  const [whole = '', decimals = ''] = said.value.replace('-', '').split('.');
  return {
    raw: (lines[line - 1] ?? '').slice(start, end),
    ...{ start, end, digits: decimals === '' ? whole : `${whole}.${decimals}`, places: decimals.length },
    ...{ kind: 'bare', unit: '', scale: 0, isNegative: said.value.startsWith('-'), noun: '', remark: '' },
  };
}

/** A scale or unit that is said takes the place of that in the sentence. */
function withWords(fact: Printed, number: Figure | undefined, words: StatedWords): Printed {
  const scale = number?.scale ?? 0;
  const to = withStatedUnit({ unit: fact.unit, scale }, words);
  return {
    ...fact,
    concept: words.measure ?? fact.concept,
    period: words.period ?? fact.period,
    dimensions: formatDimensions(withStatedPart(parseDimensions(fact.dimensions), words)),
    unit: to.unit,
    ...(to.scale !== scale && {
      value: shiftDecimal(fact.value, to.scale - scale),
      decimals: fact.decimals === null ? null : fact.decimals - (to.scale - scale),
    }),
    doubt: '',
    stated: statedKinds(undefined, to.unit, words),
  };
}

function newFact(
  number: Figure,
  { line, section, words, said: { value: said } }: StatedFigure,
  { lines, context: { issuer, id }, tables, names }: Read,
): Printed {
  const { measure = '', period = '' as Period } = words;
  const { unit, scale } = withStatedUnit(number, words);
  const source = lines[line - 1] ?? '';
  const column = columnAt(source, number.start);
  const value = shiftDecimal(number.digits, scale);
  const row = rowAt(line, source.slice(0, number.start), tables);
  const place = row.cell === null ? `@${column}` : `.${row.cell}`;
  return {
    id: `${issuer}/${id}#L${line}${place}:${row.nth}`,
    ...{ issuer, document: id, origin: row.cell === null ? 'prose' : 'table', line, column, cell: row.cell },
    table: row.table,
    section: row.section ?? section,
    label: row.label ?? conceptById.get(measure)?.label ?? names.get(measure) ?? measure,
    header: row.header,
    concept: measure,
    aspect: unit === 'percent' ? 'ratio' : 'amount',
    basis: 'reported',
    dimensions: formatDimensions(withStatedPart({}, words)),
    ...{ period, compared: '', unit },
    value: number.isNegative && value !== '0' ? `-${value}` : value,
    polarity: 1,
    qualifier: 'exact',
    decimals: number.places - scale,
    raw: source.slice(number.start, number.start + number.raw.length),
    ...{ inputs: [], place: '', doubt: '' },
    stated: [...statedKinds(undefined, unit, words), ...(said === undefined ? [] : (['value'] as const))],
  };
}

/** The row of a table that a number stands in, and in which field. @param before What is printed before it in its line. */
function rowAt(line: number, before: string, tables: readonly ReadTable[]) {
  const table = tables.find(({ rows }) => rows.some(({ row }) => row.line === line));
  const row = table?.rows.find((one) => one.row.line === line);
  const cell = before.split('\t').length - 1;
  if (!table || !row || cell === 0) return { cell: null, nth: 1, table: '', header: [] };
  const own = before.slice(before.lastIndexOf('\t') + 1);
  return {
    cell,
    nth: numbersIn(own).length + 1,
    table: table.captions.title,
    section: [...table.captions.section, ...row.parents],
    label: row.label,
    header: table.columns.find((column) => column.cell === cell)?.header ?? [],
  };
}

/** What has to be said of a number that nobody read. A torn one says nothing of its scale. */
function findLacks(
  { words }: StatedFigure,
  number: Figure | undefined,
  printed: Figure | undefined,
): string[] {
  const unit = words.unit ?? number?.unit;
  return [
    !number && 'value',
    !words.measure && 'measure',
    !words.period && 'period',
    !unit && 'unit',
    !printed && CURRENCY.test(unit ?? '') && words.scale === undefined && 'scale',
  ].filter((lack) => lack !== false);
}

const CURRENCY = /^[A-Z]{3}$/;

type Refusal = Pick<Problem, 'expected' | 'mend'> & { readonly what: string };

const describeLacks = (lacks: readonly string[], number: Figure | undefined): Refusal => ({
  what: 'a number that nobody has read',
  expected: `its ${lacks.join(' and ')} as well`,
  mend: number
    ? 'say that too, or take the entry out'
    : 'say as "value" how it should read, with measure, period and unit, or take the entry out',
});

const IN_TABLE: Refusal = {
  what: 'a number that has been read in its table',
  expected: 'a number of a sentence, or one that nobody has read',
  mend: 'say it in "tables", of its row or column',
};

const AS_PRINTED: Refusal = {
  what: 'a number that is read as it is printed',
  expected: 'a "value" only where what is printed is no number',
  mend: 'take the "value" out',
};

const refuse = ({ said }: StatedFigure, { what, expected, mend }: Refusal, file: string): Problem => ({
  ...{ file, line: said.line, column: said.column },
  found: `${what}, in "${said.name}"`,
  ...{ expected, mend },
});
