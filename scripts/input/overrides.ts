import { z } from 'zod';
import { conceptById } from '../../src/concepts/index.ts';
import type { Overrides, StatedPlace, StatedWords } from '../../src/model/overrides.ts';
import { isRealDate } from '../../src/model/period.ts';
import type { Complaint } from '../../src/model/problem.ts';
import { findNearest } from '../commands/nearest.ts';
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
const nth = z.int(says('a number from 1')).min(1, says('a number from 1')).exactOptional();
const words = {
  unit: z
    .string()
    .regex(/^[A-Za-z][\w /-]*$/, says('a unit as facts.csv has it, as "JPY", "USD/share", "percent"')),
  scale: z.enum(Object.keys(SCALES), says(`one of ${Object.keys(SCALES).join(', ')}`)),
  period: z.string().refine(isPeriod, says('days as "2013-03-31" or "2012-04-01/2013-03-31"')),
  measure: z.string().refine((id) => conceptById.has(id), says('the id of a measure, as in concepts.csv')),
  part: z.partialRecord(z.enum(['segment', 'product', 'region', 'entity']), z.string().trim().min(1)),
};
const stated = Object.fromEntries(
  Object.entries(words).map(([name, schema]) => [name, (schema as z.ZodType).exactOptional()]),
);
const line = z.strictObject({ label: z.string(), nth, ...stated });
const schema = z.strictObject({
  tables: z
    .array(
      z.strictObject({
        title: z.string(),
        nth,
        ...stated,
        columns: z.array(line).exactOptional(),
        rows: z.array(line).exactOptional(),
      }),
    )
    .exactOptional(),
  sentences: z
    .array(
      z.strictObject({ text: z.string().trim().min(1), figure: z.string().exactOptional(), nth, ...stated }),
    )
    .exactOptional(),
});

/** The entries that hold others. */
const LISTS = ['columns', 'rows', 'tables', 'sentences'];

type Json = Readonly<Record<string, unknown>>;

/** Reads the text of an `<id>.overrides.json`. */
export function parseOverrides(file: string, text: string): Overrides | Complaint {
  const json = new PlacedJson(text);
  const mend = 'correct the entry or take it out';
  if (json.fault !== undefined)
    return { ...json.placeOf([]), found: `text that is no JSON (${json.fault})`, expected: 'JSON', mend };
  const { success, data, error } = schema.safeParse(json.value);
  if (!success) return { ...describeIssue(error, json), mend };
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

function describeIssue({ issues: [issue] }: z.ZodError, json: PlacedJson): Omit<Complaint, 'mend'> {
  const path = issue?.path ?? [];
  if (issue?.code === 'unrecognized_keys') {
    const [key = ''] = issue.keys;
    const known = [...Object.keys(words), 'label', 'title', 'text', 'figure', 'nth', ...LISTS];
    const nearest = findNearest(key, known);
    const expected = `one of ${known.join(', ')}${nearest ? `, likely ${nearest}` : ''}`;
    return { ...json.placeOf([...path, key]), found: `the entry "${key}"`, expected };
  }
  const value = valueAt(json.value, path);
  const nearest =
    path.at(-1) === 'measure' ? findNearest(String(value), measuresLike(String(value))) : undefined;
  return {
    ...json.placeOf(path),
    found:
      value === undefined
        ? `no "${String(path.at(-1) ?? '')}"`
        : `${String(path.at(-1) ?? 'all')} ${JSON.stringify(value).slice(0, 60)}`,
    expected: `${issue?.message ?? 'another value'}${nearest ? `, likely ${nearest}` : ''}`,
  };
}

/** Measures about as long as a word: one that only begins with it is hardly meant. */
const measuresLike = (word: string): string[] =>
  [...conceptById.keys()].filter((id) => Math.abs(id.length - word.length) <= 3);

const valueAt = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((at, key) => (at as Record<PropertyKey, unknown> | undefined)?.[key], value);
