import { z } from 'zod';
import type { SourceText } from '../../src/model/corpus.ts';
import type { Complaint } from '../../src/model/problem.ts';
import type { RawDocument } from '../1-read/raw-document.ts';
import { sha256 } from '../output/receipt-json.ts';

const SCHEMA = 1;
const range = z.tuple([z.int(), z.int()]);
const cell = z.looseObject({ text: z.string(), source: z.string(), offset: z.int() });
const pinSchema = z.looseObject({
  schema: z.literal(SCHEMA),
  file: z.string(),
  sha256: z.string(),
  reading: z.looseObject({
    lines: z.array(z.string()),
    nodes: z.array(
      z.discriminatedUnion('kind', [
        z.looseObject({ kind: z.literal('text'), lines: range, text: z.string() }),
        z.looseObject({
          kind: z.literal('table'),
          lines: range,
          rows: z.array(z.looseObject({ line: z.int(), cells: z.array(cell) })),
        }),
      ]),
    ),
  }),
});

/** `<id>.reading.json`: what a reader made of a document, with the hash of the file that it was made of. */
export const formatPin = (source: SourceText, reading: RawDocument): string =>
  `${JSON.stringify({ schema: SCHEMA, file: source.name, sha256: hashSource(source), reading })}\n`;

/** The reading that was kept, where it is one of the document as it is now. */
export function parsePin(source: SourceText, text: string): { readonly pin: object } | Complaint {
  const whole = { line: 0, column: 0 };
  const mend = `keep the reading anew with: tieout convert ${source.file} --pin; or remove this file`;
  const pin = pinSchema.safeParse(parse(text));
  if (!pin.success)
    return { ...whole, found: 'no reading that was kept', expected: `schema ${SCHEMA}`, mend };
  const found = `the reading of another text of ${source.name} (SHA-256 ${pin.data.sha256.slice(0, 12)}…)`;
  const hash = hashSource(source);
  if (pin.data.sha256 !== hash)
    return { ...whole, found, expected: `one of the file as it is (${hash.slice(0, 12)}…)`, mend };
  return { pin: pin.data.reading };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Of a document of several files: of the names and hashes of them. */
function hashSource({ bytes, parts }: SourceText): string {
  if (!parts) return sha256(bytes);
  return sha256(parts.map((part) => `${part.name} ${sha256(part.bytes)}\n`).join(''));
}
