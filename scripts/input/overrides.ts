import { z } from 'zod';
import { conceptById } from '../../src/concepts/index.ts';
import type { Overrides, StatedPlace, StatedWords } from '../../src/model/overrides.ts';
import { isRealDate } from '../../src/model/period.ts';
import type { Complaint } from '../../src/model/problem.ts';
import { likely } from '../commands/nearest.ts';
import { PlacedJson } from './placed-json.ts';

const SCALES = { units: 0, thousands: 3, millions: 6, billions: 9, trillions: 12 } as const;

const isDay = (text: string): boolean => {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  return isRealDate(Number(year), Number(month), Number(day));
};

const isPeriod = (text: string): boolean => {
  const [start = '', end = start, ...more] = text.split('/');
  return more.length === 0 && isDay(start) && isDay(end) && start <= end;
};

const says = (message: string) => ({ error: message });
const TEXT = says('a text in quotation marks');
const LIST = says('a list in brackets');
const ENTRY = says('an entry in braces');
const KINDS = ['unit', 'scale', 'period', 'measure', 'part'];

/** @param known Ids of measures. */
function makeSchema(known: ReadonlySet<string>) {
  const nth = z.int(says('a number from 1')).min(1, says('a number from 1')).exactOptional();
  const words = {
    unit: z
      .string(TEXT)
      .regex(/^[A-Za-z][\w /-]*$/, says('a unit as facts.csv has it, as "JPY", "USD/share", "percent"'))
      .exactOptional(),
    scale: z.enum(Object.keys(SCALES), says(`one of ${Object.keys(SCALES).join(', ')}`)).exactOptional(),
    period: z
      .string(TEXT)
      .refine(isPeriod, says('days as "2013-03-31" or "2012-04-01/2013-03-31"'))
      .exactOptional(),
    measure: z
      .string(TEXT)
      .refine(
        (id) => known.has(id),
        says('the id of a measure, as in concepts.csv or of your own in issuer.json'),
      )
      .exactOptional(),
    part: z
      .partialRecord(z.enum(['segment', 'product', 'region', 'entity']), z.string(TEXT).trim().min(1, TEXT))
      .exactOptional(),
  };
  const line = z.strictObject({ label: z.string(TEXT), nth, ...words }, ENTRY);
  const lines = z.array(line, LIST).exactOptional();
  const table = { title: z.string(TEXT), nth, ...words, columns: lines, rows: lines };
  const sentence = {
    text: z.string(TEXT).trim().min(1, TEXT),
    figure: z.string(TEXT).exactOptional(),
    value: z
      .string(TEXT)
      .regex(/^-?\d+(?:\.\d+)?$/, says('a plain number in quotation marks, as "1234" or "-12.5"'))
      .exactOptional(),
    nth,
    ...words,
  };
  return z.strictObject(
    {
      tables: z.array(z.strictObject(table, ENTRY), LIST).exactOptional(),
      sentences: z.array(z.strictObject(sentence, ENTRY), LIST).exactOptional(),
    },
    ENTRY,
  );
}

/** The entries that hold others. */
const LISTS = ['columns', 'rows', 'tables', 'sentences'];

type Json = Readonly<Record<string, unknown>>;

/** Reads the text of an `<id>.overrides.json`; the issuer may have measures of its own. */
export function parseOverrides(
  file: string,
  text: string,
  own: readonly string[] = [],
): Overrides | Complaint {
  const json = new PlacedJson(text);
  const mend = 'correct the entry or take it out';
  if (json.fault !== undefined)
    return { ...json.placeOf([]), found: `text that is no JSON (${json.fault})`, expected: 'JSON', mend };
  const known = new Set([...conceptById.keys(), ...own]);
  const { success, data, error } = makeSchema(known).safeParse(json.value);
  if (!success) return { ...describeIssue(error, json, known), mend };
  const placed = (
    { title, label, text, columns: _columns, rows: _rows, scale, ...rest }: Json,
    path: PropertyKey[],
  ) =>
    ({
      ...(rest as StatedWords),
      ...(scale !== undefined && { scale: SCALES[scale as keyof typeof SCALES] }),
      name: String(title ?? label ?? text),
      ...json.placeOf(path),
    }) as StatedPlace;
  return {
    file,
    tables: (data.tables ?? []).map((table, t) => ({
      ...placed(table, ['tables', t]),
      columns: (table.columns ?? []).map((one, n) => placed(one, ['tables', t, 'columns', n])),
      rows: (table.rows ?? []).map((one, n) => placed(one, ['tables', t, 'rows', n])),
    })),
    sentences: (data.sentences ?? []).map((one, n) => placed(one, ['sentences', n])),
  };
}

/** A key that there is not tells more than what is missing instead of it. */
function describeIssue(
  { issues }: z.ZodError,
  json: PlacedJson,
  measures: ReadonlySet<string>,
): Omit<Complaint, 'mend'> {
  const issue = issues.find(({ code }) => code === 'unrecognized_keys') ?? issues[0];
  const path = issue?.path ?? [];
  if (issue?.code === 'unrecognized_keys') {
    const [key = ''] = issue.keys;
    const known = [...KINDS, 'label', 'title', 'text', 'figure', 'value', 'nth', ...LISTS];
    const expected = `one of ${known.join(', ')}${likely(key, known)}`;
    return { ...json.placeOf([...path, key]), found: `the entry "${key}"`, expected };
  }
  const value = valueAt(json.value, path);
  const such = path.at(-1) === 'measure' ? likely(String(value), measuresLike(String(value), measures)) : '';
  const name = String(path.findLast((key) => typeof key === 'string') ?? 'all');
  return {
    ...json.placeOf(path),
    found: value === undefined ? `no "${name}"` : `${name} ${JSON.stringify(value).slice(0, 60)}`,
    expected: `${issue?.message ?? 'another value'}${such}`,
  };
}

/** Measures about as long as a word: one that only begins with it is hardly meant. */
const measuresLike = (word: string, measures: ReadonlySet<string>): string[] =>
  [...measures].filter((id) => Math.abs(id.length - word.length) <= 3);

const valueAt = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((at, key) => (at as Record<PropertyKey, unknown> | undefined)?.[key], value);
