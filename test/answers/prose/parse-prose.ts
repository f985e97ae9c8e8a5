import {
  ASPECTS,
  type Aspect,
  BASES,
  type Basis,
  QUALIFIERS,
  type Qualifier,
} from '../../../src/model/fact.ts';

/** What a number is that states nothing. */
export const KINDS = ['date', 'identifier', 'numbering', 'name', 'part'] as const;
export type Kind = (typeof KINDS)[number];

/** One reading of a number: what it states of which item. */
export interface Statement {
  readonly item: string;
  readonly unit: string;
  /** Power of ten of the printed number, only with money amounts. */
  readonly scale: number;
  /** The number meant, where the printed one needs reading (`1:200`). */
  readonly value: string | undefined;
  readonly down: boolean;
  readonly aspect: Aspect;
  readonly basis: Basis;
  readonly qualifier: Qualifier;
  readonly polarity: 1 | -1;
  readonly period: string;
  readonly compared: string;
  readonly dimensions: Readonly<Record<string, string>>;
  /** Fields in which a difference is no mistake. */
  readonly open: readonly string[];
}

/** A number, where the published text has it, and what it is: statements, or a kind of something else. */
export interface Entry {
  readonly line: number;
  readonly column: number;
  readonly raw: string;
  readonly statements: readonly Statement[];
  readonly other: Kind | undefined;
  readonly open: readonly string[];
}

export interface ProseAnswers {
  readonly document: string;
  readonly entries: readonly Entry[];
  readonly alike: readonly (readonly [string, string])[];
}

const UNITS =
  /^(?:JPY|USD|JPY\/share|JPY\/USD|shares|percent|points|ATMs|companies|responses|awards|members|directors)$/;
const DATE = /^\d{4}-\d\d-\d\d$/;
const ENTRY = /^(\d+)@(\d+) (.+?) \| (.+)$/;

/** Reads the notation of README.md; whatever is not in it is an error. */
export function parseProse(source: string): ProseAnswers {
  const periods = new Map<string, string>();
  const entries: Entry[] = [];
  const alike: [string, string][] = [];
  let document = '';
  for (const [index, line] of source.split('\n').entries()) {
    const text = line.replace(/(^|\s)#.*$/, '').trim();
    const [key = '', a = '', b = ''] = text.split(/\s+/);
    try {
      if (key === '') continue;
      else if (key === 'document') document = a;
      else if (key === 'period') periods.set(a, b);
      else if (key === 'alike') alike.push([a, b]);
      else entries.push(parseEntry(text, periods));
    } catch (error) {
      throw new Error(`${document}.answers:${index + 1}: ${(error as Error).message}`);
    }
  }
  return { document, entries, alike };
}

function parseEntry(text: string, periods: ReadonlyMap<string, string>): Entry {
  const [, line = '', column = '', raw = '', reading = ''] = ENTRY.exec(text) ?? [];
  if (line === '') throw new Error('expected LINE@COLUMN RAW | READING');
  const place = { line: Number(line), column: Number(column), raw };
  const [word = '', kind = '', ...more] = reading.split(/\s+/);
  if (word !== 'other') {
    const statements = reading.split(' | ').map((part) => parseStatement(part, periods));
    return { ...place, statements, other: undefined, open: [] };
  }
  const other = oneOf(KINDS, kind);
  if (other === undefined) throw new Error(`unknown kind ${kind}`);
  const open = more.map((part) => (part.startsWith('open:') ? part.slice(5) : fail(`unknown word ${part}`)));
  return { ...place, statements: [], other, open };
}

function parseStatement(text: string, periods: ReadonlyMap<string, string>): Statement {
  const [item = '', ...words] = text.split(/\s+/);
  const versus = words.indexOf('vs');
  const compared = versus < 0 ? '' : periodOf(words.splice(versus, 2)[1] ?? '', periods);
  const read = { unit: '', scale: 0, value: undefined as string | undefined, down: false };
  const sense = { aspect: 'amount' as Aspect, basis: 'reported' as Basis, qualifier: 'exact' as Qualifier };
  const dimensions: Record<string, string> = {};
  const open: string[] = [];
  let polarity: 1 | -1 = 1;
  let period = '';
  for (const word of words) {
    const [axis = '', member] = word.split('=');
    const [aspect, basis, qualifier] = [oneOf(ASPECTS, word), oneOf(BASES, word), oneOf(QUALIFIERS, word)];
    if (UNITS.test(word)) read.unit = word;
    else if (/^e\d$/.test(word)) read.scale = Number(word.slice(1));
    else if (word.startsWith('value:')) read.value = word.slice(6);
    else if (word.startsWith('open:')) open.push(word.slice(5));
    else if (word === 'down') read.down = true;
    else if (word === '-1') polarity = -1;
    else if (aspect !== undefined) sense.aspect = aspect;
    else if (basis !== undefined) sense.basis = basis;
    else if (qualifier !== undefined) sense.qualifier = qualifier;
    else if (member !== undefined) dimensions[axis] = member;
    else if (period === '') period = periodOf(word, periods);
    else fail(`a second period ${word}`);
  }
  return check({ item, ...read, ...sense, polarity, period, compared, dimensions, open });
}

/** What every statement needs: a unit and a period, a scale with money, something compared in a change. */
function check(statement: Statement): Statement {
  const { unit, scale, period, aspect, compared, item } = statement;
  if (unit === '' || period === '') fail(`${item} has no unit or no period`);
  if (scale > 0 !== (unit === 'JPY' || unit === 'USD')) fail(`scale ${scale} of ${unit}`);
  if (aspect.startsWith('change') !== (compared !== '')) fail(`${item} is a change or is compared, not both`);
  return statement;
}

function periodOf(name: string, periods: ReadonlyMap<string, string>): string {
  return (DATE.test(name) ? name : periods.get(name)) ?? fail(`unknown word ${name}`);
}

const oneOf = <T extends string>(words: readonly T[], word: string): T | undefined =>
  words.find((one) => one === word);

function fail(message: string): never {
  throw new Error(message);
}
