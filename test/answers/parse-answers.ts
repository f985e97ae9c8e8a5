/** What a column, a row or a cell says of a number; what is missing is left to the others. */
export interface Attributes {
  item?: string;
  unit?: string;
  /** Power of ten of the printed number, only with money amounts. */
  scale?: number;
  period?: string;
  compared?: string;
  aspect?: string;
  basis?: string;
  polarity?: -1;
  /** The balance before the period's first day, or at its last. */
  instant?: 'opening' | 'closing';
  dimensions: Record<string, string>;
  /** Fields in which the contract leaves a choice. */
  open: string[];
}

/** `cell:n`, the n-th number in a field. */
export type Slot = string;

export interface AnswerRow {
  readonly all: Attributes;
  readonly cells: ReadonlyMap<Slot, Attributes>;
}

export interface AnswerTable {
  readonly first: number;
  readonly last: number;
  readonly head: Set<number>;
  readonly text: Set<number>;
  readonly columns: Map<Slot, Attributes>;
  /** Null for rows without a statement. */
  readonly rows: Map<number, AnswerRow | null>;
}

export interface Answers {
  readonly document: string;
  readonly tables: readonly AnswerTable[];
  readonly alike: readonly (readonly [string, string])[];
}

const UNITS = /^(?:(?:JPY|USD)(?:\/(?:share|ADS))?|shares|ADS|contracts|Gbps|percent)$/;
const DATE = /^\d{4}-\d\d-\d\d$/;

/** Reads the notation of README.md; whatever is not in it is an error. */
export function parseAnswers(source: string): Answers {
  const periods = new Map<string, string>();
  const tables: AnswerTable[] = [];
  const alike: [string, string][] = [];
  let document = '';
  for (const [index, line] of source.split('\n').entries()) {
    const text = line.replace(/(^|\s)#.*$/, '').trim();
    const [key = '', a = '', b = '', ...more] = text.split(/\s+/);
    const table = tables.at(-1);
    try {
      if (key === '') continue;
      else if (key === 'document') document = a;
      else if (key === 'period') periods.set(a, b);
      else if (key === 'alike') alike.push([a, b]);
      else if (key === 'table') tables.push(emptyTable(a));
      else if (table === undefined) throw new Error(`${key} before the first table`);
      else if (key === 'head') for (const n of linesIn(a)) table.head.add(n);
      else if (key === 'text') for (const cell of [a, b, ...more]) table.text.add(Number(cell));
      else if (key === 'col') setOnce(table.columns, slotOf(a), parseAttributes([b, ...more], periods));
      else setOnce(table.rows, Number(key), parseRow(text, periods));
    } catch (error) {
      throw new Error(`${document}.answers:${index + 1}: ${(error as Error).message}`);
    }
  }
  return { document, tables, alike };
}

function emptyTable(range: string): AnswerTable {
  const lines = linesIn(range);
  const [first = 0, last = first] = [lines[0], lines.at(-1)];
  return { first, last, head: new Set(), text: new Set(), columns: new Map(), rows: new Map() };
}

function parseRow(text: string, periods: ReadonlyMap<string, string>): AnswerRow | null {
  const [row = '', ...overrides] = text.split(' | ').map((part) => part.trim());
  const [, item = '', ...words] = row.split(/\s+/);
  if (item === '-') return null;
  const all = parseAttributes(item === '*' ? words : [`item:${item}`, ...words], periods);
  const cells = new Map<Slot, Attributes>();
  for (const override of overrides) {
    const [cell = '', ...rest] = override.split(/\s+/);
    setOnce(cells, slotOf(cell), parseAttributes(rest, periods));
  }
  return { all, cells };
}

function parseAttributes(words: readonly string[], periods: ReadonlyMap<string, string>): Attributes {
  const result: Attributes = { dimensions: {}, open: [] };
  const periodOf = (name: string): string => {
    const period = DATE.test(name) ? name : periods.get(name);
    if (period === undefined) throw new Error(`unknown word ${name}`);
    return period;
  };
  for (const [index, word] of words.entries()) {
    if (word === '' || words[index - 1] === 'vs') continue;
    const [axis = '', member] = word.split('=');
    const [name = '', rest = ''] = word.split(':');
    if (UNITS.test(word)) result.unit = word;
    else if (/^e\d$/.test(word)) result.scale = Number(word.slice(1));
    else if (word === 'vs') result.compared = periodOf(words[index + 1] ?? '');
    else if (word === 'change' || word === 'changePercent' || word === 'ratio') result.aspect = word;
    else if (word === 'target') result.basis = word;
    else if (word === '-1') result.polarity = -1;
    else if (word === 'opening' || word === 'closing') result.instant = word;
    else if (member !== undefined) result.dimensions[axis] = member;
    else if (name === 'item') result.item = rest;
    else if (name === 'open') result.open.push(rest);
    else result.period = periodOf(word);
  }
  return result;
}

const slotOf = (cell: string): Slot => {
  if (!/^[1-9]\d*(?::[1-9])?$/.test(cell)) throw new Error(`expected a cell, found ${cell}`);
  return cell.includes(':') ? cell : `${cell}:1`;
};

function linesIn(range: string): number[] {
  const [first = Number.NaN, last = Number.NaN] = range.split('-').map(Number);
  if (!(last >= first)) throw new Error(`expected a range of lines, found ${range}`);
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

function setOnce<K, V>(map: Map<K, V>, key: K, value: V): void {
  if (map.has(key) || Number.isNaN(key)) throw new Error(`${key} stands twice, or is no line`);
  map.set(key, value);
}
