import { existsSync, readFileSync } from 'node:fs';
import { addDays, firstDay, isInstant, lastDay } from '../../src/model/period.ts';
import { numbersInCell, type PrintedNumber } from './numbers-in-cell.ts';
import { type Answers, type AnswerTable, type Attributes, parseAnswers } from './parse-answers.ts';

/** A row of `facts.csv` as it should be, as far as the key answers for it. */
export interface ExpectedRow {
  readonly id: string;
  readonly line: number;
  readonly cell: number;
  readonly column: number;
  readonly raw: string;
  readonly value: string;
  readonly unit: string;
  readonly period_start: string;
  readonly period_end: string;
  readonly aspect: string;
  readonly basis: string;
  readonly compared_start: string;
  readonly compared_end: string;
  readonly decimals: number | '';
  readonly polarity: 1 | -1;
  readonly dimensions: string;
  readonly qualifier: 'exact';
  /** The key's own name of the line item: one per concept. */
  readonly item: string;
  /** Fields in which a difference is no mistake. */
  readonly open: readonly string[];
}

/** A number and where it was found. */
interface Place {
  readonly document: string;
  readonly line: number;
  readonly cell: number;
  readonly n: number;
  readonly column: number;
}

const ROOT = new URL('../../', import.meta.url);
const ISSUER = 'iij';

export const DOCUMENTS = ['2012-11-08-1h-fy2012', '2013-05-15-fy2012'] as const;

/** Every statement of the document's tables in reading order. */
export function expectedRows(document: string): ExpectedRow[] {
  const answers = readAnswers(document);
  return expandAnswers(answers, readDocument(document));
}

/** The item of each expected row of all documents, by id. */
export function itemOf(id: string): string {
  const item = items().get(id);
  if (item === undefined) throw new Error(`${id} is no statement of the answer key`);
  return item;
}

/** Pairs of items that may share a concept. */
export function alikeItems(): (readonly [string, string])[] {
  return DOCUMENTS.flatMap((document) => readAnswers(document).alike);
}

/** Checks that tables and lines with tabs cover each other, then reads row by row. */
export function expandAnswers(answers: Answers, text: string): ExpectedRow[] {
  const lines = text.split('\n');
  const rows = answers.tables.flatMap((table) => expandTable(answers.document, table, lines));
  for (const [index, line] of lines.entries()) {
    const owners = answers.tables.filter((table) => table.first <= index + 1 && index + 1 <= table.last);
    if (owners.length !== (line.includes('\t') ? 1 : 0)) {
      throw new Error(`${answers.document}:${index + 1}: in ${owners.length} tables`);
    }
  }
  return rows;
}

function expandTable(document: string, table: AnswerTable, lines: readonly string[]): ExpectedRow[] {
  const { first, last, head, rows, columns } = table;
  const result: ExpectedRow[] = [];
  const unused = new Set(columns.keys());
  for (const line of [...head, ...rows.keys()]) {
    if (line < first || line > last || (head.has(line) && rows.has(line)))
      fail({ document, line }, 'misplaced');
  }
  for (let line = first; line <= last; line += 1) {
    if (head.has(line)) continue;
    const answer = rows.get(line);
    if (answer === undefined) fail({ document, line }, 'has no reading');
    const found = placesIn(document, line, lines[line - 1] ?? '', table.text);
    if ((found.length === 0) !== (answer === null)) fail({ document, line }, `has ${found.length} numbers`);
    const slots = new Set(answer?.cells.keys());
    for (const { number, place, count } of found) {
      const slot = `${place.cell}:${place.n}`;
      const column = columns.get(slot) ?? fail(place, 'has no column');
      if (columns.has(`${place.cell}:${count + 1}`)) fail(place, `holds ${count} numbers only`);
      unused.delete(slot);
      const parts = [column, answer?.all, answer?.cells.get(slot)];
      slots.delete(slot);
      result.push(expectedRow(place, number, mergeAttributes(parts)));
    }
    if (slots.size > 0) fail({ document, line }, `nothing stands at ${[...slots]}`);
  }
  if (unused.size > 0) fail({ document, line: first }, `unused columns ${[...unused]}`);
  return result;
}

function placesIn(document: string, line: number, text: string, words: ReadonlySet<number>) {
  const fields = text.split('\t');
  return fields.flatMap((field, cell) => {
    if (cell === 0) return [];
    const numbers = numbersInCell(field);
    const mute = field.trim() === '' || words.has(cell);
    if ((numbers.length === 0) !== mute) fail({ document, line }, `field ${cell} reads ${field}`);
    const before = [...fields.slice(0, cell).join('\t')].length + 1;
    return numbers.map((number, index) => ({
      number,
      place: { document, line, cell, n: index + 1, column: before + number.offset + 1 },
      count: numbers.length,
    }));
  });
}

/** The later part wins; dimensions and open fields add up. */
function mergeAttributes(parts: readonly (Attributes | undefined)[]): Attributes {
  const present = parts.filter((part) => part !== undefined);
  return {
    ...Object.assign({}, ...present),
    dimensions: Object.assign({}, ...present.map((part) => part.dimensions)),
    open: present.flatMap((part) => part.open),
  };
}

function expectedRow(place: Place, number: PrintedNumber, attributes: Attributes): ExpectedRow {
  const { document, line, cell, n, column } = place;
  const { item, unit, scale, aspect = 'amount', basis = 'reported', polarity = 1, open } = attributes;
  if (item === undefined || unit === undefined) fail(place, 'has no item or no unit');
  if ((scale !== undefined) !== (unit === 'JPY' || unit === 'USD')) fail(place, `scale ${scale} of ${unit}`);
  const period = periodOf(attributes) ?? fail(place, 'has no period');
  const isChange = aspect.startsWith('change');
  if (isChange && attributes.compared === undefined) fail(place, 'is a change against nothing');
  const compared = isChange ? (attributes.compared ?? '') : '';
  const nil = number.digits === '';
  return {
    id: `${ISSUER}/${document}#L${line}.${cell}:${n}`,
    line,
    cell,
    column,
    raw: number.raw,
    value: (number.negative ? '-' : '') + shiftPoint(number.digits, scale ?? 0),
    unit,
    period_start: isInstant(period) ? '' : firstDay(period),
    period_end: lastDay(period),
    aspect,
    basis,
    compared_start: isInstant(compared) ? '' : firstDay(compared),
    compared_end: lastDay(compared),
    decimals: nil ? '' : fractionOf(number.digits).length - (scale ?? 0),
    polarity,
    dimensions: Object.entries(attributes.dimensions)
      .map((pair) => pair.join('='))
      .sort()
      .join(';'),
    qualifier: 'exact',
    item,
    open: nil ? [...open, 'polarity'] : open,
  };
}

function periodOf({ period, instant }: Attributes): string | undefined {
  if (period === undefined || instant === undefined) return period;
  return instant === 'opening' ? addDays(firstDay(period), -1) : lastDay(period);
}

const fractionOf = (digits: string): string => digits.split('.')[1] ?? '';

/** `1128.4` and 6 make `1128400000`; without a scale the digits stay as printed. */
function shiftPoint(digits: string, scale: number): string {
  if (scale === 0 || digits === '') return digits;
  const fraction = fractionOf(digits);
  const whole = digits.split('.')[0] + fraction.slice(0, scale).padEnd(scale, '0');
  const rest = fraction.slice(scale);
  return whole.replace(/^0+(?=\d)/, '') + (rest === '' ? '' : `.${rest}`);
}

function items(): ReadonlyMap<string, string> {
  itemsById ??= new Map(DOCUMENTS.flatMap(expectedRows).map(({ id, item }) => [id, item]));
  return itemsById;
}
let itemsById: ReadonlyMap<string, string> | undefined;

const readAnswers = (document: string): Answers =>
  parseAnswers(readFileSync(new URL(`${ISSUER}/${document}.answers`, import.meta.url), 'utf8'));

/** The repository's transcription, or the published text beside the checkout: line for line the same tables. */
function readDocument(document: string): string {
  const file = `documents/${ISSUER}/${document}.txt`;
  const own = new URL(file, ROOT);
  return readFileSync(existsSync(own) ? own : new URL(`../shared/${file}`, ROOT), 'utf8');
}

function fail(
  { document, line, cell }: { document: string; line: number; cell?: number },
  what: string,
): never {
  throw new Error(`${document}:${line}${cell === undefined ? '' : `.${cell}`}: ${what}`);
}
