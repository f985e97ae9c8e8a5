import { z } from 'zod';
import { conceptById } from '../../src/concepts/index.ts';
import type { IssuerSettings, OwnMeasure } from '../../src/model/issuer-settings.ts';
import type { Complaint } from '../../src/model/problem.ts';
import { likely } from '../commands/nearest.ts';
import { isLegible, lightened } from '../config/accent.ts';
import { type JsonPath, PlacedJson } from './placed-json.ts';

const words = z.string().trim().min(1);
const colour = z.string().regex(/^#[0-9a-f]{6}$/i);
const accent = z
  .union([
    colour.transform((light) => ({ light, dark: lightened(light) })),
    z.strictObject({ light: colour, dark: colour }),
  ])
  .refine(({ light, dark }) => isLegible(light, 'light') && isLegible(dark, 'dark'));
const day = /^(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;
const edition = z.union([z.strictObject({ replaces: words }), z.strictObject({ sameAs: words })]);

/** What an `issuer.json` may hold, each entry with what a user is told to write: the one place that says so. */
const ENTRIES = {
  name: [words, 'the full name in quotation marks'],
  shortName: [words, 'a name in quotation marks'],
  ticker: [z.string().regex(/^[A-Za-z. ]+:[A-Z0-9.]+$/), 'exchange and ticker, as "NASDAQ:IJJI"'],
  website: [z.url({ protocol: /^https?$/ }), 'an address that begins with https:// or http://'],
  accent: [
    accent,
    'a colour as "#125a3e", or { "light", "dark" }, each legible on its ground (WCAG, 4.5 to 1)',
  ],
  currency: [z.string().regex(/^[A-Z]{3}$/), 'a currency in three capitals, as "JPY"'],
  fiscalYearEnd: [z.string().regex(day), 'month and day, as "03-31"'],
  labels: [z.record(words, words), 'labels, each with the id of a measure'],
  measures: [
    z.array(
      z.strictObject({
        id: z.string().regex(/^[A-Z][A-Za-z0-9]*$/),
        label: words,
        definition: words.exactOptional(),
      }),
    ),
    '[{"id": "ChurnRate", "label": "Churn rate"}], with a "definition" if you like',
  ],
  editions: [z.record(words, edition), '{"<document>": {"replaces": "<document>"}} or "sameAs"'],
} as const satisfies {
  readonly [Name in keyof IssuerSettings]-?: readonly [z.ZodType<IssuerSettings[Name]>, string];
};

/** The measures that an `issuer.json` adds; none where it is at fault, which is told elsewhere. */
export function readOwnMeasures(text: string): readonly OwnMeasure[] {
  const { value } = new PlacedJson(text);
  const { data } = z.object({ measures: ENTRIES.measures[0] }).safeParse(value);
  return data?.measures ?? [];
}

type Entry = keyof typeof ENTRIES;

const settingsSchema: z.ZodType<IssuerSettings> = z.strictObject(
  Object.fromEntries(
    Object.entries(ENTRIES).map(([name, [schema]]) => [name, (schema as z.ZodType).exactOptional()]),
  ),
) as unknown as z.ZodType<IssuerSettings>;

/** Reads the text of an `issuer.json`; `ids` are those of the issuer's documents. */
export function parseIssuerSettings(text: string, ids: readonly string[]): IssuerSettings | Complaint {
  const json = new PlacedJson(text);
  if (json.fault !== undefined)
    return complaint(json, [], `text that is no JSON (${json.fault})`, 'a JSON object');
  const { success, data, error } = settingsSchema.safeParse(json.value);
  if (success) return findFault(json, data, ids) ?? data;
  const [issue] = error.issues;
  const path = issue?.path ?? [];
  const [entry] = path;
  if (issue?.code === 'unrecognized_keys' && entry === undefined) {
    const [key = ''] = issue.keys;
    const known = Object.keys(ENTRIES);
    const such = likely(key, known);
    return complaint(json, [key], `the entry "${key}"`, `one of ${known.join(', ')}${such}`);
  }
  if (entry === undefined) return complaint(json, [], 'JSON that is no object', 'a JSON object');
  const value = JSON.stringify((json.value as Record<string, unknown>)[String(entry)]).slice(0, 60);
  return complaint(json, path, `${String(entry)} ${value}`, ENTRIES[entry as Entry][1]);
}

/** Labels name measures that there are, editions documents that are there, and none leads back to itself. */
function findFault(
  json: PlacedJson,
  { editions = {}, labels = {}, measures = [] }: IssuerSettings,
  ids: readonly string[],
): Complaint | undefined {
  const own = measures.map(({ id }) => id);
  for (const [label, id] of Object.entries(labels)) {
    if (conceptById.has(id) || own.includes(id)) continue;
    const expected = 'the id of a measure in concepts.csv or in "measures"';
    const such = likely(id, [...conceptById.keys(), ...own]);
    return complaint(json, ['labels', label], `the measure "${id}"`, `${expected}${such}`);
  }
  for (const [id, of] of Object.entries(editions)) {
    const path = ['editions', id];
    const unknown = [id, readOtherEdition(of)].find((one) => !ids.includes(one));
    if (unknown !== undefined) {
      const such = likely(unknown, ids);
      return complaint(json, path, `the edition "${unknown}"`, `the id of a document in this folder${such}`);
    }
    if (leadsBack(editions, id))
      return complaint(json, path, `"${id}" as an edition of itself`, 'an edition of another document');
  }
  return undefined;
}

type Editions = NonNullable<IssuerSettings['editions']>;

const readOtherEdition = (of: Editions[string]): string => ('replaces' in of ? of.replaces : of.sameAs);

function leadsBack(editions: Editions, start: string): boolean {
  const seen = new Set([start]);
  for (let at = editions[start]; at !== undefined; at = editions[readOtherEdition(at)]) {
    if (seen.has(readOtherEdition(at))) return true;
    seen.add(readOtherEdition(at));
  }
  return false;
}

function complaint(json: PlacedJson, path: JsonPath, found: string, expected: string): Complaint {
  return { ...json.placeOf(path), found, expected, mend: 'correct the entry or take it out' };
}
