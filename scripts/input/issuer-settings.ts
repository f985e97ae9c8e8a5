import { z } from 'zod';
import { conceptById } from '../../src/concepts/index.ts';
import type { IssuerSettings } from '../../src/model/issuer-settings.ts';
import type { Complaint } from '../../src/model/problem.ts';
import { findNearest } from '../commands/nearest.ts';
import { isLegible, lightened } from '../config/accent.ts';

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

type Entry = keyof typeof ENTRIES;

const settingsSchema: z.ZodType<IssuerSettings> = z.strictObject(
  Object.fromEntries(
    Object.entries(ENTRIES).map(([name, [schema]]) => [name, (schema as z.ZodType).exactOptional()]),
  ),
) as unknown as z.ZodType<IssuerSettings>;

/** Reads the text of an `issuer.json`; `ids` are those of the issuer's documents. */
export function parseIssuerSettings(text: string, ids: readonly string[]): IssuerSettings | Complaint {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return complaint(text, '', 'text that is no JSON', 'a JSON object');
  }
  const { success, data, error } = settingsSchema.safeParse(json);
  if (success) return findFault(text, data, ids) ?? data;
  const [issue] = error.issues;
  if (issue?.code === 'unrecognized_keys') {
    const [key = ''] = issue.keys;
    return complaint(text, key, `the entry "${key}"`, `one of ${Object.keys(ENTRIES).join(', ')}`);
  }
  const [entry] = issue?.path ?? [];
  if (entry === undefined) return complaint(text, '', 'JSON that is no object', 'a JSON object');
  const value = JSON.stringify((json as Record<string, unknown>)[String(entry)]).slice(0, 60);
  return complaint(text, String(entry), `${String(entry)} ${value}`, ENTRIES[entry as Entry][1]);
}

/** Labels name measures that there are, editions documents that are there, and none leads back to itself. */
function findFault(
  text: string,
  { editions = {}, labels = {}, measures = [] }: IssuerSettings,
  ids: readonly string[],
): Complaint | undefined {
  const own = measures.map(({ id }) => id);
  for (const [label, id] of Object.entries(labels)) {
    if (conceptById.has(id) || own.includes(id)) continue;
    const nearest = findNearest(id, [...conceptById.keys(), ...own]);
    const such = nearest === undefined ? '' : `, such as ${nearest}`;
    return complaint(
      text,
      label,
      `the measure "${id}"`,
      `the id of a measure in concepts.csv or in "measures"${such}`,
    );
  }
  for (const [id, of] of Object.entries(editions)) {
    const unknown = [id, readOtherEdition(of)].find((one) => !ids.includes(one));
    if (unknown !== undefined)
      return complaint(text, unknown, `the edition "${unknown}"`, 'the id of a document in this folder');
    if (leadsBack(editions, id))
      return complaint(text, id, `"${id}" as an edition of itself`, 'an edition of another document');
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

/** At the first place at which the text names the key. */
function complaint(text: string, key: string, found: string, expected: string): Complaint {
  const index = key === '' ? 0 : Math.max(0, text.indexOf(JSON.stringify(key)));
  const before = text.slice(0, index).split('\n');
  const column = [...(before.at(-1) ?? '')].length + 1;
  const mend = 'correct the entry or take it out';
  return { line: before.length, column, found, expected, mend };
}
